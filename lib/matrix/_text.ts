/** The text of a matrix. */
import type { Numbers } from "./_numbers.ts";
import { formatFloat, formatValues } from "./_numpy_print.ts";

/** As NumPy prints an array; a 1×1 matrix as Python prints a float. */
export function textOf(
  numbers: Numbers,
  rows: number,
  columns: number,
): string {
  return rows === 1 && columns === 1
    ? formatFloat(numbers[0]!)
    : formatValues(numbers, rows, columns);
}
