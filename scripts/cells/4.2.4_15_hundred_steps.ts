/**
 * 4.2.4-15, where 100 such steps lead.
 *
 * deno run scripts/cells/4.2.4_15_hundred_steps.ts
 */
import {
  gradient,
  type Matrix,
  matrix,
  multiply,
  SimpleNet,
  softmax,
  subtract,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-15, where 100 such steps lead.
 */
export const cell: CellData = defineCell({
  number: { ja: "更新", en: "Update" },
  title: { ja: "勾配降下法の 100 歩", en: "A hundred such steps" },
  beyond: true,
  text: {
    ja:
      "同じ 1 歩を 100 回くり返します。損失は 0, 1, 2, 5, 10, 20, 50, 100 歩目のものです。" +
      "`learningRate` を 0.01 や 1 に変えると、速さが変わります。",
    en:
      "The same step a hundred times; the losses are those after 0, 1, 2, 5, 10, 20, 50 and 100 " +
      "steps. With a `learningRate` of 0.01 or 1 the pace is another.",
  },
  formula: "W \\leftarrow W - \\eta \\frac{\\partial L}{\\partial W}",
  inputs: { x, t, W, learningRate: 0.1 },
  run({ x, t, W, learningRate }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const shown = [1, 2, 5, 10, 20, 50, 100];
    let moving = W;
    const measured = [f(moving).item()];
    for (let step = 1; step <= 100; step++) {
      moving = subtract(moving, multiply(learningRate, gradient(f, moving)));
      if (shown.includes(step)) measured.push(f(moving).item());
    }
    const losses = matrix(measured);
    const y = softmax(new SimpleNet(moving).predict(x));
    // end
    return { losses, y };
  },
  results: {
    losses: {
      label: { ja: "損失", en: "The losses" },
      flat: true,
      golden: "gd-100-losses",
    },
    y: {
      label: {
        ja: "最後の「良い」「普通」「悪い」の確率",
        en:
          "The probabilities of 良い, 普通, 悪い (good, ordinary, bad) at the end",
      },
      flat: true,
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
