/**
 * 4.2.4-06, Out [12]: the gradient of the loss, three ways.
 *
 * deno run scripts/cells/4.2.4_06_gradient.ts
 */
import {
  checkGradient,
  divide,
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
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/** 4.2.4-06, Out [12]: the gradient of the loss, three ways. */
export const cell: CellData = defineCell({
  number: { ja: "Out [12]", en: "Out [12]" },
  title: { ja: "勾配の三つの求め方", en: "The gradient in three ways" },
  text: {
    ja:
      "numerical_gradient(f, sn.W) は勾配の定義どおり、重みを一つずつ h だけ増やし、また減らして、損失の" +
      "変わり方を見ます（重み 6 個に損失の計算が 12 回）。gradient は同じ f を 1 回だけ計算し、それを" +
      "逆向きにたどります（誤差逆伝播）。式 xᵀ(y - t) は、同じことを紙の上で済ませたものです。三つは 9 桁" +
      "ほど合います。",
    en:
      "numerical_gradient(f, sn.W) takes the definition at its word: it moves each weight up and " +
      "down by h and sees how the loss changes (12 losses for 6 weights). gradient computes the " +
      "same f once and walks it backwards (backpropagation). The formula xᵀ(y - t) is that walk, " +
      "done on paper. The three agree to about nine digits.",
  },
  formula:
    "\\frac{\\partial E}{\\partial w} \\approx \\frac{E(w + h) - E(w - h)}{2h}",
  inputs: { x, t, W, h: 1e-4 },
  run({ x, t, W, h }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const dW = numericalGradient(f, W, { h });
    const back = gradient(f, W);
    const y = softmax(new SimpleNet(W).predict(x));
    const formula = matmul(transpose(x), subtract(y, t));

    // The lecture's way: a loss divided by the 3 classes.
    const third = numericalGradient((W) => divide(f(W), 3), W, { h });
    const { verdict } = checkGradient(f, W);
    // end
    return { dW, back, formula, third, verdict };
  },
  results: {
    dW: {
      label: { ja: "定義どおりの勾配", en: "The gradient by its definition" },
      printed: "array([[ 0.58355381,  0.07345154, -0.65700535],\n" +
        "       [ 0.87533072,  0.11017731, -0.98550803]])",
      expected: "differs",
      golden: "Out12-gradient-right",
    },
    back: {
      label: { ja: "誤差逆伝播", en: "By backpropagation" },
    },
    formula: {
      label: {
        ja: "式で求めた勾配 xᵀ(y - t)",
        en: "The gradient by formula, xᵀ(y - t)",
      },
      golden: "gradient-closed-form",
    },
    third: {
      label: {
        ja: "講義の計算：3 で割った損失の勾配",
        en: "The lecture's way: the loss divided by 3",
      },
      printed: "array([[ 0.58355381,  0.07345154, -0.65700535],\n" +
        "       [ 0.87533072,  0.11017731, -0.98550803]])",
      expected: "identical",
      golden: "Out12-gradient-seed",
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
  errata: errata("divided-by-classes"),
  bothNumbers: { "divided-by-classes": [["third", "dW"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
