/**
 * 4.2.4-07, softmax of the scores, which the lecture does not print.
 *
 * deno run scripts/cells/4.2.4_07_probabilities.ts
 */
import { argMax, SimpleNet, softmax } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { short } from "../lesson/worked.ts";
import { bandWords, W, x } from "./_lecture.ts";

/**
 * 4.2.4-07, softmax of the scores, which the lecture does not print.
 */
export const cell: CellData = defineCell({
  number: { ja: "途中の値", en: "On the way" },
  title: { ja: "スコアから確率へ", en: "The scores as probabilities" },
  text: {
    ja: "損失を計算する途中の値で、講義には出ていません。" +
      "確率が最も高いのは「良い」です。人の評価は「悪い」なので、この重みではまだ間違えます。",
    en: "A value on the way to the loss, which the lecture does not print. " +
      "良い (good) is the most probable. People rated the essay 悪い (bad): these weights are still wrong.",
  },
  formula: "y_k = \\frac{\\exp(a_k)}{\\sum_j \\exp(a_j)}",
  inputs: { x, W },
  run({ x, W }) {
    // show
    const categories = ["良い", "普通", "悪い"];
    const y = softmax(new SimpleNet(W).predict(x));
    const category = categories[argMax(y).item()];
    // end
    return { y, category };
  },
  worked({ x, W }, { y }) {
    const scores = new SimpleNet(W).predict(x).toArray()[0]!;
    const powers = scores.map((score) => `exp(${short(score)})`);
    return powers.map((power, k) =>
      `${power} / (${powers.join(" + ")}) = ${short(y.at(0, k))}`
    ).join("\n");
  },
  results: {
    y: {
      label: { ja: "三つの確率", en: "The three probabilities" },
      flat: true,
      golden: "softmax-of-predict",
    },
    category: {
      label: { ja: "確率が最も高いもの", en: "The most probable" },
      words: bandWords,
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
