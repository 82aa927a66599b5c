/**
 * 4.2.3-12, In [8]: the version for a batch is defined.
 *
 * deno run scripts/cells/4.2.3_12_batch_version.ts
 */
import {
  crossEntropyError,
  divide,
  log,
  type Matrix,
  matrix,
  multiply,
  negate,
  sum,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.3-12, In [8]: the version for a batch is defined.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [8]", en: "In [8]" },
  title: { ja: "バッチ版の関数", en: "The version for a batch" },
  text: {
    ja: "いくつものデータをまとめたものをバッチと言います。" +
      "バッチのための交差エントロピー誤差の関数を定義します。1 件ずつの損失を全部足し、データの個数で割ります。",
    en: "Several samples together are called a batch. " +
      "A version of the cross entropy error for a batch is defined: the losses of all samples are added and divided by " +
      "the number of samples.",
  },
  formula: "E = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\log y_{nk}",
  inputs: {
    y: matrix([[0.8, 0.1, 0.1], [0.3, 0.6, 0.1]]),
    t: matrix([[1, 0, 0], [0, 1, 0]]),
  },
  run({ y, t }) {
    // show
    const cross_entropy_error = (y: Matrix, t: Matrix) =>
      divide(negate(sum(multiply(t, log(y)))), y.rows);
    const E = cross_entropy_error(y, t);
    const same = crossEntropyError(y, t);

    // As the lecture prints it: computed, and not returned.
    const asPrinted = (y: Matrix, t: Matrix): void => {
      divide(negate(sum(multiply(t, log(y)))), y.rows);
    };
    const nothing = asPrinted(y, t) as undefined;
    // end
    return { E, same, nothing };
  },
  worked({ y, t }, { E }) {
    const logs = y.toArray().flatMap((row, n) =>
      row.flatMap((y, k) => t.at(n, k) === 0 ? [] : [`log ${operand(y)}`])
    );
    return `-(${logs.join(" + ")}) / ${y.rows} = ${short(E)}`;
  },
  results: {
    E: { label: { ja: "2 件の損失の平均", en: "The mean loss of the two" } },
    same: {
      label: {
        ja: "ライブラリの crossEntropyError で",
        en: "By the library's crossEntropyError",
      },
    },
    nothing: {
      label: { ja: "講義の関数のままでは", en: "The function as printed" },
      golden: "In8-missing-return",
    },
  },
  numpy: {
    code: `import numpy as np

def cross_entropy_error(y, t):
    return -np.sum(t * np.log(y)) / y.shape[0]

y = np.array([[0.8, 0.1, 0.1], [0.3, 0.6, 0.1]])
t = np.array([[1, 0, 0], [0, 1, 0]])
print(cross_entropy_error(y, t))`,
    prints: ["E"],
  },
  errata: errata("missing-return"),
  bothNumbers: { "missing-return": [["nothing", "E"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
