/**
 * 4.2.1-05, In [3] with the ten rows that the text speaks of.
 *
 * deno run scripts/cells/4.2.1_05_forward_ten_rows.ts
 */
import { affine, numpyRandom, randn } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.1-05, In [3] with the ten rows that the text speaks of. */
export const cell: CellData = defineCell({
  number: { ja: "In [3]", en: "In [3]" },
  title: { ja: "順伝播：10 行のデータ", en: "Forward pass of ten rows" },
  text: {
    ja:
      "本文どおり 10 行にします。行がデータ 1 件、列が特徴です。10 件まとめても式は同じで、b1 は各行に" +
      "足されます。乱数は NumPy で np.random.seed(0) とした後と同じもので、W1, b1, x の順に引いて" +
      "います。",
    en:
      "Ten rows, as the text says. Rows are samples, columns are features. Ten samples take the " +
      "same formula, and b1 is added to every row. The numbers are those of NumPy after " +
      "np.random.seed(0), drawn in the order W1, b1, x.",
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
        en: "The hidden units (10 rows, 4 columns)",
      },
      golden: "In3-forward-10rows",
    },
  },
  errata: errata("ten-rows"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
