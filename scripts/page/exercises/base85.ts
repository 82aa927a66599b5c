/**
 * Bytes as text that may stand anywhere in a page: a quarter longer than they
 * are, where base 64 adds a third.
 */

/** None that means anything to HTML, or is part of an address. */
const signs =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%)*+,-./;=?[]^_`{|}~";

/** Writes each four bytes as five signs, and the last n as n + 1. */
export function toBase85(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4) {
    let value = 0, five = "";
    for (let k = 0; k < 4; k++) value = 256 * value + (bytes[i + k] ?? 0);
    for (let k = 0; k < 5; k++) {
      five = signs[value % 85] + five;
      value = Math.floor(value / 85);
    }
    text += five.slice(0, bytes.length - i + 1);
  }
  return text;
}

/** The bytes that `toBase85` wrote. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor(4 * text.length / 5));
  for (let i = 0, next = 0; i < text.length; i += 5) {
    let value = 0;
    for (let k = i; k < i + 5; k++) {
      value = 85 * value + (k < text.length ? signs.indexOf(text[k]!) : 84);
    }
    for (const place of [2 ** 24, 2 ** 16, 2 ** 8, 1]) {
      // A byte takes what is below 256 of it.
      if (next < bytes.length) bytes[next++] = Math.floor(value / place);
    }
  }
  return bytes;
}
