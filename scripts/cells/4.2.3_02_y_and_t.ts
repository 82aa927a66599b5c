/**
 * 4.2.3-02, In [4]: the example y and t.
 *
 * deno run scripts/cells/4.2.3_02_y_and_t.ts
 */
import { argMax, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { bandWords } from "./_lecture.ts";

/**
 * 4.2.3-02, In [4]: the example y and t.
 */
export const cell: CellData = defineCell({
  number: { ja: "In [4]", en: "In [4]" },
  title: { ja: "y と t の例", en: "An example of y and t" },
  text: {
    ja: "三つの位置は、順に「良い」「普通」「悪い」を表します。" +
      "`y1` はネットワークの出力で、それぞれの確率が並んでいます。" +
      "`t` は人の評価で、正解の位置だけが 1、ほかは 0 です。このような表し方を **one-hot** 表現と言います。",
    en:
      "The three places stand for 良い (good), 普通 (ordinary) and 悪い (bad), in this order. " +
      "`y1` is an output of the network and holds their probabilities. " +
      "`t` is the rating that people gave, 1 at the place of the right one and 0 elsewhere: this is called **one-hot**.",
  },
  inputs: { y1: matrix([0.2, 0.7, 0.1]), t: matrix([0, 1, 0]) },
  run({ y1, t }) {
    // show
    const categories = ["良い", "普通", "悪い"];
    const predicted = categories[argMax(y1).item()];
    const rated = categories[argMax(t).item()];
    // end
    return { predicted, rated };
  },
  results: {
    predicted: {
      label: { ja: "y1 で確率が最も高いもの", en: "The most probable in y1" },
      words: bandWords,
    },
    rated: {
      label: { ja: "人の評価", en: "What people rated it" },
      words: bandWords,
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
