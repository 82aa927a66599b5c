/** Mistakes of task 6. */
import type { Rows } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import {
  type Kind,
  type Mistake,
  mistake,
  rows,
  type Wrong,
} from "./mistake.ts";

/** Before exp. */
export const noShift: Kind = {
  name: "noShift",
  title: {
    ja: "大きいスコアで NaN になる",
    en: "nothing is subtracted, so that large scores give NaN",
  },
  hint: {
    ja:
      "exp(1000) は Infinity です。先に、その行でいちばん大きいスコアを引きます。",
    en: "exp(1000) is Infinity. First subtract the largest score of the row.",
  },
};

/** Instead of each row. */
export const wholeArray: Kind = {
  name: "wholeArray",
  title: {
    ja: "行ごとでなく、配列全体でソフトマックスを取っている",
    en: "a softmax over the whole array",
  },
  hint: {
    ja:
      '和は行ごとに取ります：sum(x, { by: "row" })。どの行も合計が 1 になります。',
    en: 'Sum each row: sum(x, { by: "row" }). Every row adds up to 1.',
  },
};

/** Instead of each row. */
export const byColumn: Kind = {
  name: "byColumn",
  title: {
    ja: "列ごとにソフトマックスを取っている",
    en: "a softmax of each column",
  },
  hint: {
    ja: '1 行が 1 件のデータなので、{ by: "row" } と書きます。',
    en: 'A row is a sample: write { by: "row" }.',
  },
};

/** After exp. */
export const notDivided: Kind = {
  name: "notDivided",
  title: { ja: "和で割っていない", en: "not divided by the sum" },
  hint: {
    ja: "exp を取ったら、行ごとの和で割ります。どの行も合計が 1 になります。",
    en: "Divide exp by the sum of its row: every row adds up to 1.",
  },
};

/** What stands in the place of exp where that was forgotten. */
export const itself = (score: number): number => score;

function inSoftmaxAs(options: formulas.SoftmaxOptions): { softmax: Wrong } {
  return { softmax: (scores: Rows) => rows(formulas.softmax(scores, options)) };
}

/** The mistakes in exp(a) / Σ exp(a). */
export const inSoftmax: readonly Mistake[] = [
  mistake(noShift, inSoftmaxAs({ shift: "none" })),
  mistake({
    name: "largestOfAll",
    title: {
      ja: "配列全体の最大値を引いている",
      en: "the largest score of the whole array is subtracted",
    },
    hint: {
      ja:
        "スコアがずっと小さい行では exp がどれも 0 になり、0 ÷ 0 で NaN になります。引くのは、その行の最大値です。",
      en:
        "In a row of much smaller scores every exp becomes 0, and 0 / 0 is NaN. Subtract the largest score of the row.",
    },
  }, inSoftmaxAs({ shift: "all" })),
  mistake(
    wholeArray,
    inSoftmaxAs({ over: "all" }),
    inSoftmaxAs({ over: "all", shift: "row" }),
    inSoftmaxAs({ over: "all", shift: "none" }),
  ),
  mistake(byColumn, inSoftmaxAs({ over: "column" })),
  mistake(
    {
      name: "noExponential",
      title: { ja: "exp を取っていない", en: "the exponential is missing" },
      hint: {
        ja: "スコアの exp を取ってから、その和で割ります。",
        en: "Take exp of the scores, then divide by their sum.",
      },
    },
    inSoftmaxAs({ power: itself, shift: "none" }),
    inSoftmaxAs({ power: itself }),
  ),
  mistake(
    notDivided,
    inSoftmaxAs({ over: "none", shift: "row" }),
    inSoftmaxAs({ over: "none" }),
  ),
];
