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

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Elements after which a line ends. */
const blocks = new Set("p div li tr pre h1 h2 h3 h4 h5 h6".split(" "));
/** Elements whose content is no text. */
const unseen = new Set(["head", "title", "style", "script"]);

/**
 * The text that was typed into a platform's own editor, which hands it out as a
 * page: its lines without tags. Goes through the page once, whatever is in it.
 *
 * @param page HTML.
 */
export function typedText(page: string): string {
  // Not of all letters: that of İ has two.
  const lower = page.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const tag = /<(\/?)([a-z][a-z0-9]*)/y;
  let text = "", at = 0, inPre = false;
  const add = (piece: string) => {
    const isStart = text === "" || text.endsWith("\n");
    const plain = piece.replace(/[\r\n]+/g, " ");
    // Outside of <pre>, space before a line is the layout of the page.
    text += inPre ? piece : isStart ? plain.replace(/^ +/, "") : plain;
  };
  /** Where a sign ends; the end of the page if it does not come. */
  const after = (sign: string, from: number) => {
    const found = lower.indexOf(sign, from);
    return found < 0 ? page.length : found + sign.length;
  };
  while (at < page.length) {
    const next = lower.indexOf("<", at);
    add(page.slice(at, next < 0 ? page.length : next));
    if (next < 0) break;
    tag.lastIndex = next;
    const [, slash, name = ""] = tag.exec(lower) ?? [];
    if (lower.startsWith("<!--", next)) at = after("-->", next);
    else if (lower.startsWith("<!", next)) at = after(">", next);
    else if (name === "") {
      text += "<";
      at = next + 1;
    } else if (slash === "" && unseen.has(name)) at = after(`</${name}>`, next);
    else {
      at = after(">", next);
      if (name === "pre") inPre = slash === "";
      if (name === "br" || slash === "/" && blocks.has(name)) text += "\n";
    }
  }
  return withoutEntities(text);
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  ).replaceAll("\xa0", " ");
}
