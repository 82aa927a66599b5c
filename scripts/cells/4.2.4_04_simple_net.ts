/**
 * 4.2.4-04, In [1]: the class simpleNet: weights, predict and loss.
 *
 * deno run scripts/cells/4.2.4_04_simple_net.ts
 */
import {
  crossEntropyError,
  matmul,
  type Matrix,
  numpyRandom,
  randn,
  SimpleNet,
  softmax,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, x } from "./_lecture.ts";

/**
 * 4.2.4-04, In [1]: the class simpleNet: weights, predict and loss.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [1]", en: "In [1]" },
  title: { ja: "simpleNet クラス", en: "The class simpleNet" },
  text: {
    ja:
      "`simpleNet` というクラスを定義します。持っているのは、重み `W`、スコアを出す `predict`、損失を出す `loss` の三つです。\n\n" +
      "構造は 2 入力・3 出力で、バイアスはありません。重みは乱数で**初期化**します。" +
      "`predict` は入力に重みを掛けるだけで、`loss` はその結果をソフトマックスに通して交差エントロピー誤差を計算します。\n\n" +
      "入力 (2, 3) の作文は「悪い」と評価されたものとします。" +
      "自分で定義したクラスも、ライブラリの `SimpleNet` も、同じ重みからは同じ損失を出します。",
    en:
      "A class `simpleNet` is defined. It has three things: the weights `W`, `predict`, which gives scores, and `loss`.\n\n" +
      "Its structure is 2 inputs and 3 outputs, without a bias. The weights are **initialized** at random. " +
      "`predict` multiplies the input by the weights, and `loss` takes the softmax of that and its cross entropy.\n\n" +
      "Let the essay with the inputs (2, 3) be rated 悪い (bad). " +
      "The class defined here and the library's `SimpleNet` give the same loss with the same weights.",
  },
  formula:
    "a = x W \\quad y = \\mathrm{softmax}(a) \\quad L = -\\sum_k t_k \\log y_k",
  inputs: { x, t, seed: 1 },
  run({ x, t, seed }) {
    // show
    class simpleNet {
      readonly W: Matrix;
      constructor(W: Matrix) {
        this.W = W;
      }
      predict(x: Matrix) {
        return matmul(x, this.W);
      }
      loss(x: Matrix, t: Matrix) {
        return crossEntropyError(softmax(this.predict(x)), t);
      }
    }
    const drawn = randn(numpyRandom(seed), 2, 3);
    const loss = new simpleNet(drawn).loss(x, t);
    const same = new SimpleNet(drawn).loss(x, t);
    // end
    return { drawn, loss, same };
  },
  results: {
    drawn: {
      label: {
        ja: "乱数で初期化した重み",
        en: "Weights initialized at random",
      },
    },
    loss: { label: { ja: "その損失", en: "Their loss" } },
    same: {
      label: {
        ja: "ライブラリの SimpleNet で",
        en: "By the library's SimpleNet",
      },
    },
  },
  numpy: {
    code: `import numpy as np

class simpleNet:
    def __init__(self):
        self.W = np.random.randn(2, 3)

    def predict(self, x):
        return x @ self.W

    def loss(self, x, t):
        a = self.predict(x)
        powers = np.exp(a - np.max(a))
        return -np.sum(t * np.log(powers / np.sum(powers)))

np.random.seed(1)
sn = simpleNet()
print(repr(sn.W))
print(sn.loss(np.array([2, 3]), np.array([0, 0, 1])))`,
    prints: ["drawn", "loss"],
  },
  errata: errata("misspelled-call"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
