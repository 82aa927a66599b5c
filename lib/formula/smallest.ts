/** The smallest number and its place: of all, of each row or of each column. */
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

const minimum = reduction((by) => ({
  name: "min",
  backward: [(dy, _y, x) => extremeSlope(dy, x, by, -1)],
  forward(x) {
    requireNumbers(x, by, "find the smallest number");
    return extreme(x, by, -1);
  },
}));

/**
 * The smallest number (最小値): of all, of each row, or of each column. In a
 * tie the whole gradient goes to the first; a NaN wins over every number, as in
 * NumPy. For the smaller of two numbers see `minimum`.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to search.
 * @returns `[1, 1]`; by row `[N, 1]`; by column `[1, D]`.
 * @throws {RangeError} If there is nothing to search.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The smallest score of every row
 * ```ts
 * import { matrix, min } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = min(matrix([[1, 3, 2], [9, 7, 8]]), { by: "row" });
 * assertEquals(y.toArray(), [[1], [7]]);
 * ```
 */
export function min(x: MatrixLike, options: ReductionOptions = {}): Matrix {
  const operand = toMatrix(x, "the operand", "find the smallest number");
  return apply1(
    choose(minimum, options, "find the smallest number"),
    operand,
  );
}

/**
 * Where the smallest number is, counted from 0: in the whole matrix row by row,
 * in each row, or in each column. In a tie it is the first; a NaN wins over
 * every number, as in NumPy. A place has no derivative: inside a gradient, pass
 * `detach(x)`.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to search.
 * @returns `[1, 1]`; by row `[N, 1]`, an index for each sample; by
 * column `[1, D]`.
 * @throws {RangeError} If there is nothing to search.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The nearest of three
 * ```ts
 * import { argMin, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const distances = matrix([[0.2, 0.7, 0.1], [0.2, 0.3, 0.5]]);
 * assertEquals(argMin(distances, { by: "row" }).toArray(), [[2], [0]]);
 * ```
 */
export function argMin(x: MatrixLike, options: ReductionOptions = {}): Matrix {
  const action = "find where the smallest number is";
  const operand = requirePlain(toMatrix(x, "the operand", action), action);
  choose(minimum, options, action);
  requireNumbers(operand, options.by, action);
  return extremeIndex(operand, options.by, -1);
}
