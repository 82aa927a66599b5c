/**
 * 4.2.4-09, In [10]: numerical_gradient is defined.
 *
 * deno run scripts/cells/4.2.4_09_numerical_gradient.ts
 */
import {
  fromFloat64Array,
  type Matrix,
  matrix,
  multiply,
  numericalGradient,
  sum,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, precise, short } from "../lesson/worked.ts";

/**
 * 4.2.4-09, In [10]: numerical_gradient is defined.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [10]", en: "In [10]" },
  title: {
    ja: "勾配を数値で求める関数",
    en: "Measuring a gradient",
  },
  text: {
    ja: "`numerical_gradient` を定義します。" +
      "重みを一つずつ `h` だけ増やし、また `h` だけ減らして、損失の差を取り、重みを元に戻します。" +
      "これを全部の重みについてくり返すと、勾配になります。\n\n" +
      "まず、答えの分かっている関数で試します。2 乗の和を重みで偏微分すると、重みの 2 倍になるはずです。",
    en: "`numerical_gradient` is defined. " +
      "It raises one weight at a time by `h`, lowers it by `h`, takes the difference of the losses, and puts the weight " +
      "back. Done for every weight, this gives the gradient.\n\n" +
      "First we try it on a function whose answer is known: the partial derivatives of the sum of squares are twice the " +
      "weights.",
  },
  formula:
    "\\frac{\\partial L}{\\partial w} \\approx \\frac{L(w + h) - L(w - h)}{2h}",
  inputs: { W: matrix([[1, 2, 3], [4, 5, 6]]), h: 1e-4 },
  run({ W, h }) {
    // show
    const numerical_gradient = (f: (W: Matrix) => Matrix, W: Matrix) => {
      const weights = W.toFloat64Array();
      const slopes = new Float64Array(weights.length);
      const loss = () => f(fromFloat64Array(weights, W.rows, W.columns)).item();
      for (let i = 0; i < weights.length; i++) {
        const before = weights[i]!;
        weights[i] = before + h;
        const above = loss();
        weights[i] = before - h;
        const below = loss();
        weights[i] = before; // back to where it was
        slopes[i] = (above - below) / (2 * h);
      }
      return fromFloat64Array(slopes, W.rows, W.columns);
    };
    const squares = (W: Matrix) => sum(multiply(W, W));
    const dW = numerical_gradient(squares, W);
    const same = numericalGradient(squares, W, { h });
    // end
    return { dW, same };
  },
  worked({ W, h }, { dW }) {
    const w = W.at(0, 0);
    const others = sum(multiply(W, W)).item() - w * w;
    const at = (w: number) => precise(others + w * w);
    return `w₁₁: (${at(w + h)} - ${at(w - h)}) / ${operand(2 * h)} = ${
      short(dW.at(0, 0))
    }`;
  },
  results: {
    dW: {
      label: { ja: "勾配：重みの 2 倍", en: "The gradient: twice the weights" },
    },
    same: {
      label: {
        ja: "ライブラリの numericalGradient で",
        en: "By the library's numericalGradient",
      },
    },
  },
  numpy: {
    code: `import numpy as np

def numerical_gradient(f, W, h=1e-4):
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        before = W[place]
        W[place] = before + h
        above = f(W)
        W[place] = before - h
        below = f(W)
        W[place] = before  # back to where it was
        slopes[place] = (above - below) / (2 * h)
    return slopes

W = np.array([[1.0, 2, 3], [4, 5, 6]])
print(repr(numerical_gradient(lambda W: np.sum(W * W), W)))`,
    prints: ["dW"],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
