/** From many numbers to few: the whole matrix, each row, or each column. */
import { describe, requireOptions, shape } from "../matrix/_require.ts";
import { mapValues, repeat } from "./_elementwise.ts";
import { pairwiseSum } from "./_numpy_sum.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply1, type Operation } from "../matrix/_operation.ts";
import {
  isScalar,
  type Matrix,
  type MatrixLike,
  requirePlain,
  rowMajor,
  scalar,
  wrap,
} from "../matrix/matrix.ts";

/** What a reduction runs over. */
export interface ReductionOptions {
  /**
   * `"row"`: one result for each row, `[N, 1]` (NumPy's `axis=1,
   * keepdims=True`). `"column"`: one for each column, `[1, D]`
   * (`axis=0`). Left out: one for the whole matrix, `[1, 1]`.
   */
  by?: "row" | "column";
}

const known = ["by"];

type By = ReductionOptions["by"];

/** One operation for each value of `by`. */
interface Reduction {
  readonly whole: Operation;
  readonly row: Operation;
  readonly column: Operation;
}

function reduction(make: (by: By) => Operation): Reduction {
  return { whole: make(undefined), row: make("row"), column: make("column") };
}

function choose(
  reduction: Reduction,
  options: ReductionOptions,
  name: string,
): Operation {
  requireOptions(options, known, name);
  const { by } = options;
  if (by === undefined) return reduction.whole;
  if (by === "row" || by === "column") return reduction[by];
  throw new TypeError(
    `Cannot ${name}: by is ${describe(by)}, "row" or "column" is needed`,
  );
}

function requireNumbers(x: Matrix, by: By, action: string): void {
  const empty = by === "row"
    ? x.columns === 0
    : by === "column"
    ? x.rows === 0
    : false;
  if (empty || (by === undefined && x.rows * x.columns === 0)) {
    throw new RangeError(
      `Cannot ${action}: the matrix is ${
        shape(x)
      }, at least one number is needed`,
    );
  }
}

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
 * added in NumPy's order, pairwise, so that the result is NumPy's to the last
 * bit. The sum of nothing is 0.
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

/** How many numbers go into each result. */
function count(x: Matrix, by: By): number {
  return by === "row"
    ? x.columns
    : by === "column"
    ? x.rows
    : x.rows * x.columns;
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

const maximum = reduction((by) => ({
  name: "max",
  // The whole gradient goes to the number that was found: in a tie to the
  // first.
  backward: [(dy, _y, x) => {
    const found = argMax(x, by === undefined ? {} : { by });
    const { rows, columns } = x, to = newNumbers(rows * columns);
    for (let row = 0; row < found.rows; row++) {
      for (let column = 0; column < found.columns; column++) {
        const index = found.at(row, column);
        const place = by === "row"
          ? row * columns + index
          : by === "column"
          ? index * columns + column
          : index;
        to[place] = dy.at(row, column);
      }
    }
    return wrap(rows, columns, to);
  }],
  forward(x) {
    requireNumbers(x, by, "find the largest number");
    return largest(x, by, (values, place) => values[place]!);
  },
}));

/**
 * The largest number (最大値): of all, of each row, or of each column. A NaN wins
 * over every number, as in NumPy.
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
 * assertEquals(max(matrix([[1, 3, 2], [9, 7, 8]]), { by: "row" }).toArray(), [[3], [9]]);
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
 * @returns `[1, 1]`; by row `[N, 1]`, the category (カテゴリ) of each sample; by
 * column `[1, D]`.
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
  return largest(operand, options.by, (_values, _place, index) => index);
}

/**
 * The largest number of all, of each row or of each column: what `take` makes
 * of its place.
 */
function largest(
  x: Matrix,
  by: By,
  take: (values: Numbers, place: number, index: number) => number,
): Matrix {
  const values = rowMajor(x);
  // Each search has a first place, a step to the next, and a number of places.
  const searches = by === "row" ? x.rows : by === "column" ? x.columns : 1;
  const next = by === "row" ? x.columns : 1;
  const step = by === "column" ? x.columns : 1;
  const places = count(x, by);
  const to = newNumbers(searches);
  for (let search = 0; search < searches; search++) {
    const first = search * next;
    let index = 0;
    for (let i = 1; i < places; i++) {
      const best = values[first + index * step]!;
      if (best !== best) break;
      const value = values[first + i * step]!;
      if (value > best || value !== value) index = i;
    }
    to[search] = take(values, first + index * step, index);
  }
  return by === "row" ? wrap(searches, 1, to) : wrap(1, searches, to);
}
