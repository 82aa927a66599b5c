/**
 * 4.2.3-05, exercise, In [6]: the sum of squared errors of y2.
 *
 * deno run scripts/cells/4.2.3_05_exercise_squared_error_y2.ts
 */
import { matrix, sumSquaredError } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.3-05, exercise, In [6]: the sum of squared errors of y2.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [6]", en: "In [6]" },
  title: { ja: "y2 の 2 乗和誤差", en: "The sum of squared errors of y2" },
  text: {
    ja: "もう一つの出力 `y2` です。正解の位置の確率は 0.3 しかありません。",
    en: "Another output, `y2`. It gives the right place only 0.3.",
  },
  exercise: {
    ja:
      "`y2` の 2 乗和誤差を計算し、`y1` の 0.07 と比べてください。どちらのほうが良い予測ですか。",
    en:
      "Compute the sum of squared errors of `y2` and compare it with the 0.07 of `y1`. Which prediction is " +
      "the better one?",
  },
  formula: "E = \\frac{1}{2} \\sum_k (y_k - t_k)^2",
  inputs: { y2: matrix([0.5, 0.3, 0.2]), t: matrix([0, 1, 0]) },
  run({ y2, t }) {
    // show
    const E = sumSquaredError(y2, t);
    // end
    return { E };
  },
  worked: ({ y2, t }, { E }) =>
    `½ [${
      y2.toArray()[0]!.map((y, k) => `(${short(y)} - ${operand(t.at(0, k))})²`)
        .join(" + ")
    }] = ${short(E)}`,
  results: {
    E: {
      label: {
        ja: "y2 の損失：y1 より大きいので、y1 のほうが良い予測",
        en: "The loss of y2: larger, so y1 is the better prediction",
      },
      golden: "ex-mse-y2",
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
