/** The largest number and its place: of all, of each row or of each column. */
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply1 } from "../matrix/_operation.ts";
import {
  type Matrix,
  type MatrixLike,
  requirePlain,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";
import {
  type By,
  choose,
  count,
  reduction,
  type ReductionOptions,
  requireNumbers,
} from "./_by.ts";

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
 * The largest number (最大値): of all, of each row, or of each column. A NaN
 * wins over every number, as in NumPy.
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
