/** Tables of text in which every column is as wide as it must be on screen. */
import { unicodeWidth } from "@std/cli/unicode-width";

/**
 * Puts cells below each other: texts (the first column) to the left, numbers
 * (the others) to the right. Japanese characters count as two columns.
 *
 * @param rows Rows of as many cells each.
 * @param between What stands between two columns.
 * @param texts The other columns that hold texts, counted from 0.
 * @returns One line for each row.
 */
export function align(
  rows: readonly (readonly string[])[],
  between = "   ",
  texts: readonly number[] = [],
): string {
  const widths = rows[0]!.map((_, i) =>
    Math.max(...rows.map((row) => unicodeWidth(row[i]!)))
  );
  return rows.map((row) =>
    row.map((cell, i) => {
      const space = " ".repeat(widths[i]! - unicodeWidth(cell));
      return i === 0 || texts.includes(i) ? cell + space : space + cell;
    }).join(between).trimEnd()
  ).join("\n");
}
