/**
 * Pixels of a PNG file.
 *
 * @module
 */
import { assertEquals } from "@std/assert";

/** A picture as pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** The colour at a point, such as `#1f5fa8`. */
  at(x: number, y: number): string;
  /** How many pixels have which colour. */
  colors(): Map<string, number>;
}

/**
 * Reads a PNG of 8 bits for each of red, green and blue, with or without
 * transparency, as `rsvg-convert` writes it (https://www.w3.org/TR/png-3/).
 *
 * @param file The file's bytes.
 * @returns Its pixels.
 */
export async function pixelsOf(
  file: Uint8Array<ArrayBuffer>,
): Promise<Pixels> {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let width = 0, height = 0, channels = 3;
  for (let at = 8; at < file.length;) {
    const length = view.getUint32(at);
    const kind = new TextDecoder().decode(file.subarray(at + 4, at + 8));
    const data = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") {
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      const [bits, colors, ...rest] = data.subarray(8);
      channels = colors === 6 ? 4 : 3;
      assertEquals([bits, ...rest], [8, 0, 0, 0]);
      assertEquals(colors, channels === 4 ? 6 : 2);
    }
    if (kind === "IDAT") parts.push(data);
    at += length + 12;
  }
  const packed = new Blob(parts).stream();
  const stream = packed.pipeThrough(new DecompressionStream("deflate"));
  const rows = new Uint8Array(await new Response(stream).arrayBuffer());
  const bytes = unfiltered(rows, channels * width, channels);
  const colorAt = (at: number): number =>
    bytes[at]! << 16 | bytes[at + 1]! << 8 | bytes[at + 2]!;
  const textOf = (color: number): string =>
    `#${color.toString(16).padStart(6, "0")}`;
  return {
    width,
    height,
    at: (x, y) =>
      textOf(colorAt(channels * (Math.round(y) * width + Math.round(x)))),
    colors() {
      const counts = new Map<number, number>();
      for (let at = 0; at < bytes.length; at += channels) {
        const color = colorAt(at);
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
      return new Map([...counts].map(([color, n]) => [textOf(color), n]));
    },
  };
}

/** Each row begins with the kind of difference that it is written as. */
function unfiltered(
  rows: Uint8Array,
  length: number,
  channels: number,
): Uint8Array {
  const height = rows.length / (length + 1);
  const bytes = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const kind = rows[row * (length + 1)]!;
    for (let i = 0; i < length; i++) {
      const at = row * length + i;
      const left = i < channels ? 0 : bytes[at - channels]!;
      const above = row === 0 ? 0 : bytes[at - length]!;
      const corner = i < channels || row === 0
        ? 0
        : bytes[at - length - channels]!;
      const guess = kind === 1
        ? left
        : kind === 2
        ? above
        : kind === 3
        ? (left + above) >> 1
        : kind === 4
        ? nearest(left + above - corner, left, above, corner)
        : 0;
      bytes[at] = rows[row * (length + 1) + 1 + i]! + guess;
    }
  }
  return bytes;
}

function nearest(value: number, ...candidates: number[]): number {
  return candidates.reduce((best, candidate) =>
    Math.abs(candidate - value) < Math.abs(best - value) ? candidate : best
  );
}
