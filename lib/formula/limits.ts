/**
 * Numbers kept above or below others, each above the rules of its derivative.
 */
import { toMatrix } from "../matrix/_operand.ts";
import { apply1, apply2, type Operation } from "../matrix/_operation.ts";
import { describe } from "../matrix/_require.ts";
import type { Matrix, MatrixLike } from "../matrix/matrix.ts";
import { binary, mapPairs, mapValues } from "./_elementwise.ts";
import { greater, greaterEqual, less, lessEqual, where } from "./comparison.ts";
import { sumTo } from "./reduction.ts";

const verb = "compare";

// In a tie the left side is taken, and gets the whole gradient.

const larger = binary(
  "maximum",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const left = a[i * da]!, right = b[i * db]!;
      y[i] = left >= right || left !== left ? left : right;
    }
  },
  (dy, _y, a, b) => sumTo(where(greaterEqual(a, b), dy, 0), a),
  (dy, _y, a, b) => sumTo(where(less(a, b), dy, 0), b),
  verb,
);

/**
 * The larger of two numbers, one by one: `y = max(a, b)`, repeating rows,
 * columns and numbers as `add` does. In a tie the whole gradient goes to the
 * left side; a NaN wins over every number, as in NumPy. For the largest number
 * of one matrix see `max`.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example At least 0
 * ```ts
 * import { matrix, maximum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(maximum(0, matrix([-2, 3])).toArray(), [[0, 3]]);
 * ```
 */
export function maximum(a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(larger, toMatrix(a, "left", verb), toMatrix(b, "right", verb));
}

const smaller = binary(
  "minimum",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const left = a[i * da]!, right = b[i * db]!;
      y[i] = left <= right || left !== left ? left : right;
    }
  },
  (dy, _y, a, b) => sumTo(where(lessEqual(a, b), dy, 0), a),
  (dy, _y, a, b) => sumTo(where(greater(a, b), dy, 0), b),
  verb,
);

/**
 * The smaller of two numbers, one by one: `y = min(a, b)`, repeating rows,
 * columns and numbers as `add` does. In a tie the whole gradient goes to the
 * left side; a NaN wins over every number, as in NumPy. For the smallest number
 * of one matrix see `min`.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example At most the limit of its column
 * ```ts
 * import { matrix, minimum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 20], [5, 30]]);
 * assertEquals(minimum(x, matrix([3, 25])).toArray(), [[1, 20], [3, 25]]);
 * ```
 */
export function minimum(a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(smaller, toMatrix(a, "left", verb), toMatrix(b, "right", verb));
}

function limitation(low: number, high: number): Operation {
  return {
    name: "clip",
    forward: (x) =>
      mapValues(x, (x, y) => {
        for (let i = 0; i < y.length; i++) {
          const value = x[i]!;
          y[i] = value < low ? low : value > high ? high : value;
        }
      }),
    backward: [(dy, _y, x) =>
      mapPairs(dy, x, (dy, x, dx) => {
        for (let i = 0; i < dx.length; i++) {
          const value = x[i]!;
          dx[i] = value < low || value > high
            ? 0
            : value === value
            ? dy[i]!
            : NaN;
        }
      })],
  };
}

/**
 * Every number kept between two limits: `y = min(max(x, low), high)`. The
 * derivative is 1 from the one limit to the other, both included, and 0 beyond.
 *
 * @param x `[N, D]`.
 * @param low The lower limit, a number; -Infinity for none.
 * @param high The upper limit, a number; Infinity for none.
 * @returns `[N, D]`.
 * @throws {RangeError} If a limit is NaN, or `low` is above `high`.
 * @throws {TypeError} If `x` is neither a matrix nor a number, or a limit is no
 * number.
 *
 * @example Gradients kept small
 * ```ts
 * import { clip, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(clip(matrix([-7, 0.5, 2]), -1, 1).toArray(), [[-1, 0.5, 1]]);
 * ```
 */
export function clip(x: MatrixLike, low: number, high: number): Matrix {
  const action = "clip";
  for (const [name, limit] of [["low", low], ["high", high]] as const) {
    if (typeof limit !== "number") {
      throw new TypeError(
        `Cannot ${action}: ${name} is ${
          describe(limit)
        }, a number is needed; ` +
          "minimum(maximum(x, low), high) takes matrices",
      );
    }
  }
  if (!(low <= high)) {
    throw new RangeError(
      `Cannot ${action}: low is ${low} and high is ${high}, ` +
        "numbers with low up to high are needed",
    );
  }
  return apply1(limitation(low, high), toMatrix(x, "the operand", action));
}
