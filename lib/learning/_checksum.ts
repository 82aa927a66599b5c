/** By which a text tells that it is still what it was. */

/**
 * The cyclic redundancy check CRC-32 of a text in UTF-8, as eight hexadecimal
 * digits. It finds every change of a single bit, and all but one in 4 billion
 * of any others.
 *
 * Source: ISO/IEC/IEEE 8802-3, section 3.2.9 (reflected polynomial EDB88320).
 */
export function crc32(text: string): string {
  let crc = 0xffffffff;
  const add = (byte: number): void => {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  };
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    add(more === 0 ? code : (0xff00 >> (more + 1) & 0xff) | code >> 6 * more);
    for (let i = more - 1; i >= 0; i--) add(0x80 | code >> 6 * i & 0x3f);
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

/** Where a text of JSON says its own checksum. */
const OWN = /("checksum": ")[^"\n]*(")/;

/**
 * The checksum of a text of JSON: of all of it but the checksum that it says
 * itself, a byte-order mark, the sort of its line breaks and space at its end.
 */
export function checksumOf(text: string): string {
  return crc32(
    text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(OWN, "$1$2")
      .trimEnd(),
  );
}

/** A text of JSON whose checksum is empty, with its checksum. */
export function withChecksum(text: string): string {
  return text.replace(OWN, `$1${checksumOf(text)}$2`);
}
