/**
 * 4.2.2-04, softmax of the same scores.
 *
 * deno run scripts/cells/4.2.2_04_softmax_instead.ts
 */
import { matrix, softmax } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.2-04, softmax of the same scores. */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: {
    ja: "同じスコアをソフトマックスに通す",
    en: "The same scores through softmax",
  },
  text: {
    ja:
      "e の累乗はいつも正なので、ソフトマックスならどんなスコアも確率になります（4.2.4 節）。",
    en:
      "A power of e is always positive, so softmax makes probabilities of any scores " +
      "(section 4.2.4).",
  },
  formula: "P_k = \\frac{\\exp(a_k)}{\\sum_j \\exp(a_j)}",
  inputs: { scores: matrix([2, -1, 0]) },
  run({ scores }) {
    // show
    const P = softmax(scores);
    // end
    return { P };
  },
  results: {
    P: {
      label: { ja: "三つの確率", en: "The three probabilities" },
      flat: true,
      golden: "eq-normalise-softmax",
    },
  },
  errata: errata("negative-scores"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
