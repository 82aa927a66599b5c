/**
 * 4.2.1-03, the part of the figure: inputs 2 and 3, weights 0.5 and 2.
 *
 * deno run scripts/cells/4.2.1_03_weighted_sum.ts
 */
import { matmul, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { sums } from "../lesson/worked.ts";

/**
 * 4.2.1-03, the part of the figure: inputs 2 and 3, weights 0.5 and 2.
 */
export const cell: CellData = defineCell({
  number: { ja: "図", en: "Figure" },
  title: {
    ja: "重みを掛けて足す：2 × 0.5 + 3 × 2",
    en: "A weighted sum: 2 × 0.5 + 3 × 2",
  },
  text: {
    ja:
      "矢印の一本一本に**重み**があり、入力に重みを掛けたものが次の層のニューロンに入ります。\n\n" +
      "図の一部を取り出すと、入力 2 と 3 に重み 0.5 と 2 を掛けて足し、7 になります。",
    en:
      "Each arrow has a **weight**, and the input times the weight goes into a neuron of the next layer.\n\n" +
      "In this part of the figure the inputs 2 and 3 have the weights 0.5 and 2, which gives 7.",
  },
  formula: "h = x_1 w_1 + x_2 w_2",
  inputs: { x: matrix([2, 3]), w: matrix([[0.5], [2]]) },
  run({ x, w }) {
    // show
    const h = matmul(x, w);
    // end
    return { h };
  },
  worked: ({ x, w }, { h }) => sums(x, w, h),
  results: {
    h: {
      label: { ja: "ニューロンの値", en: "The value of the neuron" },
      printed: "7",
      expected: "identical",
      golden: "fig-weighted-sum",
    },
  },
  numpy: {
    code: `import numpy as np

x = np.array([2, 3])
w = np.array([0.5, 2])
print(x @ w)`,
    prints: ["h"],
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
          label: { ja: "入力層", en: "input layer" },
          units: x.toArray()[0]!.map((input, i) => ({
            name: `x_${i + 1}`,
            note: { ja: `${input}`, en: `${input}` },
          })),
        },
        {
          label: { ja: "ニューロン", en: "neuron" },
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
