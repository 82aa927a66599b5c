/**
 * 4.2.4-13, the same gradient by backpropagation and by formula.
 *
 * deno run scripts/cells/4.2.4_13_gradient_in_three_ways.ts
 */
import {
  checkGradient,
  gradient,
  matmul,
  type Matrix,
  numericalGradient,
  SimpleNet,
  softmax,
  subtract,
  transpose,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-13, the same gradient by backpropagation and by formula.
 */
export const cell: CellData = defineCell({
  number: { ja: "求め方", en: "Ways" },
  title: { ja: "勾配の三つの求め方", en: "The gradient in three ways" },
  beyond: true,
  text: {
    ja: "`numericalGradient` は、重み 6 個のために損失を 12 回計算します。" +
      "`gradient` は同じ `f` を 1 回だけ計算し、それを逆向きにたどります（誤差逆伝播法）。" +
      "式 $x^{\\top}(y - t)$ は、同じことを紙の上で済ませたものです。三つは 9 桁ほど合います。",
    en: "`numericalGradient` computes 12 losses for 6 weights. " +
      "`gradient` computes the same `f` once and walks it backwards (backpropagation). " +
      "The formula $x^{\\top}(y - t)$ is that walk, done on paper. The three agree to about nine digits.",
  },
  formula: "\\frac{\\partial L}{\\partial W} = x^{\\top} (y - t)",
  inputs: { x, t, W },
  run({ x, t, W }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const dW = numericalGradient(f, W);
    const back = gradient(f, W);
    const y = softmax(new SimpleNet(W).predict(x));
    const formula = matmul(transpose(x), subtract(y, t));
    const { verdict } = checkGradient(f, W);
    // end
    return { dW, back, formula, verdict };
  },
  results: {
    dW: { label: { ja: "数値で求めた勾配", en: "Measured" } },
    back: { label: { ja: "誤差逆伝播法で", en: "By backpropagation" } },
    formula: {
      label: {
        ja: "式で求めた勾配",
        en: "By formula",
      },
      golden: "gradient-closed-form",
    },
    verdict: {
      label: {
        ja: "三つは合っているか（checkGradient）",
        en: "Do they agree? (checkGradient)",
      },
      words: {
        right: { ja: "正しい", en: "right" },
        agrees: { ja: "一致している", en: "agrees" },
        kink: { ja: "折れ目のほかは正しい", en: "kink" },
        undecided: { ja: "判定できない", en: "undecided" },
        wrong: { ja: "間違っている", en: "wrong" },
      },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
