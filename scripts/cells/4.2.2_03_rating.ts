/**
 * 4.2.2-03, the most probable category is the rating; two questions.
 *
 * deno run scripts/cells/4.2.2_03_rating.ts
 */
import { affine, argMax, matrix, normalize } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { bands, bandWords, essayLayer } from "./_lecture.ts";

/**
 * 4.2.2-03, the most probable category is the rating; two questions.
 */
export const cell: CellData = defineCell({
  number: { ja: "モデル", en: "Model" },
  title: {
    ja: "確率が最も高いものを評価とする",
    en: "The most probable is the rating",
  },
  text: {
    ja:
      "三つの確率のうち、最も高いカテゴリをこの作文の評価とします。これでモデルは、作文から評価までを推論できます。\n\n" +
      "では、このようなモデルで正しく予測するには、どうすればよいでしょうか。" +
      "また、よいモデルを作るために、モデルの良し悪しはどう測ればよいでしょうか。次の節で考えます。",
    en:
      "The category with the highest of the three probabilities is the rating of the essay. So the model infers a " +
      "rating from an essay.\n\n" +
      "How can such a model predict well? " +
      "And how is a model to be judged, so that a good one can be made? The next section is about these two questions.",
  },
  inputs: {
    x: matrix([150, 5]),
    W: matrix([[0.02, 0.01, 0], [-0.1, 0, 0.2]]),
    b: matrix([1, 1, 1]),
  },
  run({ x, W, b }) {
    // show
    const categories = ["良い", "普通", "悪い"];
    const P = normalize(affine(x, W, b));
    const category = categories[argMax(P).item()];
    // end
    return { P, category };
  },
  results: {
    P: { label: { ja: "確率", en: "The probabilities" }, flat: true },
    category: {
      label: { ja: "評価", en: "The rating" },
      words: bandWords,
    },
  },
  picture({ x, W }, { P, category }) {
    const [words, errors] = x.toArray()[0]!;
    const shares = P.toArray()[0]!.map((share) => Number(share.toFixed(4)));
    const notes = {
      ja: shares.map((share, k) => `${bands.ja[k]} ${share}`),
      en: shares.map((share, k) => `${bands.en[k]} ${share}`),
    };
    const verdict = bands.ja.indexOf(category ?? "");
    return {
      kind: "network",
      title: { ja: "確率と評価", en: "Probabilities and rating" },
      description: {
        ja: `語数 ${words} と文法的な誤り ${errors} の作文の確率は、${
          notes.ja.join("、")
        }。評価は「${bands.ja[verdict]}」。`,
        en:
          `The probabilities of an essay with ${words} words and ${errors} errors: ${
            notes.en.join(", ")
          }. The rating is ${bands.en[verdict]}.`,
      },
      layers: [
        essayLayer(words!, errors!),
        {
          label: { ja: "確率", en: "probabilities" },
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
