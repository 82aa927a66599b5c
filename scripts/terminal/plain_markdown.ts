/** Markdown as plain text, for the terminal. */
import { plainFormula } from "./formula.ts";

const code = /(`+)(.+?)\1/g;
const formula = /\$([^$]+)\$/g;

/**
 * Takes the marks of Markdown away: of words in bold or italics, of code, of
 * formulas, links and headings. Line breaks stay.
 *
 * @param text Markdown, with formulas between `$`.
 * @returns The paragraphs, a list's items each a paragraph of its own.
 */
export function plainMarkdown(text: string): string[] {
  return text.split(/\n{2,}|\n(?=\s*(?:[-*]|\d+\.) )/).map((paragraph) => {
    const kept: string[] = [];
    const keep = (text: string): string =>
      String.fromCharCode(0xe000 + kept.push(text) - 1);
    return paragraph
      .replace(code, (_, _marks, inside) => keep(inside))
      .replace(formula, (_, tex) => keep(plainFormula(tex)))
      .replace(
        /!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g,
        (whole, words, address) =>
          whole.startsWith("!") ? words : `${words} (${address})`,
      )
      .replace(/^\s{0,3}#{1,6}\s+/gm, "")
      .replace(/(\*{1,2})(?=\S)([^*]*?\S)\1/g, "$2")
      .replace(/\\([!-/:-@[-`{-~])/g, "$1")
      .replace(/\s*\n\s*/g, " ")
      .replace(
        /[\ue000-\uf8ff]/g,
        (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? mark,
      );
  });
}
