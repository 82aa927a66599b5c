/**
 * 4.2.4-07, what the text reads from the gradient: 0.58h and -0.98h.
 *
 * deno run scripts/cells/4.2.4_07_reading_the_gradient.ts
 */
import { matmul, SimpleNet, softmax, subtract, transpose } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/** 4.2.4-07, what the text reads from the gradient: 0.58h and -0.98h. */
export const cell: CellData = defineCell({
  number: { ja: "本文", en: "Text" },
  title: { ja: "勾配の読み方", en: "Reading the gradient" },
  text: {
    ja:
      "w11 を h だけ増やすと損失はおよそ（勾配）× h だけ変わります。本文は、w11 では 0.58h 増え、" +
      "w23 では 0.98h 減ると言いますが、どちらも 3 で割った損失の勾配です。",
    en:
      "Adding h to w11 changes the loss by about gradient × h. The text says 0.58h up for w11 and " +
      "0.98h down for w23; both are gradients of the loss divided by 3.",
  },
  formula: "E(w + h) \\approx E(w) + \\frac{\\partial E}{\\partial w} \\cdot h",
  inputs: { x, t, W },
  run({ x, t, W }) {
    // show
    const y = softmax(new SimpleNet(W).predict(x));
    const dW = matmul(transpose(x), subtract(y, t));
    const w11 = dW.at(0, 0), w23 = dW.at(1, 2);
    const third11 = w11 / 3, third23 = w23 / 3;
    // end
    return { w11, third11, w23, third23 };
  },
  results: {
    w11: {
      label: { ja: "w11 の勾配", en: "The gradient of w11" },
      printed: "0.58",
      expected: "differs",
      golden: "text-w11",
    },
    third11: {
      label: { ja: "w11、損失を 3 で割ると", en: "w11, the loss divided by 3" },
      printed: "0.58",
      expected: "identical",
    },
    w23: {
      label: { ja: "w23 の勾配", en: "The gradient of w23" },
      printed: "-0.98",
      expected: "differs",
      golden: "text-w23",
    },
    third23: {
      label: { ja: "w23、損失を 3 で割ると", en: "w23, the loss divided by 3" },
      printed: "-0.98",
      expected: "differs",
    },
  },
  errata: errata("divided-by-classes", "rounding"),
  bothNumbers: {
    "divided-by-classes": [["third11", "w11"], ["third23", "w23"]],
    "rounding": [["third23"]],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
