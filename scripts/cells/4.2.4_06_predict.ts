/**
 * 4.2.4-06, Out [8]: the scores of one essay.
 *
 * deno run scripts/cells/4.2.4_06_predict.ts
 */
import { SimpleNet } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { sums } from "../lesson/worked.ts";
import { bands, W, x } from "./_lecture.ts";

/**
 * 4.2.4-06, Out [8]: the scores of one essay.
 */
export const cell: CellData = defineCell({
  number: { ja: "Out [8]", en: "Out [8]" },
  title: { ja: "スコア sn.predict(x)", en: "The scores sn.predict(x)" },
  text: {
    ja:
      "入力 (2, 3) に重みの行列を掛けると、「良い」「普通」「悪い」の三つのスコアが出ます。",
    en:
      "The input (2, 3) times the matrix of weights gives the scores of 良い (good), 普通 (ordinary) and 悪い (bad).",
  },
  formula: "a = x W",
  inputs: { x, W },
  rounded: "W",
  run({ x, W }) {
    // show
    const sn = new SimpleNet(W);
    const a = sn.predict(x);
    // end
    return { a };
  },
  worked: ({ x, W }, { a }) => sums(x, W, a),
  results: {
    a: {
      label: { ja: "三つのスコア", en: "The three scores" },
      flat: true,
      printed: "array([5.25564131, 3.1831305 , 1.15463432])",
      expected: "rounding",
      golden: "Out8-predict",
    },
  },
  picture({ x, W }, { a }) {
    const short = (value: number) => String(Number(value.toFixed(4)));
    const inputs = x.toArray()[0]!.map((value, i) => {
      const note = short(value);
      return { name: `x_${i + 1}`, note: { ja: note, en: note } };
    });
    const scores = a.toArray()[0]!.map((value, i) => ({
      name: `a_${i + 1}`,
      note: {
        ja: `${bands.ja[i]} ${short(value)}`,
        en: `${bands.en[i]} ${short(value)}`,
      },
    }));
    return {
      kind: "network",
      title: { ja: "simpleNet", en: "simpleNet" },
      description: {
        ja:
          `入力 ${x.columns} 個、スコア ${a.columns} 個、その間に重みが 2 行 3 列。スコアは ${
            scores.map(({ note }) => note.ja).join("、")
          }。`,
        en:
          `${x.columns} inputs, ${a.columns} scores, and between them 2×3 weights. The scores are ${
            scores.map(({ note }) => note.en).join(", ")
          }.`,
      },
      layers: [
        { label: { ja: "入力層", en: "input layer" }, units: inputs },
        { label: { ja: "スコア", en: "scores" }, units: scores },
      ],
      weights: [W],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
