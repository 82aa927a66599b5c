/**
 * The lecture's fifteen errata: where its code or text is wrong, and one
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
      "(h1, h2) の行列表示では重みが 2×1 で書かれていますが、必要なのは 2×2 の行列です。",
    en:
      "The matrix form of (h1, h2) shows a 2x1 weight matrix where a 2x2 one is needed.",
  },
  "negative-scores": {
    ja:
      "スコアに負の数があると A/(A+B+C) は確率になりません。(2, -1, 0) からは 2, -1, 0 が出ます。",
    en:
      "A/(A+B+C) is no probability when a score is negative: (2, -1, 0) gives 2, -1, 0.",
  },
  "missing-brackets": {
    ja:
      "三つの二乗を囲む括弧がないので、式のまま計算すると 0.07 ではなく 0.12 になります。",
    en:
      "Without brackets around the three squares the displayed formula gives 0.12, not 0.07.",
  },
  "no-mean": {
    ja:
      "mean_squared_error という名前ですが平均は取っておらず、二乗和の半分です。",
    en:
      "The function called mean_squared_error takes no mean: it is half the sum of squares.",
  },
  "delta-below-zero": {
    ja:
      "すべての確率に delta を足すので、完全に正しい予測の損失がわずかに負になります。",
    en:
      "Adding delta to every probability makes the loss of a perfect prediction slightly negative.",
  },
  "missing-return": {
    ja:
      "バッチ版の関数には return がないので、いつ呼んでも None になります。delta もなくなっています。",
    en:
      "The batch version has no return, so every call gives None; it also drops delta.",
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
      "1 件のデータを y.shape[0] で割っていますが、それは件数ではなくクラス数の 3 です。" +
      "そのため損失も勾配も本来の 3 分の 1 になっています。",
    en:
      "One sample is divided by y.shape[0], which is its 3 classes: loss and gradient come out a " +
      "third of their value.",
  },
  "rounding": {
    ja:
      "-0.9855 を -0.98 と書いていますが、丸めれば -0.99 です（正しい勾配は -2.96）。",
    en:
      "-0.9855 is quoted as -0.98; rounded it is -0.99 (and the right gradient there is -2.96).",
  },
  "softmax-of-everything": {
    ja:
      "softmax が配列全体で和を取るので、バッチでは各行の和が 1 より小さくなります。",
    en:
      "softmax sums over the whole array: in a batch each row sums to less than 1.",
  },
  "integer-weights": {
    ja:
      "重みが整数の配列だと、足した h が切り捨てられ、勾配も整数に切られます。",
    en:
      "With integer weights the gradient is cut to whole numbers and the step is lost.",
  },
  "ignored-argument": {
    ja:
      "f(W) は引数 W を使わず sn.W を読んでいます。重みをその場で書き換えるので偶然動くだけです。",
    en:
      "f(W) ignores W and reads sn.W; it works only because the weights are changed in place.",
  },
  "update-never-done": {
    ja: "損失を下げる更新は、説明されていますが一度も計算されていません。",
    en: "The update that lowers the loss is described and never computed.",
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
