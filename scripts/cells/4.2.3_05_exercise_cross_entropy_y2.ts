/**
 * 4.2.3-05, exercise: the cross entropy of y2.
 *
 * deno run scripts/cells/4.2.3_05_exercise_cross_entropy_y2.ts
 */
import { crossEntropyError, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.3-05, exercise: the cross entropy of y2. */
export const cell: CellData = defineCell({
  number: { ja: "問題", en: "Exercise" },
  title: { ja: "y2 の交差エントロピー誤差", en: "The cross entropy of y2" },
  text: {
    ja:
      "正解のクラスに与えた確率 0.3 の対数だけが残ります。講義の最初の版は、log 0 を避けるために" +
      "すべての確率に delta = 1e-7 を足します。",
    en:
      "Only the logarithm of the probability given to the right class, 0.3, remains. The lecture's " +
      "first version adds delta = 1e-7 to every probability, to keep clear of log 0.",
  },
  exercise: {
    ja:
      "cross_entropy_error(y2, t) を計算してください。delta がなければいくつですか。",
    en: "Compute cross_entropy_error(y2, t). What is it without delta?",
  },
  formula: "E = -\\sum_k t_k \\ln(y_k + \\delta)",
  inputs: { y: matrix([0.5, 0.3, 0.2]), t: matrix([0, 1, 0]), delta: 1e-7 },
  run({ y, t, delta }) {
    // show
    const E = crossEntropyError(y, t, { delta });
    const withoutDelta = crossEntropyError(y, t);
    // end
    return { E, withoutDelta };
  },
  results: {
    E: {
      label: { ja: "講義の最初の版", en: "The lecture's first version" },
      golden: "ex-cee-y2",
    },
    withoutDelta: {
      label: { ja: "delta なし：-ln 0.3", en: "Without delta: -ln 0.3" },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
