/**
 * 4.2.3-03, E worked by hand, and the displayed formula read literally.
 *
 * deno run scripts/cells/4.2.3_03_formula_of_E.ts
 */
import { matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { halfOfSquares } from "./_worked.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.3-03, E worked by hand, and the displayed formula read literally.
 */
export const cell: CellData = defineCell({
  number: { ja: "式 E", en: "Equation E" },
  title: { ja: "E を手で計算する", en: "E by hand" },
  text: {
    ja: "差を 2 乗して足し、半分にします。手で計算すると E = 0.07 です。",
    en:
      "The differences are squared, added and halved. Worked by hand this gives E = 0.07.",
  },
  formula: "E = \\frac{1}{2} [(y_1 - t_1)^2 + (y_2 - t_2)^2 + (y_3 - t_3)^2]",
  inputs: { y: matrix([0.2, 0.7, 0.1]), t: matrix([0, 1, 0]) },
  run({ y, t }) {
    // show
    const square = (k: number) => (y.at(0, k) - t.at(0, k)) ** 2;
    const E = 0.5 * (square(0) + square(1) + square(2));

    // Without the brackets, as the lecture displays it.
    const literal = 0.5 * square(0) + square(1) + square(2);
    // end
    return { E, literal };
  },
  worked: ({ y, t }, { E }) => halfOfSquares(y, t, E),
  results: {
    E: {
      label: { ja: "E", en: "E" },
      printed: "0.07",
      expected: "identical",
    },
    literal: {
      label: {
        ja: "講義の式のとおり、括弧なしで計算すると",
        en: "Without brackets, as the formula is displayed",
      },
      printed: "0.07",
      expected: "differs",
      golden: "eq-E-as-printed",
    },
  },
  errata: errata("missing-brackets"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
