/**
 * 4.2.2-02, P(good), P(ordinary), P(bad): each score divided by their sum.
 *
 * deno run scripts/cells/4.2.2_02_scores_to_probabilities.ts
 */
import { divide, matrix, normalize, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.2-02, P(good), P(ordinary), P(bad): each score divided by their sum.
 */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: { ja: "スコアを確率にする", en: "From scores to probabilities" },
  text: {
    ja: "三つの出力を**確率**にするには、それぞれを三つの和で割ります。" +
      "すると、どれも 0 から 1 の間の数になり、足すと 1 になります。" +
      "式のとおりに割っても、ライブラリの `normalize` を使っても同じです。",
    en:
      "Divided by the sum of the three, the outputs become **probabilities**: " +
      "numbers between 0 and 1 that add up to 1. " +
      "The library's `normalize` gives the same as the division that the formula says.",
  },
  formula:
    "P(\\text{良い}) = \\frac{A}{A + B + C} \\quad P(\\text{普通}) = \\frac{B}{A + B + C} " +
    "\\quad P(\\text{悪い}) = \\frac{C}{A + B + C}",
  inputs: { scores: matrix([2, 1, 1]) },
  run({ scores }) {
    // show
    const P = divide(scores, sum(scores));
    const same = normalize(scores);
    // end
    return { P, same };
  },
  worked({ scores }, { P }) {
    const all = scores.toArray()[0]!;
    const total = all.map(operand).join(" + ");
    return all.map((score, k) =>
      `${operand(score)} / (${total}) = ${short(P.at(0, k))}`
    ).join("\n");
  },
  results: {
    P: {
      label: { ja: "三つの確率", en: "The three probabilities" },
      flat: true,
      golden: "eq-normalise",
    },
    same: {
      label: {
        ja: "ライブラリの normalize で",
        en: "By the library's normalize",
      },
      flat: true,
    },
  },
  numpy: {
    code: `import numpy as np

scores = np.array([2, 1, 1])
print(repr(scores / np.sum(scores)))`,
    prints: ["P"],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
