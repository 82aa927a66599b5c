/** The largest number and its place: of all, of each row or of each column. */
import { toMatrix } from "../matrix/_operand.ts";
import { apply1 } from "../matrix/_operation.ts";
import {
  type Matrix,
  type MatrixLike,
  requirePlain,
} from "../matrix/matrix.ts";
import {
  choose,
  reduction,
  type ReductionOptions,
  requireNumbers,
} from "./_by.ts";
import { extreme, extremeIndex, extremeSlope } from "./_extreme.ts";

const maximum = reduction((by) => ({
  name: "max",
  backward: [(dy, _y, x) => extremeSlope(dy, x, by, 1)],
  forward(x) {
    requireNumbers(x, by, "find the largest number");
    return extreme(x, by, 1);
  },
}));

/**
 * The largest number (最大値): of all, of each row, or of each column. In a
 * tie the whole gradient goes to the first; a NaN wins over every number, as in
 * NumPy. For the larger of two numbers see `maximum`.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to search.
 * @returns `[1, 1]`; by row `[N, 1]`; by column `[1, D]`.
 * @throws {RangeError} If there is nothing to search.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The largest score of every row
 * ```ts
 * import { matrix, max } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = max(matrix([[1, 3, 2], [9, 7, 8]]), { by: "row" });
 * assertEquals(y.toArray(), [[3], [9]]);
 * ```
 */
export function max(x: MatrixLike, options: ReductionOptions = {}): Matrix {
  const operand = toMatrix(x, "the operand", "find the largest number");
  return apply1(
    choose(maximum, options, "find the largest number"),
    operand,
  );
}

/**
 * Where the largest number is, counted from 0: in the whole matrix row by row,
 * in each row, or in each column. In a tie it is the first; a NaN wins over
 * every number, as in NumPy. A place has no derivative: inside a gradient, pass
 * `detach(x)`.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to search.
 * @returns `[1, 1]`; by row `[N, 1]`, the category (カテゴリ) of each sample;
 * by column `[1, D]`.
 * @throws {RangeError} If there is nothing to search.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The category with the highest probability
 * ```ts
 * import { argMax, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = matrix([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2]]);
 * assertEquals(argMax(y, { by: "row" }).toArray(), [[1], [0]]);
 * ```
 */
export function argMax(x: MatrixLike, options: ReductionOptions = {}): Matrix {
  const action = "find where the largest number is";
  const operand = requirePlain(toMatrix(x, "the operand", action), action);
  choose(maximum, options, action);
  requireNumbers(operand, options.by, action);
  return extremeIndex(operand, options.by, 1);
}
