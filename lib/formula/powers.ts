/** Powers, roots and absolute values, each above its derivative. */
import { logOf } from "../elementary/_log.ts";
import { powerOf } from "../elementary/_power.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply1, apply2 } from "../matrix/_operation.ts";
import type { Matrix, MatrixLike } from "../matrix/matrix.ts";
import {
  binary,
  type BinaryLoop,
  mapPairs,
  mapRepeated,
  unary,
} from "./_elementwise.ts";
import { multiply } from "./elementwise.ts";
import { sumTo } from "./reduction.ts";

const root = unary(
  "sqrt",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = Math.sqrt(x[i]!);
  },
  (dy, y) =>
    mapPairs(dy, y, (dy, y, dx) => {
      // The root of -0 is -0, but no slope is negative.
      for (let i = 0; i < dx.length; i++) {
        dx[i] = dy[i]! / (2 * Math.abs(y[i]!));
      }
    }),
);

/**
 * The square root (平方根) of every number: `y = √x`. Its slope, `1 / 2√x`, is
 * Infinity at 0; add a small number first where 0 may occur.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`; a negative number gives NaN.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The length of a vector
 * ```ts
 * import { matrix, power, sqrt, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sqrt(sum(power(matrix([3, 4]), 2))).item(), 5);
 * ```
 */
export function sqrt(x: MatrixLike): Matrix {
  return apply1(root, toMatrix(x, "the operand", "take the square root"));
}

const raise = "raise";

const exponentiation = binary(
  "power",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const base = a[i * da]!, exponent = b[i * db]!;
      // A square is rounded once, as NumPy's is.
      y[i] = exponent === 2 ? base * base : powerOf(base, exponent);
    }
  },
  (dy, _y, a, b) =>
    sumTo(multiply(dy, mapRepeated(a, b, slopeByBase, raise)), a),
  (dy, _y, a, b) =>
    sumTo(multiply(dy, mapRepeated(a, b, slopeByExponent, raise)), b),
  raise,
);

const slopeByBase: BinaryLoop = (a, b, y, da, db) => {
  for (let i = 0; i < y.length; i++) {
    const base = a[i * da]!, exponent = b[i * db]!;
    y[i] = exponent === 0 ? 0 : exponent * powerOf(base, exponent - 1);
  }
};

const slopeByExponent: BinaryLoop = (a, b, y, da, db) => {
  for (let i = 0; i < y.length; i++) {
    const base = a[i * da]!, exponent = b[i * db]!;
    // 0 to any power above 0 is 0, and stays so.
    y[i] = base === 0 && exponent > 0
      ? 0
      : powerOf(base, exponent) * logOf(base);
  }
};

/**
 * The power (累乗) number by number: `y = x^p`, repeating rows, columns and
 * numbers as `add` does. The slopes are `p · x^(p - 1)` and, by an exponent
 * that is followed, `x^p · ln x`, which exists only where x is not negative.
 *
 * @param x The base, `[N, D]`, or what can be repeated to it.
 * @param p The exponent, `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`; a negative number to a power that is no integer gives NaN,
 * and anything to the power of 0 gives 1.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Squares, and a cube root
 * ```ts
 * import { matrix, power } from "kobai";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(power(matrix([-3, 0.5]), 2).toArray(), [[9, 0.25]]);
 * assertAlmostEquals(power(8, 1 / 3).item(), 2, 1e-15);
 * ```
 */
export function power(x: MatrixLike, p: MatrixLike): Matrix {
  return apply2(
    exponentiation,
    toMatrix(x, "left", raise),
    toMatrix(p, "right", raise),
  );
}

const magnitude = unary(
  "abs",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = Math.abs(x[i]!);
  },
  (dy, _y, x) =>
    mapPairs(dy, x, (dy, x, dx) => {
      for (let i = 0; i < dx.length; i++) dx[i] = dy[i]! * Math.sign(x[i]!);
    }),
);

/**
 * The absolute value (絶対値) of every number: `y = |x|`. At its corner, x = 0,
 * the derivative is taken to be 0.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`, all 0 or more.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Without signs
 * ```ts
 * import { abs, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(abs(matrix([-2, 0, 3])).toArray(), [[2, 0, 3]]);
 * ```
 */
export function abs(x: MatrixLike): Matrix {
  return apply1(magnitude, toMatrix(x, "the operand", "take absolute values"));
}
