/** Newton's method for what is curved upwards everywhere. */

/** How weak the penalty on weights is: there is none for an infinite one. */
export const PENALTY_C = 100;
/** No derivative may be further from 0 in the end. */
export const TOLERANCE = 1e-8;
/** Newton's method needs about ten. */
const MOST_STEPS = 200;

/** A sum over samples, with a penalty. */
export interface Objective {
  /** What it is at some parameters; there it is asked next for its hessian. */
  at(parameters: Float64Array): Point;
  /**
   * The second derivatives where it was asked for last: a positive definite
   * matrix, of which the part below the diagonal is used (and overwritten).
   */
  hessian(): Float64Array[];
}

/** An objective at one place. */
export interface Point {
  readonly value: number;
  /** Without the penalty. */
  readonly loss: number;
  readonly gradient: Float64Array;
}

/** Where an objective is least. */
export interface Minimum {
  readonly parameters: Float64Array;
  /** Without the penalty: before each step and in the end. */
  readonly losses: readonly number[];
  /** The largest derivative there, by its absolute value. */
  readonly slope: number;
}

/**
 * Newton's method with halved steps, to a slope of {@linkcode TOLERANCE}: the
 * same numbers give the same parameters.
 *
 * @param objective What is to be least.
 * @param start Where to begin.
 * @param what What is fitted, for the error.
 * @returns Its minimum.
 * @throws {RangeError} If it is not reached.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  what: string,
): Minimum {
  let parameters = start, here = objective.at(parameters);
  const losses = [here.loss];
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = largest(here.gradient);
    if (slope <= TOLERANCE) return { parameters, losses, slope };
    const direction = solve(objective.hessian(), here.gradient);
    const falling = dot(direction, here.gradient);
    // Near the optimum, rounding is larger than what a step gains.
    const rounding = 1e-12 * Math.abs(here.value);
    let length = 1, next = moved(parameters, direction, length);
    let there = objective.at(next);
    while (!(there.value <= here.value - 1e-4 * length * falling + rounding)) {
      length /= 2;
      if (length < 1e-10) throw unreached(what, slope);
      next = moved(parameters, direction, length);
      there = objective.at(next);
    }
    parameters = next;
    here = there;
    losses.push(here.loss);
  }
  throw unreached(what, largest(here.gradient));
}

function unreached(what: string, slope: number): RangeError {
  return new RangeError(
    `Cannot fit ${what}: its slope is ${slope} after the last step, ` +
      `at most ${TOLERANCE} is needed`,
  );
}

/**
 * Solves `H·d = g` for a symmetric positive definite `H`: Cholesky's
 * decomposition.
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
  parameters: Float64Array,
  direction: Float64Array,
  length: number,
): Float64Array {
  return parameters.map((one, i) => one - length * direction[i]!);
}

function largest(numbers: Float64Array): number {
  return numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
