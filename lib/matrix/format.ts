/** Printing as NumPy prints. */
import { requireOptions, shape } from "./_require.ts";
import { formatValues } from "./_numpy_print.ts";
import { type Matrix, requirePlain, rowMajor } from "./matrix.ts";
import { requireMatrix } from "./_operand.ts";
import { textOf } from "./_text.ts";

/** How {@linkcode formatArray} prints. */
export interface FormatArrayOptions {
  /**
   * Print one row as NumPy prints a 1-D array: `array([1., 2.])`. Default
   * false.
   */
  flat?: boolean;
}

/**
 * The text of a matrix as NumPy 1.24's `repr` gives it with its default
 * options: 8 digits, at most 75 columns, rows aligned, long arrays summarised.
 * A 1×1 matrix by itself is printed as Python prints a float, with all the
 * digits it takes to read it back.
 *
 * @param matrix `[N, D]`.
 * @param options `flat`: print one row as a vector.
 * @returns The text.
 * @throws {RangeError} If `flat` is asked for and there is not exactly one row.
 * @throws {TypeError} If it is no matrix.
 *
 * @example As a table of rows, and as the lecture shows a vector
 * ```ts
 * import { formatArray, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([5.25564131, 3.1831305, 1.15463432]);
 * const numbers = "5.25564131, 3.1831305 , 1.15463432";
 * assertEquals(formatArray(x), `array([[${numbers}]])`);
 * assertEquals(formatArray(x, { flat: true }), `array([${numbers}])`);
 * ```
 */
export function formatArray(
  matrix: Matrix,
  options: FormatArrayOptions = {},
): string {
  const action = "print a matrix";
  requireOptions(options, ["flat"], action);
  const { flat = false } = options;
  const x = requirePlain(requireMatrix(matrix, "the operand", action), action);
  const { rows, columns } = x, numbers = rowMajor(x);
  if (!flat) return textOf(numbers, rows, columns);
  if (rows !== 1) {
    throw new RangeError(
      `Cannot ${action} as a vector: it is ${shape(x)}, one row is needed`,
    );
  }
  return formatValues(numbers, rows, columns, { flat });
}
