/**
 * 4.2.1-05, both in one matrix product: the weights are a 2x2 matrix.
 *
 * deno run scripts/cells/4.2.1_05_two_units.ts
 */
import { affine, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { sums } from "../lesson/worked.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.1-05, both in one matrix product: the weights are a 2x2 matrix.
 */
export const cell: CellData = defineCell({
  number: { ja: "式 (h₁, h₂)", en: "Equation (h₁, h₂)" },
  title: {
    ja: "二つをまとめて行列の積にする",
    en: "One product",
  },
  text: {
    ja:
      "$h_1$ と $h_2$ の二つの式は、まとめて一つの**行列**の積として書けます。" +
      "重みの行列は、ニューロン一つにつき 1 列です。同じ入力なので、値も前のセルと同じです。",
    en:
      "The two equations of $h_1$ and $h_2$ can be written as one product of **matrices**. " +
      "The matrix of weights has a column for each neuron. The inputs are those of the cell before, and so are the values.",
  },
  formula:
    "(h_1, h_2) = (x_1, x_2) \\begin{pmatrix} w_{11} & w_{12} \\\\ w_{21} & w_{22} \\end{pmatrix} + (b_1, b_2)",
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
  worked: ({ x, W, b }, { h }) => sums(x, W, h, b),
  results: {
    h: {
      label: { ja: "(h₁, h₂)", en: "(h₁, h₂)" },
      flat: true,
      golden: "eq-two-units",
    },
  },
  errata: errata("weight-shape"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
