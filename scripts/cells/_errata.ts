/**
 * The lecture's sixteen errata: where its code or text is wrong, and one
 * sentence on why.
 */
import type { Text } from "../cli/message.ts";
import type { Erratum } from "../lesson/cell.ts";

const sentences = {
  "ten-rows": {
    ja: "本文は入力を 10 行と言いますが、コードは 1 行しか作りません。",
    en: "The text announces ten input rows; the code draws one.",
  },
  "weight-shape": {
    ja:
      "講義の (h1, h2) の行列表示では重みが 2×1 で書かれていますが、必要なのは 2×2 の行列です。",
    en:
      "The lecture's matrix form of (h1, h2) shows a 2x1 weight matrix where a 2x2 one is needed.",
  },
  "negative-scores": {
    ja:
      "スコアに負の数があると A/(A+B+C) は確率になりません。(2, -1, 0) からは 2, -1, 0 が出ます。",
    en:
      "A/(A+B+C) is no probability when a score is negative: (2, -1, 0) gives 2, -1, 0.",
  },
  "missing-brackets": {
    ja:
      "講義の式には三つの 2 乗を囲む括弧がなく、½ が最初の 2 乗にしか掛かりません。そのまま計算すると 0.07 ではなく 0.12 になります。",
    en:
      "The displayed formula has no brackets around the three squares, so ½ reaches only the first: read literally it " +
      "gives 0.12, not 0.07.",
  },
  "no-mean": {
    ja:
      "講義の関数は mean_squared_error という名前ですが平均は取っておらず、2 乗和の半分です。",
    en:
      "The lecture's function is called mean_squared_error and takes no mean: it is half the sum of squares.",
  },
  "delta-below-zero": {
    ja:
      "講義の関数はすべての確率に delta を足すので、完全に正しい予測の損失がわずかに負になります。",
    en:
      "The lecture's function adds delta to every probability, which makes the loss of a perfect prediction slightly negative.",
  },
  "missing-return": {
    ja:
      "講義のバッチ版の関数には return がないので、いつ呼んでも None になります。delta もなくなっています。",
    en:
      "The lecture's batch version has no return, so every call gives None; it also drops delta.",
  },
  "sum-or-mean": {
    ja:
      "本文はデータ全体の「和」と言いますが、式は（正しく）平均を取っています。",
    en:
      "The text speaks of the sum over the data; the formula (rightly) takes the mean.",
  },
  "misspelled-call": {
    ja:
      "loss() が呼ぶ cross_entorypy_error は存在しない名前（つづりの間違い）なので、講義のままでは動きません。",
    en:
      "loss() calls cross_entorypy_error, a name that does not exist: the printed cell cannot run.",
  },
  "divided-by-classes": {
    ja:
      "3 は「良い」「普通」「悪い」の個数です。講義の関数は y.shape[0] で割りますが、1 件の y は 1 次元なので、" +
      "それは件数の 1 ではなく、評価の種類の数の 3 です。そのため損失も勾配も本来の 3 分の 1 になっています。" +
      "Kobai ではいつも 1 行がデータ 1 件なので、この間違いは起こりません。",
    en:
      "There are 3 ratings, good, ordinary and bad. The lecture's function divides by y.shape[0]; a single y is 1-D, " +
      "so that is not the 1 sample but its 3 classes, and loss and gradient come out a third of their value. " +
      "In Kobai a row is always a sample, and the mistake cannot be made.",
  },
  "double-negative": {
    ja:
      "本文は w23 を増やすと損失が「-0.98h 減る」と言いますが、負の数だけ減るなら増えることになります。" +
      "「0.98h 減る」か「-0.98h 変わる」です。",
    en:
      "The text says that raising w23 lowers the loss by -0.98h; lowered by a negative number it would rise. " +
      "It falls by 0.98h, or changes by -0.98h.",
  },
  "rounding": {
    ja:
      "-0.9855 を -0.98 と書いていますが、丸めれば -0.99 です（正しい勾配は -2.96）。",
    en:
      "-0.9855 is quoted as -0.98; rounded it is -0.99 (and the right gradient there is -2.96).",
  },
  "softmax-of-everything": {
    ja:
      "講義の softmax は配列全体で和を取るので、バッチでは各行の和が 1 より小さくなります。",
    en:
      "The lecture's softmax sums over the whole array: in a batch each row sums to less than 1.",
  },
  "integer-weights": {
    ja:
      "講義の numerical_gradient では、重みが整数の配列だと、足した h が切り捨てられ、勾配も整数に切られます。",
    en:
      "In the lecture's numerical_gradient integer weights lose the step, and the gradient is cut to whole numbers.",
  },
  "ignored-argument": {
    ja:
      "講義の f(W) は引数 W を使わず sn.W を読んでいます。numerical_gradient が sn.W そのものを書き換えるので" +
      "講義では正しい勾配が出ましたが、コピーを渡せば勾配はすべて 0 です。",
    en:
      "The lecture's f(W) ignores W and reads sn.W. Its gradient came out right because numerical_gradient changes " +
      "sn.W itself; given a copy, every entry is 0.",
  },
  "update-never-done": {
    ja: "講義は、損失を下げる更新を説明するだけで、一度も計算していません。",
    en:
      "The lecture describes the update that lowers the loss and never computes it.",
  },
} as const satisfies Record<string, Text>;

/** The short name of an erratum. */
export type ErratumId = keyof typeof sentences;

/** All of their short names. */
export const erratumIds = Object.keys(sentences) as ErratumId[];

/** Errata by their short names. */
export function errata(...ids: ErratumId[]): Erratum[] {
  return ids.map((id) => ({ id, why: sentences[id] }));
}
