/**
 * Kinds of mistakes: what each would give. A submission's source is never looked at; its results are
 * compared with what the formula gives when somebody makes the mistake.
 */
import { type Answer, categories, number } from "./answers.ts";
import * as formulas from "./formulas.ts";
import type { MistakeName } from "./mistake_messages.ts";
import type { Rows, Slope, Surface } from "./arguments.ts";

/** What a function gives with a mistake; undefined where the mistake makes no difference. */
// deno-lint-ignore no-explicit-any -- a case's arguments fit its function, `cases.ts` sees to it
export type Wrong = (...args: any[]) => Answer | undefined;

/** A mistake: for each function in which it can be made, what comes out. */
export interface Mistake {
  readonly name: MistakeName;
  readonly gives: Readonly<Record<string, Wrong>>;
}

function mistake(
  name: MistakeName,
  ...variants: readonly Readonly<Record<string, Wrong>>[]
): Mistake[] {
  return variants.map((gives) => ({ name, gives }));
}

function rows(rows: Rows | undefined): Answer | undefined {
  return rows && { rows };
}

const classes = (y: Rows): number => y[0]!.length;
const sum = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);
const squares = (d: readonly number[]): number[] => d.map((x) => x ** 2);

const inForward = [
  ...mistake("noBias", {
    forward: (x: Rows, W: Rows) => rows(formulas.matmul(x, W)),
  }),
];

const inCategories = [
  ...mistake("dividedByClasses", {
    probabilities: (scores: Rows) =>
      rows(formulas.shares(scores, (row) => row.length)),
  }),
  ...mistake("dividedByLargest", {
    probabilities: (scores: Rows) =>
      rows(formulas.shares(scores, (row) => Math.max(...row))),
  }),
  ...mistake("dividedByMean", {
    probabilities: (scores: Rows) =>
      rows(formulas.shares(scores, (row) => sum(row) / row.length)),
  }),
  ...mistake("softmaxInstead", {
    probabilities: (scores: Rows) => rows(formulas.softmax(scores)),
  }),
  ...mistake("smallest", {
    category: (P: Rows) => label(formulas.argMax(P[0]!.map((p) => -p))),
  }),
  ...mistake(
    "wrongOrder",
    { probabilities: reversedShares },
    { category: reversedLabel },
    { probabilities: reversedShares, category: reversedLabel },
  ),
];

function reversedShares(scores: Rows): Answer | undefined {
  return rows(formulas.shares(scores).map((row) => row.toReversed()));
}

function reversedLabel(P: Rows): Answer {
  return label(2 - formulas.argMax(P[0]!));
}

function label(index: number): Answer {
  return { texts: categories[index]! };
}

function ofDifferences(f: (d: readonly number[]) => number): {
  sumSquaredError: Wrong;
} {
  return {
    sumSquaredError: (y: Rows, t: Rows) =>
      number(formulas.ofDifferences(y, t, f)),
  };
}

const inSquares = [
  ...mistake("noHalf", ofDifferences((d) => sum(squares(d)))),
  ...mistake(
    "dividedByClasses",
    ofDifferences((d) => sum(squares(d)) / d.length),
    ofDifferences((d) => sum(squares(d)) / 2 / d.length),
  ),
  ...mistake(
    "noSquare",
    ofDifferences((d) => sum(d) / 2),
    ofDifferences((d) => sum(d.map(Math.abs)) / 2),
  ),
  ...mistake(
    "noBrackets",
    ofDifferences((d) => sum(squares(d)) - squares(d)[0]! / 2),
  ),
  ...mistake("root", ofDifferences((d) => Math.sqrt(sum(squares(d))))),
];

/** The same cross entropy in both tasks. */
function inEntropy(options: (y: Rows) => formulas.CrossEntropyOptions): {
  crossEntropy: Wrong;
  crossEntropyOfBatch: Wrong;
} {
  const entropy = (y: Rows, t: Rows) =>
    number(formulas.crossEntropy(y, t, options(y)));
  return { crossEntropy: entropy, crossEntropyOfBatch: entropy };
}

const swapped = (y: Rows, t: Rows) => number(formulas.crossEntropy(t, y));
const ofAll = (y: Rows, t: Rows) =>
  number(formulas.crossEntropy(y, t.map((row) => row.map(() => 1))));

const inCrossEntropy = [
  ...mistake("noMinus", inEntropy(() => ({ sign: 1 }))),
  ...mistake("noMean", inEntropy(() => ({ divisor: 1 }))),
  ...mistake(
    "dividedByClasses",
    inEntropy((y) => ({ divisor: classes(y) })),
    inEntropy((y) => ({ divisor: y.length * classes(y) })),
  ),
  ...mistake(
    "otherLogarithm",
    inEntropy(() => ({ log: Math.log10 })),
    inEntropy(() => ({ log: Math.log2 })),
  ),
  ...mistake("noDelta", inEntropy(() => ({ delta: 0 }))),
  ...mistake("noTarget", { crossEntropy: ofAll, crossEntropyOfBatch: ofAll }),
  ...mistake("swapped", {
    crossEntropy: swapped,
    crossEntropyOfBatch: swapped,
  }),
  ...mistake("firstRowOnly", {
    crossEntropyOfBatch: (y: Rows, t: Rows) =>
      number(formulas.crossEntropy([y[0]!], t)),
  }),
];

const itself = (score: number): number => score;

function inSoftmaxAs(options: formulas.SoftmaxOptions): { softmax: Wrong } {
  return { softmax: (scores: Rows) => rows(formulas.softmax(scores, options)) };
}

const inSoftmax = [
  ...mistake("noShift", inSoftmaxAs({ shift: "none" })),
  ...mistake("largestOfAll", inSoftmaxAs({ shift: "all" })),
  ...mistake(
    "wholeArray",
    inSoftmaxAs({ over: "all" }),
    inSoftmaxAs({ over: "all", shift: "row" }),
    inSoftmaxAs({ over: "all", shift: "none" }),
  ),
  ...mistake("byColumn", inSoftmaxAs({ over: "column" })),
  ...mistake(
    "noExponential",
    inSoftmaxAs({ power: itself, shift: "none" }),
    inSoftmaxAs({ power: itself }),
  ),
  ...mistake(
    "notDivided",
    inSoftmaxAs({ over: "none", shift: "row" }),
    inSoftmaxAs({ over: "none" }),
  ),
];

/** A loss with a mistake, with the lecture's delta and without. */
function inLossAs(
  softmax: formulas.SoftmaxOptions,
  options: (x: Rows, t: Rows) => formulas.CrossEntropyOptions = () => ({}),
): { loss: Wrong }[] {
  return [1e-7, 0].map((delta) => ({
    loss: (x: Rows, t: Rows, W: Rows) =>
      number(formulas.loss(x, t, W, softmax, { delta, ...options(x, t) })),
  }));
}

const inLoss = [
  ...mistake("noMinus", ...inLossAs({}, () => ({ sign: 1 }))),
  ...mistake("noMean", ...inLossAs({}, () => ({ divisor: 1 }))),
  ...mistake(
    "dividedByClasses",
    ...inLossAs({}, (_, t) => ({ divisor: classes(t) })),
    ...inLossAs({}, (x, t) => ({ divisor: x.length * classes(t) })),
    // one sample as a flat list has as many rows as classes
    ...inLossAs({}, (x, t) => ({
      divisor: x.length === 1 ? classes(t) : x.length,
    })),
  ),
  ...mistake(
    "otherLogarithm",
    ...inLossAs({}, () => ({ log: Math.log10 })),
    ...inLossAs({}, () => ({ log: Math.log2 })),
  ),
  ...mistake("swapped", {
    loss: (x: Rows, t: Rows, W: Rows) =>
      swapped(formulas.softmax(formulas.matmul(x, W)), t),
  }),
  ...mistake("noShift", ...inLossAs({ shift: "none" })),
  ...mistake(
    "wholeArray",
    ...inLossAs({ over: "all" }),
    ...inLossAs({ over: "all", shift: "row" }),
    ...inLossAs({ over: "all", shift: "none" }),
  ),
  ...mistake("byColumn", ...inLossAs({ over: "column" })),
  ...mistake(
    "noSoftmax",
    {
      loss: (x: Rows, t: Rows, W: Rows) =>
        number(formulas.crossEntropy(formulas.matmul(x, W), t)),
    },
    // the shares of task 2, by row or of all
    ...inLossAs({ power: itself, shift: "none" }),
    ...inLossAs({ power: itself, shift: "none", over: "all" }),
  ),
  ...mistake("notDivided", ...inLossAs({ over: "none", shift: "row" })),
];

function inGradientAs(
  options:
    | formulas.DifferenceOptions
    | ((h: number) => formulas.DifferenceOptions),
): { numericalGradient: Wrong } {
  return {
    numericalGradient: (f: Surface, W: Rows, h: number) =>
      rows(formulas.differences(
        f,
        W,
        h,
        typeof options === "function" ? options(h) : options,
      )),
  };
}

const inGradient = [
  ...mistake("forwardDifference", inGradientAs({ from: 0 })),
  ...mistake("backwardDifference", inGradientAs({ to: 0 })),
  ...mistake(
    "notPutBack",
    inGradientAs({ left: -1 }),
    inGradientAs({ left: 1 }),
  ),
  ...mistake("writtenIntoW", inGradientAs({ left: "slope" })),
  ...mistake("dividedByH", inGradientAs({ divisor: 1 })),
  // (above - below) / 2 * h
  ...mistake(
    "noBracketsAround2h",
    inGradientAs((h) => ({ divisor: 2 / h ** 2 })),
  ),
  ...mistake(
    "allMoved",
    {
      numericalGradient: (f: Surface, W: Rows, h: number) => {
        const slope = formulas.differenceOfAll(f, W, h);
        return rows(W.map((row) => row.map(() => slope)));
      },
    },
    {
      numericalGradient: (f: Surface, W: Rows, h: number) =>
        number(formulas.differenceOfAll(f, W, h)),
    },
  ),
  ...mistake("otherSign", inGradientAs({ from: 1, to: -1, divisor: 2 })),
];

/** A step with another rate, and the descent that is made of such steps. */
function inDescentAs(rate: (learningRate: number) => number): {
  step: Wrong;
  descend: Wrong;
} {
  return {
    step: (W: Rows, dW: Rows, learningRate: number) =>
      rows(formulas.step(W, dW, rate(learningRate))),
    descend: (slope: Slope, W: Rows, learningRate: number, steps: number) =>
      rows(formulas.descend(slope, W, rate(learningRate), steps)),
  };
}

function withSteps(change: (steps: number) => number): { descend: Wrong } {
  return {
    descend: (slope: Slope, W: Rows, rate: number, steps: number) =>
      rows(formulas.descend(slope, W, rate, change(steps))),
  };
}

const inDescent = [
  ...mistake("uphill", inDescentAs((rate) => -rate)),
  ...mistake("noLearningRate", inDescentAs(() => 1)),
  ...mistake("notMoved", withSteps(() => 0)),
  ...mistake("oneStepOnly", withSteps(() => 1)),
  ...mistake(
    "wrongNumberOfSteps",
    withSteps((steps) => steps + 1),
    withSteps((steps) => steps - 1),
  ),
  ...mistake("sameGradient", {
    descend: (slope: Slope, W: Rows, rate: number, steps: number) =>
      rows(formulas.descend(slope, W, rate, steps, W)),
  }),
];

/** The mistakes of each task, from task 1; the first that explains everything is named. */
export const mistakesOfTasks: readonly (readonly Mistake[])[] = [
  inForward,
  inCategories,
  inSquares,
  inCrossEntropy,
  inCrossEntropy,
  inSoftmax,
  inLoss,
  inGradient,
  inDescent,
];
