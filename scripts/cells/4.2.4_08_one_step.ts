/**
 * 4.2.4-08, one step of gradient descent, which the lecture describes and does not do.
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
import { type Cell, defineCell } from "../lesson/cell.ts";
import { cellMain } from "../lesson/main.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";
import source from "./4.2.4_08_one_step.ts" with { type: "text" };

/** 4.2.4-08, one step of gradient descent, which the lecture describes and does not do. */
export const cell: Cell = defineCell(import.meta.url, source, {
  number: { ja: "本文、更新", en: "Text, the update" },
  title: { ja: "勾配降下法の 1 歩", en: "One step of gradient descent" },
  text: {
    ja:
      "勾配の逆向きに少しだけ重みを動かすと、損失が下がります。講義は説明だけで計算していません。",
    en:
      "Moving the weights a little against the gradient lowers the loss. The lecture describes " +
      "it and does not do it.",
  },
  formula: "W \\leftarrow W - \\eta \\frac{\\partial E}{\\partial W}",
  inputs: { x, t, W, learningRate: 0.1 },
  run({ x, t, W, learningRate }) {
    const y = softmax(new SimpleNet(W).predict(x));
    const dW = matmul(transpose(x), subtract(y, t));
    const moved = subtract(W, multiply(learningRate, dW));
    const before = new SimpleNet(W).loss(x, t);
    const after = new SimpleNet(moved).loss(x, t);
    return { moved, before, after };
  },
  results: {
    moved: {
      label: { ja: "新しい重み", en: "The new weights" },
      golden: "gd-one-step",
    },
    before: { label: { ja: "前の損失", en: "The loss before" } },
    after: {
      label: { ja: "後の損失", en: "The loss after" },
      golden: "gd-one-step-loss",
    },
  },
  errata: errata("update-never-done"),
});

if (import.meta.main) await cellMain(cell);
