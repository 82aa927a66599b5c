import { multiply, subtract } from "../formula/elementwise.ts";
import { mean } from "../formula/reduction.ts";
import { shape } from "../matrix/_require.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import { fromFloat64Array } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** How features are scaled: see {@linkcode fitScaler}. */
export interface Scaler {
  /** The mean (平均) of each feature, `[1, D]`. */
  readonly mean: Matrix;
  /** The standard deviation (標準偏差) of each feature, `[1, D]`. */
  readonly deviation: Matrix;
}

/**
 * Measures how features are spread: the mean and the standard deviation of each
 * column, `√(Σ (x - mean)² / N)`. It is fitted on the samples to learn from and
 * on no others, and kept with the model: a new essay is scaled as those were.
 *
 * A column that holds one value only has the deviation 0.
 *
 * @param x The samples to learn from, `[N, D]`.
 * @returns What {@linkcode standardize} needs.
 * @throws {RangeError} If there is no sample.
 * @throws {TypeError} If `x` is no matrix.
 *
 * @example A column that varies, and one that does not
 * ```ts
 * import { fitScaler, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const { mean, deviation } = fitScaler(matrix([[1, 7], [3, 7]]));
 * assertEquals(mean.toArray(), [[2, 7]]);
 * assertEquals(deviation.toArray(), [[1, 0]]);
 * ```
 */
export function fitScaler(x: Matrix): Scaler {
  const action = "fit a scaler";
  requireMatrix(x, "x", action);
  if (x.rows === 0) {
    throw new RangeError(
      `Cannot ${action}: x is ${shape(x)}, at least one row is needed`,
    );
  }
  const center = mean(x, { by: "column" });
  const deviation = new Float64Array(x.columns);
  const values = x.toFloat64Array(), middle = center.toFloat64Array();
  for (let column = 0; column < x.columns; column++) {
    const of = (row: number) => values[row * x.columns + column]!;
    // Away from the mean at most so far: dividing by it first keeps the squares
    // of very large and very small numbers in range.
    let most = 0, varies = false;
    for (let row = 0; row < x.rows; row++) {
      most = Math.max(most, Math.abs(of(row) - middle[column]!));
      // The mean of equal numbers may be off by a rounding.
      varies ||= of(row) !== of(0);
    }
    if (!varies) continue;
    let squares = 0;
    for (let row = 0; row < x.rows; row++) {
      squares += ((of(row) - middle[column]!) / most) ** 2;
    }
    deviation[column] = most * Math.sqrt(squares / x.rows);
  }
  return {
    mean: center,
    deviation: fromFloat64Array(deviation, 1, x.columns),
  };
}

/**
 * Scales features to mean 0 and standard deviation 1 (標準化):
 * `(x - mean) / deviation`. A feature with the deviation 0 becomes 0: nothing
 * was learned about it, so it must not count, whatever it is.
 *
 * @param x Samples, `[N, D]`.
 * @param scaler The spread of the samples to learn from: see {@linkcode
 * fitScaler}.
 * @returns `[N, D]`.
 * @throws {RangeError} If the scaler has not as many features as `x`.
 * @throws {TypeError} If `x` is no matrix or `scaler` no scaler.
 *
 * @example A new sample, scaled as the old ones
 * ```ts
 * import { fitScaler, matrix, standardize } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const scaler = fitScaler(matrix([[10, 7], [30, 7]]));
 * assertEquals(standardize(matrix([40, 8]), scaler).toArray(), [[2, 0]]);
 * ```
 */
export function standardize(x: Matrix, scaler: Scaler): Matrix {
  const action = "standardize";
  requireMatrix(x, "x", action);
  const center = requireMatrix(scaler?.mean, "the scaler's mean", action);
  const deviation = requireMatrix(
    scaler.deviation,
    "the scaler's deviation",
    action,
  );
  for (const [name, row] of Object.entries({ mean: center, deviation })) {
    if (row.rows === 1 && row.columns === x.columns) continue;
    throw new RangeError(
      `Cannot ${action}: x is ${shape(x)} and the scaler's ${name} is ${
        shape(row)
      }, 1x${x.columns} is needed`,
    );
  }
  const factors = deviation.toFloat64Array().map((d) => d === 0 ? 0 : 1 / d);
  return multiply(
    subtract(x, center),
    fromFloat64Array(factors, 1, x.columns),
  );
}
