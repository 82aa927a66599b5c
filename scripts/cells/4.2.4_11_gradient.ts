/**
 * 4.2.4-11, Out [12]: the gradient of the loss.
 *
 * deno run scripts/cells/4.2.4_11_gradient.ts
 */
import {
  divide,
  type Matrix,
  matrix,
  numericalGradient,
  SimpleNet,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, precise, short } from "../lesson/worked.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-11, Out [12]: the gradient of the loss.
 */
export const cell: CellData = defineCell({
  number: { ja: "Out [12]", en: "Out [12]" },
  title: { ja: "損失の勾配", en: "The gradient of the loss" },
  text: {
    ja:
      "`numerical_gradient(f, sn.W)` で、simpleNet の損失の勾配を求めます。重みと同じ 2×3 の行列です。\n\n" +
      "講義の関数と同じく 3 で割った損失からは、講義の出力がそのまま出ます。" +
      "割らない損失からは、どの数もその 3 倍の勾配が出ます。",
    en:
      "`numerical_gradient(f, sn.W)` gives the gradient of simpleNet's loss, a 2×3 matrix like the weights.\n\n" +
      "The loss divided by 3, as by the lecture's function, gives what the lecture printed. " +
      "The loss itself gives a gradient that is 3 times as large everywhere.",
  },
  formula:
    "\\frac{\\partial L}{\\partial w} \\approx \\frac{L(w + h) - L(w - h)}{2h}",
  inputs: { x, t, W, h: 1e-4 },
  run({ x, t, W, h }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const third = numericalGradient((W) => divide(f(W), 3), W, { h });
    const dW = numericalGradient(f, W, { h });
    // end
    return { third, dW };
  },
  worked({ x, t, W, h }, { dW }) {
    const rows = W.toArray(), [w] = rows[0]!;
    const at = (w: number) => {
      rows[0]![0] = w;
      return precise(new SimpleNet(matrix(rows)).loss(x, t));
    };
    return `w₁₁: (${at(w! + h)} - ${at(w! - h)}) / ${operand(2 * h)} = ${
      short(dW.at(0, 0))
    }`;
  },
  results: {
    third: {
      label: {
        ja: "講義の関数と同じく 3 で割った損失の勾配",
        en: "The gradient of the loss divided by 3, as the lecture has it",
      },
      printed: "array([[ 0.58355381,  0.07345154, -0.65700535],\n" +
        "       [ 0.87533072,  0.11017731, -0.98550803]])",
      expected: "identical",
      golden: "Out12-gradient-seed",
    },
    dW: {
      label: { ja: "1 件の損失の勾配", en: "The gradient of the loss itself" },
      printed: "array([[ 0.58355381,  0.07345154, -0.65700535],\n" +
        "       [ 0.87533072,  0.11017731, -0.98550803]])",
      expected: "differs",
      because: {
        ja: "3 で割っていないので 3 倍。4.2.4-08 の訂正",
        en:
          "not divided by 3, so 3 times as large; see the erratum of 4.2.4-08",
      },
      golden: "Out12-gradient-right",
    },
  },
  numpy: {
    code: `import numpy as np

x, t = np.array([2, 3]), np.array([0, 0, 1])
W = np.array([[1.72265811, 0.68672941, 1.10772301],
              [0.60344169, 0.60322389, -0.3536039]])

def f(W):
    powers = np.exp(x @ W - np.max(x @ W))
    return -np.sum(t * np.log(powers / np.sum(powers)))

def numerical_gradient(f, W, h=1e-4):
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        step = np.zeros_like(W)
        step[place] = h
        slopes[place] = (f(W + step) - f(W - step)) / (2 * h)
    return slopes

print(repr(numerical_gradient(lambda W: f(W) / 3, W)))
print(repr(numerical_gradient(f, W)))`,
    prints: ["third", "dW"],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
