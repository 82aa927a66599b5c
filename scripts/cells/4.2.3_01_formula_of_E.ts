/**
 * 4.2.3-01, the displayed formula of E, read literally and with its brackets.
 *
 * deno run scripts/cells/4.2.3_01_formula_of_E.ts
 */
import { matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.3-01, the displayed formula of E, read literally and with its brackets.
 */
export const cell: CellData = defineCell({
  number: { ja: "式 E", en: "Equation E" },
  title: { ja: "括弧の有無", en: "Without and with brackets" },
  text: {
    ja:
      "½ は三つの二乗すべてに掛かるはずですが、講義に書かれた式では最初の二乗にしか掛かりません。",
    en:
      "The ½ belongs to all three squares; in the displayed formula it reaches only the first.",
  },
  formula: "E = \\frac{1}{2} [(y_1 - t_1)^2 + (y_2 - t_2)^2 + (y_3 - t_3)^2]",
  inputs: { y: matrix([0.2, 0.7, 0.1]), t: matrix([0, 1, 0]) },
  run({ y, t }) {
    // show
    const square = (k: number) => (y.at(0, k) - t.at(0, k)) ** 2;
    const literal = 0.5 * square(0) + square(1) + square(2);
    const E = 0.5 * (square(0) + square(1) + square(2));
    // end
    return { literal, E };
  },
  results: {
    literal: {
      label: { ja: "講義の式のまま", en: "The formula as displayed" },
      printed: "0.07",
      expected: "differs",
      golden: "eq-E-as-printed",
    },
    E: {
      label: { ja: "括弧を補った式", en: "The formula with its brackets" },
      printed: "0.07",
      expected: "identical",
    },
  },
  errata: errata("missing-brackets"),
  bothNumbers: { "missing-brackets": [["literal", "E"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
