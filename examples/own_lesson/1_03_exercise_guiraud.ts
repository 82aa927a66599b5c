/**
 * 1-03, exercise: Guiraud's index.
 *
 * deno run examples/own_lesson/1_03_exercise_guiraud.ts
 */
import { divide, exp, log, matrix, multiply } from "kobai";
import { type CellData, defineCell } from "../../scripts/lesson/cell.ts";

/** 1-03, exercise: Guiraud's index. */
export const cell: CellData = defineCell({
  number: { ja: "問題", en: "Exercise" },
  title: { ja: "ギロー指数", en: "Guiraud's index" },
  text: {
    ja: "延べ語数の平方根で割ると、長さの影響が小さくなります。",
    en: "Divided by the square root of the tokens, length matters less.",
  },
  exercise: {
    ja:
      "作文 A, B, C のギロー指数を計算してください。順位はタイプ・トークン比と同じですか。",
    en:
      "Compute Guiraud's index of the essays A, B and C. Do they come in the same order as by " +
      "their ratios?",
  },
  formula: "R = \\frac{V}{\\sqrt{N}}",
  inputs: { types: matrix([52, 61, 48]), tokens: matrix([120, 200, 90]) },
  run({ types, tokens }) {
    // show
    const roots = exp(multiply(0.5, log(tokens)));
    const R = divide(types, roots);
    // end
    return { R };
  },
  results: {
    R: {
      label: {
        ja: "順位は同じく C, A, B で、差は小さくなる",
        en: "The same order, C, A, B, with smaller gaps",
      },
      flat: true,
    },
  },
});

if (import.meta.main) {
  await (await import("../../scripts/terminal/main.ts")).cellMain(
    import.meta.url,
    cell,
  );
}
