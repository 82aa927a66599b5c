/**
 * 4.2.3-03, exercise: the sum of squared errors of y2.
 *
 * deno run scripts/cells/4.2.3_03_exercise_squared_error_y2.ts
 */
import { matrix, sumSquaredError } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.3-03, exercise: the sum of squared errors of y2. */
export const cell: CellData = defineCell({
  number: { ja: "問題", en: "Exercise" },
  title: { ja: "y2 の二乗和誤差", en: "The sum of squared errors of y2" },
  text: {
    ja: "y2 は正解のクラスに 0.3 しか与えていません。",
    en: "y2 gives the right class only 0.3.",
  },
  exercise: {
    ja:
      "mean_squared_error(y2, t) を計算し、y1 の 0.07 と比べてください。どちらのほうが良い予測ですか。",
    en:
      "Compute mean_squared_error(y2, t) and compare it with the 0.07 of y1. Which prediction is " +
      "the better one?",
  },
  formula: "E = \\frac{1}{2} \\sum_k (y_k - t_k)^2",
  inputs: { y: matrix([0.5, 0.3, 0.2]), t: matrix([0, 1, 0]) },
  run({ y, t }) {
    // show
    const E = sumSquaredError(y, t);
    // end
    return { E };
  },
  results: {
    E: {
      label: {
        ja: "y2 の損失：y1 より大きい",
        en: "The loss of y2: larger than that of y1",
      },
      golden: "ex-mse-y2",
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
