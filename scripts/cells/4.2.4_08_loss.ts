/**
 * 4.2.4-08, Out [9]: the loss, and where a third of it comes from.
 *
 * deno run scripts/cells/4.2.4_08_loss.ts
 */
import { divide, log, multiply, negate, SimpleNet, softmax, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/**
 * 4.2.4-08, Out [9]: the loss, and where a third of it comes from.
 */
export const cell: CellData = defineCell({
  number: { ja: "Out [9]", en: "Out [9]" },
  title: { ja: "損失 sn.loss(x, t)", en: "The loss sn.loss(x, t)" },
  text: {
    ja:
      "損失は、正解「悪い」の確率の対数に負号を付けたものです。講義では `sn.loss(x, t)` が 1.411… と出力されています。\n\n" +
      "ところが、式のとおりに計算すると 4.234… です。二つの数の比 `ratio` を見てください。" +
      "この計算に出てくる 3 とは、何の個数でしょうか。考えてから、最後の訂正を読んでください。",
    en:
      "The loss is minus the logarithm of the probability of the right answer, 悪い (bad). " +
      "In the lecture `sn.loss(x, t)` printed 1.411….\n\n" +
      "But the formula gives 4.234…. Look at the ratio of the two, `ratio`. " +
      "What is there 3 of in this computation? Think about it before you read the erratum at the end.",
  },
  formula: "L = -\\sum_k t_k \\log y_k",
  inputs: { x, t, W },
  rounded: "W",
  run({ x, t, W }) {
    // show
    const sn = new SimpleNet(W);
    const y = softmax(sn.predict(x));
    const y3 = y.at(0, 2);
    const loss = sn.loss(x, t);
    const ratio = divide(loss, 1.4113868299245542);

    // The lecture's function, with its divisor.
    const third = divide(negate(sum(multiply(t, log(y)))), y.columns);
    // end
    return { y3, loss, ratio, third };
  },
  worked: (_inputs, { y3, loss }) => `-log ${operand(y3)} = ${short(loss)}`,
  results: {
    y3: {
      label: { ja: "「悪い」の確率", en: "The probability of 悪い (bad)" },
    },
    loss: {
      label: { ja: "式のとおりの損失", en: "The loss by its formula" },
      printed: "1.4113868299245542",
      expected: "differs",
      golden: "Out9-loss-right",
    },
    ratio: {
      label: {
        ja: "講義の値の何倍か",
        en: "How many times the lecture's value",
      },
    },
    third: {
      label: {
        ja: "講義の関数が計算した値",
        en: "What the lecture's function computes",
      },
      printed: "1.4113868299245542",
      expected: "rounding",
      golden: "Out9-loss-seed",
    },
  },
  numpy: {
    code: `import numpy as np

x, t = np.array([2, 3]), np.array([0, 0, 1])
W = np.array([[1.72265811, 0.68672941, 1.10772301],
              [0.60344169, 0.60322389, -0.3536039]])
powers = np.exp(x @ W - np.max(x @ W))
y = powers / np.sum(powers)
loss = -np.sum(t * np.log(y))
print(loss)
print(loss / y.shape[0])  # y.shape is (3,)`,
    prints: ["loss", "third"],
  },
  errata: errata("divided-by-classes"),
  bothNumbers: { "divided-by-classes": [["third", "loss"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
