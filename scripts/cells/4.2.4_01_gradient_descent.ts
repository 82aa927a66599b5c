/**
 * 4.2.4-01, what gradient descent is for, and the gradient of the loss by the
 * weights.
 *
 * deno run scripts/cells/4.2.4_01_gradient_descent.ts
 */
import { type CellData, defineText } from "../lesson/cell.ts";

/**
 * 4.2.4-01, what gradient descent is for, and the gradient of the loss by the
 * weights.
 */
export const cell: CellData = defineText({
  number: { ja: "本文", en: "Text" },
  title: { ja: "勾配降下法", en: "Gradient descent" },
  text: {
    ja:
      "**勾配降下法**（勾配法）は、**勾配**を使って重みとバイアスを更新し、精度の高いネットワークを作る方法です。\n\n" +
      "ここで言う勾配は、重みに対する損失関数の勾配です。" +
      "重みが 2×3 の行列 $W$ なら、勾配も 2×3 の行列で、" +
      "損失 $L$ を重み一つずつで**偏微分**したものが同じ位置に並びます。",
    en:
      "**Gradient descent** updates weights and biases by a **gradient**, towards a network that predicts well.\n\n" +
      "The gradient here is that of the loss by the weights. " +
      "If the weights are a 2×3 matrix $W$, the gradient is a 2×3 matrix too, " +
      "and holds the **partial derivative** of the loss $L$ by each weight at the same place.",
  },
  formula:
    "W = \\begin{pmatrix} w_{11} & w_{12} & w_{13} \\\\ w_{21} & w_{22} & w_{23} \\end{pmatrix} \\quad " +
    "\\frac{\\partial L}{\\partial W} = \\begin{pmatrix} " +
    "\\frac{\\partial L}{\\partial w_{11}} & \\frac{\\partial L}{\\partial w_{12}} & \\frac{\\partial L}{\\partial w_{13}} \\\\ " +
    "\\frac{\\partial L}{\\partial w_{21}} & \\frac{\\partial L}{\\partial w_{22}} & \\frac{\\partial L}{\\partial w_{23}} \\end{pmatrix}",
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
