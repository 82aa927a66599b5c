/**
 * 4.2.1-02, the figure of one unit: inputs 2 and 3, weights 0.5 and 2.
 *
 * deno run scripts/cells/4.2.1_02_weighted_sum.ts
 */
import { matmul, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.1-02, the figure of one unit: inputs 2 and 3, weights 0.5 and 2. */
export const cell: CellData = defineCell({
  number: { ja: "図", en: "Figure" },
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
    // show
    const h = matmul(x, w);
    // end
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
  picture({ x, w }, { h }) {
    const terms = x.toArray()[0]!.map((input, i) => `${input} × ${w.at(i, 0)}`);
    const sum = `${terms.join("\n+ ")}\n= ${h.item()}`;
    return {
      kind: "network",
      title: { ja: "重み付きの和", en: "A weighted sum" },
      description: {
        ja: `入力に重みを掛けて足す。${sum.replaceAll("\n", " ")}`,
        en: `Inputs times weights, added: ${sum.replaceAll("\n", " ")}`,
      },
      layers: [
        {
          label: { ja: "入力", en: "inputs" },
          units: x.toArray()[0]!.map((input, i) => ({
            name: `x_${i + 1}`,
            note: { ja: `${input}`, en: `${input}` },
          })),
        },
        {
          label: { ja: "ユニット", en: "unit" },
          units: [{ name: "h", note: { ja: sum, en: sum } }],
        },
      ],
      weights: [w],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
