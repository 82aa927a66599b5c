/**
 * 1-01, the type-token ratio of three essays.
 *
 * deno run examples/own_lesson/1_01_type_token_ratio.ts
 */
import { divide, matrix } from "kobai";
import { type CellData, defineCell } from "../../scripts/lesson/cell.ts";

/** 1-01, the type-token ratio of three essays. */
export const cell: CellData = defineCell({
  number: { ja: "表 1", en: "Table 1" },
  title: {
    ja: "三つの作文のタイプ・トークン比",
    en: "The type-token ratio of three essays",
  },
  text: {
    ja:
      "異なり語数を延べ語数で割ります。1 に近いほど、同じ語のくり返しが少ない作文です。",
    en:
      "The number of different words divided by the number of all words. The nearer to 1, the " +
      "fewer words are repeated.",
  },
  formula: "\\mathrm{TTR} = \\frac{V}{N}",
  inputs: { types: matrix([52, 61, 48]), tokens: matrix([120, 200, 90]) },
  run({ types, tokens }) {
    // show
    const ratio = divide(types, tokens);
    // end
    return { ratio };
  },
  results: {
    ratio: {
      label: { ja: "作文 A, B, C", en: "Essays A, B, C" },
      flat: true,
      printed: "array([0.43333333, 0.305     , 0.53333333])",
      expected: "identical",
    },
  },
});

if (import.meta.main) {
  await (await import("../../scripts/terminal/main.ts")).cellMain(
    import.meta.url,
    cell,
  );
}
