/**
 * From the score of a unit to what it passes on. Every formula stands above its
 * derivative.
 */
import { expOf } from "../elementary/_exp.ts";
import { sigmoidOf } from "../elementary/_sigmoid.ts";
import { tanhOf } from "../elementary/_tanh.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply1 } from "../matrix/_operation.ts";
import type { Matrix, MatrixLike } from "../matrix/matrix.ts";
import { type BinaryLoop, mapPairs, unary } from "./_elementwise.ts";
import { multiply } from "./elementwise.ts";

// The slopes follow from the results: y (1 - y), and (1 - y) (1 + y). Where y
// is near 1 the difference has lost its digits, and e^-x gives them back.

const sigmoidSlope: BinaryLoop = (y, x, slope) => {
  for (let i = 0; i < slope.length; i++) {
    const value = y[i]!;
    const rest = value > 0.9 ? value * expOf(-x[i]!) : 1 - value;
    slope[i] = value * rest;
  }
};

const tanhSlope: BinaryLoop = (y, x, slope) => {
  for (let i = 0; i < slope.length; i++) {
    const value = Math.abs(y[i]!);
    if (value > 0.9) {
      const e = expOf(-2 * Math.abs(x[i]!));
      slope[i] = 4 * e / ((1 + e) * (1 + e));
    } else {
      slope[i] = (1 - value) * (1 + value);
    }
  }
};

const sigmoidOperation = unary(
  "sigmoid",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = sigmoidOf(x[i]!);
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
    for (let i = 0; i < y.length; i++) y[i] = tanhOf(x[i]!);
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
