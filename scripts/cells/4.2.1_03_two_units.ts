/**
 * 4.2.1-03, two units at once: the weights are a 2x2 matrix.
 *
 * deno run scripts/cells/4.2.1_03_two_units.ts
 */
import { affine, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.1-03, two units at once: the weights are a 2x2 matrix. */
export const cell: CellData = defineCell({
  number: { ja: "式 (h1, h2)", en: "Equation (h1, h2)" },
  title: { ja: "二つのユニットを一度に", en: "Two units at once" },
  text: {
    ja:
      "ユニットが二つなら、重みはユニットごとに 1 列を並べた 2×2 の行列になり、(h1, h2) が一度に計算できます。",
    en:
      "With two units the weights are a 2×2 matrix, one column for each, and (h1, h2) comes out " +
      "in one product.",
  },
  formula: "(h_1, h_2) = (x_1, x_2) W + (b_1, b_2)",
  inputs: {
    x: matrix([1, 2]),
    W: matrix([[3, 5], [4, 6]]),
    b: matrix([0.1, 0.2]),
  },
  run({ x, W, b }) {
    // show
    const h = affine(x, W, b);
    // end
    return { h };
  },
  results: {
    h: {
      label: { ja: "(h1, h2)", en: "(h1, h2)" },
      flat: true,
      golden: "eq-two-units",
    },
  },
  errata: errata("weight-shape"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
