/** Mistakes of task 7. */
import { number } from "../answers.ts";
import type { Rows } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import {
  noMean,
  noMinus,
  otherLogarithm,
  swapped,
  swappedEntropy,
} from "./cross_entropy.ts";
import {
  classes,
  dividedByClasses,
  type Mistake,
  mistake,
  type Wrong,
} from "./mistake.ts";
import {
  byColumn,
  itself,
  noShift,
  notDivided,
  wholeArray,
} from "./softmax.ts";

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

/** The mistakes in the cross entropy of softmax(xW). */
export const inLoss: readonly Mistake[] = [
  mistake(noMinus, ...inLossAs({}, () => ({ sign: 1 }))),
  mistake(noMean, ...inLossAs({}, () => ({ divisor: 1 }))),
  mistake(
    dividedByClasses,
    ...inLossAs({}, (_, t) => ({ divisor: classes(t) })),
    ...inLossAs({}, (x, t) => ({ divisor: x.length * classes(t) })),
    // one sample as a flat list has as many rows as classes
    ...inLossAs({}, (x, t) => ({
      divisor: x.length === 1 ? classes(t) : x.length,
    })),
  ),
  mistake(
    otherLogarithm,
    ...inLossAs({}, () => ({ log: Math.log10 })),
    ...inLossAs({}, () => ({ log: Math.log2 })),
  ),
  mistake(swapped, {
    loss: (x: Rows, t: Rows, W: Rows) =>
      swappedEntropy(formulas.softmax(formulas.matmul(x, W)), t),
  }),
  mistake(noShift, ...inLossAs({ shift: "none" })),
  mistake(
    wholeArray,
    ...inLossAs({ over: "all" }),
    ...inLossAs({ over: "all", shift: "row" }),
    ...inLossAs({ over: "all", shift: "none" }),
  ),
  mistake(byColumn, ...inLossAs({ over: "column" })),
  mistake(
    {
      name: "noSoftmax",
      title: {
        ja: "ソフトマックスを通していない",
        en: "the scores do not go through softmax",
      },
      hint: {
        ja: "xW はスコアです。ソフトマックスで確率にしてから、損失を求めます。",
        en:
          "xW are scores: softmax makes probabilities of them, then comes the loss.",
      },
    },
    {
      loss: (x: Rows, t: Rows, W: Rows) =>
        number(formulas.crossEntropy(formulas.matmul(x, W), t)),
    },
    // the shares of task 2, by row or of all
    ...inLossAs({ power: itself, shift: "none" }),
    ...inLossAs({ power: itself, shift: "none", over: "all" }),
  ),
  mistake(notDivided, ...inLossAs({ over: "none", shift: "row" })),
];
