/**
 * 4.2.4-06, Out [12]: the gradient of the loss, by definition.
 *
 * deno run scripts/cells/4.2.4_06_gradient.ts
 */
import {
  divide,
  matmul,
  type Matrix,
  numericalGradient,
  SimpleNet,
  softmax,
  subtract,
  transpose,
} from "kobai";
import { type Cell, defineCell } from "../lesson/cell.ts";
import { cellMain } from "../lesson/main.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";
import source from "./4.2.4_06_gradient.ts" with { type: "text" };

/** 4.2.4-06, Out [12]: the gradient of the loss, by definition. */
export const cell: Cell = defineCell(import.meta.url, source, {
  number: { ja: "Out [12]", en: "Out [12]" },
  title: {
    ja: "勾配：numerical_gradient(f, sn.W)",
    en: "The gradient: numerical_gradient(f, sn.W)",
  },
  text: {
    ja:
      "重みを一つずつ h だけ動かし、損失がどれだけ変わるかを見ます。6 個の重みに 12 回の計算が" +
      "要ります。式で求めた勾配 xᵀ(y − t) と比べると、9 桁ほど合っています。",
    en:
      "Each weight is moved by h, and the change of the loss is seen: 12 evaluations for 6 " +
      "weights. The gradient by formula, xᵀ(y − t), agrees to about nine digits.",
  },
  formula:
    "\\frac{\\partial E}{\\partial w} \\approx \\frac{E(w + h) - E(w - h)}{2h}",
  inputs: { x, t, W, h: 1e-4 },
  run({ x, t, W, h }) {
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const dW = numericalGradient(f, W, { h });

    // The lecture's way: a loss divided by the 3 classes.
    const third = numericalGradient((W) => divide(f(W), 3), W, { h });

    const y = softmax(new SimpleNet(W).predict(x));
    const formula = matmul(transpose(x), subtract(y, t));
    return { dW, third, formula };
  },
  results: {
    dW: {
      label: { ja: "勾配（定義どおり）", en: "The gradient by its definition" },
      printed: "array([[ 0.58355381,  0.07345154, -0.65700535],\n" +
        "       [ 0.87533072,  0.11017731, -0.98550803]])",
      expected: "differs",
      golden: "Out12-gradient-right",
    },
    third: {
      label: {
        ja: "講義の計算：3 で割った損失の勾配",
        en: "The lecture's way: of the loss divided by 3",
      },
      printed: "array([[ 0.58355381,  0.07345154, -0.65700535],\n" +
        "       [ 0.87533072,  0.11017731, -0.98550803]])",
      expected: "identical",
      golden: "Out12-gradient-seed",
    },
    formula: {
      label: {
        ja: "式で求めた勾配 xᵀ(y − t)",
        en: "The gradient by formula, xᵀ(y − t)",
      },
      golden: "gradient-closed-form",
    },
  },
  errata: errata("divided-by-classes"),
});

if (import.meta.main) await cellMain(cell);
