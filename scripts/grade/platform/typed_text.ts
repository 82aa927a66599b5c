/**
 * What was typed into a platform's own editor.
 *
 * Sources: Moodle, mod/assign/submission/onlinetext/locallib.php; Canvas,
 * app/views/assignments/text_entry_page.html.erb.
 */

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
  return textIn(withoutHeading(page));
}

/** Not of all letters: that of İ has two. */
function lowerCase(page: string): string {
  return page.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Canvas puts the title of its page above what was typed, once more. */
function withoutHeading(page: string): string {
  const lower = lowerCase(page), mark = "<title>";
  const start = lower.indexOf(mark);
  const end = start < 0 ? -1 : lower.indexOf("</title>", start);
  if (end < 0) return page;
  const heading = `<h1>${page.slice(start + mark.length, end)}</h1>`;
  const at = page.indexOf(heading, end);
  return at < 0 ? page : page.slice(0, at) + page.slice(at + heading.length);
}

function textIn(page: string): string {
  const lower = lowerCase(page);
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
  ).replaceAll("\xa0", " ")
    .replace(/[\u200b\ufeff]/g, ""); // an editor's, to hold the cursor
}
