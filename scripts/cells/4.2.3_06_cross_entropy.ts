/**
 * 4.2.3-06, the formula of the cross entropy.
 *
 * deno run scripts/cells/4.2.3_06_cross_entropy.ts
 */
import { log, matrix, multiply, negate, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.3-06, the formula of the cross entropy.
 */
export const cell: CellData = defineCell({
  number: { ja: "式", en: "Equation" },
  title: { ja: "交差エントロピー誤差", en: "The cross entropy error" },
  text: {
    ja: "損失関数としては、**交差エントロピー誤差**もよく使われます。" +
      "$t_k$ は正解の位置だけが 1 なので、残るのは、正解の位置の確率の対数だけです。" +
      "確率が 1 に近いほど、損失は 0 に近くなります。対数 log は自然対数です。",
    en: "The **cross entropy error** is often used as a loss function too. " +
      "$t_k$ is 1 at the right place alone, so only the logarithm of the probability there remains. " +
      "The nearer that is to 1, the nearer the loss is to 0. The logarithm is the natural one.",
  },
  formula: "E = -\\sum_k t_k \\log y_k",
  inputs: { y: matrix([0.1, 0.1, 0.8]), t: matrix([0, 0, 1]) },
  run({ y, t }) {
    // show
    const E = negate(sum(multiply(t, log(y))));
    // end
    return { E };
  },
  worked: ({ y, t }, { E }) =>
    `-(${
      y.toArray()[0]!.map((y, k) =>
        `${operand(t.at(0, k))} × log ${operand(y)}`
      ).join(" + ")
    }) = ${short(E)}`,
  results: {
    E: { label: { ja: "損失", en: "The loss" } },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
