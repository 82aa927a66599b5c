/** Mistakes of task 9. */
import type { Rows, Slope } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import { type Mistake, mistake, rows, type Wrong } from "./mistake.ts";

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

/** The mistakes in W - η dW, and in many such steps. */
export const inDescent: readonly Mistake[] = [
  mistake({
    name: "uphill",
    title: {
      ja: "勾配の向きに進んでいる（損失が上がる）",
      en: "it climbs along the gradient",
    },
    hint: {
      ja: "損失を下げるには、勾配に学習率を掛けたものを W から引きます。",
      en: "To get down, subtract the gradient times the learning rate.",
    },
  }, inDescentAs((rate) => -rate)),
  mistake({
    name: "noLearningRate",
    title: {
      ja: "学習率を掛けていない",
      en: "the learning rate is left out",
    },
    hint: {
      ja: "勾配に学習率 η を掛けてから引きます。",
      en: "Multiply the gradient by the learning rate before you subtract it.",
    },
  }, inDescentAs(() => 1)),
  mistake({
    name: "notMoved",
    title: { ja: "W が動いていない", en: "W does not move" },
    hint: {
      ja:
        "add や subtract は新しい行列を返すだけで、W は変わりません。1 歩ごとに、その結果を変数に入れてください。",
      en:
        "add and subtract return a new matrix and leave W as it is: put the result of every step into a variable.",
    },
  }, withSteps(() => 0)),
  mistake({
    name: "oneStepOnly",
    title: { ja: "1 歩しか動いていない", en: "one step only" },
    hint: {
      ja: "return がループの中に入っていないか、確かめてください。",
      en: "See whether the return stands inside the loop.",
    },
  }, withSteps(() => 1)),
  mistake(
    {
      name: "wrongNumberOfSteps",
      title: {
        ja: "歩数が 1 回ずれている",
        en: "one step too many, or one too few",
      },
      hint: {
        ja:
          "ループの始まりと終わりを確かめてください（0 から、i < steps の間）。",
        en: "Look at the loop's beginning and end (from 0, while i < steps).",
      },
    },
    withSteps((steps) => steps + 1),
    withSteps((steps) => steps - 1),
  ),
  mistake({
    name: "sameGradient",
    title: {
      ja: "勾配を計算し直していない",
      en: "the gradient is not computed anew",
    },
    hint: {
      ja: "W が動くと勾配も変わります。1 歩ごとに計算し直してください。",
      en: "The gradient changes with the place: compute it anew at every step.",
    },
  }, {
    descend: (slope: Slope, W: Rows, rate: number, steps: number) =>
      rows(formulas.descend(slope, W, rate, steps, W)),
  }),
];
