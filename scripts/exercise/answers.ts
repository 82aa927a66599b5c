/** What the functions of the tasks should give. */
import * as formulas from "./formulas.ts";
import type { Rows, Slope, Surface } from "./arguments.ts";
import type { Call } from "./call.ts";
import type { Result } from "./reply.ts";

/** Rows of numbers, or one of some texts. */
export type Answer =
  | { readonly rows: Rows }
  | { readonly texts: readonly string[] };

/**
 * The categories of the lecture, from the first score to the last, in both
 * languages.
 */
export const categories: readonly (readonly [ja: string, en: string])[] = [
  ["良い", "good"],
  ["普通", "ordinary"],
  ["悪い", "bad"],
];

/** A number as an answer. */
export function number(value: number): Answer {
  return { rows: [[value]] };
}

// deno-lint-ignore no-explicit-any -- a case's arguments fit its function, `cases.ts` sees to it
type Formula = (...args: any[]) => readonly Answer[];

const right: Readonly<Record<string, Formula>> = {
  forward: (x: Rows, W: Rows, b: Rows) => [{
    rows: formulas.forward(x, W, b),
  }],
  probabilities: (scores: Rows) => [{ rows: formulas.shares(scores) }],
  category: (P: Rows) => [{ texts: categories[formulas.argMax(P[0]!)]! }],
  sumSquaredError: (y: Rows, t: Rows) => [
    number(formulas.ofDifferences(y, t)),
  ],
  crossEntropy: (y: Rows, t: Rows) => [number(formulas.crossEntropy(y, t))],
  crossEntropyOfBatch: (y: Rows, t: Rows) => [
    number(formulas.crossEntropy(y, t)),
  ],
  softmax: (scores: Rows) => [{ rows: formulas.softmax(scores) }],
  // with the lecture's delta or without
  loss: (x: Rows, t: Rows, W: Rows) =>
    [1e-7, 0].map((delta) => number(formulas.loss(x, t, W, {}, { delta }))),
  numericalGradient: (f: Surface, W: Rows, h: number) => [{
    rows: formulas.differences(f, W, h),
  }],
  step: (W: Rows, dW: Rows, learningRate: number) => [{
    rows: formulas.step(W, dW, learningRate),
  }],
  descend: (gradient: Slope, W: Rows, rate: number, steps: number) => [{
    rows: formulas.descend(gradient, W, rate, steps),
  }],
};

/**
 * The answers to a call; each of them is right, and the first is the one to
 * show.
 */
export function rightAnswers(call: Call): readonly Answer[] {
  return right[call.name]!(...call.arguments).filter((answer, i) =>
    i === 0 || !("rows" in answer) || answer.rows.flat().every(Number.isFinite)
  );
}

/** How far from an answer is still that answer: `atol + rtol * |answer|`. */
interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

const ordinary: Tolerance = { rtol: 1e-6, atol: 1e-8 };
/** The lecture's delta makes no difference where no probability is near 0. */
const ofLogarithms: Tolerance = { rtol: 1e-5, atol: 1e-6 };

/**
 * Whether a result of a call is this answer; NaN is NaN here, and an infinity
 * itself.
 */
export function isAnswer(call: Call, result: Result, answer: Answer): boolean {
  if ("texts" in answer) {
    return result.kind === "text" && answer.texts.includes(result.text.trim());
  }
  const { rows } = answer;
  if (result.kind !== "rows" || !hasShape(result.rows, rows)) return false;
  const tolerance = /^(crossEntropy|loss)/.test(call.name)
    ? ofLogarithms
    : ordinary;
  return result.rows.every((row, i) =>
    row.every((value, j) => isClose(value, rows[i]![j]!, tolerance))
  );
}

/** Whether two tables have equally many rows and columns. */
export function hasShape(x: Rows, like: Rows): boolean {
  return x.length === like.length && x[0]!.length === like[0]!.length;
}

function isClose(
  value: number,
  wanted: number,
  { rtol, atol }: Tolerance,
): boolean {
  if (!Number.isFinite(wanted)) return Object.is(value, wanted);
  return Math.abs(value - wanted) <= atol + rtol * Math.abs(wanted);
}
