/**
 * 4.2.4-16, the lecture's softmax on a batch, and softmax row by row.
 *
 * deno run scripts/cells/4.2.4_16_softmax_of_a_batch.ts
 */
import {
  divide,
  exp,
  type Matrix,
  matrix,
  max,
  softmax,
  subtract,
  sum,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.4-16, the lecture's softmax on a batch, and softmax row by row. */
export const cell: CellData = defineCell({
  number: { ja: "バッチ", en: "Batch" },
  title: {
    ja: "バッチのソフトマックス",
    en: "The softmax of a batch",
  },
  beyond: true,
  text: {
    ja:
      "4.2.4-03 で定義した `softmax` は、最大値も和も配列全体で取ります。1 件ならそれで正しいのですが、" +
      "いくつもの作文を一度に計算するバッチでは、行ごとに取らなければなりません。\n\n" +
      "行によって数の大きさが違う `large` では、全体の最大値を引くと 1 行目がすべて 0 になってしまいます。",
    en:
      "The `softmax` of 4.2.4-03 takes maximum and sum over the whole array. That is right for one " +
      "essay; in a batch of several it must be done row by row.\n\n" +
      "Where rows differ in size, as in `large`, the maximum of everything leaves nothing of the first row.",
  },
  formula: "y_k = \\frac{\\exp(a_k - \\max a)}{\\sum_j \\exp(a_j - \\max a)}",
  inputs: {
    a: matrix([[1, 2, 3], [1, 2, 3]]),
    large: matrix([[0.3, 2.9, 4], [1000, 1001, 1002]]),
  },
  run({ a, large }) {
    // show
    const softmaxOfOne = (a: Matrix) => {
      const powers = exp(subtract(a, max(a)));
      return divide(powers, sum(powers));
    };
    const everything = softmaxOfOne(a);
    const sums = sum(everything, { by: "row" });
    const rows = softmax(a);
    const largeEverything = softmaxOfOne(large);
    const largeRows = softmax(large);
    // end
    return { everything, sums, rows, largeEverything, largeRows };
  },
  results: {
    everything: {
      label: {
        ja: "配列全体で（講義の関数）",
        en: "Over the whole array (the lecture's function)",
      },
      golden: "softmax-2d-seed",
    },
    sums: { label: { ja: "その各行の和", en: "The sum of each of its rows" } },
    rows: {
      label: { ja: "行ごとに", en: "Row by row" },
      golden: "softmax-2d-right",
    },
    largeEverything: {
      label: {
        ja: "大きさの違う行、配列全体で",
        en: "Rows of very different size, the lecture's function",
      },
    },
    largeRows: {
      label: {
        ja: "大きさの違う行、行ごとに",
        en: "Rows of very different size, row by row",
      },
      golden: "softmax-2d-right-large",
    },
  },
  errata: errata("softmax-of-everything"),
  bothNumbers: { "softmax-of-everything": [["everything", "rows"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
