/** What the bytes of a submission mean, however they were saved. */

/**
 * Letters of a Japanese text side by side: kana, kanji. (Half-width kana are
 * what Shift_JIS makes of other encodings.)
 */
const japanese = /[\u3040-\u30ff\u3400-\u9fff]{2}/;

/**
 * The text of a program: by its byte-order mark; else in UTF-8; in UTF-16 where
 * every second byte is 0; in what Japanese Windows and Unix write, if that
 * gives Japanese; else in what western Windows writes.
 *
 * @returns Undefined if it is none of these.
 */
export function sourceText(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return decoded(bytes, "utf-16be");
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== undefined && !utf8.includes("\0")) return utf8;
  if (bytes.includes(0)) {
    const encoding = bytes.indexOf(0) % 2 === 1 ? "utf-16le" : "utf-16be";
    const text = decoded(bytes, encoding);
    return text?.includes("\0") ? undefined : ifProgram(text);
  }
  const found = ["shift_jis", "euc-jp"]
    .map((encoding) => decoded(bytes, encoding))
    .find((text) => text !== undefined && japanese.test(text));
  return found ?? ifProgram(decoded(bytes, "windows-1252"));
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text that is mostly ASCII, as programs are, and pictures are not. */
function ifProgram(text: string | undefined): string | undefined {
  const count = text?.match(/[\t\r\n -~]/g)?.length ?? 0;
  return text !== undefined && count > 0.6 * text.length ? text : undefined;
}
