/**
 * 4.2.3-08, exercise: the cross entropy of a batch of two.
 *
 * deno run scripts/cells/4.2.3_08_exercise_cross_entropy_batch.ts
 */
import { crossEntropyError, log, matrix, multiply, negate, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.3-08, exercise: the cross entropy of a batch of two. */
export const cell: CellData = defineCell({
  number: { ja: "In [9]", en: "In [9]" },
  title: {
    ja: "バッチの交差エントロピー誤差",
    en: "The cross entropy of a batch",
  },
  text: {
    ja: "2 件の予測です。1 件ずつの損失を求めてから平均を取ります。",
    en: "Two predictions: a loss for each, then their mean.",
  },
  exercise: {
    ja:
      "2 件の交差エントロピー誤差の平均を計算してください。1 件ずつではいくつですか。",
    en:
      "Compute the mean cross entropy of the two samples. What is it for each of them?",
  },
  formula: "E = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\ln y_{nk}",
  inputs: {
    y: matrix([[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]]),
    t: matrix([[1, 0, 0], [1, 0, 0]]),
    delta: 1e-7,
  },
  run({ y, t, delta }) {
    // show
    const rows = negate(sum(multiply(t, log(y)), { by: "row" }));
    const E = crossEntropyError(y, t);
    const total = sum(rows);
    const withDelta = crossEntropyError(y, t, { delta });
    // end
    return { rows, E, total, withDelta };
  },
  results: {
    rows: {
      label: { ja: "1 件ずつ", en: "Each sample" },
      golden: "ex-cee-batch-rows",
    },
    E: { label: { ja: "平均", en: "The mean" }, golden: "ex-cee-batch" },
    total: {
      label: {
        ja: "和（本文の言葉どおり）",
        en: "The sum (which the text speaks of)",
      },
    },
    withDelta: {
      label: {
        ja: "最初の版の delta を残したとき",
        en: "With the first version's delta",
      },
      golden: "ex-cee-batch-delta",
    },
  },
  errata: errata("sum-or-mean"),
  bothNumbers: { "sum-or-mean": [["total", "E"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
