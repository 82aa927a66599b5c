/**
 * The bytes of protocol buffers, in which ONNX files are written: the three
 * kinds of value that they need. (A package for it would bring 27 MB.)
 *
 * Source: protobuf.dev/programming-guides/encoding
 */

/** A field: its number, and an integer of 0 or more, a text or bytes. */
export type Field = readonly [
  number: number,
  value: number | string | Uint8Array,
];

/**
 * A message: its fields one after the other. What is repeated stands as often
 * as it is there; a message in it is its bytes.
 */
export function protobuf(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(([number, value]) => {
    if (typeof value === "number") return [varint(number * 8), varint(value)];
    const bytes = typeof value === "string"
      ? new TextEncoder().encode(value)
      : value;
    return [varint(number * 8 + 2), varint(bytes.length), bytes];
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const message = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    message.set(part, at);
    at += part.length;
  }
  return message;
}

/** Seven bits in a byte, the lowest first; the highest bit says: go on. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) {
    bytes.push(value % 128 + 128);
  }
  return Uint8Array.of(...bytes, value);
}
