/**
 * From scores to what a unit passes on. Every formula stands above its
 * derivative.
 */
import { type BinaryLoop, mapPairs, unary } from "./_elementwise.ts";
import { apply1, type Operation } from "../matrix/_operation.ts";
import { multiply } from "./elementwise.ts";
import { pairwiseSum } from "./_numpy_sum.ts";
import { newNumbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import {
  type Matrix,
  type MatrixLike,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";

// The slopes follow from the results: y (1 - y), and (1 - y) (1 + y). Where y is
// near 1 the difference has lost its digits, and e^-x gives them back.

const sigmoidSlope: BinaryLoop = (y, x, slope) => {
  for (let i = 0; i < slope.length; i++) {
    const value = y[i]!;
    const rest = value > 0.9 ? value * Math.exp(-x[i]!) : 1 - value;
    slope[i] = value * rest;
  }
};

const tanhSlope: BinaryLoop = (y, x, slope) => {
  for (let i = 0; i < slope.length; i++) {
    const value = Math.abs(y[i]!);
    if (value > 0.9) {
      const e = Math.exp(-2 * Math.abs(x[i]!));
      slope[i] = 4 * e / ((1 + e) * (1 + e));
    } else {
      slope[i] = (1 - value) * (1 + value);
    }
  }
};

const sigmoidOperation = unary(
  "sigmoid",
  (x, y) => {
    // e^-|x| cannot overflow; for x < 0 both sides of the fraction are
    // multiplied by e^x.
    for (let i = 0; i < y.length; i++) {
      const value = x[i]!;
      const e = Math.exp(value < 0 ? value : -value);
      y[i] = (value < 0 ? e : 1) / (1 + e);
    }
  },
  (dy, y, x) => multiply(dy, mapPairs(y, x, sigmoidSlope)),
);

/**
 * The sigmoid (シグモイド関数) of every number: `y = 1 / (1 + e^-x)`.
 *
 * Source: "Deep Learning from Scratch" 3.2.4.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`, between 0 and 1.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The middle, and far out
 * ```ts
 * import { matrix, sigmoid } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sigmoid(matrix([0, 1000, -1000])).toArray(), [[0.5, 1, 0]]);
 * ```
 */
export function sigmoid(x: MatrixLike): Matrix {
  return apply1(
    sigmoidOperation,
    toMatrix(x, "the operand", "take the sigmoid"),
  );
}

const tanhOperation = unary(
  "tanh",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = Math.tanh(x[i]!);
  },
  (dy, y, x) => multiply(dy, mapPairs(y, x, tanhSlope)),
);

/**
 * The hyperbolic tangent (双曲線正接) of every number:
 * `y = (e^x - e^-x) / (e^x + e^-x)`.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`, between -1 and 1.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The middle, and far out
 * ```ts
 * import { matrix, tanh } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tanh(matrix([0, 1000, -1000])).toArray(), [[0, 1, -1]]);
 * ```
 */
export function tanh(x: MatrixLike): Matrix {
  return apply1(
    tanhOperation,
    toMatrix(x, "the operand", "take the hyperbolic tangent"),
  );
}

const reluOperation = unary(
  "relu",
  (x, y) => {
    // Not Math.max and not x > 0 ? x : 0: the comparison must let NaN through,
    // and -0 become 0.
    for (let i = 0; i < y.length; i++) {
      const value = x[i]!;
      y[i] = value <= 0 ? 0 : value;
    }
  },
  (dy, _y, x) =>
    mapPairs(dy, x, (dy, x, dx) => {
      for (let i = 0; i < dx.length; i++) {
        const value = x[i]!;
        dx[i] = value <= 0 ? 0 : value > 0 ? dy[i]! : NaN;
      }
    }),
);

/**
 * The rectified linear unit (ReLU) of every number: `y = max(0, x)`. At its
 * corner, x = 0, the derivative is taken to be 0.
 *
 * Source: "Deep Learning from Scratch" 3.2.7.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`, all 0 or more.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Negative numbers become 0
 * ```ts
 * import { matrix, relu } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(relu(matrix([-2, 0, 3])).toArray(), [[0, 0, 3]]);
 * ```
 */
export function relu(x: MatrixLike): Matrix {
  return apply1(reluOperation, toMatrix(x, "the operand", "take the ReLU"));
}

const softmaxOperation: Operation = {
  name: "softmax",
  forward(x) {
    const { rows, columns } = x, X = rowMajor(x);
    const Y = newNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      let largest = -Infinity;
      for (let i = first; i < end; i++) if (X[i]! > largest) largest = X[i]!;
      for (let i = first; i < end; i++) Y[i] = Math.exp(X[i]! - largest);
      const total = pairwiseSum(Y, first, columns);
      for (let i = first; i < end; i++) Y[i] = Y[i]! / total;
    }
    return wrap(rows, columns, Y);
  },
  // dx = y (dy - Σ dy y), row by row: raising every score of a row alike
  // changes nothing.
  backward: [(dy, y) => {
    const { rows, columns } = y, dY = rowMajor(dy), Y = rowMajor(y);
    const dX = newNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      let weighted = 0;
      for (let i = first; i < end; i++) weighted += dY[i]! * Y[i]!;
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

const normalization: Operation = {
  name: "normalize",
  forward(x) {
    const action = "turn scores into probabilities";
    const { rows, columns } = x, X = rowMajor(x);
    const Y = newNumbers(rows * columns);
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
    const dX = newNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      const total = pairwiseSum(X, first, columns);
      let weighted = 0;
      for (let i = first; i < end; i++) weighted += dY[i]! * Y[i]!;
      for (let i = first; i < end; i++) dX[i] = (dY[i]! - weighted) / total;
    }
    return wrap(rows, columns, dX);
  }],
};

/**
 * Each row divided by its sum: `y[k] = x[k] / Σⱼ x[j]`, the lecture's
 * `A / (A + B + C)`. That gives probabilities (確率) only where no score is negative and not
 * all are 0; other rows are refused.
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
