/**
 * 4.2.2-04, what the same rule does to a negative score.
 *
 * deno run scripts/cells/4.2.2_04_negative_scores.ts
 */
import { divide, matrix, normalize, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.2-04, what the same rule does to a negative score.
 */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: { ja: "スコアが負になると", en: "When a score is negative" },
  beyond: true,
  text: {
    ja:
      "和で割る式に、負の数を入れてみます。計算はできますが、「確率」が 2 や -1 になってしまいます。\n\n" +
      "`normalize` は確率にならない入力を受け付けず、0 以上のスコアが必要だと英語で返事をします。" +
      "4.2.4 節のソフトマックスなら、負のスコアも確率にできます。",
    en:
      'Negative numbers in the same rule: it still gives numbers, but a "probability" of 2 and one of -1.\n\n' +
      "`normalize` refuses what gives no probability. The softmax of section 4.2.4 makes probabilities of negative " +
      "scores too.",
  },
  formula: "P(\\text{良い}) = \\frac{A}{A + B + C}",
  inputs: { scores: matrix([2, -1, 0]) },
  run({ scores }) {
    // show
    const quotients = divide(scores, sum(scores));
    let refusal = "";
    try {
      normalize(scores);
    } catch (error) {
      refusal = String(error);
    }
    // end
    return { quotients, refusal };
  },
  results: {
    quotients: {
      label: { ja: "和で割った数", en: "Divided by their sum" },
      flat: true,
      golden: "eq-normalise-negative",
    },
    refusal: { label: { ja: "normalize の返事", en: "What normalize says" } },
  },
  errata: errata("negative-scores"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
