/**
 * 4.2.3-11, N samples: the mean of their losses.
 *
 * deno run scripts/cells/4.2.3_11_mean_of_the_losses.ts
 */
import { divide, log, matrix, multiply, negate, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.3-11, N samples: the mean of their losses.
 */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: { ja: "N 個のデータでは平均", en: "The mean over N samples" },
  text: {
    ja: "データが N 個あるときは、すべての損失の平均を取ります。" +
      "式の $t_{nk}$ は、n 個目のデータの k 次元目の値です。" +
      "行がデータ、列が次元なので、行ごとに損失を求めてから、その平均を計算します。",
    en: "With N samples we take the mean of all losses. " +
      "In the formula $t_{nk}$ is the value of the k-th dimension of the n-th sample. " +
      "Rows are samples and columns dimensions: first a loss for each row, then the mean of those.",
  },
  formula: "E = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\log y_{nk}",
  inputs: {
    y: matrix([[0.8, 0.1, 0.1], [0.3, 0.6, 0.1]]),
    t: matrix([[1, 0, 0], [0, 1, 0]]),
  },
  run({ y, t }) {
    // show
    const rows = negate(sum(multiply(t, log(y)), { by: "row" }));
    const E = divide(sum(rows), y.rows);
    const total = sum(rows);
    // end
    return { rows, E, total };
  },
  worked: ({ y }, { rows, E }) =>
    `(${
      rows.toArray().map(([loss]) => operand(loss!)).join(" + ")
    }) / ${y.rows} = ${short(E)}`,
  results: {
    rows: { label: { ja: "1 件ずつの損失", en: "The loss of each sample" } },
    E: { label: { ja: "損失の平均", en: "The mean of the losses" } },
    total: { label: { ja: "損失の和", en: "The sum of the losses" } },
  },
  errata: errata("sum-or-mean"),
  bothNumbers: { "sum-or-mean": [["total", "E"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
