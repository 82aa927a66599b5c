/**
 * 4.2.4-04, softmax of the scores, which the lecture does not print.
 *
 * deno run scripts/cells/4.2.4_04_probabilities.ts
 */
import { argMax, SimpleNet, softmax } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { W, x } from "./_lecture.ts";

/** 4.2.4-04, softmax of the scores, which the lecture does not print. */
export const cell: CellData = defineCell({
  number: { ja: "softmax", en: "softmax" },
  title: { ja: "スコアから確率へ", en: "The scores as probabilities" },
  text: {
    ja:
      "確率が一番大きいのは 1 番目のクラスです。正解は 3 番目なので、この重みではまだ間違えます。",
    en:
      "The first class is the most likely one. The right one is the third: these weights are " +
      "still wrong.",
  },
  formula: "y_k = \\frac{\\exp(a_k)}{\\sum_j \\exp(a_j)}",
  inputs: { x, W },
  run({ x, W }) {
    // show
    const y = softmax(new SimpleNet(W).predict(x));
    const place = argMax(y).item();
    // end
    return { y, place };
  },
  results: {
    y: {
      label: { ja: "三つの確率", en: "The three probabilities" },
      flat: true,
      golden: "softmax-of-predict",
    },
    place: {
      label: {
        ja: "最大の位置（0 から数える）",
        en: "Where the largest is, from 0",
      },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
