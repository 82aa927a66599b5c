/**
 * Archives put together byte by byte, as somebody may who means no good.
 *
 * @module
 */
import { crc32, deflateRawSync } from "node:zlib";

/** A file in an archive, and what is said of it. */
export interface Packed {
  /** As bytes, for names that are not in UTF-8. */
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** Bit 11 says that the name is in UTF-8, bit 0 that it is encrypted. */
  readonly flags?: number;
  /** Unix's mode: `0o120777` is a link. */
  readonly mode?: number;
  /** How many bytes it is said to unpack to, if not as many as it does. */
  readonly said?: number;
  readonly extra?: Uint8Array;
}

function little(bytes: number, ...values: number[]): number[] {
  return values.flatMap((value) =>
    Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) & 255)
  );
}

/** An archive of these files, deflated. */
export function zipOf(files: readonly Packed[]): Uint8Array {
  const bytesOf = (text: string | Uint8Array) =>
    typeof text === "string" ? new TextEncoder().encode(text) : text;
  const bytes: number[] = [], directory: number[] = [];
  for (const file of files) {
    const { flags = 0, mode = 0, extra = new Uint8Array() } = file;
    const name = bytesOf(file.name), content = bytesOf(file.content ?? "");
    const packed = deflateRawSync(content);
    const common = [
      ...little(2, flags, 8),
      ...little(4, 0, crc32(content), packed.length),
      ...little(4, file.said ?? content.length),
      ...little(2, name.length, extra.length),
    ];
    directory.push(
      ...little(4, 0x02014b50),
      ...little(2, mode === 0 ? 20 : 3 * 256 + 20, 20),
      ...common,
      ...little(2, 0, 0, 0),
      ...little(4, mode * 65536, bytes.length),
      ...name,
      ...extra,
    );
    bytes.push(...little(4, 0x04034b50), ...little(2, 20), ...common);
    bytes.push(...name, ...extra, ...packed);
  }
  const count = files.length;
  return Uint8Array.from([
    ...bytes,
    ...directory,
    ...little(4, 0x06054b50),
    ...little(2, 0, 0, count, count),
    ...little(4, directory.length, bytes.length),
    ...little(2, 0),
  ]);
}
