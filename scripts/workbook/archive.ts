/** The parts of a workbook, which is a ZIP archive, unpacked within bounds. */
import { Buffer } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";

/** The parts by their names. */
export type Parts = Map<string, Uint8Array>;

/** An archive would unpack to more than was allowed. */
export class TooLargeError extends RangeError {
  override readonly name = "TooLargeError";
}

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;

/**
 * Unpacks the XML of a workbook. What the archive says of its sizes is looked
 * at before anything is unpacked, and not believed afterwards.
 *
 * @param bytes The archive.
 * @param most So many bytes all parts may have together.
 * @throws {TooLargeError} If they have more.
 * @throws {RangeError} If it is no archive, or damaged.
 */
export function unpack(bytes: Uint8Array, most: number): Parts {
  const members = directoryOf(bytes)
    .filter(({ name }) => /\.(xml|rels)$/i.test(name));
  const declared = members.reduce((sum, { size }) => sum + size, 0);
  if (declared > most) throw tooLarge(declared, most);
  const parts: Parts = new Map();
  let left = most;
  for (const member of members) {
    const content = inflated(member, left);
    if (content.length > left) throw tooLarge(most + 1, most);
    if (crc32(content) !== member.checksum) throw damaged(member.name);
    parts.set(member.name, content);
    left -= content.length;
  }
  return parts;
}

/** An archive of parts, none of them compressed. */
export function pack(parts: Parts): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [], directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const letters = new TextEncoder().encode(name);
    // Version, flags, method, time, date; checksum, two sizes, two lengths.
    const about = numbers([2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33]);
    const sizes = numbers(
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, letters.length],
      [2, 0],
    );
    pieces.push(numbers([4, LOCAL]), about, sizes, letters, content);
    directory.push(
      numbers([4, CENTRAL], [2, 20]),
      about,
      sizes,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      letters,
    );
    at += 30 + letters.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers(
    ...[[4, END], [2, 0], [2, 0], [2, parts.size], [2, parts.size]] as const,
    ...[[4, size], [4, at], [2, 0]] as const,
  );
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]));
}

function numbers(...fields: (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new DataView(
    new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)),
  );
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(bytes.buffer);
}

interface Member {
  readonly name: string;
  readonly isStored: boolean;
  readonly packed: Uint8Array;
  /** As the archive says. */
  readonly size: number;
  readonly checksum: number;
}

/** What an archive's directory lists. */
function directoryOf(bytes: Uint8Array): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  let end = bytes.length - 22;
  while (end >= 0 && u32(end) !== END) end--;
  if (end < 0) throw new RangeError("it has no directory of an archive");
  const members: Member[] = [];
  for (let i = 0, at = u32(end + 16); i < u16(end + 10); i++) {
    if (u32(at) !== CENTRAL) throw new RangeError("its directory is damaged");
    const letters = u16(at + 28), local = u32(at + 42);
    const name = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + letters),
    );
    const method = u16(at + 10);
    if (u32(local) !== LOCAL || (method !== 0 && method !== 8)) {
      throw damaged(name);
    }
    const start = local + 30 + u16(local + 26) + u16(local + 28);
    members.push({
      name,
      isStored: method === 0,
      packed: bytes.subarray(start, start + u32(at + 20)),
      size: u32(at + 24),
      checksum: u32(at + 16),
    });
    at += 46 + letters + u16(at + 30) + u16(at + 32);
  }
  return members;
}

function inflated(member: Member, most: number): Uint8Array {
  if (member.isStored) return member.packed;
  try {
    return inflateRawSync(member.packed, { maxOutputLength: most + 1 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(most + 1, most);
    throw damaged(member.name);
  }
}

function damaged(name: string): RangeError {
  return new RangeError(`its ${name} is damaged`);
}

function tooLarge(found: number, most: number): TooLargeError {
  return new TooLargeError(`${found} bytes, at most ${most} are allowed`);
}
