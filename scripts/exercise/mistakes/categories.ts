/** Mistakes of task 2. */
import { type Answer, categories } from "../answers.ts";
import type { Rows } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import { wrongOrder } from "./any_task.ts";
import {
  dividedByClasses,
  type Mistake,
  mistake,
  rows,
  sum,
} from "./mistake.ts";

/** The mistakes on the way from scores to a category. */
export const inCategories: readonly Mistake[] = [
  mistake(dividedByClasses, {
    probabilities: (scores: Rows) =>
      rows(formulas.shares(scores, (row) => row.length)),
  }),
  mistake({
    name: "dividedByLargest",
    title: {
      ja: "いちばん大きいスコアで割っている",
      en: "divided by the largest score",
    },
    hint: {
      ja: "和で割ると、合計が 1 になります。",
      en: "Divide by the sum, so that everything adds up to 1.",
    },
  }, {
    probabilities: (scores: Rows) =>
      rows(formulas.shares(scores, (row) => Math.max(...row))),
  }),
  mistake({
    name: "dividedByMean",
    title: { ja: "平均で割っている", en: "divided by the mean" },
    hint: {
      ja: "平均ではなく、和で割ります。合計が 1 になるか、確かめてください。",
      en:
        "Divide by the sum, not by the mean, and see whether everything adds up to 1.",
    },
  }, {
    probabilities: (scores: Rows) =>
      rows(formulas.shares(scores, (row) => sum(row) / row.length)),
  }),
  mistake({
    name: "softmaxInstead",
    title: {
      ja: "ソフトマックスになっている",
      en: "a softmax where a share is asked for",
    },
    hint: {
      ja: "この課題では exp を使いません。それぞれのスコアを和で割るだけです。",
      en: "Here there is no exp: each score is just divided by the sum.",
    },
  }, {
    probabilities: (scores: Rows) => rows(formulas.softmax(scores)),
  }),
  mistake({
    name: "smallest",
    title: {
      ja: "いちばん小さい確率を選んでいる",
      en: "the smallest probability is chosen",
    },
    hint: {
      ja: "いちばん大きい確率のカテゴリを選びます。",
      en: "The category is the one with the largest probability.",
    },
  }, {
    category: (P: Rows) => categoryAt(formulas.argMax(P[0]!.map((p) => -p))),
  }),
  mistake(wrongOrder, { probabilities: reversedShares }, {
    category: reversedLabel,
  }, { probabilities: reversedShares, category: reversedLabel }),
];

function reversedShares(scores: Rows): Answer | undefined {
  return rows(formulas.shares(scores).map((row) => row.toReversed()));
}

function reversedLabel(P: Rows): Answer {
  return categoryAt(2 - formulas.argMax(P[0]!));
}

function categoryAt(index: number): Answer {
  return { texts: categories[index]! };
}
