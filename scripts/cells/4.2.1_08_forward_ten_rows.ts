/**
 * 4.2.1-08, In [3] with the ten inputs that the text speaks of.
 *
 * deno run scripts/cells/4.2.1_08_forward_ten_rows.ts
 */
import { affine, numpyRandom, randn } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/**
 * 4.2.1-08, In [3] with the ten inputs that the text speaks of.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [3]", en: "In [3]" },
  title: { ja: "10 組の入力を変換する", en: "Ten inputs go through" },
  text: {
    ja: "同じ式で、10 組の入力をまとめてネットワークに通します。" +
      "1 行が 1 組の入力、1 列が特徴一つで、`b1` は各行に足されます。" +
      "乱数は NumPy で `np.random.seed(0)` とした後と同じもので、`W1`、`b1`、`x` の順に引いています。",
    en: "By the same formula ten inputs go through the network at once. " +
      "Each row is an input, each column a feature, and `b1` is added to every row. " +
      "The numbers are those of NumPy after `np.random.seed(0)`, drawn in the order `W1`, `b1`, `x`.",
  },
  formula: "h = x W_1 + b_1",
  inputs: { seed: 0 },
  run({ seed }) {
    // show
    const random = numpyRandom(seed);
    const W1 = randn(random, 2, 4);
    const b1 = randn(random, 1, 4);
    const x = randn(random, 10, 2);
    const h = affine(x, W1, b1);
    // end
    return { h };
  },
  results: {
    h: {
      label: {
        ja: "中間層の値（10 行 4 列）",
        en: "The hidden layer (10 rows, 4 columns)",
      },
      golden: "In3-forward-10rows",
    },
  },
  numpy: {
    code: `import numpy as np

np.random.seed(0)
W1 = np.random.randn(2, 4)
b1 = np.random.randn(4)
x = np.random.randn(10, 2)
print(repr(x @ W1 + b1))`,
    prints: ["h"],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
