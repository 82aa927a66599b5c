/** Breaking Japanese and English text into lines. */
import { unicodeWidth } from "@std/cli/unicode-width";

/** How many columns the kit fills in a terminal. */
export const pageWidth = 80;

/**
 * What a line may not be broken in: a number with what it counts (`10 行`), a
 * word, a word in katakana, a single Japanese letter; each with opening
 * brackets before it, and with stops, closing brackets and small letters behind
 * it, which may not begin a line.
 */
const pieces =
  /[（「]*(?:\d[\d.]*\s(?=[ぁ-龯])[ぁ-龯]|[^\s\u3000-\u9fff\uff00-\uffef]+|[ァ-ヶー]+|\S)[、。）」：・ぁぃぅぇぉっゃゅょー]*\s*/gu;

/**
 * Breaks a text into lines of at most `width` columns: at spaces, or between
 * Japanese letters.
 */
export function wrapText(text: string, width: number = pageWidth): string {
  const lines = [""];
  for (const next of text.match(pieces) ?? []) {
    const line = lines.at(-1)!;
    if (line !== "" && unicodeWidth((line + next).trimEnd()) > width) {
      lines.push(next);
    } else lines[lines.length - 1] = line + next;
  }
  return lines.map((line) => line.trim()).join("\n");
}
