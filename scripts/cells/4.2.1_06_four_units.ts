/**
 * 4.2.1-06, all four hidden neurons with the 2x4 matrix: h = xW + b.
 *
 * deno run scripts/cells/4.2.1_06_four_units.ts
 */
import { add, affine, matmul, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { sums } from "../lesson/worked.ts";

/**
 * 4.2.1-06, all four hidden neurons with the 2x4 matrix: h = xW + b.
 */
export const cell: CellData = defineCell({
  number: { ja: "式 h = xW + b", en: "Equation h = xW + b" },
  title: { ja: "中間層の 4 個を一度に", en: "All four at once" },
  text: {
    ja:
      "中間層の 4 個のニューロン全部を、2×4 の重みの行列で一度に書けます。\n\n" +
      "これを短く $h = xW + b$ と書きます。$h$ と $x$ と $b$ は**ベクトル**、$W$ は 2×4 の行列です。" +
      "式のとおりに `matmul` で掛けて `add` で足しても、ライブラリの `affine` を使っても、同じ値になります。",
    en:
      "All four neurons of the hidden layer can be written at once with a 2×4 matrix of weights.\n\n" +
      "In short this is $h = xW + b$, where $h$, $x$ and $b$ are **vectors** and $W$ is a 2×4 matrix. " +
      "Written as the formula says, with `matmul` and `add`, it gives what the library's `affine` gives.",
  },
  formula:
    "(h_1, h_2, h_3, h_4) = (x_1, x_2) \\begin{pmatrix} w_{11} & w_{12} & w_{13} & w_{14} \\\\ " +
    "w_{21} & w_{22} & w_{23} & w_{24} \\end{pmatrix} + (b_1, b_2, b_3, b_4)",
  inputs: {
    x: matrix([1, 2]),
    W: matrix([[3, 5, 1, 0], [4, 6, -1, 2]]),
    b: matrix([0.1, 0.2, 0.3, 0.4]),
  },
  run({ x, W, b }) {
    // show
    const h = add(matmul(x, W), b);
    const same = affine(x, W, b);
    // end
    return { h, same };
  },
  worked: ({ x, W, b }, { h }) => sums(x, W, h, b),
  results: {
    h: { label: { ja: "中間層の値", en: "The hidden layer" }, flat: true },
    same: {
      label: { ja: "ライブラリの affine で", en: "By the library's affine" },
      flat: true,
    },
  },
  numpy: {
    code: `import numpy as np

x = np.array([1, 2])
W = np.array([[3, 5, 1, 0], [4, 6, -1, 2]])
b = np.array([0.1, 0.2, 0.3, 0.4])
print(repr(x @ W + b))`,
    prints: ["h"],
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
