/**
 * 4.2.4-09, where 100 such steps lead.
 *
 * deno run scripts/cells/4.2.4_09_hundred_steps.ts
 */
import {
  matmul,
  matrix,
  multiply,
  SimpleNet,
  softmax,
  subtract,
  transpose,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/** 4.2.4-09, where 100 such steps lead. */
export const cell: CellData = defineCell({
  number: { ja: "その先", en: "Beyond" },
  title: { ja: "勾配降下法の 100 歩", en: "A hundred such steps" },
  text: {
    ja:
      "同じ 1 歩を 100 回くり返します。損失は 0, 1, 2, 5, 10, 20, 50, 100 歩目のものです。" +
      "--learning-rate 0.01 や 1 で、速さの違いを試してください。",
    en:
      "The same step a hundred times; the losses are those after 0, 1, 2, 5, 10, 20, 50 and 100 " +
      "steps. Try --learning-rate 0.01 or 1 and see how the pace changes.",
  },
  formula: "W \\leftarrow W - \\eta \\frac{\\partial E}{\\partial W}",
  inputs: { x, t, W, learningRate: 0.1 },
  run({ x, t, W, learningRate }) {
    // show
    const shown = [1, 2, 5, 10, 20, 50, 100];
    let net = new SimpleNet(W);
    const measured = [net.loss(x, t).item()];
    for (let step = 1; step <= 100; step++) {
      const dW = matmul(transpose(x), subtract(softmax(net.predict(x)), t));
      net = new SimpleNet(subtract(net.W, multiply(learningRate, dW)));
      if (shown.includes(step)) measured.push(net.loss(x, t).item());
    }
    const losses = matrix(measured);
    const y = softmax(net.predict(x));
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
      label: { ja: "最後の確率", en: "The probabilities at the end" },
      flat: true,
    },
  },
  errata: errata("update-never-done"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
