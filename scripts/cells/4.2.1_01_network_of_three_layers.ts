/**
 * 4.2.1-01, figure 1: a network of 2, 4 and 3 units.
 *
 * deno run scripts/cells/4.2.1_01_network_of_three_layers.ts
 */
import { add, affine, matmul, matrix, randn, sigmoid } from "kobai";
import seedrandom from "seedrandom";
import { type Cell, defineCell } from "../lesson/cell.ts";
import { cellMain } from "../lesson/main.ts";
import source from "./4.2.1_01_network_of_three_layers.ts" with {
  type: "text",
};

/** 4.2.1-01, figure 1: a network of 2, 4 and 3 units. */
export const cell: Cell = defineCell(import.meta.url, source, {
  number: { ja: "図 1", en: "Figure 1" },
  title: { ja: "2-4-3 のネットワーク", en: "A network of 2, 4 and 3 units" },
  text: {
    ja:
      "入力 2 個、中間層 4 個、出力 3 個のネットワークです。線 1 本が重み 1 個で、入力 1 件は" +
      "左から右へ行列の積で流れます。数えるべき数は全部で 2×4 + 4 + 4×3 + 3 = 27 個です。",
    en:
      "Two inputs, four hidden units, three outputs. Each line is one weight, and a sample flows " +
      "from left to right through matrix products. There are 2×4 + 4 + 4×3 + 3 = 27 numbers in it.",
  },
  formula: "h = x W_1 + b_1 \\quad y = \\mathrm{sigmoid}(h) W_2 + b_2",
  inputs: { x: matrix([1, 2]), seed: "lesson" },
  run({ x, seed }) {
    const random = seedrandom(seed);
    const W1 = randn(random, 2, 4), b1 = randn(random, 1, 4);
    const W2 = randn(random, 4, 3), b2 = randn(random, 1, 3);

    const h = affine(x, W1, b1);
    const y = affine(sigmoid(h), W2, b2);
    const numbers = [W1, b1, W2, b2].reduce(
      (n, m) => n + m.rows * m.columns,
      0,
    );
    return { h, y, numbers };
  },
  results: {
    h: { label: { ja: "中間層 4 個の値", en: "The four hidden units" } },
    y: { label: { ja: "出力 3 個の値", en: "The three outputs" } },
    numbers: {
      label: { ja: "重みとバイアスの個数", en: "How many weights and biases" },
    },
  },
});

if (import.meta.main) await cellMain(cell);
