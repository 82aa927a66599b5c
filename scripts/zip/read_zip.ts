/**
 * Reading a ZIP archive that is whole, or refusing it with the place. What it
 * says of its sizes is looked at before anything is unpacked, and bounds what
 * is unpacked.
 *
 * Source: PKWARE, ".ZIP File Format Specification" 6.3.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { extraField, nameIn } from "./entry_name.ts";

/** A file in an archive. */
export interface ZipMember {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A file, folder or link as the directory of an archive lists it. */
export interface ZipEntry {
  /** A folder's ends with `/`. It may lead anywhere. */
  readonly name: string;
  /** In bytes, as the archive says; its content never has more. */
  readonly size: number;
  /** Whether it is a symbolic link, whose content is where it leads. */
  readonly isLink: boolean;
  /**
   * Unpacks it.
   *
   * @throws {RangeError} If it is damaged, encrypted, or packed in some other
   * way.
   */
  content(): Uint8Array;
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
  const entries = listZip(bytes).filter(({ name }) => wanted(name));
  const size = entries.reduce((sum, { size }) => sum + size, 0);
  if (size > most) {
    throw new TooLargeError(`${size} bytes, at most ${most} are allowed`);
  }
  return entries.map((entry) => ({
    name: entry.name,
    content: entry.content(),
  }));
}

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;
/** What large archives have between their directory and its end. */
const END_64 = 0x06064b50;
const LOCAL_SIZE = 30, CENTRAL_SIZE = 46, END_SIZE = 22, END_64_SIZE = 56;
/** A size or place that stands elsewhere, because it may be larger. */
const ELSEWHERE = 0xffff_ffff;
/** A number of entries that stands elsewhere, because there may be more. */
const MANY = 0xffff;

function refuse(found: string, needed: string): RangeError {
  return new RangeError(`${found}, ${needed} is needed`);
}

/**
 * What an archive holds, in the order of its directory; nothing is unpacked.
 *
 * @param bytes The archive, which must not change as long as its entries are
 * used.
 * @throws {RangeError} If it is no archive, or its directory is damaged: what
 * was found where, and what is needed.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const u64 = (at: number) => Number(view.getBigUint64(at, true));
  /** Requires a record with this mark, which has so many bytes. */
  const requireRecord = (at: number, mark: number, size: number) => {
    if (at + size <= bytes.length && u32(at) === mark) return;
    throw refuse(
      `byte ${at} of ${bytes.length} begins no part of an archive`,
      `0x${mark.toString(16)} and ${size} bytes in all`,
    );
  };
  /** Some bytes of a record, which must not end before. */
  const part = (at: number, length: number): Uint8Array => {
    if (at + length <= bytes.length) return bytes.subarray(at, at + length);
    throw refuse(`the file ends at byte ${bytes.length}`, "a whole name");
  };

  // A comment may follow the end of the directory.
  let end = bytes.length - END_SIZE;
  while (end > 0 && u32(end) !== END) end--;
  if (end < 0 || u32(end) !== END) {
    throw refuse(
      `no directory stands at the end of its ${bytes.length} bytes`,
      "a whole archive",
    );
  }
  let count = u16(end + 10), at = u32(end + 16);
  if (at === ELSEWHERE || count === MANY) {
    const end64 = u64(Math.max(0, end - 20) + 8); // its locator stands before
    requireRecord(end64, END_64, END_64_SIZE);
    count = u64(end64 + 32);
    at = u64(end64 + 48);
  }
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    requireRecord(at, CENTRAL, CENTRAL_SIZE);
    const flags = u16(at + 8), method = u16(at + 10);
    const letters = u16(at + 28), extras = u16(at + 30);
    const rawName = part(at + CENTRAL_SIZE, letters);
    const extra = part(at + CENTRAL_SIZE + letters, extras);
    const name = nameIn(rawName, (flags & 0x800) !== 0, extra);
    const [size, packedSize, local] = largeNumbers(
      [u32(at + 24), u32(at + 20), u32(at + 42)],
      extra,
    );
    requireRecord(local, LOCAL, LOCAL_SIZE);
    const localLetters = u16(local + 26);
    const localName = part(local + LOCAL_SIZE, localLetters);
    if (!isSame(localName, rawName)) {
      const other = new TextDecoder().decode(localName);
      throw refuse(
        `byte ${local + LOCAL_SIZE} has the name ${JSON.stringify(other)}`,
        JSON.stringify(name),
      );
    }
    const start = local + LOCAL_SIZE + localLetters + u16(local + 28);
    const last = start + packedSize;
    if (last > bytes.length) {
      throw refuse(
        `the file ends at byte ${bytes.length}`,
        `${name} up to byte ${last}`,
      );
    }
    const place = at, packed = bytes.subarray(start, last);
    const checksum = u32(at + 16);
    entries.push({
      name,
      size,
      // Unix says in the upper half what kind of file it is.
      isLink: bytes[at + 5] === 3 && (u16(at + 40) & 0xf000) === 0xa000,
      content() {
        const isEncrypted = (flags & 1) === 1;
        if (isEncrypted || method !== 0 && method !== 8) {
          throw refuse(
            `${name}, at byte ${place}, is ${
              isEncrypted ? "encrypted" : `packed by method ${method}`
            }`,
            "one that is stored or deflated",
          );
        }
        const content = method === 0 ? packed : unpacked(packed, size);
        if (content?.length === size && crc32(content) === checksum) {
          return content;
        }
        throw refuse(
          `${name}, at byte ${start}, is damaged`,
          `content of ${size} bytes with the checksum ${
            checksum.toString(16).padStart(8, "0")
          }`,
        );
      },
    });
    at += CENTRAL_SIZE + letters + extras + u16(at + 32);
  }
  if (at !== end && !(at + 4 <= bytes.length && u32(at) === END_64)) {
    throw refuse(`the directory ends at byte ${at}`, `one up to byte ${end}`);
  }
  return entries;
}

/**
 * Numbers of an entry, of which those that say that they stand elsewhere follow
 * each other in its first extra field for large archives.
 */
function largeNumbers(
  numbers: readonly [number, number, number],
  extra: Uint8Array,
): [number, number, number] {
  const field = extraField(extra, 1);
  const view = new DataView(
    field.buffer,
    field.byteOffset,
    field.byteLength,
  );
  let at = 0;
  const [a, b, c] = numbers.map((number) => {
    if (number !== ELSEWHERE || at + 8 > field.length) return number;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  });
  return [a!, b!, c!];
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** What a file holds; undefined if that is more than it says, or nothing. */
function unpacked(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const { buffer, byteOffset, length } = inflateRawSync(packed, {
      maxOutputLength: size + 1,
    });
    return new Uint8Array(buffer, byteOffset, length);
  } catch {
    return undefined;
  }
}
