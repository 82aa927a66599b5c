/** Sums and means: of the whole matrix, each row, or each column. */
import { newNumbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply1 } from "../matrix/_operation.ts";
import {
  isScalar,
  type Matrix,
  type MatrixLike,
  rowMajor,
  scalar,
  wrap,
} from "../matrix/matrix.ts";
import {
  choose,
  count,
  reduction,
  type ReductionOptions,
  requireNumbers,
} from "./_by.ts";
import { mapValues, repeat } from "./_elementwise.ts";
import { pairwiseSum } from "./_numpy_sum.ts";

/** Repeats a reduced gradient so that it has the shape of what was reduced. */
function repeatTo(dy: Matrix, x: Matrix): Matrix {
  return wrap(x.rows, x.columns, repeat(dy, x.rows, x.columns));
}

const summation = reduction((by) => ({
  name: "sum",
  backward: [(dy, _y, x) => repeatTo(dy, x)],
  forward(x) {
    const { rows, columns } = x, from = rowMajor(x);
    if (by === undefined) return scalar(pairwiseSum(from, 0, rows * columns));
    if (by === "row") {
      const to = newNumbers(rows);
      for (let row = 0; row < rows; row++) {
        to[row] = pairwiseSum(from, row * columns, columns);
      }
      return wrap(rows, 1, to);
    }
    // A single column lies side by side, and NumPy sums it so.
    if (columns === 1) return scalar(pairwiseSum(from, 0, rows));
    const to = newNumbers(columns);
    for (let row = 0, i = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, i++) {
        to[column] = to[column]! + from[i]!;
      }
    }
    return wrap(1, columns, to);
  },
}));

/**
 * The sum (総和): of all numbers, of each row, or of each column. Numbers are
 * added in the order of NumPy 1.24, pairwise, so that the result is NumPy's to
 * the last bit. The sum of nothing is 0.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to sum over.
 * @returns `[1, 1]`; by row `[N, 1]`; by column `[1, D]`.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example All, each row, each column
 * ```ts
 * import { matrix, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 2, 3], [4, 5, 6]]);
 * assertEquals(sum(x).item(), 21);
 * assertEquals(sum(x, { by: "row" }).toArray(), [[6], [15]]);
 * assertEquals(sum(x, { by: "column" }).toArray(), [[5, 7, 9]]);
 * ```
 */
export function sum(x: MatrixLike, options: ReductionOptions = {}): Matrix {
  const operand = toMatrix(x, "the operand", "sum");
  return apply1(choose(summation, options, "sum"), operand);
}

/**
 * Sums a gradient over what broadcasting repeated, back to the operand's own
 * shape.
 */
export function sumTo(dy: Matrix, operand: Matrix): Matrix {
  let total = dy;
  if (operand.rows === 1 && operand.columns === 1) {
    return isScalar(dy) ? dy : sum(dy);
  }
  if (operand.rows !== dy.rows) total = sum(total, { by: "column" });
  if (operand.columns !== dy.columns) total = sum(total, { by: "row" });
  return total;
}

const average = reduction((by) => ({
  name: "mean",
  backward: [(dy, _y, x) => repeatTo(divideBy(dy, count(x, by)), x)],
  forward(x) {
    requireNumbers(x, by, "take the mean");
    return divideBy(sum(x, by === undefined ? {} : { by }), count(x, by));
  },
}));

function divideBy(x: Matrix, divisor: number): Matrix {
  return mapValues(x, (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = x[i]! / divisor;
  });
}

/**
 * The mean (平均): of all numbers, of each row, or of each column.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to take the mean over.
 * @returns `[1, 1]`; by row `[N, 1]`; by column `[1, D]`.
 * @throws {RangeError} If there is nothing to take the mean of.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The mean of every column
 * ```ts
 * import { matrix, mean } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 10], [3, 20]]);
 * assertEquals(mean(x, { by: "column" }).toArray(), [[2, 15]]);
 * ```
 */
export function mean(x: MatrixLike, options: ReductionOptions = {}): Matrix {
  const operand = toMatrix(x, "the operand", "take the mean");
  return apply1(choose(average, options, "take the mean"), operand);
}
