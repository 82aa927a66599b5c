/**
 * 4.2.4-03, Out [8]: the scores of one sample.
 *
 * deno run scripts/cells/4.2.4_03_predict.ts
 */
import { type Matrix, SimpleNet } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { W, x } from "./_lecture.ts";

/** 4.2.4-03, Out [8]: the scores of one sample. */
export const cell: CellData = defineCell({
  number: { ja: "Out [8]", en: "Out [8]" },
  title: { ja: "スコア：sn.predict(x)", en: "The scores: sn.predict(x)" },
  text: {
    ja: "入力 (2, 3) に重みの行列を掛けると、三つのクラスのスコアが出ます。",
    en:
      "The input (2, 3) times the matrix of weights gives a score for each of three classes.",
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
    const units = (letter: string, values: Matrix) =>
      values.toArray()[0]!.map((value, i) => {
        const note = String(Number(value.toFixed(4)));
        return { name: `${letter}_${i + 1}`, note: { ja: note, en: note } };
      });
    return {
      kind: "network",
      title: { ja: "simpleNet", en: "simpleNet" },
      description: {
        ja:
          `入力 ${x.columns} 個、スコア ${a.columns} 個、その間に重みが 2 行 3 列。スコアは ${
            a.toArray()[0]!.map((score) => score.toFixed(4)).join("、")
          }。`,
        en:
          `${x.columns} inputs, ${a.columns} scores, and between them 2×3 weights. The scores are ${
            a.toArray()[0]!.map((score) => score.toFixed(4)).join(", ")
          }.`,
      },
      layers: [
        { label: { ja: "入力", en: "inputs" }, units: units("x", x) },
        { label: { ja: "スコア", en: "scores" }, units: units("a", a) },
      ],
      weights: [W],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
