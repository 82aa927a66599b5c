/**
 * 4.2.3-04, exercise: the cross entropy of y1.
 *
 * deno run scripts/cells/4.2.3_04_exercise_cross_entropy_y1.ts
 */
import { crossEntropyError, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.3-04, exercise: the cross entropy of y1. */
export const cell: CellData = defineCell({
  number: { ja: "問題", en: "Exercise" },
  title: { ja: "y1 の交差エントロピー誤差", en: "The cross entropy of y1" },
  text: {
    ja:
      "正解のクラスに与えた確率 0.7 の対数だけが残ります。講義の最初の版は、log 0 を避けるために" +
      "すべての確率に delta = 1e-7 を足します。",
    en:
      "Only the logarithm of the probability given to the right class, 0.7, remains. The lecture's " +
      "first version adds delta = 1e-7 to every probability, to keep clear of log 0.",
  },
  exercise: {
    ja:
      "cross_entropy_error(y1, t) を計算してください。delta がなければいくつですか。",
    en: "Compute cross_entropy_error(y1, t). What is it without delta?",
  },
  formula: "E = -\\sum_k t_k \\ln(y_k + \\delta)",
  inputs: { y: matrix([0.2, 0.7, 0.1]), t: matrix([0, 1, 0]), delta: 1e-7 },
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
      golden: "ex-cee-y1",
    },
    withoutDelta: {
      label: { ja: "delta なし：-ln 0.7", en: "Without delta: -ln 0.7" },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
