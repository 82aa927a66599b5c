/** The cosine of the angle between vectors, above its derivative. */
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply2, type Operation, type Rule } from "../matrix/_operation.ts";
import { requireFinite, requireOptions, shape } from "../matrix/_require.ts";
import {
  type Matrix,
  type MatrixLike,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";
import { pairwiseSum } from "./_numpy_sum.ts";

const action = "compare directions";

/** How {@linkcode cosineSimilarity} treats a vector of zeros. */
export interface CosineSimilarityOptions {
  /**
   * Added to every length, 0 or more. "Deep Learning from Scratch 2" adds 1e-8;
   * the default is 0, and the cosine with a vector of zeros NaN.
   */
  delta?: number;
}

/** Squares below this or infinite have lost digits: they are scaled first. */
const tiny = 2 ** -900;

/** The length of a row; squares that would not fit do not spoil it. */
function lengthOf(x: Numbers, start: number, n: number, room: Numbers): number {
  for (let k = 0; k < n; k++) room[k] = x[start + k]! * x[start + k]!;
  const square = pairwiseSum(room, 0, n);
  if (square > tiny && square < Infinity) return Math.sqrt(square);
  let largest = 0;
  for (let k = 0; k < n; k++) {
    largest = Math.max(largest, Math.abs(x[start + k]!));
  }
  if (largest === 0 || !(largest < Infinity)) return largest;
  for (let k = 0; k < n; k++) {
    const part = x[start + k]! / largest;
    room[k] = part * part;
  }
  return largest * Math.sqrt(pairwiseSum(room, 0, n));
}

/** The rows of a matrix, each divided by its length, and the lengths. */
function directions(
  x: Matrix,
  delta: number,
): { units: Numbers; lengths: Numbers } {
  const { rows, columns } = x, from = rowMajor(x), room = newNumbers(columns);
  const units = newNumbers(rows * columns), lengths = newNumbers(rows);
  for (let row = 0; row < rows; row++) {
    const first = row * columns;
    const length = lengthOf(from, first, columns, room);
    lengths[row] = length;
    for (let i = first; i < first + columns; i++) {
      units[i] = from[i]! / (length + delta);
    }
  }
  return { units, lengths };
}

/** With u = x / (|x| + delta): dx = dy (v - y · x / |x|) / (|x| + delta). */
function slopeBy(
  dy: Matrix,
  y: Matrix,
  x: Matrix,
  other: Matrix,
  delta: number,
): Matrix {
  const { rows, columns } = x;
  const { units, lengths } = directions(x, delta);
  const { units: others } = directions(other, delta);
  const dY = rowMajor(dy), Y = rowMajor(y), dX = newNumbers(rows * columns);
  for (let row = 0; row < dY.length; row++) {
    const own = rows === 1 ? 0 : row;
    const first = own * columns;
    const second = (other.rows === 1 ? 0 : row) * columns;
    const length = lengths[own]!, longer = length + delta;
    const stretch = length === 0 && delta > 0 ? 0 : longer / length;
    for (let k = 0; k < columns; k++) {
      const across = others[second + k]! -
        Y[row]! * (units[first + k]! * stretch);
      dX[first + k] = dX[first + k]! + dY[row]! * (across / longer);
    }
  }
  return wrap(rows, columns, dX);
}

function cosine(delta: number): Operation {
  const left: Rule = (dy, y, a, b) => slopeBy(dy, y, a, b, delta);
  const right: Rule = (dy, y, a, b) => slopeBy(dy, y, b, a, delta);
  return {
    name: "cosineSimilarity",
    forward(a, b) {
      const { columns } = a, rows = a.rows === 1 ? b.rows : a.rows;
      if (b.columns !== columns || (b.rows !== rows && b.rows !== 1)) {
        throw new RangeError(
          `Cannot ${action}: left is ${shape(a)} and right is ${shape(b)}, ` +
            "the shapes must be equal, or one side a row that fits",
        );
      }
      const A = directions(a, delta).units, B = directions(b, delta).units;
      const y = newNumbers(rows), room = newNumbers(columns);
      for (let row = 0; row < rows; row++) {
        const first = (a.rows === 1 ? 0 : row) * columns;
        const second = (b.rows === 1 ? 0 : row) * columns;
        for (let k = 0; k < columns; k++) {
          room[k] = A[first + k]! * B[second + k]!;
        }
        y[row] = pairwiseSum(room, 0, columns);
      }
      return wrap(rows, 1, y);
    },
    backward: [left, right],
  };
}

/**
 * The cosine similarity (コサイン類似度) of rows, that of the angle between
 * them: `y = Σₖ a[k] b[k] / (|a| |b|)` with `|a| = √(Σₖ a[k]²)`. A single row
 * is compared with every row of the other side.
 *
 * Source: "Deep Learning from Scratch 2" 2.3.5.
 *
 * @param a Vectors, `[N, D]` or `[1, D]`.
 * @param b Vectors, `[N, D]` or `[1, D]`.
 * @param options `delta`: added to each length, default 0.
 * @returns `[N, 1]`, from -1 to 1 (rounding aside).
 * @throws {RangeError} If the shapes do not fit, or `delta` is negative.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Which word is most like the first
 * ```ts
 * import { cosineSimilarity, matrix, takeRows } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const words = matrix([[3, 4], [6, 8], [-4, 3]]);
 * const likeness = cosineSimilarity(words, takeRows(words, [0]));
 * assertEquals(likeness.toArray().map(([y]) => y!.toFixed(6)), [
 *   "1.000000",
 *   "1.000000",
 *   "0.000000",
 * ]);
 * ```
 */
export function cosineSimilarity(
  a: MatrixLike,
  b: MatrixLike,
  options: CosineSimilarityOptions = {},
): Matrix {
  requireOptions(options, ["delta"], action);
  const { delta = 0 } = options;
  requireFinite(delta, "delta", "0 or more", action);
  return apply2(
    cosine(delta),
    toMatrix(a, "left", action),
    toMatrix(b, "right", action),
  );
}
