/** 3-01, a small network learns which words are neighbours. */
import {
  gradient,
  matmul,
  type Matrix,
  matrix,
  multiply,
  numpyRandom,
  oneHot,
  randn,
  softmaxCrossEntropy,
  subtract,
} from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { neighboursIn, vocabularyOf } from "./words.ts";

/** 3-01, a small network learns which words are neighbours. */
export const cell: CellData = defineCell({
  number: { ja: "図 2", en: "Figure 2" },
  title: { ja: "小さなネットワーク", en: "A small network" },
  text: {
    ja:
      "一つの語から、その隣の語を予測するネットワークです。中間層は 2 個だけなので、語はそこで 2 個の数になります。" +
      "損失が下がるほど、似た隣を持つ語は近くに集まります。`steps` を増やして確かめてください。",
    en:
      "A network that predicts the neighbour of a word. Its hidden layer has 2 neurons, so there a word is 2 numbers. " +
      "The lower the loss, the nearer are words with the same neighbours. Try more `steps`.",
  },
  formula: "L = -\\frac{1}{N} \\sum_n \\sum_k t_{nk} \\log y_{nk}",
  inputs: { text, steps: 100, learningRate: 2 },
  limits: {
    steps: { least: 1, most: 500, whole: true },
    learningRate: { least: 0, most: 10 },
  },
  run({ text, steps, learningRate }) {
    // show
    const size = vocabularyOf(text).length, pairs = neighboursIn(text);
    const x = oneHot(pairs.map(([word]) => word), size);
    const t = oneHot(pairs.map(([, neighbour]) => neighbour), size);
    const random = numpyRandom(0);
    const loss = ({ W1, W2 }: { W1: Matrix; W2: Matrix }) =>
      softmaxCrossEntropy(matmul(matmul(x, W1), W2), t);

    let at = { W1: randn(random, size, 2), W2: randn(random, 2, size) };
    const measured = [loss(at).item()];
    for (let step = 1; step <= steps; step++) {
      const d = gradient(loss, at);
      at = {
        W1: subtract(at.W1, multiply(learningRate, d.W1)),
        W2: subtract(at.W2, multiply(learningRate, d.W2)),
      };
      measured.push(loss(at).item());
    }
    const losses = matrix(measured);
    const before = measured[0]!;
    const after = measured.at(-1)!;
    const vectors = at.W1;
    // end
    return { losses, before, after, vectors };
  },
  results: {
    before: { label: { ja: "はじめの損失", en: "The loss at first" } },
    after: { label: { ja: "最後の損失", en: "The loss at the end" } },
    vectors: {
      label: {
        ja: "語ごとの 2 個の数",
        en: "The two numbers of each word",
      },
    },
    losses: { label: { ja: "損失", en: "The losses" }, flat: true },
  },
  picture(_inputs, { losses, before, after }) {
    const y = losses.toArray()[0]!;
    return {
      kind: "curves",
      title: { ja: "損失の変化", en: "The loss along the steps" },
      description: {
        ja: `横軸は歩数、縦軸は損失。${before.toFixed(2)} から ${
          after.toFixed(2)
        } に下がる。`,
        en: `Steps from left to right, the loss upwards: from ${
          before.toFixed(2)
        } to ${after.toFixed(2)}.`,
      },
      x: { label: { ja: "歩数", en: "steps" }, whole: true },
      y: { label: { ja: "損失", en: "loss" } },
      lines: [{
        label: { ja: "損失", en: "loss" },
        x: y.map((_, step) => step),
        y,
      }],
    };
  },
});
