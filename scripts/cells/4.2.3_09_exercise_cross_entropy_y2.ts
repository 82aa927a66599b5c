/**
 * 4.2.3-09, exercise: the cross entropy of y2.
 *
 * deno run scripts/cells/4.2.3_09_exercise_cross_entropy_y2.ts
 */
import { crossEntropyError, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.3-09, exercise: the cross entropy of y2.
 */
export const cell: CellData = defineCell({
  number: { ja: "問題", en: "Exercise" },
  title: { ja: "y2 の交差エントロピー誤差", en: "The cross entropy of y2" },
  text: {
    ja: "2 乗和誤差のときと同じ `y2` と `t` です。",
    en: "The same `y2` and `t` as for the sum of squared errors.",
  },
  exercise: {
    ja:
      "`y2` の交差エントロピー誤差を計算してください。`delta` がなければいくつですか。",
    en: "Compute the cross entropy of `y2`. What is it without `delta`?",
  },
  formula: "E = -\\sum_k t_k \\log(y_k + \\delta)",
  inputs: { y2: matrix([0.5, 0.3, 0.2]), t: matrix([0, 1, 0]), delta: 1e-7 },
  run({ y2, t, delta }) {
    // show
    const E = crossEntropyError(y2, t, { delta });
    const withoutDelta = crossEntropyError(y2, t);
    // end
    return { E, withoutDelta };
  },
  worked: ({ y2, t, delta }, { E }) =>
    `-(${
      y2.toArray()[0]!.map((y, k) =>
        `${operand(t.at(0, k))} × log(${short(y)} + ${short(delta)})`
      ).join(" + ")
    }) = ${short(E)}`,
  results: {
    E: {
      label: { ja: "delta を足したとき", en: "With delta" },
      golden: "ex-cee-y2",
    },
    withoutDelta: {
      label: { ja: "delta なし：-log 0.3", en: "Without delta: -log 0.3" },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
