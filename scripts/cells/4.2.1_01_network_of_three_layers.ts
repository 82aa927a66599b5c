/**
 * 4.2.1-01, the figure of the network: 2, 4 and 3 units.
 *
 * deno run scripts/cells/4.2.1_01_network_of_three_layers.ts
 */
import { affine, type Matrix, matrix, randn, sigmoid, sum } from "kobai";
import seedrandom from "seedrandom";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.1-01, the figure of the network: 2, 4 and 3 units. */
export const cell: CellData = defineCell({
  number: { ja: "図", en: "Figure" },
  title: { ja: "2-4-3 のネットワーク", en: "A network of 2, 4 and 3 units" },
  text: {
    ja:
      "入力 2 個、中間層 4 個、出力 3 個のネットワークです。線 1 本が重み 1 個で、データは" +
      "行列の積を通って左から右へ流れます。重みとバイアスは全部で 2×4 + 4 + 4×3 + 3 = 27 個です。",
    en:
      "Two inputs, four hidden units, three outputs. Each line is one weight, and a sample flows " +
      "from left to right through matrix products. Weights and biases: 2×4 + 4 + 4×3 + 3 = 27 numbers.",
  },
  formula: "h = x W_1 + b_1 \\quad y = \\mathrm{sigmoid}(h) W_2 + b_2",
  inputs: { x: matrix([1, 2]), seed: "lesson" },
  run({ x, seed }) {
    // show
    const random = seedrandom(seed);
    const W1 = randn(random, 2, 4), b1 = randn(random, 1, 4);
    const W2 = randn(random, 4, 3), b2 = randn(random, 1, 3);

    const h = affine(x, W1, b1);
    const y = affine(sigmoid(h), W2, b2);

    const sizes = [W1, b1, W2, b2].map((m) => m.rows * m.columns);
    const numbers = sum(matrix(sizes)).item();
    // end
    return { h, y, numbers, W1, W2 };
  },
  results: {
    h: { label: { ja: "中間層 4 個の値", en: "The four hidden units" } },
    y: { label: { ja: "出力 3 個の値", en: "The three outputs" } },
    numbers: {
      label: { ja: "重みとバイアスの個数", en: "How many weights and biases" },
    },
    W1: {
      label: {
        ja: "左の 8 本の重み",
        en: "The weights of the 8 lines on the left",
      },
    },
    W2: {
      label: {
        ja: "右の 12 本の重み",
        en: "Those of the 12 lines on the right",
      },
    },
  },
  picture({ x }, { h, y, W1, W2 }) {
    const units = (letter: string, { columns }: Matrix) =>
      Array.from(
        { length: columns },
        (_, i) => ({ name: `${letter}_${i + 1}` }),
      );
    return {
      kind: "network",
      title: {
        ja: "2-4-3 のネットワーク",
        en: "The network of 2, 4 and 3 units",
      },
      description: {
        ja:
          `${x.columns} 個の入力から ${h.columns} 個の中間層へ ${
            W1.rows * W1.columns
          } 本、` +
          `そこから ${y.columns} 個の出力へ ${
            W2.rows * W2.columns
          } 本の線が引かれ、線ごとに重みが書かれている。` +
          "太い線ほど重みが大きく、破線は負の重み。",
        en:
          `${
            W1.rows * W1.columns
          } lines lead from ${x.columns} inputs to ${h.columns} hidden units, ` +
          `${
            W2.rows * W2.columns
          } from there to ${y.columns} outputs; each has its weight written on it. ` +
          "The thicker a line, the larger its weight; broken lines are negative weights.",
      },
      layers: [
        { label: { ja: "入力", en: "inputs" }, units: units("x", x) },
        { label: { ja: "中間層", en: "hidden" }, units: units("h", h) },
        { label: { ja: "出力", en: "outputs" }, units: units("y", y) },
      ],
      weights: [W1, W2],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
