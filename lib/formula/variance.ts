/**
 * How far numbers spread around their mean: of the whole matrix, each row, or
 * each column. Every formula stands above its derivative.
 */
import { toMatrix } from "../matrix/_operand.ts";
import { apply1, type Operation } from "../matrix/_operation.ts";
import { requireFinite } from "../matrix/_require.ts";
import type { Matrix, MatrixLike } from "../matrix/matrix.ts";
import {
  type By,
  count,
  type ReductionOptions,
  requireBy,
  requireNumbers,
} from "./_by.ts";
import { mapRepeated, mapValues } from "./_elementwise.ts";
import { multiply, subtract } from "./elementwise.ts";
import { mean, sum } from "./reduction.ts";

/** What {@linkcode variance} runs over, and what it divides by. */
export interface VarianceOptions extends ReductionOptions {
  /**
   * The squares are divided by their number minus this: 0 (the default, as in
   * NumPy) for the variance of these very numbers, 1 for an estimate from a
   * sample (不偏分散). NumPy's `ddof`.
   */
  correction?: number;
}

/** What the sum of squares is divided by. */
function divisorOf(
  x: Matrix,
  by: By,
  correction: number,
  action: string,
): number {
  requireNumbers(x, by, action);
  const n = count(x, by);
  if (n > correction) return n - correction;
  throw new RangeError(
    `Cannot ${action}: the correction is ${correction} and there are ${n} ` +
      "numbers, a correction below their number is needed",
  );
}

/** The numbers without their mean. */
function centered(x: Matrix, by: By): Matrix {
  return subtract(x, mean(x, by === undefined ? {} : { by }));
}

function meanSquare(x: Matrix, by: By, divisor: number): Matrix {
  const e = centered(x, by);
  const squares = sum(multiply(e, e), by === undefined ? {} : { by });
  return mapValues(squares, (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = x[i]! / divisor;
  });
}

function varianceBy(by: By, correction: number): Operation {
  const divisor = (x: Matrix) =>
    divisorOf(x, by, correction, "take the variance");
  return {
    name: "variance",
    forward: (x) => meanSquare(x, by, divisor(x)),
    // The mean moves as well, but nothing follows from that: the numbers
    // without their mean have the sum 0.
    backward: [
      (dy, _y, x) => multiply(multiply(2 / divisor(x), dy), centered(x, by)),
    ],
  };
}

/**
 * The variance (分散): the mean square of `x - mean`, of all numbers, of each
 * row, or of each column: `y = Σ (x - mean)² / (n - correction)`.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to take the variance over; `correction`: 0, or 1
 * for an estimate from a sample.
 * @returns `[1, 1]`; by row `[N, 1]`; by column `[1, D]`; 0 or more.
 * @throws {RangeError} If there are no more numbers than the correction, or it
 * is negative.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Of these very numbers, and estimated from a sample
 * ```ts
 * import { matrix, variance } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 10], [3, 10]]);
 * assertEquals(variance(x, { by: "column" }).toArray(), [[1, 0]]);
 * const options = { by: "column", correction: 1 } as const;
 * assertEquals(variance(x, options).toArray(), [[2, 0]]);
 * ```
 */
export function variance(
  x: MatrixLike,
  options: VarianceOptions = {},
): Matrix {
  return spread(varianceBy, "take the variance", x, options);
}

function deviationBy(by: By, correction: number): Operation {
  const divisor = (x: Matrix) =>
    divisorOf(x, by, correction, "take the standard deviation");
  return {
    name: "standardDeviation",
    forward: (x) =>
      mapValues(meanSquare(x, by, divisor(x)), (x, y) => {
        for (let i = 0; i < y.length; i++) y[i] = Math.sqrt(x[i]!);
      }),
    backward: [(dy, y, x) => {
      const share = 1 / divisor(x);
      const slopes = mapRepeated(dy, y, (dy, y, to, da, db) => {
        for (let i = 0; i < to.length; i++) {
          const deviation = y[i * db]!;
          to[i] = deviation === 0 ? 0 : share * dy[i * da]! / deviation;
        }
      }, "divide");
      return multiply(slopes, centered(x, by));
    }],
  };
}

/**
 * The standard deviation (標準偏差): the root of the variance, of all numbers,
 * of each row, or of each column: `y = √(Σ (x - mean)² / (n - correction))`.
 * Where all numbers are equal it has a corner, and the derivative is taken to
 * be 0.
 *
 * @param x `[N, D]`.
 * @param options `by`: what to take the deviation over; `correction`: 0, or 1
 * for an estimate from a sample.
 * @returns `[1, 1]`; by row `[N, 1]`; by column `[1, D]`; 0 or more.
 * @throws {RangeError} If there are no more numbers than the correction, or it
 * is negative.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Of every row
 * ```ts
 * import { matrix, standardDeviation } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 5], [7, 7]]);
 * assertEquals(standardDeviation(x, { by: "row" }).toArray(), [[2], [0]]);
 * ```
 */
export function standardDeviation(
  x: MatrixLike,
  options: VarianceOptions = {},
): Matrix {
  return spread(deviationBy, "take the standard deviation", x, options);
}

function spread(
  make: (by: By, correction: number) => Operation,
  action: string,
  x: MatrixLike,
  options: VarianceOptions,
): Matrix {
  const operand = toMatrix(x, "the operand", action);
  const by = requireBy(options, ["by", "correction"], action);
  const { correction = 0 } = options;
  requireFinite(correction, "correction", "0 or more", action);
  return apply1(make(by, correction), operand);
}
