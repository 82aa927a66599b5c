/**
 * 4.2.4-14, one step of gradient descent, which the lecture describes and does
 * not do.
 *
 * deno run scripts/cells/4.2.4_14_one_step.ts
 */
import { gradient, type Matrix, multiply, SimpleNet, subtract } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-14, one step of gradient descent, which the lecture describes and does
 * not do.
 */
export const cell: CellData = defineCell({
  number: { ja: "更新", en: "Update" },
  title: { ja: "勾配降下法の 1 歩", en: "One step of gradient descent" },
  beyond: true,
  text: {
    ja: "読み取ったとおりに、全部の重みを勾配と逆の向きに少しだけ動かします。" +
      "どれだけ動かすかは、学習率 $\\eta$（`learningRate`）で決めます。すると損失が下がります。",
    en:
      "As we read it, every weight is moved a little against the gradient; the learning rate $\\eta$ " +
      "(`learningRate`) says how much. The loss falls.",
  },
  formula: "W \\leftarrow W - \\eta \\frac{\\partial L}{\\partial W}",
  inputs: { x, t, W, learningRate: 0.1 },
  run({ x, t, W, learningRate }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const dW = gradient(f, W);
    const moved = subtract(W, multiply(learningRate, dW));
    const before = f(W);
    const after = f(moved);
    // end
    return { dW, moved, before, after };
  },
  worked: ({ W, learningRate }, { dW, moved }) =>
    `w₁₁: ${operand(W.at(0, 0))} - ${operand(learningRate)} × ${
      operand(dW.at(0, 0))
    } = ${short(moved.at(0, 0))}`,
  results: {
    dW: { label: { ja: "勾配", en: "The gradient" } },
    moved: {
      label: { ja: "新しい重み", en: "The new weights" },
      golden: "gd-one-step",
    },
    before: { label: { ja: "動かす前の損失", en: "The loss before" } },
    after: {
      label: { ja: "動かした後の損失", en: "The loss after" },
      golden: "gd-one-step-loss",
    },
  },
  errata: errata("update-never-done"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
