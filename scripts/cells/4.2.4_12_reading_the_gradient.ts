/**
 * 4.2.4-12, what the text reads from the gradient, and measured again.
 *
 * deno run scripts/cells/4.2.4_12_reading_the_gradient.ts
 */
import { add, type Matrix, matrix, numericalGradient, SimpleNet } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-12, what the text reads from the gradient, and measured again.
 */
export const cell: CellData = defineCell({
  number: { ja: "本文", en: "Text" },
  title: { ja: "勾配を読む", en: "Reading the gradient" },
  text: {
    ja:
      "講義の勾配で、$w_{11}$ のところは 0.58 です。$w_{11}$ を h だけ増やすと、損失は約 0.58h 増えます。" +
      "$w_{23}$ のところは -0.98 です。$w_{23}$ を h だけ増やすと、損失は約 0.98h 減ります。\n\n" +
      "だから、損失を小さくするには、$w_{23}$ を増やし、$w_{11}$ を減らす方向へ重みを更新します。\n\n" +
      "本当にそうなるか、重みを `h` だけ動かして損失をもう一度測ります。" +
      "測るのは 3 で割らない損失なので、傾きは講義の 3 倍の約 1.75 と約 -2.96 ですが、増えるか減るかは同じです。",
    en:
      "In the lecture's gradient there is 0.58 at $w_{11}$: raised by h, $w_{11}$ raises the loss by about 0.58h. " +
      "There is -0.98 at $w_{23}$: raised by h, $w_{23}$ lowers the loss by about 0.98h.\n\n" +
      "So to make the loss smaller, update the weights such that $w_{23}$ rises and $w_{11}$ falls.\n\n" +
      "Is it so? We move the weights by `h` and measure the loss again. " +
      "It is the loss that is not divided by 3, so the slopes are 3 times the lecture's, about 1.75 and -2.96; " +
      "up or down is the same.",
  },
  formula: "L(w + h) \\approx L(w) + \\frac{\\partial L}{\\partial w} \\cdot h",
  inputs: { x, t, W, h: 0.01 },
  run({ x, t, W, h }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const now = f(W).item();
    const up11 = f(add(W, matrix([[h, 0, 0], [0, 0, 0]]))).item();
    const up23 = f(add(W, matrix([[0, 0, 0], [0, 0, h]]))).item();
    const both = f(add(W, matrix([[-h, 0, 0], [0, 0, h]]))).item();

    const dW = numericalGradient(f, W);
    const w11 = dW.at(0, 0), w23 = dW.at(1, 2);
    const third11 = w11 / 3, third23 = w23 / 3;
    // end
    return { now, up11, up23, both, third11, third23, w11, w23 };
  },
  worked: ({ h }, { now, w11, w23 }) =>
    [w11, w23].map((slope) =>
      `${operand(now)} + ${operand(slope)} × ${operand(h)} = ${
        short(now + slope * h)
      }`
    ).join("\n"),
  results: {
    now: { label: { ja: "今の損失", en: "The loss now" } },
    up11: {
      label: {
        ja: "w₁₁ を h 増やしたときの損失",
        en: "The loss with w₁₁ raised by h",
      },
    },
    up23: {
      label: {
        ja: "w₂₃ を h 増やしたときの損失",
        en: "The loss with w₂₃ raised by h",
      },
    },
    both: {
      label: {
        ja: "w₂₃ を h 増やし、w₁₁ を h 減らしたときの損失",
        en: "The loss with w₂₃ raised and w₁₁ lowered by h",
      },
    },
    third11: {
      label: { ja: "講義の w₁₁ の傾き", en: "The lecture's slope at w₁₁" },
      printed: "0.58",
      expected: "identical",
    },
    third23: {
      label: { ja: "講義の w₂₃ の傾き", en: "The lecture's slope at w₂₃" },
      printed: "-0.98",
      expected: "differs",
    },
    w11: {
      label: {
        ja: "3 で割らない損失の、w₁₁ の傾き",
        en: "The slope at w₁₁ of the loss itself",
      },
      printed: "0.58",
      expected: "differs",
      because: {
        ja: "講義の損失は 3 で割られている。4.2.4-08 の訂正",
        en: "the lecture's loss is divided by 3; see the erratum of 4.2.4-08",
      },
      golden: "text-w11",
    },
    w23: {
      label: {
        ja: "3 で割らない損失の、w₂₃ の傾き",
        en: "The slope at w₂₃ of the loss itself",
      },
      printed: "-0.98",
      expected: "differs",
      because: {
        ja: "講義の損失は 3 で割られている。4.2.4-08 の訂正",
        en: "the lecture's loss is divided by 3; see the erratum of 4.2.4-08",
      },
      golden: "text-w23",
    },
  },
  errata: errata("double-negative", "rounding"),
  bothNumbers: { "rounding": [["third23"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
