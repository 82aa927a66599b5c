/**
 * 4.2.4-17, numerical_gradient on integer weights.
 *
 * deno run scripts/cells/4.2.4_17_integer_trap.ts
 */
import {
  fromFloat64Array,
  matrix,
  multiply,
  numericalGradient,
  sum,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.4-17, numerical_gradient on integer weights. */
export const cell: CellData = defineCell({
  number: { ja: "整数", en: "Integers" },
  beyond: true,
  title: { ja: "重みが整数だと", en: "Integer weights" },
  text: {
    ja:
      "講義の `numerical_gradient` は、重みの配列をその場で書き換えます。整数の配列では 1 + 0.0001 が 1 に、" +
      "1 - 0.0001 が 0 に切り捨てられ、まったく違う答えになります。Kobai の行列はいつも倍精度の小数です。",
    en:
      "The lecture's `numerical_gradient` changes the array of weights in place. In an integer array " +
      "1 + 0.0001 is cut to 1 and 1 - 0.0001 to 0, and the answer is far off. A matrix of Kobai is " +
      "always in double precision.",
  },
  formula:
    "f(W) = \\sum_{ij} w_{ij}^2 \\quad \\frac{\\partial f}{\\partial w} = 2w",
  inputs: { W: matrix([[1, 2, 3], [4, 5, 6]]), h: 1e-4 },
  run({ W, h }) {
    // show
    const right = numericalGradient((W) => sum(multiply(W, W)), W, { h });

    // The same in an array of whole numbers, like NumPy's integer arrays.
    const whole = Int32Array.from(W.toFloat64Array());
    const f = () => whole.reduce((total, w) => total + w * w, 0);
    const slopes = new Int32Array(whole.length);
    for (let i = 0; i < whole.length; i++) {
      const before = whole[i]!;
      whole[i] = before + h;
      const above = f();
      whole[i] = before - h;
      const below = f();
      whole[i] = before;
      slopes[i] = (above - below) / (2 * h);
    }
    const cut = fromFloat64Array(Float64Array.from(slopes), W.rows, W.columns);
    // end
    return { cut, right };
  },
  results: {
    cut: {
      label: { ja: "整数の配列で", en: "In an array of integers" },
      golden: "numgrad-int-trap",
    },
    right: {
      label: { ja: "倍精度の小数で：2W", en: "In double precision: 2W" },
    },
  },
  errata: errata("integer-weights"),
  bothNumbers: { "integer-weights": [["cut", "right"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
