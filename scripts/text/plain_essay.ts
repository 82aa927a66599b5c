/** An essay in the form in which it is counted. */

/** Letters and signs of languages that are written without spaces. */
const CLOSE =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー、。，．！？「」『』（）・…]";
/** A line that ends because the page does, not the word. */
const INSIDE_WORDS = new RegExp(`(?<=${CLOSE})\n(?=${CLOSE})`, "gu");

/**
 * The paragraphs of a text, each on one line: an empty line, or one that is
 * indented, begins another. Any other line break is where a page ended, so a
 * sentence goes on behind it. Letters of every width are made one (NFKC), as
 * are apostrophes, and invisible marks go.
 *
 * @param text The text as it was written.
 * @returns Its paragraphs, none of them empty.
 */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u0085\v\f]/g, "\n")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .split(/\n[^\S\n]*\n|\u2029|\n(?=\u3000|\t| {2})/)
    .map((lines) => plain(lines.trim().replace(/[^\S\n\u3000]*\n/g, "\n")))
    .map((lines) => lines.replace(INSIDE_WORDS, "").replace(/\n/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}

/** NFKC, but for `…`: it would become three full stops, which end sentences. */
function plain(text: string): string {
  return text.replace(/[^…‥]+/g, (part) => part.normalize("NFKC"))
    .replace(/[’‘ʼ]/g, "'");
}
