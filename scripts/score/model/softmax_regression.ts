/** Softmax regression at its optimum: what a network is compared with. */
import { fromFloat64Array, type Matrix } from "kobai";
import { minimise, type Objective, PENALTY_C, type Point } from "./newton.ts";

/** Weights, and how they were found. */
export interface Optimum {
  /** `[D, K]`. */
  readonly W: Matrix;
  /** `[1, K]`. */
  readonly b: Matrix;
  /**
   * The mean cross entropy before each step and in the end, without the
   * penalty.
   */
  readonly losses: readonly number[];
  /** The largest derivative of the objective there, by its absolute value. */
  readonly slope: number;
}

/**
 * The weights of softmax regression that minimise `Σ −ln p(band) + ‖W‖² / 2C`,
 * with free intercepts. The penalty is small, so that bands that can be told
 * apart without a mistake have an optimum too.
 *
 * @param x Standardised features, `[N, D]`.
 * @param given The band of each row.
 * @param classes How many bands there are.
 * @param C How weak the penalty is.
 * @returns The optimum.
 * @throws {RangeError} If it is not reached.
 */
export function fitSoftmaxRegression(
  x: Matrix,
  given: ArrayLike<number>,
  classes: number,
  C: number = PENALTY_C,
): Optimum {
  const objective = new CrossEntropy(x, given, classes, C);
  const { parameters, losses, slope } = minimise(
    objective,
    new Float64Array((x.columns + 1) * classes),
    "softmax regression",
  );
  const end = x.columns * classes;
  return {
    W: fromFloat64Array(parameters.slice(0, end), x.columns, classes),
    b: fromFloat64Array(parameters.slice(end), 1, classes),
    losses: losses.map((loss) => loss / given.length),
    slope,
  };
}

/** The objective; weights are `[D + 1, K]`, the intercepts last. */
class CrossEntropy implements Objective {
  readonly #x: Float64Array;
  readonly #given: ArrayLike<number>;
  readonly #rows: number;
  /** Features, with the 1 of the intercept. */
  readonly #inputs: number;
  readonly #classes: number;
  readonly #C: number;
  /** The probabilities where the objective was asked for last, `[N, K]`. */
  readonly #p: Float64Array;

  constructor(x: Matrix, given: ArrayLike<number>, classes: number, C: number) {
    this.#rows = x.rows;
    this.#inputs = x.columns + 1;
    this.#given = given;
    this.#classes = classes;
    this.#C = C;
    this.#p = new Float64Array(x.rows * classes);
    this.#x = x.toFloat64Array();
  }

  at(weights: Float64Array): Point {
    const D = this.#inputs, K = this.#classes, x = this.#x;
    const p = this.#p, intercepts = weights.subarray((D - 1) * K);
    const gradient = new Float64Array(D * K);
    let loss = 0;
    for (let row = 0; row < this.#rows; row++) {
      const at = row * K;
      for (let k = 0; k < K; k++) {
        let score = 0;
        for (let d = 0; d < D - 1; d++) {
          score += x[row * (D - 1) + d]! * weights[d * K + k]!;
        }
        p[at + k] = score + intercepts[k]!;
      }
      let most = p[at]!;
      for (let k = 1; k < K; k++) most = Math.max(most, p[at + k]!);
      const band = this.#given[row]!, own = p[at + band]!;
      let sum = 0;
      for (let k = 0; k < K; k++) {
        sum += p[at + k] = Math.exp(p[at + k]! - most);
      }
      loss += Math.log(sum) - (own - most);
      for (let k = 0; k < K; k++) p[at + k]! /= sum;
      for (let k = 0; k < K; k++) {
        const off = p[at + k]! - (k === band ? 1 : 0);
        for (let d = 0; d < D - 1; d++) {
          gradient[d * K + k]! += x[row * (D - 1) + d]! * off;
        }
        gradient[(D - 1) * K + k]! += off;
      }
    }
    let squares = 0;
    for (let i = 0; i < (D - 1) * K; i++) {
      squares += weights[i]! ** 2;
      gradient[i]! += weights[i]! / this.#C;
    }
    return { value: loss + squares / (2 * this.#C), loss, gradient };
  }

  hessian(): Float64Array[] {
    const D = this.#inputs, K = this.#classes, x = this.#x, p = this.#p;
    const H = Array.from({ length: D * K }, () => new Float64Array(D * K));
    // The 1 of the intercept stands behind a row's features.
    const own = new Float64Array(D).fill(1);
    for (let row = 0; row < this.#rows; row++) {
      for (let d = 0; d < D - 1; d++) own[d] = x[row * (D - 1) + d]!;
      for (let k = 0; k < K; k++) {
        for (let l = 0; l < K; l++) {
          const pk = p[row * K + k]!, pl = p[row * K + l]!;
          const curvature = k === l ? pk * (1 - pk) : -pk * pl;
          for (let d = 0; d < D; d++) {
            const scaled = curvature * own[d]!;
            const line = H[d * K + k]!;
            for (let e = 0; e <= d; e++) {
              line[e * K + l]! += scaled * own[e]!;
            }
          }
        }
      }
    }
    for (let i = 0; i < (D - 1) * K; i++) H[i]![i]! += 1 / this.#C;
    // Equal amounts on all intercepts change nothing: this holds their sum.
    for (let k = 0; k < K; k++) {
      for (let l = 0; l < K; l++) H[(D - 1) * K + k]![(D - 1) * K + l]! += 1;
    }
    return H;
  }
}
