/** The lecture, session 4: its cells in order. */
import type { Cell } from "../lesson/cell.ts";
import { type Lesson, lessonOf } from "../lesson/lesson.ts";
import * as cells from "./_cells.ts";

/** The lecture as a lesson: what a page and a notebook say around its cells. */
export const lesson: Lesson = await lessonOf(import.meta.url, {
  title: {
    ja: "ニューラルネットワークはどう学ぶか",
    en: "How a neural network learns",
  },
  lead: {
    ja:
      "学習者言語の分析、第 4 回。作文の語数と文法の誤りの数から評価を決めるネットワークを組み立て、" +
      "損失を測り、勾配をたどって重みを動かすところまでを、一つずつ計算します。講義に出ていた数はすべて" +
      "計算し直し、並べて比べてあります。",
    en:
      "Session 4 of a course on analysing learner language. A network takes the number of words and of " +
      "grammatical errors in an essay and decides how good it is; we build it, measure its loss, and " +
      "follow the gradient to better weights, one computation at a time. Every number that the " +
      "lecture printed has been computed again and stands beside it.",
  },
  sections: {
    "4.2.1": {
      ja: "重みを掛けて足し合わせる：順伝播",
      en: "Weighted sums: the forward pass",
    },
    "4.2.2": {
      ja: "作文を採点するモデル",
      en: "A model that scores essays",
    },
    "4.2.3": {
      ja: "間違いの大きさを測る：損失関数",
      en: "How wrong? Loss functions",
    },
    "4.2.4": {
      ja: "損失を下げる：勾配と最初の一歩",
      en: "Lowering the loss: the gradient and the first steps",
    },
  },
  cells: { ...cells },
  live: {
    start: "4.2.4_08_one_step",
    classes: [
      { ja: "良い", en: "good" },
      { ja: "普通", en: "ordinary" },
      { ja: "悪い", en: "bad" },
    ],
    dividedByClasses: { cell: "4.2.4_05_loss", result: "loss" },
  },
});

/** All cells, as the lecture has them. */
export const lecture: readonly Cell[] = lesson.cells;
