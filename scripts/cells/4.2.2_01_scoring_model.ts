/**
 * 4.2.2-01, the model: from words and errors to A, B and C.
 *
 * deno run scripts/cells/4.2.2_01_scoring_model.ts
 */
import { affine, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { sums } from "../lesson/worked.ts";
import { bands, essayLayer } from "./_lecture.ts";

/**
 * 4.2.2-01, the model: from words and errors to A, B and C.
 */
export const cell: CellData = defineCell({
  number: { ja: "モデル", en: "Model" },
  title: { ja: "作文を評価するモデル", en: "A model that scores essays" },
  text: {
    ja:
      "推論のしかたを学んだので、次は、ネットワークを機械学習の**モデル**としてどう使うかを見ます。\n\n" +
      "例は作文を評価するモデルです。作文の**語数**と文法的な誤りの数を入れると、三つの数 A、B、C が出ます。" +
      "A は「良い」、B は「普通」、C は「悪い」のスコアです。重みとバイアスは説明のために決めた数で、学習したものではありません。",
    en:
      "We know how inference computes; next is how a network serves as a **model** of machine learning.\n\n" +
      "The example is a model that scores essays. The number of **words** and of grammatical errors goes in, and three " +
      "numbers A, B and C come out: the scores of 良い (good), 普通 (ordinary) and 悪い (bad). " +
      "Weights and biases are made up for the example; nothing was learned.",
  },
  formula: "(A, B, C) = x W + b",
  inputs: {
    x: matrix([150, 5]),
    W: matrix([[0.02, 0.01, 0], [-0.1, 0, 0.2]]),
    b: matrix([1, 1, 1]),
  },
  run({ x, W, b }) {
    // show
    const h = affine(x, W, b);
    // end
    return { h };
  },
  worked: ({ x, W, b }, { h }) => sums(x, W, h, b),
  results: {
    h: {
      label: { ja: "スコア A, B, C", en: "The scores A, B, C" },
      flat: true,
    },
  },
  picture({ x, W }, { h }) {
    const [words, errors] = x.toArray()[0]!;
    const scores = h.toArray()[0]!.map((score) => Number(score.toFixed(4)));
    const notes = {
      ja: scores.map((score, k) => `${bands.ja[k]} ${score}`),
      en: scores.map((score, k) => `${bands.en[k]} ${score}`),
    };
    return {
      kind: "network",
      title: { ja: "作文を評価するモデル", en: "The model that scores essays" },
      description: {
        ja:
          `語数 ${words} と文法的な誤り ${errors} から三つのスコアを計算する。${
            notes.ja.join("、")
          }。`,
        en: `From ${words} words and ${errors} errors come three scores: ${
          notes.en.join(", ")
        }.`,
      },
      layers: [
        essayLayer(words!, errors!),
        {
          label: { ja: "スコア", en: "scores" },
          units: ["A", "B", "C"].map((name, k) => ({
            name,
            note: { ja: notes.ja[k]!, en: notes.en[k]! },
          })),
        },
      ],
      weights: [W],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
