/** A ZIP archive of the parts of a workbook, for the reader of workbooks. */
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";

/** The parts of a workbook by their names. */
export type Parts = Map<string, Uint8Array>;

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;

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
