/**
 * Reading a ZIP archive that is whole, or refusing it with the place. fflate
 * unpacks what is compressed, but looks at no checksum.
 *
 * Source: PKWARE, ".ZIP File Format Specification" 6.3.
 */
import { inflateSync } from "fflate";

/** A file in an archive. */
export interface ZipMember {
  readonly name: string;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;
const END_SIZE = 22, CENTRAL_SIZE = 46, LOCAL_SIZE = 30;

/** The files in an archive, in the order of its directory. */
export function readZip(bytes: Uint8Array, action: string): ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (found: string, needed: string) =>
    new RangeError(`Cannot ${action}: ${found}, ${needed} is needed`);
  /** Requires a record with this mark, which has so many bytes. */
  const requireRecord = (at: number, mark: number, size: number) => {
    if (at + size <= bytes.length && view.getUint32(at, true) === mark) return;
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
  while (end > 0 && view.getUint32(end, true) !== END) end--;
  requireRecord(Math.max(end, 0), END, END_SIZE);
  const count = view.getUint16(end + 10, true);
  const members: ZipMember[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    requireRecord(at, CENTRAL, CENTRAL_SIZE);
    const method = view.getUint16(at + 10, true);
    const checksum = view.getUint32(at + 16, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const letters = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = textAt(at + CENTRAL_SIZE, letters);
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (isEncrypted || method !== 0 && method !== 8) {
      throw refuse(
        `${name}, at byte ${at}, is ${
          isEncrypted ? "encrypted" : `packed by method ${method}`
        }`,
        "one that is stored or deflated",
      );
    }
    requireRecord(local, LOCAL, LOCAL_SIZE);
    const localLetters = view.getUint16(local + 26, true);
    const localName = textAt(local + LOCAL_SIZE, localLetters);
    if (localName !== name) {
      throw refuse(
        `byte ${local + LOCAL_SIZE} has the name ${JSON.stringify(localName)}`,
        JSON.stringify(name),
      );
    }
    const start = local + LOCAL_SIZE + localLetters +
      view.getUint16(local + 28, true);
    if (start + packed > bytes.length) {
      throw refuse(
        `the file ends at byte ${bytes.length}`,
        `${name} up to byte ${start + packed}`,
      );
    }
    const content = unpack(bytes.subarray(start, start + packed), method);
    if (content?.length !== size || crc32(content) !== checksum) {
      throw refuse(
        `${name}, at byte ${start}, is damaged`,
        `content of ${size} bytes with the checksum ${hex(checksum)}`,
      );
    }
    members.push({ name, content });
    at += CENTRAL_SIZE + letters + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  if (at !== end) {
    throw refuse(
      `the directory ends at byte ${at}`,
      `one up to byte ${end}`,
    );
  }
  return members;
}

function unpack(packed: Uint8Array, method: number): Uint8Array | undefined {
  if (method === 0) return packed;
  try {
    return inflateSync(packed);
  } catch {
    return undefined;
  }
}

const hex = (value: number): string => value.toString(16).padStart(8, "0");

const table = Uint32Array.from({ length: 256 }, (_, crc) => {
  for (let bit = 0; bit < 8; bit++) {
    crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
