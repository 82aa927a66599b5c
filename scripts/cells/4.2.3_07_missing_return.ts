/**
 * 4.2.3-07, In [8]: the batch version as printed returns nothing.
 *
 * deno run scripts/cells/4.2.3_07_missing_return.ts
 */
import { crossEntropyError, type Matrix, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.3-07, In [8]: the batch version as printed returns nothing. */
export const cell: CellData = defineCell({
  number: { ja: "In [8]", en: "In [8]" },
  title: { ja: "return のない関数", en: "A function without return" },
  text: {
    ja:
      "バッチ版の cross_entropy_error は計算をしますが、結果を返しません。Python では None、" +
      "ここでは undefined になります。",
    en:
      "The batch version of cross_entropy_error computes and returns nothing: None in Python, " +
      "undefined here.",
  },
  formula: "E = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\ln y_{nk}",
  inputs: {
    y: matrix([[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]]),
    t: matrix([[1, 0, 0], [1, 0, 0]]),
  },
  run({ y, t }) {
    // show
    const asPrinted = (y: Matrix, t: Matrix): void => {
      crossEntropyError(y, t);
    };
    const nothing = asPrinted(y, t) as undefined;
    const E = crossEntropyError(y, t);
    // end
    return { nothing, E };
  },
  results: {
    nothing: {
      label: { ja: "講義の関数のまま", en: "The function as printed" },
      golden: "In8-missing-return",
    },
    E: {
      label: { ja: "return を補った関数", en: "The function with its return" },
    },
  },
  errata: errata("missing-return"),
  bothNumbers: { "missing-return": [["nothing", "E"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
