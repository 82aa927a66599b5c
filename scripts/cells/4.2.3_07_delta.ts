/**
 * 4.2.3-07, In [7]: cross_entropy_error is defined, with a delta.
 *
 * deno run scripts/cells/4.2.3_07_delta.ts
 */
import {
  add,
  crossEntropyError,
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
 * 4.2.3-07, In [7]: cross_entropy_error is defined, with a delta.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [7]", en: "In [7]" },
  title: { ja: "delta を足した関数", en: "A function with a delta" },
  text: {
    ja: "交差エントロピー誤差の関数を定義します。" +
      "log(0) は計算できない（マイナス無限大になる）ので、ごく小さな数 `delta` を足してから対数を取ります。\n\n" +
      "`miss` は、正解の位置の確率を 0 とした予測です。`delta` があれば、損失は大きくても有限の数です。",
    en: "A function for the cross entropy error is defined. " +
      "log(0) cannot be computed (it is minus infinity), so a tiny `delta` is added before the logarithm.\n\n" +
      "`miss` is a prediction that gives the right place 0. With `delta` its loss is large and finite.",
  },
  formula: "E = -\\sum_k t_k \\log(y_k + \\delta)",
  inputs: {
    hit: matrix([0, 1, 0]),
    miss: matrix([1, 0, 0]),
    t: matrix([0, 1, 0]),
    delta: 1e-7,
  },
  run({ hit, miss, t, delta }) {
    // show
    const cross_entropy_error = (y: Matrix, t: Matrix) =>
      negate(sum(multiply(t, log(add(y, delta)))));
    const hopeless = cross_entropy_error(miss, t);
    const same = crossEntropyError(miss, t, { delta });
    const withoutDelta = crossEntropyError(miss, t);

    // A prediction that is right altogether.
    const perfect = cross_entropy_error(hit, t);
    const perfectWithout = crossEntropyError(hit, t);
    // end
    return { hopeless, same, withoutDelta, perfect, perfectWithout };
  },
  worked: ({ miss, t, delta }, { hopeless }) =>
    `-(${
      miss.toArray()[0]!.map((y, k) =>
        `${operand(t.at(0, k))} × log(${short(y)} + ${short(delta)})`
      ).join(" + ")
    }) = ${short(hopeless)}`,
  results: {
    hopeless: {
      label: {
        ja: "正解の確率が 0 の予測の損失",
        en: "The loss where the right place got 0",
      },
      golden: "cee-delta-zero",
    },
    same: {
      label: {
        ja: "ライブラリの crossEntropyError で",
        en: "By the library's crossEntropyError",
      },
    },
    withoutDelta: { label: { ja: "delta がないとき", en: "Without delta" } },
    perfect: {
      label: {
        ja: "完全に正しい予測の損失",
        en: "The loss of a perfect prediction",
      },
      golden: "cee-delta-perfect",
    },
    perfectWithout: {
      label: { ja: "それも delta がないとき", en: "That too without delta" },
    },
  },
  numpy: {
    code: `import numpy as np

def cross_entropy_error(y, t, delta=1e-7):
    return -np.sum(t * np.log(y + delta))

t = np.array([0, 1, 0])
print(cross_entropy_error(np.array([1, 0, 0]), t))
print(cross_entropy_error(np.array([0, 1, 0]), t))`,
    prints: ["hopeless", "perfect"],
  },
  errata: errata("delta-below-zero"),
  bothNumbers: { "delta-below-zero": [["perfect", "perfectWithout"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
