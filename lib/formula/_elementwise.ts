/**
 * How a formula for single numbers becomes an operation on matrices.
 *
 * A formula comes as a short loop of its own over arrays, not as a function of
 * one number: a function called for every number is slower than the arithmetic
 * it does.
 */
import { shape } from "../matrix/_require.ts";
import type { Operation, Rule } from "../matrix/_operation.ts";
import {
  flipped,
  isTransposed,
  type Matrix,
  offsetOf,
  rowMajor,
  valuesOf,
  wrap,
} from "../matrix/matrix.ts";
import { carve, carved } from "../matrix/_storage.ts";

/** Writes `Y[y ... y + n]` from `X[x ... x + n]`. */
export type UnaryLoop = (
  X: Float64Array,
  x: number,
  Y: Float64Array,
  y: number,
  n: number,
) => void;

/**
 * Writes `Y[y ... y + n]` from the `n` numbers `A[a]`, `A[a + da]`, ... and
 * `B[b]`, `B[b + db]`, ...: a step of 0 repeats one number, which is all that
 * broadcasting is.
 */
export type BinaryLoop = (
  A: Float64Array,
  a: number,
  da: number,
  B: Float64Array,
  b: number,
  db: number,
  Y: Float64Array,
  y: number,
  n: number,
) => void;

/** Computes `y = f(x)` for every number. */
export function mapValues(x: Matrix, loop: UnaryLoop): Matrix {
  // The transpose of f(x) is f of the transpose, so the order of the numbers
  // may stay.
  if (isTransposed(x)) return flipped(mapValues(flipped(x), loop));
  const source = rowMajor(x);
  const n = x.rows * x.columns;
  const offset = carve(n), to = carved;
  loop(valuesOf(source), offsetOf(source), to, offset, n);
  return wrap(x.rows, x.columns, to, offset);
}

/** Computes `y = f(a, b)` for two matrices of one shape. */
export function mapPairs(a: Matrix, b: Matrix, loop: BinaryLoop): Matrix {
  const left = rowMajor(a), right = rowMajor(b);
  const n = a.rows * a.columns;
  const offset = carve(n), to = carved;
  loop(
    valuesOf(left),
    offsetOf(left),
    1,
    valuesOf(right),
    offsetOf(right),
    1,
    to,
    offset,
    n,
  );
  return wrap(a.rows, a.columns, to, offset);
}

/** The operation `y = f(x)` for every number. */
export function unary(name: string, loop: UnaryLoop, rule: Rule): Operation {
  return { name, forward: (x) => mapValues(x, loop), backward: [rule] };
}

/** The operation `y = f(a, b)` with a row, a column or a 1×1 matrix repeated where needed. */
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
      const A = rowMajor(a), B = rowMajor(b);
      const da = a.columns === 1 ? 0 : 1, db = b.columns === 1 ? 0 : 1;
      const nextA = a.rows === 1 ? 0 : a.columns,
        nextB = b.rows === 1 ? 0 : b.columns;
      const offset = carve(rows * columns), to = carved;
      for (let row = 0; row < rows; row++) {
        loop(
          valuesOf(A),
          offsetOf(A) + row * nextA,
          da,
          valuesOf(B),
          offsetOf(B) + row * nextB,
          db,
          to,
          offset + row * columns,
          columns,
        );
      }
      return wrap(rows, columns, to, offset);
    },
  };
}

function broadcastSize(a: number, b: number): number {
  if (a === b || b === 1) return a;
  return a === 1 ? b : -1;
}
