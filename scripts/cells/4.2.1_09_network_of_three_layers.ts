/**
 * 4.2.1-09, on to the output layer: a network of 27 numbers.
 *
 * deno run scripts/cells/4.2.1_09_network_of_three_layers.ts
 */
import {
  add,
  affine,
  divide,
  exp,
  type Matrix,
  matrix,
  negate,
  randn,
  sum,
} from "kobai";
import seedrandom from "seedrandom";
import { type CellData, defineCell } from "../lesson/cell.ts";

/**
 * 4.2.1-09, on to the output layer: a network of 27 numbers.
 */
export const cell: CellData = defineCell({
  number: { ja: "図", en: "Figure" },
  title: { ja: "出力層まで計算する", en: "On to the output layer" },
  beyond: true,
  text: {
    ja: "中間層の値から、同じ形の式で出力層の 3 個の値も計算できます。" +
      "ただし式を二つつないだだけでは、全体も一つの $xW + b$ になってしまうので、間に曲がった関数を挟みます。" +
      "ここでは、どんな数も 0 と 1 の間に縮めるシグモイド関数 $\\sigma(h)$ です。\n\n" +
      "重みとバイアスは全部で 2×4 + 4 + 4×3 + 3 = 27 個です。",
    en:
      "A formula of the same form leads from the hidden layer to the 3 outputs. " +
      "But two such formulas in a chain are no more than one $xW + b$ again, so a curved function stands between them: " +
      "here the sigmoid $\\sigma(h)$, which shrinks any number to one between 0 and 1.\n\n" +
      "Weights and biases: 2×4 + 4 + 4×3 + 3 = 27 numbers.",
  },
  formula:
    "h = x W_1 + b_1 \\quad \\sigma(h) = \\frac{1}{1 + \\exp(-h)} \\quad y = \\sigma(h) W_2 + b_2",
  inputs: { x: matrix([1, 2]), seed: "lesson" },
  run({ x, seed }) {
    // show
    const random = seedrandom(seed);
    const W1 = randn(random, 2, 4), b1 = randn(random, 1, 4);
    const W2 = randn(random, 4, 3), b2 = randn(random, 1, 3);

    const curved = (h: Matrix) => divide(1, add(1, exp(negate(h))));
    const h = affine(x, W1, b1);
    const y = affine(curved(h), W2, b2);

    const sizes = [W1, b1, W2, b2].map((m) => m.rows * m.columns);
    const numbers = sum(matrix(sizes)).item();
    // end
    return { h, y, numbers, W1, W2 };
  },
  results: {
    h: { label: { ja: "中間層の 4 個の値", en: "The four hidden neurons" } },
    y: { label: { ja: "出力層の 3 個の値", en: "The three outputs" } },
    numbers: {
      label: { ja: "重みとバイアスの個数", en: "How many weights and biases" },
    },
    W1: {
      label: {
        ja: "左の 8 本の重み",
        en: "The weights of the 8 arrows on the left",
      },
    },
    W2: {
      label: {
        ja: "右の 12 本の重み",
        en: "Those of the 12 arrows on the right",
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
        en: "The network of 2, 4 and 3 neurons",
      },
      description: {
        ja:
          `${x.columns} 個の入力から中間層の ${h.columns} 個へ ${
            W1.rows * W1.columns
          } 本、` +
          `そこから ${y.columns} 個の出力へ ${
            W2.rows * W2.columns
          } 本の線が引かれ、線ごとに重みが書かれている。` +
          "太い線ほど重みが大きく、破線は負の重み。",
        en:
          `${
            W1.rows * W1.columns
          } lines lead from ${x.columns} inputs to ${h.columns} hidden neurons, ` +
          `${
            W2.rows * W2.columns
          } from there to ${y.columns} outputs; each has its weight written on it. ` +
          "The thicker a line, the larger its weight; broken lines are negative weights.",
      },
      layers: [
        { label: { ja: "入力層", en: "input layer" }, units: units("x", x) },
        { label: { ja: "中間層", en: "hidden layer" }, units: units("h", h) },
        { label: { ja: "出力層", en: "output layer" }, units: units("y", y) },
      ],
      weights: [W1, W2],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
