/**
 * The formulas of the exercises on plain numbers, with options for how they
 * come out when somebody makes a mistake.
 */
import { Matrix } from "kobai";

/** Rows of numbers. */
export type Rows = readonly (readonly number[])[];

/** A function of weights. */
export type Surface = (W: Rows) => number;

/** A gradient. */
export type Slope = (W: Rows) => Matrix;

/** A function that takes rows where it is given matrices. */
export function onRows(
  // deno-lint-ignore no-explicit-any -- the parameters are those of the exercise
  f: (...args: any[]) => unknown,
): (...args: unknown[]) => unknown {
  return (...args) =>
    f(...args.map((one) => one instanceof Matrix ? one.toArray() : one));
}

/** The same of every number in a table. */
export function map(
  x: Rows,
  f: (value: number, i: number, j: number) => number,
): Rows {
  return x.map((row, i) => row.map((value, j) => f(value, i, j)));
}

/** The sum of some numbers. */
export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Rows as columns. */
export function flip(x: Rows): Rows {
  return x[0]!.map((_, j) => x.map((row) => row[j]!));
}

/** `xW`. */
export function matmul(x: Rows, W: Rows): Rows {
  return x.map((row) =>
    W[0]!.map((_, j) => total(row.map((value, k) => value * W[k]![j]!)))
  );
}

/** `xW + b`. */
export function forward(x: Rows, W: Rows, b: Rows): Rows {
  return map(matmul(x, W), (value, _, j) => value + b[0]![j]!);
}

/** Each score divided by something, by default the sum of its row. */
export function shares(
  scores: Rows,
  divisor: (row: readonly number[]) => number = total,
): Rows {
  return scores.map((row) => row.map((value) => value / divisor(row)));
}

/** The index of a row's largest number; the first in a tie. */
export function argMax(row: readonly number[]): number {
  return row.indexOf(Math.max(...row));
}

/** `½ Σ (y - t)²`, or a function of the differences in other ways. */
export function ofDifferences(
  y: Rows,
  t: Rows,
  f: (differences: readonly number[]) => number = (d) =>
    total(d.map((value) => value ** 2)) / 2,
): number {
  return f(map(y, (value, i, j) => value - t[i]![j]!).flat());
}

/** How a cross entropy is computed. */
export interface CrossEntropyOptions {
  readonly log?: (x: number) => number;
  readonly sign?: 1 | -1;
  /** Added to y inside the logarithm. */
  readonly delta?: number;
  /** What the sum is divided by; default the number of rows. */
  readonly divisor?: number;
}

/** `-1/N Σₙ Σₖ t ln(y + δ)`. */
export function crossEntropy(
  y: Rows,
  t: Rows,
  { log = Math.log, sign = -1, delta = 1e-7, divisor = y.length }:
    CrossEntropyOptions = {},
): number {
  const terms = map(y, (value, i, j) => t[i]![j]! * log(value + delta));
  return sign * total(terms.flat()) / divisor;
}

/** What belongs together in a table. */
type Group = "row" | "column" | "all";

/** How a softmax is computed. */
export interface SoftmaxOptions {
  /** What sums to 1. */
  readonly over?: Group | "none";
  /**
   * Of what the largest score is subtracted before; by default of what sums to
   * 1.
   */
  readonly shift?: Group | "none";
  /** What becomes of a score. */
  readonly power?: (score: number) => number;
}

/** `exp(a) / Σ exp(a)` for each row. */
export function softmax(
  scores: Rows,
  { over = "row", shift = over, power = Math.exp }: SoftmaxOptions = {},
): Rows {
  const largest = shift === "none"
    ? undefined
    : ofGroups(scores, shift, (group) => Math.max(...group));
  const powers = map(
    scores,
    (score, i, j) => power(score - (largest?.[i]?.[j] ?? 0)),
  );
  if (over === "none") return powers;
  const sums = ofGroups(powers, over, total);
  return map(powers, (value, i, j) => value / sums[i]![j]!);
}

/** For each number in a table something of its group. */
function ofGroups(
  x: Rows,
  by: Group,
  f: (group: readonly number[]) => number,
): Rows {
  if (by === "column") return flip(ofGroups(flip(x), "row", f));
  if (by === "row") {
    return x.map((row) => {
      const value = f(row);
      return row.map(() => value);
    });
  }
  const value = f(x.flat());
  return map(x, () => value);
}

/** Each number by itself: `1 / (1 + exp(-a))`. */
export function sigmoid(x: Rows): Rows {
  return map(x, (value) => 1 / (1 + Math.exp(-value)));
}

/** 1 for the largest number of each row, 0 for all others. */
export function onlyLargest(x: Rows): Rows {
  return x.map((row) => row.map((_, j) => j === argMax(row) ? 1 : 0));
}

/** The mean cross entropy of `softmax(xW)`. */
export function loss(
  x: Rows,
  t: Rows,
  W: Rows,
  softmaxOptions: SoftmaxOptions = {},
  options: CrossEntropyOptions = {},
): number {
  return crossEntropy(softmax(matmul(x, W), softmaxOptions), t, options);
}

/** How a numerical gradient is computed. */
export interface DifferenceOptions {
  /** The places at which the function is evaluated, in steps of h. */
  readonly from?: number;
  readonly to?: number;
  /** What the difference is divided by, in steps of h. */
  readonly divisor?: number;
  /**
   * Where a weight is left afterwards, in steps of h; or that its slope is put
   * there.
   */
  readonly left?: number | "slope";
}

/** `(f(w + h) - f(w - h)) / 2h` for each weight w. */
export function differences(
  f: Surface,
  W: Rows,
  h: number,
  { from = -1, to = 1, divisor = to - from, left = 0 }: DifferenceOptions = {},
): Rows {
  const w = W.map((row) => [...row]);
  return map(W, (value, i, j) => {
    const at = (steps: number) => {
      w[i]![j] = value + steps * h;
      return f(w);
    };
    const slope = (at(to) - at(from)) / (divisor * h);
    w[i]![j] = left === "slope" ? slope : value + left * h;
    return slope;
  });
}

/**
 * The difference between all weights moved up and all moved down, divided by
 * 2h.
 */
export function differenceOfAll(f: Surface, W: Rows, h: number): number {
  const at = (steps: number) => f(map(W, (value) => value + steps * h));
  return (at(1) - at(-1)) / (2 * h);
}

/** `W - η dW`; a rate below 0 climbs. */
export function step(W: Rows, dW: Rows, learningRate: number): Rows {
  return map(W, (value, i, j) => value - learningRate * dW[i]![j]!);
}

/**
 * So many steps of gradient descent, with the gradient at each place or
 * `gradientAt` one.
 */
export function descend(
  gradient: Slope,
  W: Rows,
  learningRate: number,
  steps: number,
  gradientAt?: Rows,
): Rows {
  let at = W;
  for (let i = 0; i < steps; i++) {
    at = step(at, gradient(gradientAt ?? at).toArray(), learningRate);
  }
  return at;
}
