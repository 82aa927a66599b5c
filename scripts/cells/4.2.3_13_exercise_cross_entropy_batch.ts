/**
 * 4.2.3-13, exercise, In [9]: the cross entropy of two samples.
 *
 * deno run scripts/cells/4.2.3_13_exercise_cross_entropy_batch.ts
 */
import { crossEntropyError, log, matrix, multiply, negate, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.3-13, exercise, In [9]: the cross entropy of two samples.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [9]", en: "In [9]" },
  title: {
    ja: "2 件の交差エントロピー誤差",
    en: "The cross entropy of two samples",
  },
  text: {
    ja:
      "二つの出力 `y` と、人の評価 `t` です。どちらの作文も「良い」と評価されました。",
    en:
      "Two outputs `y` and the ratings `t`. People rated both essays 良い (good).",
  },
  exercise: {
    ja:
      "2 件の交差エントロピー誤差の平均を計算してください。1 件ずつではいくつですか。",
    en:
      "Compute the mean cross entropy of the two samples. What is it for each of them?",
  },
  formula: "E = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\log y_{nk}",
  inputs: {
    y: matrix([[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]]),
    t: matrix([[1, 0, 0], [1, 0, 0]]),
    delta: 1e-7,
  },
  run({ y, t, delta }) {
    // show
    const rows = negate(sum(multiply(t, log(y)), { by: "row" }));
    const E = crossEntropyError(y, t);
    const withDelta = crossEntropyError(y, t, { delta });
    // end
    return { rows, E, withDelta };
  },
  worked({ y, t }, { E }) {
    const logs = y.toArray().flatMap((row, n) =>
      row.flatMap((y, k) => t.at(n, k) === 0 ? [] : [`log ${operand(y)}`])
    );
    return `-(${logs.join(" + ")}) / ${y.rows} = ${short(E)}`;
  },
  results: {
    rows: {
      label: { ja: "1 件ずつ", en: "Each sample" },
      golden: "ex-cee-batch-rows",
    },
    E: { label: { ja: "平均", en: "The mean" }, golden: "ex-cee-batch" },
    withDelta: {
      label: {
        ja: "In [7] の delta を残したとき",
        en: "With the delta of In [7]",
      },
      golden: "ex-cee-batch-delta",
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
