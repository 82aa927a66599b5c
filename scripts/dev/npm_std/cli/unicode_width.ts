/**
 * Stands in for the part of `@std/cli` 1.0.32 that this project uses, on
 * machines that reach npm and not JSR. `tests/scripts/dev/npm_std_test.ts` holds
 * both to the same table.
 *
 * @module
 */
import stringWidth from "npm:string-width@8.3.0";

/**
 * The columns that a text takes in a terminal. As in std, each code point
 * counts by itself, and escape sequences are not understood.
 */
export function unicodeWidth(str: string): number {
  const width = (char: string): number =>
    stringWidth(char, { countAnsiEscapeCodes: true });
  return [...str].reduce((sum, char) => sum + width(char), 0);
}
