/**
 * 4.2.4-05, Out [9]: the loss, and a third of it.
 *
 * deno run scripts/cells/4.2.4_05_loss.ts
 */
import { divide, log, multiply, negate, SimpleNet, softmax, sum } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/** 4.2.4-05, Out [9]: the loss, and a third of it. */
export const cell: CellData = defineCell({
  number: { ja: "Out [9]", en: "Out [9]" },
  title: { ja: "損失：sn.loss(x, t)", en: "The loss: sn.loss(x, t)" },
  text: {
    ja:
      "1 件の損失は -ln y₃ です。講義の関数は y.shape[0] で割りますが、1 件の y は 1 次元なので、" +
      "それは件数の 1 ではなくクラス数の 3 です。Kobai ではいつも 1 行がデータ 1 件なので、この間違いは" +
      "起こりません。",
    en:
      "The loss of one sample is -ln y₃. The lecture's function divides by y.shape[0]; a single y " +
      "is 1-D, so that is not the 1 sample but its 3 classes. In Kobai rows are always samples, " +
      "and the mistake cannot be made.",
  },
  formula: "E = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\ln y_{nk}",
  inputs: { x, t, W },
  rounded: "W",
  run({ x, t, W }) {
    // show
    const sn = new SimpleNet(W);
    const loss = sn.loss(x, t);

    // The lecture's way: divided by the length of a 1-D y.
    const y = softmax(sn.predict(x));
    const third = divide(negate(sum(multiply(t, log(y)))), y.columns);
    // end
    return { loss, third };
  },
  results: {
    loss: {
      label: { ja: "1 件の損失", en: "The loss of the one sample" },
      printed: "1.4113868299245542",
      expected: "differs",
      golden: "Out9-loss-right",
    },
    third: {
      label: {
        ja: "講義の計算：3 で割ったもの",
        en: "The lecture's way: divided by 3",
      },
      printed: "1.4113868299245542",
      expected: "rounding",
      golden: "Out9-loss-seed",
    },
  },
  errata: errata("misspelled-call", "divided-by-classes"),
  bothNumbers: { "divided-by-classes": [["third", "loss"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
