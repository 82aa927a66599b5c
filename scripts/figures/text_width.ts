/** How much room a text needs, in whichever font it is read. */
import { unicodeWidth } from "@std/cli/unicode-width";
import { bold, type FontWidths, regular } from "./font_widths.ts";

/** The size of letters in a picture, in pixels. */
export const FONT_SIZE = 13;

/** How letters are set. */
export interface Letters {
  /** In pixels; 13 if it is not said. */
  readonly size?: number;
  readonly bold?: boolean;
}

/**
 * The width of a text in pixels, at the widest: a reader whose font is narrower
 * sees a little more room around it.
 */
export function textWidth(text: string, letters: Letters = {}): number {
  const widths = tableOf(letters.bold ? bold : regular);
  let hundredths = 0;
  for (const letter of text) {
    hundredths += widths.get(letter) ?? otherWidth(letter, letters);
  }
  return hundredths * (letters.size ?? FONT_SIZE) / 100;
}

/**
 * The text, or as much of its beginning as fits, and a sign that it goes on.
 */
export function shortened(
  text: string,
  width: number,
  letters: Letters = {},
): string {
  if (textWidth(text, letters) <= width) return text;
  let short = "";
  for (const letter of text) {
    if (textWidth(`${short}${letter}…`, letters) > width) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}

/** Letters that are not in the table: Japanese ones are squares. */
function otherWidth(letter: string, letters: Letters): number {
  const columns = unicodeWidth(letter);
  return columns === 0
    ? 0
    : columns === 2
    ? 100
    : (letters.bold ? bold : regular).other;
}

const tables = new Map<FontWidths, ReadonlyMap<string, number>>();

function tableOf(font: FontWidths): ReadonlyMap<string, number> {
  const known = tables.get(font);
  if (known !== undefined) return known;
  const table = new Map(
    font.letters.flatMap(([width, letters]) =>
      [...letters].map((letter) => [letter, width] as const)
    ),
  );
  tables.set(font, table);
  return table;
}
