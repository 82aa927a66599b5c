/**
 * Reading a ZIP archive that is whole, or refusing it with the place. What it
 * says of its sizes is looked at before anything is unpacked, and bounds what
 * is unpacked.
 *
 * Source: PKWARE, ".ZIP File Format Specification" 6.3.
 */
import { crc32, inflateRawSync } from "node:zlib";

/** A file in an archive. */
export interface ZipMember {
  readonly name: string;
  readonly content: Uint8Array;
}

/** An archive would unpack to more than was allowed. */
export class TooLargeError extends RangeError {
  override readonly name = "TooLargeError";
}

/** What of an archive is wanted, and how much of it may be. */
export interface ZipLimits {
  /** Which files are unpacked; all of them if not given. */
  readonly wanted?: (name: string) => boolean;
  /** So many bytes these may have together; any if not given. */
  readonly most?: number;
}

/** A file as the directory of an archive lists it. */
interface Entry {
  readonly name: string;
  /** Where its content begins. */
  readonly start: number;
  readonly packed: Uint8Array;
  readonly isStored: boolean;
  /** As the archive says. */
  readonly size: number;
  readonly checksum: number;
}

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;
/** What large archives have between their directory and its end. */
const END_64 = 0x06064b50;
const LOCAL_SIZE = 30, CENTRAL_SIZE = 46, END_SIZE = 22;

/**
 * The files in an archive, in the order of its directory.
 *
 * @param bytes The archive.
 * @throws {TooLargeError} If they have more bytes than they may.
 * @throws {RangeError} If it is no archive, or damaged: what was found where,
 * and what is needed.
 */
export function readZip(
  bytes: Uint8Array,
  { wanted = () => true, most = Infinity }: ZipLimits = {},
): ZipMember[] {
  const entries = directoryOf(bytes).filter(({ name }) => wanted(name));
  const size = entries.reduce((sum, { size }) => sum + size, 0);
  if (size > most) {
    throw new TooLargeError(`${size} bytes, at most ${most} are allowed`);
  }
  return entries.map((entry) => ({
    name: entry.name,
    content: contentOf(entry),
  }));
}

function refuse(found: string, needed: string): RangeError {
  return new RangeError(`${found}, ${needed} is needed`);
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  /** Requires a record with this mark, which has so many bytes. */
  const requireRecord = (at: number, mark: number, size: number) => {
    if (at + size <= bytes.length && u32(at) === mark) return;
    throw refuse(
      `byte ${at} of ${bytes.length} begins no part of an archive`,
      `0x${mark.toString(16)} and ${size} bytes in all`,
    );
  };
  const textAt = (at: number, length: number): string => {
    if (at + length > bytes.length) {
      throw refuse(`the file ends at byte ${bytes.length}`, "a whole name");
    }
    return new TextDecoder().decode(bytes.subarray(at, at + length));
  };

  // A comment may follow the end of the directory.
  let end = bytes.length - END_SIZE;
  while (end > 0 && u32(end) !== END) end--;
  requireRecord(Math.max(end, 0), END, END_SIZE);
  const entries: Entry[] = [];
  let at = u32(end + 16);
  for (let i = 0; i < u16(end + 10); i++) {
    requireRecord(at, CENTRAL, CENTRAL_SIZE);
    const method = u16(at + 10), letters = u16(at + 28), local = u32(at + 42);
    const name = textAt(at + CENTRAL_SIZE, letters);
    const isEncrypted = (u16(at + 8) & 1) === 1;
    if (isEncrypted || method !== 0 && method !== 8) {
      throw refuse(
        `${name}, at byte ${at}, is ${
          isEncrypted ? "encrypted" : `packed by method ${method}`
        }`,
        "one that is stored or deflated",
      );
    }
    requireRecord(local, LOCAL, LOCAL_SIZE);
    const localLetters = u16(local + 26);
    const localName = textAt(local + LOCAL_SIZE, localLetters);
    if (localName !== name) {
      throw refuse(
        `byte ${local + LOCAL_SIZE} has the name ${JSON.stringify(localName)}`,
        JSON.stringify(name),
      );
    }
    const start = local + LOCAL_SIZE + localLetters + u16(local + 28);
    const last = start + u32(at + 20);
    if (last > bytes.length) {
      throw refuse(
        `the file ends at byte ${bytes.length}`,
        `${name} up to byte ${last}`,
      );
    }
    entries.push({
      name,
      start,
      packed: bytes.subarray(start, last),
      isStored: method === 0,
      size: u32(at + 24),
      checksum: u32(at + 16),
    });
    at += CENTRAL_SIZE + letters + u16(at + 30) + u16(at + 32);
  }
  if (at !== end && !(at + 4 <= bytes.length && u32(at) === END_64)) {
    throw refuse(`the directory ends at byte ${at}`, `one up to byte ${end}`);
  }
  return entries;
}

function contentOf(entry: Entry): Uint8Array {
  const { name, start, size, checksum } = entry;
  const content = unpacked(entry);
  if (content?.length === size && crc32(content) === checksum) return content;
  throw refuse(
    `${name}, at byte ${start}, is damaged`,
    `content of ${size} bytes with the checksum ${
      checksum.toString(16).padStart(8, "0")
    }`,
  );
}

/** What a file holds; undefined if that is more than it says, or nothing. */
function unpacked({ packed, isStored, size }: Entry): Uint8Array | undefined {
  if (isStored) return packed;
  try {
    const { buffer, byteOffset, length } = inflateRawSync(packed, {
      maxOutputLength: size + 1,
    });
    return new Uint8Array(buffer, byteOffset, length);
  } catch {
    return undefined;
  }
}
