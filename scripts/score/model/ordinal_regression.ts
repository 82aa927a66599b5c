/** Ordinal regression (cumulative logit, 順序ロジット) at its optimum. */
import type { Given } from "../essays/essays.ts";
import { fromFloat64Array, type Matrix } from "kobai";
import { minimise, type Objective, PENALTY_C, type Point } from "./newton.ts";

/** Weights and thresholds, and how they were found. */
export interface OrdinalOptimum {
  /** `[D, 1]`: the higher the score, the higher the band. */
  readonly W: Matrix;
  /** `[1, K - 1]`, from the lowest to the highest. */
  readonly thresholds: Matrix;
  /**
   * The mean cross entropy before each step and in the end, without the
   * penalty.
   */
  readonly losses: readonly number[];
  /** The largest derivative of the objective there, by its absolute value. */
  readonly slope: number;
}

/**
 * No score comes near this threshold: a band beyond it that has no essay is not
 * predicted.
 */
const FAR = 1e6;

/**
 * The weights and thresholds that minimise `Σ −ln p(band) + ‖W‖² / 2C`, where
 * `P(band ≤ k) = sigmoid(θ[k] − xW)`; the thresholds are free. What is
 * minimised has no other minimum. A band without an essay gets no probability.
 *
 * Source: P. McCullagh, "Regression Models for Ordinal Data" (1980).
 *
 * @param x Standardised features, `[N, D]`.
 * @param given The band of each row, in the order of the bands.
 * @param classes How many bands there are.
 * @param C How weak the penalty is.
 * @returns The optimum.
 * @throws {RangeError} If it is not reached.
 */
export function fitOrdinalRegression(
  x: Matrix,
  given: Given,
  classes: number,
  C: number = PENALTY_C,
): OrdinalOptimum {
  const counts = new Float64Array(classes);
  for (const band of given) counts[band]!++;
  // Thresholds around a band without an essay would pass each other.
  const places = counts.map((_, band) =>
    counts.subarray(0, band).filter((count) => count > 0).length
  );
  const objective = new CumulativeLogit(
    x,
    new Uint8Array(given).map((band) => places[band]!),
    counts.filter((count) => count > 0),
    C,
  );
  const { parameters, losses, slope } = minimise(
    objective,
    objective.start(),
    "ordinal regression",
  );
  const found = [-FAR, ...parameters.subarray(x.columns), FAR];
  const thresholds = Array.from(
    { length: classes - 1 },
    (_, band) => found[places[band + 1]!]!,
  );
  return {
    W: fromFloat64Array(parameters.slice(0, x.columns), x.columns, 1),
    thresholds: fromFloat64Array(
      Float64Array.from(thresholds),
      1,
      classes - 1,
    ),
    losses: losses.map((loss) => loss / given.length),
    slope,
  };
}

/**
 * The objective for bands that all have essays; parameters are the weights, and
 * behind them the thresholds. The logarithm of a probability is a sum,
 * `ln σ(up) + ln σ(−lo) + ln(1 − e^−gap)` with `up = θ[k] − xW`, `lo = θ[k−1] −
 * xW` and their gap, so that what the gaps give is the same for all rows of a
 * band.
 */
class CumulativeLogit implements Objective {
  readonly #x: Float64Array;
  readonly #columns: number;
  readonly #given: Uint8Array;
  readonly #counts: Float64Array;
  readonly #C: number;
  /** Where the objective was asked for last. */
  #parameters: Float64Array = new Float64Array();

  constructor(
    x: Matrix,
    given: Uint8Array,
    counts: Float64Array,
    C: number,
  ) {
    this.#x = x.toFloat64Array();
    this.#columns = x.columns;
    this.#given = given;
    this.#counts = counts;
    this.#C = C;
  }

  /** No weights, and the thresholds that are best then. */
  start(): Float64Array {
    const bands = this.#counts.length;
    const start = new Float64Array(this.#columns + bands - 1);
    let below = 0;
    for (let band = 0; band < bands - 1; band++) {
      below += this.#counts[band]!;
      start[this.#columns + band] = Math.log(
        below / (this.#given.length - below),
      );
    }
    return start;
  }

  at(parameters: Float64Array): Point {
    this.#parameters = parameters;
    const D = this.#columns, x = this.#x, gradient = parameters.map(() => 0);
    let loss = 0;
    this.#given.forEach((band, row) => {
      const { up, lo } = this.#limits(row);
      loss += softplus(-up) + softplus(lo);
      const byUp = -sigmoid(-up), byLo = sigmoid(lo);
      for (let d = 0; d < D; d++) {
        gradient[d]! -= x[row * D + d]! * (byUp + byLo);
      }
      // The lowest band has no threshold below it, the highest none above.
      if (band > 0) gradient[D + band - 1]! += byLo;
      if (D + band < gradient.length) gradient[D + band]! += byUp;
    });
    this.#eachGap((count, gap, above) => {
      loss -= count * Math.log(-Math.expm1(-gap));
      const slope = count / Math.expm1(gap);
      gradient[above]! -= slope;
      gradient[above - 1]! += slope;
    });
    let squares = 0;
    for (let d = 0; d < D; d++) {
      squares += parameters[d]! ** 2;
      gradient[d]! += parameters[d]! / this.#C;
    }
    return { value: loss + squares / (2 * this.#C), loss, gradient };
  }

  hessian(): Float64Array[] {
    const D = this.#columns, x = this.#x, size = this.#parameters.length;
    const H = Array.from({ length: size }, () => new Float64Array(size));
    this.#given.forEach((band, row) => {
      const { up, lo } = this.#limits(row);
      const byUp = sigmoid(up) * sigmoid(-up),
        byLo = sigmoid(lo) * sigmoid(-lo);
      const at = row * D;
      for (let d = 0; d < D; d++) {
        for (let e = 0; e <= d; e++) {
          H[d]![e]! += (byUp + byLo) * x[at + d]! * x[at + e]!;
        }
      }
      const curve = (threshold: number, curvature: number) => {
        const line = H[D + threshold]!;
        line[D + threshold]! += curvature;
        for (let d = 0; d < D; d++) line[d]! -= curvature * x[at + d]!;
      };
      if (band > 0) curve(band - 1, byLo);
      if (D + band < size) curve(band, byUp);
    });
    this.#eachGap((count, gap, above) => {
      const slope = 1 / Math.expm1(gap),
        curvature = count * slope * (1 + slope);
      H[above]![above]! += curvature;
      H[above - 1]![above - 1]! += curvature;
      H[above]![above - 1]! -= curvature;
    });
    for (let d = 0; d < D; d++) H[d]![d]! += 1 / this.#C;
    return H;
  }

  /** The thresholds around a row's band, less its score. */
  #limits(row: number): { up: number; lo: number } {
    const D = this.#columns, parameters = this.#parameters;
    let score = 0;
    for (let d = 0; d < D; d++) score += this.#x[row * D + d]! * parameters[d]!;
    const band = this.#given[row]!, last = this.#counts.length - 1;
    return {
      up: band < last ? parameters[D + band]! - score : Infinity,
      lo: band > 0 ? parameters[D + band - 1]! - score : -Infinity,
    };
  }

  /** The bands with a threshold on both sides, and where the upper one is. */
  #eachGap(of: (count: number, gap: number, above: number) => void): void {
    for (let band = 1; band < this.#counts.length - 1; band++) {
      const above = this.#columns + band;
      const gap = this.#parameters[above]! - this.#parameters[above - 1]!;
      of(this.#counts[band]!, gap, above);
    }
  }
}

/** `ln(1 + e^z)`. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
