/**
 * 4.2.4-11, f(W) that ignores W.
 *
 * deno run scripts/cells/4.2.4_11_ignored_argument.ts
 */
import { gradient, type Matrix, numericalGradient, SimpleNet } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";
import { t, W, x } from "./_lecture.ts";

/** 4.2.4-11, f(W) that ignores W. */
export const cell: CellData = defineCell({
  number: { ja: "f(W)", en: "f(W)" },
  title: { ja: "引数を使わない関数", en: "A function that ignores W" },
  text: {
    ja:
      "講義の f は引数 W を受け取りますが、使うのは sn.W です。numerical_gradient が sn.W そのものを" +
      "書き換えるので正しく動いて見えますが、コピーを渡せば勾配はすべて 0 です。Kobai はいつもコピーを" +
      "渡すので、この間違いにすぐ気づきます。",
    en:
      "The lecture's f takes W and uses sn.W. It seems to work because numerical_gradient changes " +
      "sn.W itself; given a copy, every entry is 0. Kobai always gives a copy, so the mistake shows " +
      "at once.",
  },
  formula: "f(W) = E(\\text{sn.W}) \\quad \\frac{\\partial f}{\\partial W} = 0",
  inputs: { x, t, W },
  run({ x, t, W }) {
    // show
    const sn = new SimpleNet(W);
    const ignoring = numericalGradient((_W: Matrix) => sn.loss(x, t), sn.W);
    const backwards = gradient((_W: Matrix) => sn.loss(x, t), sn.W);
    const using = numericalGradient(
      (W: Matrix) => new SimpleNet(W).loss(x, t),
      sn.W,
    );
    // end
    return { ignoring, backwards, using };
  },
  results: {
    ignoring: {
      label: { ja: "引数を使わない f", en: "f ignores its argument" },
      golden: "numgrad-alias-trap",
    },
    backwards: {
      label: {
        ja: "引数を使わない f、誤差逆伝播",
        en: "f ignores its argument, by backpropagation",
      },
    },
    using: { label: { ja: "引数を使う f", en: "f uses its argument" } },
  },
  errata: errata("ignored-argument"),
  bothNumbers: { "ignored-argument": [["ignoring", "using"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
