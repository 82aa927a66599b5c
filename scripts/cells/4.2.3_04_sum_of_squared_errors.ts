/**
 * 4.2.3-04, In [5], Out [5]: mean_squared_error is defined.
 *
 * deno run scripts/cells/4.2.3_04_sum_of_squared_errors.ts
 */
import {
  type Matrix,
  matrix,
  multiply,
  subtract,
  sum,
  sumSquaredError,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { halfOfSquares } from "./_worked.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.3-04, In [5], Out [5]: mean_squared_error is defined.
 */
export const cell: CellData = defineCell({
  number: { ja: "Out [5]", en: "Out [5]" },
  title: { ja: "2 乗和誤差", en: "The sum of squared errors" },
  text: {
    ja:
      "2 乗和誤差を計算する関数を定義します。講義での名前は `mean_squared_error` です。" +
      "差を取り、2 乗し、足して半分にする、という式そのままの 2 行です。" +
      "最後の桁の 2 は、小数が 2 進法では割り切れないために出るもので、講義の出力と同じです。",
    en:
      "A function that computes the sum of squared errors is defined; the lecture calls it `mean_squared_error`. " +
      "Its two lines are the formula: take the difference, square it, add up, halve. " +
      "The 2 in the last place is there because decimals are rounded in binary, and the lecture printed it too.",
  },
  formula: "E = \\frac{1}{2} \\sum_k (y_k - t_k)^2",
  inputs: { y: matrix([0.2, 0.7, 0.1]), t: matrix([0, 1, 0]) },
  run({ y, t }) {
    // show
    const mean_squared_error = (y: Matrix, t: Matrix) => {
      const difference = subtract(y, t);
      return multiply(0.5, sum(multiply(difference, difference)));
    };
    const E = mean_squared_error(y, t);
    const same = sumSquaredError(y, t);
    // end
    return { E, same };
  },
  worked: ({ y, t }, { E }) => halfOfSquares(y, t, E),
  results: {
    E: {
      label: { ja: "y1 の損失", en: "The loss of y1" },
      printed: "0.07000000000000002",
      expected: "identical",
      golden: "Out5-mse-y1",
    },
    same: {
      label: {
        ja: "ライブラリの sumSquaredError で",
        en: "By the library's sumSquaredError",
      },
    },
  },
  numpy: {
    code: `import numpy as np

def mean_squared_error(y, t):
    difference = y - t
    return 0.5 * np.sum(difference * difference)

y1 = np.array([0.2, 0.7, 0.1])
t = np.array([0, 1, 0])
print(mean_squared_error(y1, t))`,
    prints: ["E"],
  },
  errata: errata("no-mean"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
