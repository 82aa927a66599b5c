/**
 * 4.2.2-01, the model: from words and errors to a category.
 *
 * deno run scripts/cells/4.2.2_01_scoring_model.ts
 */
import { affine, argMax, matrix, normalize } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/** 4.2.2-01, the model: from words and errors to a category. */
export const cell: CellData = defineCell({
  number: { ja: "モデル", en: "Model" },
  title: { ja: "作文の採点モデル", en: "A model that scores essays" },
  text: {
    ja:
      "作文の語数と文法の誤りの数から、「良い」「普通」「悪い」の三つのスコアを計算し、" +
      "確率に直して、一番大きいものを選びます。重みは説明のために決めた数で、学習したものではありません。",
    en:
      "From the number of words and of grammatical errors in an essay come three scores, 良い (good), " +
      "普通 (ordinary) and 悪い (bad); they become probabilities, and the largest wins. The weights " +
      "are made up for the example, nothing was learned.",
  },
  formula: "h = x W + b \\quad P_k = \\frac{h_k}{\\sum_j h_j}",
  inputs: {
    x: matrix([150, 5]),
    W: matrix([[0.02, 0.01, 0], [-0.1, 0, 0.2]]),
    b: matrix([1, 1, 1]),
  },
  run({ x, W, b }) {
    // show
    const categories = ["良い", "普通", "悪い"];
    const h = affine(x, W, b);
    const P = normalize(h);
    const category = categories[argMax(P).item()];
    // end
    return { h, P, category };
  },
  results: {
    h: {
      label: { ja: "スコア A, B, C", en: "The scores A, B, C" },
      flat: true,
    },
    P: { label: { ja: "確率", en: "The probabilities" }, flat: true },
    category: { label: { ja: "判定", en: "The category" } },
  },
  picture({ x, W }, { h, P, category }) {
    const [words, errors] = x.toArray()[0]!;
    const names = {
      ja: ["良い", "普通", "悪い"],
      en: ["good", "ordinary", "bad"],
    };
    const short = (value: number) => Number(value.toFixed(4));
    const numbers = [0, 1, 2].map((k) =>
      `${short(h.at(0, k))} → ${short(P.at(0, k))}`
    );
    const notes = {
      ja: numbers.map((text, k) => `${names.ja[k]} ${text}`),
      en: numbers.map((text, k) => `${names.en[k]} ${text}`),
    };
    const verdict = names.ja.indexOf(category ?? "");
    return {
      kind: "network",
      title: { ja: "作文の採点モデル", en: "The model that scores essays" },
      description: {
        ja:
          `語数 ${words} と誤り ${errors} から三つのスコアを計算し、確率に直す。${
            notes.ja.join("、")
          }。判定は「${names.ja[verdict]}」。`,
        en:
          `From ${words} words and ${errors} errors come three scores, and from them probabilities: ` +
          `${notes.en.join(", ")}. The verdict is ${names.en[verdict]}.`,
      },
      layers: [
        {
          label: { ja: "作文", en: "essay" },
          units: [
            {
              name: "x_1",
              note: { ja: `語数\n${words}`, en: `words\n${words}` },
            },
            {
              name: "x_2",
              note: { ja: `誤り\n${errors}`, en: `errors\n${errors}` },
            },
          ],
        },
        {
          label: { ja: "スコア → 確率", en: "score → probability" },
          units: ["A", "B", "C"].map((name, k) => ({
            name,
            note: { ja: notes.ja[k]!, en: notes.en[k]! },
            share: P.at(0, k),
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
