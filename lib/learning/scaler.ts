import { divide, multiply } from "../formula/elementwise.ts";
import { pairwiseSum } from "../formula/_numpy_sum.ts";
import { roomForNumbers } from "../matrix/_numbers.ts";
import { apply1, type Operation } from "../matrix/_operation.ts";
import { shape } from "../matrix/_require.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import { fromFloat64Array } from "../matrix/make.ts";
import { type Matrix, rowMajor, wrap } from "../matrix/matrix.ts";
import { largestOf, powerNear } from "./_range.ts";

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
  const values = rowMajor(x);
  // One column at a time, in the same place: a table may be large.
  const column = new Float64Array(x.rows);
  const take = (k: number): Float64Array => {
    for (let row = 0; row < x.rows; row++) {
      column[row] = values[row * x.columns + k]!;
    }
    return column;
  };
  const features = Array.from({ length: x.columns }, (_, k) => k);
  // Near 1 no sum and no square leaves the range, and no digit changes.
  const powers = rowOf(features.map((k) => powerNear(largestOf(take(k)))));
  // What `mean(multiply(x, powers), { by: "column" })` is, without the product.
  const center = rowOf(features.map((k) => {
    const own = take(k), power = powers.at(0, k);
    for (let row = 0; row < x.rows; row++) own[row] = own[row]! * power;
    const total = x.columns === 1
      ? pairwiseSum(own, 0, x.rows)
      : own.reduce((sum, value) => sum + value, 0);
    return total / x.rows;
  }));
  const deviations = features.map((k) => {
    const away = take(k);
    // The mean of equal numbers may be off by a rounding.
    if (away.every((value) => value === away[0])) return 0;
    const power = powers.at(0, k), middle = center.at(0, k);
    for (let row = 0; row < x.rows; row++) {
      away[row] = away[row]! * power - middle;
    }
    const most = largestOf(away);
    const squares = away.reduce((sum, value) => {
      const part = value / most;
      return sum + part * part;
    }, 0);
    return most * Math.sqrt(squares / x.rows) / power;
  });
  return { mean: divide(center, powers), deviation: rowOf(deviations) };
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
  const d = deviation.toFloat64Array(), m = center.toFloat64Array();
  // Near 1 neither x - mean nor 1 / deviation leaves the range.
  const powers = d.map((value, k) =>
    powerNear(Math.max(value, Math.abs(m[k]!)))
  );
  const factors = d.map((value, k) =>
    value === 0 ? 0 : 1 / (value * powers[k]!)
  );
  return apply1(standardization(m, powers, factors), x);
}

/** `(x · power - mean · power) · factor` in one pass: a table may be large. */
function standardization(
  means: Float64Array,
  powers: Float64Array,
  factors: Float64Array,
): Operation {
  const middles = means.map((mean, k) => mean * powers[k]!);
  return {
    name: "standardize",
    forward(x) {
      const from = rowMajor(x), to = roomForNumbers(from.length);
      for (let row = 0, i = 0; row < x.rows; row++) {
        for (let k = 0; k < x.columns; k++, i++) {
          to[i] = (from[i]! * powers[k]! - middles[k]!) * factors[k]!;
        }
      }
      return wrap(x.rows, x.columns, to);
    },
    backward: [(dy) => multiply(multiply(dy, rowOf(factors)), rowOf(powers))],
  };
}

function rowOf(values: ArrayLike<number>): Matrix {
  return fromFloat64Array(Float64Array.from(values), 1, values.length);
}
