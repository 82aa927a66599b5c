/**
 * From scores to probabilities, row by row. Every formula stands above its
 * derivative.
 */
import { expOf } from "../elementary/_exp.ts";
import { compiledSoftmax } from "../kernels/kernels.ts";
import { roomForNumbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply1, type Operation } from "../matrix/_operation.ts";
import {
  type Matrix,
  type MatrixLike,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";
import { log1p } from "./_log1p.ts";
import { pairwiseSum } from "./_numpy_sum.ts";

const softmaxOperation: Operation = {
  name: "softmax",
  forward(x) {
    const { rows, columns } = x, X = rowMajor(x);
    const compiled = compiledSoftmax(X, columns);
    if (compiled !== undefined) return wrap(rows, columns, compiled);
    const Y = roomForNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      let largest = -Infinity;
      for (let i = first; i < end; i++) if (X[i]! > largest) largest = X[i]!;
      for (let i = first; i < end; i++) Y[i] = expOf(X[i]! - largest);
      const total = pairwiseSum(Y, first, columns);
      for (let i = first; i < end; i++) Y[i] = Y[i]! / total;
    }
    return wrap(rows, columns, Y);
  },
  // dx = y (dy - Σ dy y), row by row: raising every score of a row alike
  // changes nothing.
  backward: [(dy, y) => {
    const { rows, columns } = y, dY = rowMajor(dy), Y = rowMajor(y);
    const dX = roomForNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      for (let i = first; i < end; i++) dX[i] = dY[i]! * Y[i]!;
      const weighted = pairwiseSum(dX, first, columns);
      for (let i = first; i < end; i++) dX[i] = Y[i]! * (dY[i]! - weighted);
    }
    return wrap(rows, columns, dX);
  }],
};

/**
 * The softmax (ソフトマックス関数) of each row: `y[k] = e^x[k] / Σⱼ e^x[j]`,
 * probabilities from any scores. The largest score of the row is subtracted
 * first, which changes nothing in the result and keeps it finite.
 *
 * Source: the lecture's section 4.2.4; "Deep Learning from Scratch" 3.5.
 *
 * @param x Scores, one row for each sample, `[N, K]`.
 * @returns `[N, K]`, each row between 0 and 1 with the sum 1.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Scores that differ by 1, whatever their size
 * ```ts
 * import { matrix, softmax } from "kobai";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const y = softmax(matrix([[1, 2, 3], [1000, 1001, 1002]]));
 * assertAlmostEquals(y.at(0, 2), 0.6652409557748218, 1e-15);
 * assertEquals(y.toArray()[0], y.toArray()[1]);
 * ```
 */
export function softmax(x: MatrixLike): Matrix {
  return apply1(
    softmaxOperation,
    toMatrix(x, "the operand", "take the softmax"),
  );
}

const logSoftmaxOperation: Operation = {
  name: "logSoftmax",
  forward(x) {
    const { rows, columns } = x, X = rowMajor(x);
    const Y = roomForNumbers(rows * columns), room = roomForNumbers(columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      let top = first;
      for (let i = first + 1; i < end; i++) if (X[i]! > X[top]!) top = i;
      // The largest score's own term is 1: the others go beside it into log1p,
      // so that the logarithm of a probability near 1 keeps its digits.
      const largest = X[top]!;
      for (let i = first, k = 0; i < end; i++) {
        if (i !== top) room[k++] = expOf(X[i]! - largest);
      }
      const rest = log1p(pairwiseSum(room, 0, columns - 1));
      for (let i = first; i < end; i++) Y[i] = (X[i]! - largest) - rest;
    }
    return wrap(rows, columns, Y);
  },
  // dx = dy - softmax(x) Σ dy, row by row.
  backward: [(dy, y) => {
    const { rows, columns } = y, dY = rowMajor(dy), Y = rowMajor(y);
    const dX = roomForNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      const total = pairwiseSum(dY, first, columns);
      for (let i = first; i < end; i++) {
        dX[i] = dY[i]! - expOf(Y[i]!) * total;
      }
    }
    return wrap(rows, columns, dX);
  }],
};

/**
 * The logarithm of the softmax of each row: `y[k] = x[k] - ln Σⱼ e^x[j]`. It
 * equals `log(softmax(x))`, and stays finite and exact where that meets a
 * probability of 0 or near 1.
 *
 * @param x Scores, one row for each sample, `[N, K]`.
 * @returns `[N, K]`, all 0 or less.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example A probability too small for a double
 * ```ts
 * import { logSoftmax, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(logSoftmax(matrix([1000, 0])).toArray(), [[0, -1000]]);
 * ```
 */
export function logSoftmax(x: MatrixLike): Matrix {
  return apply1(
    logSoftmaxOperation,
    toMatrix(x, "the operand", "take the logarithm of the softmax"),
  );
}

const normalization: Operation = {
  name: "normalize",
  forward(x) {
    const action = "turn scores into probabilities";
    const { rows, columns } = x, X = rowMajor(x);
    const Y = roomForNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      for (let i = first; i < end; i++) {
        if (X[i]! < 0) {
          throw new RangeError(
            `Cannot ${action}: row ${row}, column ${i - first} is ${X[i]}, ` +
              "scores of 0 or more are needed; softmax takes any",
          );
        }
      }
      const total = pairwiseSum(X, first, columns);
      if (total === 0 || total === Infinity) {
        throw new RangeError(
          `Cannot ${action}: the sum of row ${row} is ${total}, ` +
            "a finite sum above 0 is needed",
        );
      }
      for (let i = first; i < end; i++) Y[i] = X[i]! / total;
    }
    return wrap(rows, columns, Y);
  },
  // dx = (dy - Σ dy y) / Σ x, row by row.
  backward: [(dy, y, x) => {
    const { rows, columns } = y;
    const dY = rowMajor(dy), Y = rowMajor(y), X = rowMajor(x);
    const dX = roomForNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      const total = pairwiseSum(X, first, columns);
      for (let i = first; i < end; i++) dX[i] = dY[i]! * Y[i]!;
      const weighted = pairwiseSum(dX, first, columns);
      for (let i = first; i < end; i++) dX[i] = (dY[i]! - weighted) / total;
    }
    return wrap(rows, columns, dX);
  }],
};

/**
 * Each row divided by its sum: `y[k] = x[k] / Σⱼ x[j]`, the lecture's
 * `A / (A + B + C)`. That gives probabilities (確率) only where no score is
 * negative and not all are 0; other rows are refused.
 *
 * Source: the lecture's section 4.2.2.
 *
 * @param x Scores of 0 or more, one row for each sample, `[N, K]`.
 * @returns `[N, K]`, each row with the sum 1.
 * @throws {RangeError} If a score is negative, or the sum of a row is 0 or
 * infinite.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Good, ordinary, bad
 * ```ts
 * import { matrix, normalize } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(normalize(matrix([2, 1, 1])).toArray(), [[0.5, 0.25, 0.25]]);
 * ```
 */
export function normalize(x: MatrixLike): Matrix {
  return apply1(
    normalization,
    toMatrix(x, "the operand", "turn scores into probabilities"),
  );
}
