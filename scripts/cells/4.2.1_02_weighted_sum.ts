/**
 * 4.2.1-02, figure 2: inputs 2 and 3, weights 0.5 and 2.
 *
 * deno run scripts/cells/4.2.1_02_weighted_sum.ts
 */
import { matmul, matrix } from "kobai";
import { type Cell, defineCell } from "../lesson/cell.ts";
import { cellMain } from "../lesson/main.ts";
import source from "./4.2.1_02_weighted_sum.ts" with { type: "text" };

/** 4.2.1-02, figure 2: inputs 2 and 3, weights 0.5 and 2. */
export const cell: Cell = defineCell(import.meta.url, source, {
  number: { ja: "図 2", en: "Figure 2" },
  title: {
    ja: "重み付きの和：2 × 0.5 + 3 × 2",
    en: "A weighted sum: 2 × 0.5 + 3 × 2",
  },
  text: {
    ja:
      "一つのユニットは、入力に重みを掛けて足し合わせます。図ではバイアスを省いています。",
    en:
      "A unit multiplies each input by its weight and adds the products. The figure leaves the " +
      "bias out.",
  },
  formula: "h = x_1 w_1 + x_2 w_2",
  inputs: { x: matrix([2, 3]), w: matrix([[0.5], [2]]) },
  run({ x, w }) {
    const h = matmul(x, w);
    return { h };
  },
  results: {
    h: {
      label: { ja: "ユニットの値", en: "The value of the unit" },
      printed: "7",
      expected: "identical",
      golden: "fig-weighted-sum",
    },
  },
});

if (import.meta.main) await cellMain(cell);
