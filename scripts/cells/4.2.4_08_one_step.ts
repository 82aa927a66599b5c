/**
 * 4.2.4-08, one step of gradient descent, which the lecture describes and does
 * not do.
 *
 * deno run scripts/cells/4.2.4_08_one_step.ts
 */
import {
  matmul,
  multiply,
  SimpleNet,
  softmax,
  subtract,
  transpose,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-08, one step of gradient descent, which the lecture describes and does
 * not do.
 */
export const cell: CellData = defineCell({
  number: { ja: "本文", en: "Text" },
  title: { ja: "勾配降下法の 1 歩", en: "One step of gradient descent" },
  text: {
    ja:
      "勾配と逆の向きに重みを少しだけ動かすと、損失が下がります。講義は説明だけで、計算はしていません。",
    en:
      "Moving the weights a little against the gradient lowers the loss. The lecture describes " +
      "this and does not compute it.",
  },
  formula: "W \\leftarrow W - \\eta \\frac{\\partial E}{\\partial W}",
  inputs: { x, t, W, learningRate: 0.1 },
  run({ x, t, W, learningRate }) {
    // show
    const y = softmax(new SimpleNet(W).predict(x));
    const dW = matmul(transpose(x), subtract(y, t));
    const moved = subtract(W, multiply(learningRate, dW));
    const before = new SimpleNet(W).loss(x, t);
    const after = new SimpleNet(moved).loss(x, t);
    // end
    return { moved, before, after };
  },
  results: {
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
