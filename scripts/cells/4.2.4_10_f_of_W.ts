/**
 * 4.2.4-10, In [11]: f(W), which numerical_gradient takes.
 *
 * deno run scripts/cells/4.2.4_10_f_of_W.ts
 */
import { add, type Matrix, matrix, numericalGradient, SimpleNet } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-10, In [11]: f(W), which numerical_gradient takes.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [11]", en: "In [11]" },
  title: {
    ja: "損失を重みの関数にする",
    en: "The loss as a function",
  },
  text: {
    ja:
      "`numerical_gradient` は関数を引数に取るので、損失を重みの関数 `f(W)` として定義します。" +
      "渡された `W` でネットワークを作り、その損失を返します。重みが違えば、値も違います。",
    en:
      "`numerical_gradient` takes a function, so the loss is defined as a function `f(W)` of the weights. " +
      "It makes a network of the `W` that it is given, and returns its loss. Other weights give another value.",
  },
  formula: "f(W) = L",
  inputs: { x, t, W },
  run({ x, t, W }) {
    // show
    const f = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const value = f(W);
    const other = f(add(W, matrix([[0, 0, 0], [0, 0, 1]])));

    // The lecture's f does not use the W that it is given.
    const sn = new SimpleNet(W);
    const ignoring = numericalGradient((_W: Matrix) => sn.loss(x, t), W);
    // end
    return { value, other, ignoring };
  },
  results: {
    value: {
      label: { ja: "今の重みの損失", en: "The loss of the weights now" },
    },
    other: {
      label: {
        ja: "w₂₃ を 1 増やした重みの損失",
        en: "The loss with w₂₃ raised by 1",
      },
    },
    ignoring: {
      label: {
        ja: "W を使わない f に、重みのコピーを渡したときの勾配",
        en: "The gradient of an f that ignores W, given copies of the weights",
      },
      golden: "numgrad-alias-trap",
    },
  },
  numpy: {
    code: `import numpy as np

x, t = np.array([2, 3]), np.array([0, 0, 1])
W = np.array([[1.72265811, 0.68672941, 1.10772301],
              [0.60344169, 0.60322389, -0.3536039]])

def f(W):
    powers = np.exp(x @ W - np.max(x @ W))
    return -np.sum(t * np.log(powers / np.sum(powers)))

print(f(W))
print(f(W + np.array([[0, 0, 0], [0, 0, 1]])))`,
    prints: ["value", "other"],
  },
  errata: errata("ignored-argument"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
