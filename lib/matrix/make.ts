/** Making matrices: from lists, from arrays, or all alike. */
import { describe, requireSizes } from "./_require.ts";
import { newNumbers, type Numbers } from "./_numbers.ts";
import { type Matrix, wrap } from "./matrix.ts";

/**
 * A matrix from a list of rows, or from a flat list, which is one row. The
 * numbers are copied.
 *
 * @param rows `[[1, 2], [3, 4]]`, or `[1, 2]` for one row. NaN and infinities
 * are numbers.
 * @returns A `[N, D]` matrix.
 * @throws {TypeError} If something in it is no number.
 * @throws {RangeError} If the list is empty or the rows differ in length.
 *
 * @example Rows of samples, or one sample
 * ```ts
 * import { matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(matrix([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2]]).rows, 2);
 * assertEquals(matrix([2, 3]).toArray(), [[2, 3]]);
 * ```
 */
export function matrix(
  rows: readonly number[] | readonly (readonly number[])[],
): Matrix {
  const action = "make a matrix";
  if (!Array.isArray(rows)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(rows)}, a list of rows is needed` +
        (rows as unknown instanceof Float64Array
          ? "; fromFloat64Array(values, rows, columns) takes such an array"
          : ""),
    );
  }
  if (rows.length === 0) {
    throw new RangeError(
      `Cannot ${action}: the list is empty, at least one row is needed; ` +
        "write zeros(0, columns) for a matrix without rows",
    );
  }
  const list: unknown[][] = Array.isArray(rows[0]) ? rows : [rows];
  const columns = list[0]!.length;
  const to = newNumbers(list.length * columns);
  for (let row = 0; row < list.length; row++) {
    const numbers = list[row];
    if (!Array.isArray(numbers)) {
      throw new TypeError(
        `Cannot ${action}: row ${row} is ${
          describe(numbers)
        }, a list of numbers is needed`,
      );
    }
    if (numbers.length !== columns) {
      throw new RangeError(
        `Cannot ${action}: row ${row} has ${numbers.length} columns and row 0 has ${columns}, ` +
          "all rows must have the same length",
      );
    }
    for (let column = 0; column < columns; column++) {
      const value = numbers[column];
      if (typeof value !== "number") {
        throw new TypeError(
          `Cannot ${action}: row ${row}, column ${column} is ${
            describe(value)
          }, ` +
            "a number is needed",
        );
      }
      to[row * columns + column] = value;
    }
  }
  return wrap(list.length, columns, to);
}

/**
 * A matrix of zeros.
 *
 * @param rows How many rows, 0 or more.
 * @param columns How many columns, 0 or more.
 * @returns A `[rows, columns]` matrix.
 * @throws {RangeError} If a size is no integer of 0 or more.
 *
 * @example Two rows of three zeros
 * ```ts
 * import { zeros } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(zeros(2, 3).toArray(), [[0, 0, 0], [0, 0, 0]]);
 * ```
 */
export function zeros(rows: number, columns: number): Matrix {
  return filled(rows, columns, 0, "make a matrix of zeros");
}

/**
 * A matrix of ones.
 *
 * @param rows How many rows, 0 or more.
 * @param columns How many columns, 0 or more.
 * @returns A `[rows, columns]` matrix.
 * @throws {RangeError} If a size is no integer of 0 or more.
 *
 * @example A row of ones
 * ```ts
 * import { ones } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(ones(1, 3).toArray(), [[1, 1, 1]]);
 * ```
 */
export function ones(rows: number, columns: number): Matrix {
  return filled(rows, columns, 1, "make a matrix of ones");
}

function filled(
  rows: number,
  columns: number,
  value: number,
  action: string,
): Matrix {
  requireSizes(rows, columns, action);
  const numbers = newNumbers(rows * columns);
  if (value !== 0) {
    for (let i = 0; i < numbers.length; i++) numbers[i] = value;
  }
  return wrap(rows, columns, numbers);
}

/**
 * A matrix from a flat array of numbers, row by row. The numbers are copied.
 *
 * @param values `rows * columns` numbers.
 * @param rows How many rows.
 * @param columns How many columns.
 * @returns A `[rows, columns]` matrix.
 * @throws {TypeError} If `values` is no Float64Array.
 * @throws {RangeError} If the sizes do not fit the number of values.
 *
 * @example Six numbers as 2×3
 * ```ts
 * import { fromFloat64Array } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = fromFloat64Array(new Float64Array([1, 2, 3, 4, 5, 6]), 2, 3);
 * assertEquals(x.toArray(), [[1, 2, 3], [4, 5, 6]]);
 * ```
 */
export function fromFloat64Array(
  values: Float64Array,
  rows: number,
  columns: number,
): Matrix {
  const action = "make a matrix from an array";
  if (!(values instanceof Float64Array)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(values)}, a Float64Array is needed`,
    );
  }
  requireSizes(rows, columns, action);
  if (values.length !== rows * columns) {
    throw new RangeError(
      `Cannot ${action}: the array has ${values.length} numbers, ` +
        `${rows}x${columns} needs ${rows * columns}`,
    );
  }
  return copyOf(values, 0, rows, columns);
}

/** A matrix from a part of an array, copied. For the library's own files. */
export function copyOf(
  values: Numbers,
  start: number,
  rows: number,
  columns: number,
): Matrix {
  const to = newNumbers(rows * columns);
  // What lies outside of the array is NaN, whatever length it claims to have.
  for (let i = 0; i < to.length; i++) to[i] = Number(values[start + i]);
  return wrap(rows, columns, to);
}
