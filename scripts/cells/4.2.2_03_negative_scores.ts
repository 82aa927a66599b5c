/**
 * 4.2.2-03, what the same rule does to a negative score.
 *
 * deno run scripts/cells/4.2.2_03_negative_scores.ts
 */
import { divide, matrix, normalize, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.2-03, what the same rule does to a negative score. */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: { ja: "スコアが負になると", en: "When a score is negative" },
  text: {
    ja:
      "和で割るだけなら計算はできますが、「確率」が 2 や -1 になります。normalize は、確率に" +
      "ならない入力を受け付けず、「0 以上のスコアが必要です」と英語で返事をします。",
    en:
      'Dividing by the sum still gives numbers, but a "probability" of 2 and one of -1. ' +
      "normalize refuses what gives no probability.",
  },
  formula: "P_A = \\frac{A}{A + B + C}",
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
