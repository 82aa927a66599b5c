/**
 * 4.2.3-10, losses serve to look for the weight with the smallest loss.
 *
 * deno run scripts/cells/4.2.3_10_searching_a_weight.ts
 */
import { argMin, matrix, multiply, subtract } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/**
 * 4.2.3-10, losses serve to look for the weight with the smallest loss.
 */
export const cell: CellData = defineCell({
  number: { ja: "本文", en: "Text" },
  title: {
    ja: "損失を小さくする重みを探す",
    en: "Looking for a good weight",
  },
  text: {
    ja:
      "損失は、重みを**更新**するために使います。損失ができるだけ小さくなる重みを探すのです。\n\n" +
      "いちばん小さな例で試します。入力 `x` も重み $w$ も一つだけで、出力は $wx$、人の評価は `t` です。" +
      "`weights` の値を一つずつ入れて、2 乗和誤差が最も小さくなるものを選びます。",
    en:
      "Losses serve to **update** weights: we look for those that make the loss as small as can be.\n\n" +
      "Here is the smallest example: one input `x`, one weight $w$, the output $wx$ and the rating `t`. " +
      "Each of `weights` is tried, and the one with the smallest squared error wins.",
  },
  formula: "E = \\frac{1}{2} (w x - t)^2",
  inputs: { x: 2, t: 3, weights: matrix([0, 0.5, 1, 1.5, 2, 2.5, 3]) },
  run({ x, t, weights }) {
    // show
    const difference = subtract(multiply(weights, x), t);
    const losses = multiply(0.5, multiply(difference, difference));
    const best = weights.at(0, argMin(losses).item());
    // end
    return { losses, best };
  },
  results: {
    losses: {
      label: {
        ja: "weights それぞれの損失",
        en: "The loss of each of weights",
      },
      flat: true,
    },
    best: {
      label: {
        ja: "損失が最も小さい重み",
        en: "The weight with the smallest loss",
      },
    },
  },
  picture({ weights }, { losses, best }) {
    const x = weights.toArray()[0]!, y = losses.toArray()[0]!;
    return {
      kind: "curves",
      title: { ja: "重みと損失", en: "The loss against the weight" },
      description: {
        ja: `横軸は重み、縦軸は損失。損失は重み ${best} で最も小さい。`,
        en:
          `Weights from left to right, the loss upwards. It is smallest at the weight ${best}.`,
      },
      x: { label: { ja: "重み w", en: "weight w" } },
      y: { label: { ja: "損失 E", en: "loss E" } },
      lines: [{ label: { ja: "損失", en: "loss" }, x, y }],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
