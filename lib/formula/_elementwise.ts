/**
 * How a formula for single numbers becomes an operation on matrices.
 *
 * A formula comes as a short loop of its own over lists, not as a function of
 * one number: a function called for every number is slower than the arithmetic
 * it does.
 */
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import type { Operation, Rule } from "../matrix/_operation.ts";
import { shape } from "../matrix/_require.ts";
import {
  flipped,
  isScalar,
  isTransposed,
  type Matrix,
  numbersOf,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";

/** Fills the list `y` from a list `x` that is as long. */
export type UnaryLoop = (x: Numbers, y: Numbers) => void;

/**
 * Fills the list `y` from `a[0], a[da], a[2 da], ...` and `b[0], b[db], ...`: a
 * step of 0 repeats a single number, otherwise it is 1.
 */
export type BinaryLoop = (
  a: Numbers,
  b: Numbers,
  y: Numbers,
  da: number,
  db: number,
) => void;

/** Computes `y = f(x)` for every number. */
export function mapValues(x: Matrix, loop: UnaryLoop): Matrix {
  const { rows, columns } = x, y = newNumbers(rows * columns);
  loop(numbersOf(x), y);
  // The transpose of f(x) is f of the transpose, so the order of the numbers
  // may stay.
  return isTransposed(x)
    ? flipped(wrap(columns, rows, y))
    : wrap(rows, columns, y);
}

/** Computes `y = f(a, b)` for two matrices of one shape. */
export function mapPairs(a: Matrix, b: Matrix, loop: BinaryLoop): Matrix {
  const { rows, columns } = a, y = newNumbers(rows * columns);
  loop(rowMajor(a), rowMajor(b), y, 1, 1);
  return wrap(rows, columns, y);
}

/** The operation `y = f(x)` for every number. */
export function unary(name: string, loop: UnaryLoop, rule: Rule): Operation {
  return { name, forward: (x) => mapValues(x, loop), backward: [rule] };
}

/** The operation `y = f(a, b)`, one side repeated where that is needed. */
export function binary(
  name: string,
  loop: BinaryLoop,
  left: Rule,
  right: Rule,
): Operation {
  return {
    name,
    backward: [left, right],
    forward(a, b) {
      if (a.rows === b.rows && a.columns === b.columns) {
        return mapPairs(a, b, loop);
      }
      const rows = broadcastSize(a.rows, b.rows);
      const columns = broadcastSize(a.columns, b.columns);
      if (rows < 0 || columns < 0) {
        throw new RangeError(
          `Cannot ${name} matrices: left is ${shape(a)} and right is ${
            shape(b)
          }, ` +
            "the shapes must be equal, or one side a row, a column or a number that fits",
        );
      }
      const y = newNumbers(rows * columns);
      const da = isScalar(a) ? 0 : 1, db = isScalar(b) ? 0 : 1;
      const left = da === 0 ? rowMajor(a) : repeat(a, rows, columns);
      const right = db === 0 ? rowMajor(b) : repeat(b, rows, columns);
      loop(left, right, y, da, db);
      return wrap(rows, columns, y);
    },
  };
}

function broadcastSize(a: number, b: number): number {
  if (a === b || b === 1) return a;
  return a === 1 ? b : -1;
}

/**
 * The numbers of a matrix, row by row, a single row or column repeated until
 * there are so many.
 */
export function repeat(x: Matrix, rows: number, columns: number): Numbers {
  const from = rowMajor(x);
  if (x.rows === rows && x.columns === columns) return from;
  const to = newNumbers(rows * columns);
  const nextRow = x.rows === 1 ? 0 : x.columns;
  const nextColumn = x.columns === 1 ? 0 : 1;
  for (let row = 0, i = 0; row < rows; row++) {
    let k = row * nextRow;
    for (let column = 0; column < columns; column++, k += nextColumn) {
      to[i++] = from[k]!;
    }
  }
  return to;
}
