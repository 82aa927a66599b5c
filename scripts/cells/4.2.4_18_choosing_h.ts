/**
 * 4.2.4-18, the error of the central difference for twelve steps h.
 *
 * deno run scripts/cells/4.2.4_18_choosing_h.ts
 */
import {
  matmul,
  type Matrix,
  matrix,
  numericalGradient,
  SimpleNet,
  softmax,
  subtract,
  transpose,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { t, W, x } from "./_lecture.ts";

/** 4.2.4-18, the error of the central difference for twelve steps h. */
export const cell: CellData = defineCell({
  number: { ja: "h の選び方", en: "Choosing h" },
  beyond: true,
  title: { ja: "h を小さくすればよいか", en: "Is a smaller h a better one?" },
  text: {
    ja:
      "差を取るときの `h` を 10 分の 1 にすると誤差は 100 分の 1 になりますが、それは 1e-5 あたりまでです。その先は、" +
      "引き算で桁が失われて、誤差は逆に大きくなります。",
    en:
      "With `h` a tenth, the error is a hundredth, down to about 1e-5; from there on the subtraction " +
      "loses digits and the error grows again.",
  },
  formula: "\\frac{L(w + h) - L(w - h)}{2h}",
  inputs: { x, t, W },
  run({ x, t, W }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const exact = matmul(transpose(x), subtract(softmax(matmul(x, W)), t));
    const sizes = Array.from({ length: 12 }, (_, i) => Number(`1e-${i + 1}`));
    const h = matrix(sizes);
    const errors = matrix(sizes.map((h) => {
      const difference = subtract(numericalGradient(f, W, { h }), exact)
        .toFloat64Array();
      return Math.max(...difference.map(Math.abs));
    }));
    // end
    return { h, errors };
  },
  results: {
    h: { label: { ja: "h", en: "h" }, flat: true },
    errors: {
      label: {
        ja: "6 個の勾配の最大の誤差",
        en: "The largest error of the six entries",
      },
      flat: true,
      golden: "numgrad-h-sweep",
    },
  },
  picture(_inputs, { h, errors }) {
    const steps = h.toArray()[0]!, sizes = errors.toArray()[0]!;
    const least = Math.min(...sizes), best = steps[sizes.indexOf(least)]!;
    return {
      kind: "curves",
      title: {
        ja: "h と数値微分の誤差",
        en: "The numerical gradient's error against h",
      },
      description: {
        ja:
          `両軸とも対数目盛り。誤差は h = ${best} で最も小さい ${
            least.toExponential(1)
          } になり、` +
          "それより小さな h では引き算の丸めのために、大きな h では式の近似（打ち切り）のために増える。",
        en:
          `Both axes are logarithmic. The error is least, ${
            least.toExponential(1)
          }, at h = ${best}; ` +
          "it grows for a smaller h because subtraction rounds, for a larger one because the formula " +
          "is cut short.",
      },
      x: { label: { ja: "h", en: "h" }, logarithmic: true },
      y: {
        label: { ja: "最大の誤差", en: "largest error" },
        logarithmic: true,
      },
      lines: [{ label: { ja: "誤差", en: "error" }, x: steps, y: sizes }],
      words: [
        { text: { ja: "丸め誤差", en: "rounding" }, x: 1e-9, y: 1e-5 },
        { text: { ja: "打ち切り誤差", en: "truncation" }, x: 1e-4, y: 1e-5 },
      ],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
