/**
 * 4.2.1-07, In [3]: h = np.dot(x, W1) + b1 for one row.
 *
 * deno run scripts/cells/4.2.1_07_forward_one_row.ts
 */
import { affine, randn } from "kobai";
import seedrandom from "seedrandom";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.1-07, In [3]: h = np.dot(x, W1) + b1 for one row.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [3]", en: "In [3]" },
  title: { ja: "1 組の入力を変換する", en: "One input goes through" },
  text: {
    ja:
      "講義のコードは、入力と重みとバイアスを乱数で作り、1 組の入力から中間層の値を計算します。" +
      "乱数の種（シード）を決めていないので、同じ数は二度と出ません。ここでは種を `seed` で決め、講義とは形だけを比べます。",
    en:
      "The lecture's code draws input, weights and bias at random and makes the hidden layer of one input. " +
      "It sets no seed, so its numbers can never be had again. Here `seed` sets it, and only the shape can be compared.",
  },
  formula: "h = x W_1 + b_1",
  inputs: { seed: "lesson" },
  run({ seed }) {
    // show
    const random = seedrandom(seed);
    const x = randn(random, 1, 2);
    const W1 = randn(random, 2, 4);
    const b1 = randn(random, 1, 4);
    const h = affine(x, W1, b1);
    // end
    return { h };
  },
  results: {
    h: {
      label: {
        ja: "中間層の値（1 行 4 列）",
        en: "The hidden layer (1 row, 4 columns)",
      },
      printed: "array([[ 0.48247096, -1.2644639 ,  2.33997006,  3.01376622]])",
      expected: "not reproducible",
      reason: {
        ja:
          "種が決められておらず、入力の値も載っていません。形 (1, 4) は同じです",
        en:
          "no seed was set and the inputs are not shown; the shape (1, 4) is the same",
      },
      golden: "In3-forward-seed",
    },
  },
  errata: errata("ten-rows"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
