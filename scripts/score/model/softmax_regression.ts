/** Softmax regression at its optimum: what a network is compared with. */
import { fromFloat64Array, type Matrix } from "kobai";

/** How strongly weights are held back: not at all for an infinite one. */
export const PENALTY_C = 100;
/** No derivative of the objective may be further from 0 in the end. */
export const TOLERANCE = 1e-8;
/** Newton's method needs about ten. */
const MOST_STEPS = 200;

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
 * apart without a mistake have an optimum too. Newton's method with halved
 * steps: the same numbers give the same weights.
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
  given: readonly number[],
  classes: number,
  C: number = PENALTY_C,
): Optimum {
  const objective = new Objective(x, given, classes, C);
  let weights = new Float64Array(objective.size);
  let here = objective.at(weights);
  const losses = [here.loss / given.length];
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = largest(here.gradient);
    if (slope <= TOLERANCE) return objective.optimum(weights, losses, slope);
    const direction = solve(objective.hessian(), here.gradient);
    const falling = dot(direction, here.gradient);
    // Near the optimum, rounding is larger than what a step gains.
    const rounding = 1e-12 * Math.abs(here.value);
    let length = 1, next = moved(weights, direction, length);
    let there = objective.at(next);
    while (!(there.value <= here.value - 1e-4 * length * falling + rounding)) {
      length /= 2;
      if (length < 1e-10) throw unreached(slope);
      next = moved(weights, direction, length);
      there = objective.at(next);
    }
    weights = next;
    here = there;
    losses.push(here.loss / given.length);
  }
  throw unreached(largest(here.gradient));
}

function unreached(slope: number): RangeError {
  return new RangeError(
    `Cannot fit softmax regression: its slope is ${slope} after the last step, ` +
      `at most ${TOLERANCE} is needed`,
  );
}

interface Point {
  readonly value: number;
  readonly loss: number;
  readonly gradient: Float64Array;
}

/** The objective; weights are `[D + 1, K]`, the intercepts last. */
class Objective {
  readonly #x: Float64Array;
  readonly #given: readonly number[];
  readonly #rows: number;
  /** Features, with the 1 of the intercept. */
  readonly #inputs: number;
  readonly #classes: number;
  readonly #C: number;
  /** The probabilities where the objective was asked for last, `[N, K]`. */
  readonly #p: Float64Array;

  constructor(x: Matrix, given: readonly number[], classes: number, C: number) {
    this.#rows = x.rows;
    this.#inputs = x.columns + 1;
    this.#given = given;
    this.#classes = classes;
    this.#C = C;
    this.#p = new Float64Array(x.rows * classes);
    const values = x.toFloat64Array(), { columns } = x;
    this.#x = new Float64Array(x.rows * this.#inputs).fill(1);
    for (let row = 0; row < x.rows; row++) {
      for (let column = 0; column < columns; column++) {
        this.#x[row * this.#inputs + column] = values[row * columns + column]!;
      }
    }
  }

  get size(): number {
    return this.#inputs * this.#classes;
  }

  at(weights: Float64Array): Point {
    const D = this.#inputs, K = this.#classes, x = this.#x;
    const p = this.#p.fill(0);
    const gradient = new Float64Array(this.size);
    let loss = 0;
    for (let row = 0; row < this.#rows; row++) {
      const at = row * K;
      for (let d = 0; d < D; d++) {
        for (let k = 0; k < K; k++) {
          p[at + k]! += x[row * D + d]! * weights[d * K + k]!;
        }
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
      for (let d = 0; d < D; d++) {
        for (let k = 0; k < K; k++) {
          const off = p[at + k]! - (k === band ? 1 : 0);
          gradient[d * K + k]! += x[row * D + d]! * off;
        }
      }
    }
    let squares = 0;
    for (let i = 0; i < (D - 1) * K; i++) {
      squares += weights[i]! ** 2;
      gradient[i]! += weights[i]! / this.#C;
    }
    return { value: loss + squares / (2 * this.#C), loss, gradient };
  }

  /**
   * The second derivatives where the objective was asked for last, `[size,
   * size]`.
   */
  hessian(): Float64Array[] {
    const D = this.#inputs, K = this.#classes, x = this.#x, p = this.#p;
    const H = Array.from({ length: D * K }, () => new Float64Array(D * K));
    for (let row = 0; row < this.#rows; row++) {
      for (let k = 0; k < K; k++) {
        for (let l = 0; l < K; l++) {
          const pk = p[row * K + k]!, pl = p[row * K + l]!;
          const curvature = k === l ? pk * (1 - pk) : -pk * pl;
          for (let d = 0; d < D; d++) {
            const scaled = curvature * x[row * D + d]!;
            const line = H[d * K + k]!;
            for (let e = 0; e <= d; e++) {
              line[e * K + l]! += scaled * x[row * D + e]!;
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

  optimum(
    weights: Float64Array,
    losses: readonly number[],
    slope: number,
  ): Optimum {
    const K = this.#classes, end = (this.#inputs - 1) * K;
    return {
      W: fromFloat64Array(weights.slice(0, end), this.#inputs - 1, K),
      b: fromFloat64Array(weights.slice(end), 1, K),
      losses,
      slope,
    };
  }
}

/**
 * Solves `H·d = g` for a symmetric positive definite `H`, of which the part
 * below the diagonal is used (and overwritten): Cholesky's decomposition.
 */
function solve(H: Float64Array[], g: Float64Array): Float64Array {
  const n = g.length, d = g.slice();
  for (let i = 0; i < n; i++) {
    const row = H[i]!;
    for (let j = 0; j <= i; j++) {
      const other = H[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      // Rounding may take a direction without curvature below 0.
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / other[j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) d[i]! -= H[i]![k]! * d[k]!;
    d[i]! /= H[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) d[i]! -= H[k]![i]! * d[k]!;
    d[i]! /= H[i]![i]!;
  }
  return d;
}

function moved(
  weights: Float64Array,
  direction: Float64Array,
  length: number,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(weights, (w, i) => w - length * direction[i]!);
}

function largest(numbers: Float64Array): number {
  return numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
