/**
 * 4.2.4-03, In [1]: a softmax that subtracts the largest value.
 *
 * deno run scripts/cells/4.2.4_03_softmax.ts
 */
import {
  divide,
  exp,
  type Matrix,
  matrix,
  max,
  softmax,
  subtract,
  sum,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { short } from "../lesson/worked.ts";

/**
 * 4.2.4-03, In [1]: a softmax that subtracts the largest value.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [1]", en: "In [1]" },
  title: { ja: "ソフトマックスの関数", en: "A function for softmax" },
  text: {
    ja:
      "ネットワークを作る前に、交差エントロピー誤差（4.2.3 節と同じもの）と、スコアを確率にするソフトマックス（`softmax`）を定義します。" +
      "e の累乗はいつも正なので、負のスコアも確率になります。\n\n" +
      "`exp` は大きな数ではすぐに計算できなくなるため、先にスコアから最大値を引きます。" +
      "分母も分子も同じ割合で小さくなるだけなので、答えは変わりません。",
    en:
      "Before the network we define the cross entropy error (that of section 4.2.3) and `softmax`, which turns scores " +
      "into probabilities. A power of e is always positive, so negative scores become probabilities too.\n\n" +
      "`exp` of a large number soon becomes too large to compute, so the largest score is subtracted first. " +
      "Numerator and denominator shrink alike, and the answer stays.",
  },
  formula: "y_k = \\frac{\\exp(a_k - \\max a)}{\\sum_j \\exp(a_j - \\max a)}",
  inputs: { scores: matrix([2, -1, 0]) },
  run({ scores }) {
    // show
    const softmaxOfOne = (a: Matrix) => {
      const powers = exp(subtract(a, max(a)));
      return divide(powers, sum(powers));
    };
    const y = softmaxOfOne(scores);
    const same = softmax(scores);
    // end
    return { y, same };
  },
  worked({ scores }, { y }) {
    const a = scores.toArray()[0]!, most = Math.max(...a);
    const power = (score: number) => `exp(${short(score - most)})`;
    return a.map((score, k) =>
      `${power(score)} / (${a.map(power).join(" + ")}) = ${short(y.at(0, k))}`
    ).join("\n");
  },
  results: {
    y: {
      label: { ja: "三つの確率", en: "The three probabilities" },
      flat: true,
      golden: "eq-normalise-softmax",
    },
    same: {
      label: { ja: "ライブラリの softmax で", en: "By the library's softmax" },
      flat: true,
    },
  },
  numpy: {
    code: `import numpy as np

def softmax(a):
    powers = np.exp(a - np.max(a))
    return powers / np.sum(powers)

print(repr(softmax(np.array([2, -1, 0]))))`,
    prints: ["y"],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
