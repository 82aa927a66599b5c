/**
 * 4.2.2-02, P(good), P(ordinary), P(bad): each score divided by their sum.
 *
 * deno run scripts/cells/4.2.2_02_scores_to_probabilities.ts
 */
import { matrix, normalize } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.2-02, P(good), P(ordinary), P(bad): each score divided by their sum. */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: { ja: "スコアを確率にする", en: "From scores to probabilities" },
  text: {
    ja:
      "三つのスコアをその和で割ると、0 から 1 の間の、足して 1 になる数になります。",
    en:
      "Three scores divided by their sum are numbers between 0 and 1 that add up to 1.",
  },
  formula: "P_A = \\frac{A}{A + B + C}",
  inputs: { scores: matrix([2, 1, 1]) },
  run({ scores }) {
    // show
    const P = normalize(scores);
    // end
    return { P };
  },
  results: {
    P: {
      label: { ja: "三つの確率", en: "The three probabilities" },
      flat: true,
      golden: "eq-normalise",
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
