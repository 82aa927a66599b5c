/** The lecture, session 4: its cells in order. */
import type { Cell, CellData } from "../lesson/cell.ts";
import { type Lesson, lessonOf } from "../lesson/lesson.ts";
import * as cells from "./_cells.ts";
import { essays } from "./_essays.ts";
import { oldNames } from "./_old_names.ts";

/** The lecture as a lesson: what a page and a notebook say around its cells. */
export const lesson: Lesson = await lessonOf(import.meta.url, {
  title: {
    ja: "ニューラルネットワークはどう学ぶか",
    en: "How a neural network learns",
  },
  lead: {
    ja:
      "学習者言語の分析、第 4 回。作文の語数と文法的な誤りの数から評価を決めるネットワークを組み立て、" +
      "損失を測り、勾配を読んで重みを更新するところまでを、講義の順に一つずつ計算します。" +
      "講義に出ていた数はすべて計算し直し、並べて比べてあります。講義にはない内容には【発展】と書いてあります。",
    en:
      "Session 4 of a course on analysing learner language. A network takes the number of words and of " +
      "grammatical errors in an essay and rates it; we build it, measure its loss, read the gradient and " +
      "update the weights, one computation at a time in the lecture's order. Every number that the " +
      "lecture printed has been computed again and stands beside it. What goes beyond the lecture says so.",
  },
  sections: {
    "4.2": { ja: "ニューラルネットワーク", en: "Neural networks" },
    "4.2.1": {
      ja: "推論：重みを掛けて足し合わせる",
      en: "Inference: weighted sums",
    },
    "4.2.2": {
      ja: "作文を評価するモデル",
      en: "A model that scores essays",
    },
    "4.2.3": {
      ja: "損失関数：人の評価との差",
      en: "Loss functions: how far from people's ratings",
    },
    "4.2.4": {
      ja: "勾配降下法：損失を小さくする",
      en: "Gradient descent: making the loss smaller",
    },
  },
  cells: inOrder(cells),
  renamed: oldNames,
  live: {
    start: "4.2.4_14_one_step",
    classes: [
      { ja: "良い", en: "good" },
      { ja: "普通", en: "ordinary" },
      { ja: "悪い", en: "bad" },
    ],
    dividedByClasses: { cell: "4.2.4_08_loss", result: "loss" },
  },
  essays,
});

/** All cells, as the lecture has them. */
export const lecture: readonly Cell[] = lesson.cells;

/** The sections in order: a module lists `4.2_01` behind `4.2.4_20`. */
function inOrder(
  cells: Readonly<Record<string, CellData>>,
): Record<string, CellData> {
  const depth = (name: string) => name.split("_", 1)[0]!.length;
  return Object.fromEntries(
    Object.entries(cells).toSorted(([a], [b]) => depth(a) - depth(b)),
  );
}
