/**
 * 4.2.1-04, h1 and h2 written out, with their biases.
 *
 * deno run scripts/cells/4.2.1_04_bias.ts
 */
import { matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { sums } from "../lesson/worked.ts";

/**
 * 4.2.1-04, h1 and h2 written out, with their biases.
 */
export const cell: CellData = defineCell({
  number: { ja: "式 h₁, h₂", en: "Equations h₁, h₂" },
  title: { ja: "バイアスを足す", en: "A bias is added" },
  text: {
    ja:
      "ニューロンの値には、前の層の値によらない定数も足します。これを**バイアス**と言い、図では省略されています。\n\n" +
      "中間層の一つ目のニューロン $h_1$ の式を書き下すと、二つの入力にそれぞれの重みを掛け、バイアス $b_1$ を足したものになります。" +
      "二つ目のニューロン $h_2$ も、重みとバイアスが違うだけで同じ形の式です。",
    en:
      "A constant that does not depend on the layer before is added to the value of a neuron: the **bias**, " +
      "which the figure leaves out.\n\n" +
      "Written out, the first hidden neuron $h_1$ is each of the two inputs times its weight, plus the bias $b_1$. " +
      "The second hidden neuron $h_2$ has the same form, with other weights and another bias.",
  },
  formula:
    "h_1 = x_1 w_{11} + x_2 w_{21} + b_1 \\quad h_2 = x_1 w_{12} + x_2 w_{22} + b_2",
  inputs: {
    x: matrix([1, 2]),
    W: matrix([[3, 5], [4, 6]]),
    b: matrix([0.1, 0.2]),
  },
  run({ x, W, b }) {
    // show
    const [x1, x2] = [x.at(0, 0), x.at(0, 1)];
    const h1 = x1 * W.at(0, 0) + x2 * W.at(1, 0) + b.at(0, 0);
    const h2 = x1 * W.at(0, 1) + x2 * W.at(1, 1) + b.at(0, 1);
    // end
    return { h1, h2 };
  },
  worked: ({ x, W, b }, { h1, h2 }) => sums(x, W, matrix([h1, h2]), b),
  results: {
    h1: { label: { ja: "一つ目のニューロン", en: "The first neuron" } },
    h2: { label: { ja: "二つ目のニューロン", en: "The second neuron" } },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
