/**
 * The name of an entry in a ZIP archive, whose bytes are in UTF-8 if the
 * archive says so, and otherwise in whatever the system of its maker used:
 * Shift_JIS where Windows is Japanese, code page 850 where it is Western.
 *
 * Source: PKWARE, ".ZIP File Format Specification" 6.3, appendix D.
 */
import { crc32 } from "node:zlib";

/** Where Info-ZIP writes a name in UTF-8. */
const UNICODE_PATH = 0x7075;

/**
 * Reads a name.
 *
 * @param bytes Its bytes.
 * @param isUtf8 Whether the archive says that they are UTF-8.
 * @param extra The entry's extra fields.
 * @returns The name, in which `\ufffd` stands for what cannot be read.
 */
export function nameIn(
  bytes: Uint8Array,
  isUtf8: boolean,
  extra: Uint8Array,
): string {
  const other = isUtf8 ? undefined : unicodePath(bytes, extra);
  return other ?? decoded(bytes, "utf-8") ??
    (isUtf8 ? undefined : ofWindows(bytes)) ??
    new TextDecoder().decode(bytes);
}

/** What both Western code pages have from 0x80 on. */
const WESTERN = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑ";
/** Theirs of ß. */
const SHARP_S = 0xe1;
/** Two Japanese letters side by side, or one that is in no Latin word. */
const japanese =
  /[\u3000-\u30ff\u3400-\u9fff\uf900-\uff9f]{2}|(?<![A-Za-z])[\u3040-\u30ff\u3400-\u9fff](?![A-Za-z])/;

/**
 * A name as Windows writes it: what is no Japanese text, though it may be read
 * as one (`M〕ler` for `Müller`), has one Western letter here and there.
 */
function ofWindows(bytes: Uint8Array): string | undefined {
  const shiftJis = decoded(bytes, "shift_jis");
  if (shiftJis !== undefined && japanese.test(shiftJis)) return shiftJis;
  const isPlain = (byte: number | undefined = 0) => byte < 0x80;
  const letters = Array.from(bytes, (byte, i) => {
    if (isPlain(byte)) return String.fromCharCode(byte);
    const letter = byte === SHARP_S ? "ß" : WESTERN[byte - 0x80];
    return isPlain(bytes[i - 1]) && isPlain(bytes[i + 1]) ? letter : undefined;
  });
  return letters.includes(undefined) ? shiftJis : letters.join("");
}

/** That name, if it was written for this one. */
function unicodePath(
  bytes: Uint8Array,
  extra: Uint8Array,
): string | undefined {
  const field = extraField(extra, UNICODE_PATH);
  if (field.length < 5 || field[0] !== 1) return undefined;
  const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
  if (view.getUint32(1, true) !== crc32(bytes)) return undefined;
  return decoded(field.subarray(5), "utf-8");
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch {
    return undefined;
  }
}

/** The extra field of a kind; empty if there is none. */
export function extraField(extra: Uint8Array, kind: number): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === kind) {
      return extra.subarray(at + 4, at + 4 + length);
    }
    at += 4 + length;
  }
  return extra.subarray(0, 0);
}
