/** Exercise: from scores to probabilities and a category. */
import { argMax, divide, type Matrix, max, sum } from "kobai";
import { type Exercise, mistake, takes } from "../exercise/exercise.ts";
import {
  argMax as placeOfLargest,
  onRows,
  type Rows,
  shares,
  softmax,
  total,
} from "./_formulas.ts";
import {
  dividedByClasses,
  notAll,
  otherStart,
  someTerms,
  threeClasses,
} from "./_kinds.ts";

type Comparison = (a: number, b: number, c: number) => boolean;

const names = [
  { ja: "良い", en: "good" },
  { ja: "普通", en: "ordinary" },
  { ja: "悪い", en: "bad" },
] as const;

function sharesOf(divisor: (row: readonly number[]) => number) {
  return { probabilities: onRows((scores: Rows) => shares(scores, divisor)) };
}

function categoryAt(place: (row: readonly number[]) => number | undefined) {
  return {
    category: onRows((P: Rows) => names[place(P[0]!) ?? NaN]?.ja),
  };
}

/** The first of three that is above a threshold, else the last. */
function firstAbove(isAbove: (p: number) => boolean) {
  return categoryAt((row) => {
    const found = row.findIndex(isAbove);
    return found === -1 ? 2 : found;
  });
}

/** One of two, else one of two others, else the third. */
function twoComparisons() {
  const places = [0, 1, 2];
  return places.flatMap((first) =>
    places.filter((place) => place !== first).flatMap((second) => {
      const third = 3 - first - second;
      const others = (place: number) => places.filter((one) => one !== place);
      return others(first).flatMap((less) =>
        others(second).filter((one) => one !== first || less === third).map(
          (low) =>
            categoryAt((row) =>
              row[first]! > row[less]!
                ? first
                : row[second]! > row[low]!
                ? second
                : third
            ),
        )
      );
    })
  );
}

/** Where the largest stands, the next and the smallest. */
const orders = [
  [1, 2, 0],
  [1, 0, 2],
  [2, 0, 1],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
] as const;

const reversedShares = {
  probabilities: onRows((scores: Rows) =>
    shares(scores).map((row) => row.toReversed())
  ),
};
const reversedNames = categoryAt((row) => 2 - placeOfLargest(row));

/** `A / (A + B + C)`, and the largest of three. */
export const categories: Exercise = {
  title: {
    ja: "スコアから確率とカテゴリへ",
    en: "From scores to probabilities and a category",
  },
  points: 10,
  text: {
    ja:
      `\`probabilities(scores)\` は、それぞれのスコアを全部の和で割ります：\`A / (A + B + C)\`。スコアは、正の数が並んだ 1 行です。2, 1, 1 なら 0.5, 0.25, 0.25 になります。

\`category(P)\` は、三つの確率のうちいちばん大きいものの名前を返します。一つ目なら \`"良い"\`、二つ目なら \`"普通"\`、三つ目なら \`"悪い"\` です（\`"good"\`、\`"ordinary"\`、\`"bad"\` でもかまいません）。`,
    en: `\`probabilities(scores)\` divides each score by the sum of them all,
\`A / (A + B + C)\`. The scores are one row of positive numbers: 2, 1, 1 become
0.5, 0.25, 0.25.

\`category(P)\` gives the name of the largest of three probabilities: \`"良い"\` (or
\`"good"\`) for the first, \`"普通"\` (\`"ordinary"\`) for the second, \`"悪い"\`
(\`"bad"\`) for the third.`,
  },
  functions: {
    probabilities: {
      about: "確率 / probabilities: A / (A + B + C)",
      parameters: { scores: takes.matrix(1, "K") },
      gives: "matrix",
      solution: (scores: Matrix) => divide(scores, sum(scores)),
      cases: [[[[2, 1, 1]]], [[[1, 5, 4]]]],
      draw: ({ integer, rows }) => [rows(1, integer(3, 5), 0.5, 9)],
    },
    category: {
      about: "カテゴリ / category: 良い, 普通, 悪い (good, ordinary, bad)",
      parameters: { P: takes.matrix(1, 3) },
      gives: "text",
      synonyms: names,
      solution: (P: Matrix) => ["良い", "普通", "悪い"][argMax(P).item()]!,
      cases: [[[[0.5, 0.3, 0.2]]], [[[0.3, 0.36, 0.34]]], [[[0.1, 0.2, 0.7]]]],
      draw({ index, number }) {
        // The largest is below a half and near the next, or above it.
        const isSmall = index % 2 === 0;
        const first = isSmall ? number(0.42, 0.45) : number(0.66, 0.75);
        const third = isSmall ? number(0.17, 0.19) : number(0.05, 0.12);
        const second = Math.round(100 * (1 - first - third)) / 100;
        const order = orders[index % orders.length]!;
        return [[order.map((rank) => [first, second, third][rank]!)]];
      },
    },
  },
  mistakes: [
    mistake(
      dividedByClasses,
      sharesOf((row) => row.length),
      sharesOf(() => 3),
    ),
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
    }, sharesOf((row) => Math.max(...row))),
    mistake({
      name: "dividedByMean",
      title: { ja: "平均で割っている", en: "divided by the mean" },
      hint: {
        ja: "平均ではなく、和で割ります。合計が 1 になるか、確かめてください。",
        en:
          "Divide by the sum, not by the mean, and see whether everything adds up to 1.",
      },
    }, sharesOf((row) => total(row) / row.length)),
    mistake(
      {
        name: "dividedByPart",
        title: {
          ja: "一部のスコアの和で割っている",
          en: "divided by the sum of some of the scores",
        },
        hint: {
          ja:
            "割るのは、全部のスコアの和です。先に和を最後まで求め、それから割ります。",
          en:
            "Divide by the sum of all scores: finish the sum before you divide.",
        },
      },
      ...Object.values(someTerms).map((some) =>
        sharesOf((row) => total(some(row)))
      ),
      sharesOf((row) => Math.min(...row)),
      // the sum as far as it has come
      {
        probabilities: onRows((scores: Rows) =>
          scores.map((row) =>
            row.map((value, j) => value / total(row.slice(0, j + 1)))
          )
        ),
      },
      // each by itself
      {
        probabilities: onRows((scores: Rows) =>
          scores.map((row) => row.map(() => 1))
        ),
      },
      // the sum of the others
      {
        probabilities: onRows((scores: Rows) =>
          scores.map((row) => row.map((value) => value / (total(row) - value)))
        ),
      },
      sharesOf(([a = 0, b = 0]) => a + b),
    ),
    mistake(otherStart, sharesOf((row) => 1 + total(row))),
    mistake(
      {
        name: "noBracketsAroundSum",
        title: {
          ja: "和をカッコで囲んでいない",
          en: "there are no brackets around the sum",
        },
        hint: {
          ja: "割り算は足し算より先に計算されます：A / (A + B + C)。",
          en: "A division comes before an addition: A / (A + B + C).",
        },
      },
      // A / A + B + C, where A is the first, each of them, or the one above
      ...[
        (value: number, row: readonly number[]) =>
          value / row[0]! + total(row.slice(1)),
        (_: number, row: readonly number[]) => 1 + total(row),
        (value: number, row: readonly number[]) => 1 + total(row) - value,
      ].flatMap((share) =>
        [5, 3].map((count) => ({
          probabilities: onRows((scores: Rows) =>
            scores.map((all) => {
              const row = all.slice(0, count);
              return row.map((value) => share(value, row));
            })
          ),
        }))
      ),
    ),
    mistake(
      threeClasses,
      sharesOf((row) => total(row.slice(0, 3))),
      {
        probabilities: onRows((scores: Rows) =>
          shares(scores.map((row) => row.slice(0, 3)))
        ),
      },
    ),
    mistake(
      {
        name: "otherScale",
        title: {
          ja: "和で割らずに、別のやり方で大きさを揃えている",
          en: "scaled in another way than by the sum",
        },
        hint: {
          ja:
            "スコアを、そのまま和で割ります。全部の合計が 1 になるか、確かめてください。",
          en:
            "Divide the scores by their sum, and see whether everything adds up to 1.",
        },
      },
      sharesOf((row) => Math.hypot(...row)),
      sharesOf((row) => total(row) ** 2),
      sharesOf((row) => total(row.map((score) => score ** 2))),
      sharesOf((row) => row.reduce((product, score) => product * score)),
      sharesOf(() => 10),
      sharesOf(() => 100),
      ...[
        (row: readonly number[]) => Math.max(...row) - Math.min(...row),
        (row: readonly number[]) => total(row),
      ].map((divisor) => ({
        probabilities: onRows((scores: Rows) =>
          scores.map((row) =>
            row.map((value) => (value - Math.min(...row)) / divisor(row))
          )
        ),
      })),
    ),
    mistake({
      name: "timesSum",
      title: {
        ja: "割る代わりに掛けている",
        en: "multiplied in place of divided",
      },
      hint: {
        ja: "スコアを和で割ります：divide(scores, sum(scores))。",
        en: "Divide the scores by their sum: divide(scores, sum(scores)).",
      },
    }, sharesOf((row) => 1 / total(row))),
    mistake({
      name: "oneMinus",
      title: { ja: "1 から引いている", en: "it is subtracted from 1" },
      hint: {
        ja: "それぞれの確率は、スコアを和で割ったものです。",
        en: "A probability is the score divided by the sum.",
      },
    }, {
      probabilities: onRows((scores: Rows) =>
        shares(scores).map((row) => row.map((value) => 1 - value))
      ),
    }),
    mistake(
      notAll,
      ...[someTerms.fromOne, someTerms.notLast].map((some) => ({
        probabilities: onRows((scores: Rows) =>
          shares(scores).map((row) => some(row))
        ),
      })),
    ),
    mistake({
      name: "minusSum",
      title: {
        ja: "割る代わりに引いている",
        en: "subtracted in place of divided",
      },
      hint: {
        ja: "スコアを和で割ります：divide(scores, sum(scores))。",
        en: "Divide the scores by their sum: divide(scores, sum(scores)).",
      },
    }, {
      probabilities: onRows((scores: Rows) =>
        scores.map((row) => row.map((value) => value - total(row)))
      ),
    }),
    mistake({
      name: "upsideDown",
      title: {
        ja: "分子と分母が逆",
        en: "numerator and denominator are swapped",
      },
      hint: {
        ja: "和をスコアで割るのではなく、スコアを和で割ります。",
        en: "Divide each score by the sum, not the sum by the score.",
      },
    }, {
      probabilities: onRows((scores: Rows) =>
        scores.map((row) => row.map((value) => total(row) / value))
      ),
    }),
    mistake(
      {
        name: "softmaxInstead",
        title: {
          ja: "exp を使っている",
          en: "exp is used where a share is asked for",
        },
        hint: {
          ja:
            "この課題では exp を使いません。それぞれのスコアを和で割るだけです。",
          en: "Here there is no exp: each score is just divided by the sum.",
        },
      },
      { probabilities: onRows((scores: Rows) => softmax(scores)) },
      {
        probabilities: onRows((scores: Rows) =>
          scores.map((row) => row.map((value) => Math.exp(value) / total(row)))
        ),
      },
    ),
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
    }, categoryAt((row) => placeOfLargest(row.map((p) => -p)))),
    mistake(
      {
        name: "threshold",
        title: {
          ja: "決まった値より大きいかどうかで選んでいる",
          en: "the choice is made by a fixed threshold",
        },
        hint: {
          ja:
            "いちばん大きい確率も 0.5 より小さいことがあります。三つを比べて、最大のものを選びます。",
          en:
            "The largest of three may be below 0.5: compare them with each other, not with a number.",
        },
      },
      ...[0.5, 0.4, 1 / 3, 0.3].flatMap((limit) => [
        firstAbove((p) => p > limit),
        firstAbove((p) => p >= limit),
      ]),
      ...[1 / 3, 0.3].map((limit) =>
        categoryAt((row) => row.findIndex((p) => p > limit))
      ),
      // the first probability alone, as the score of an essay
      ...[0.5, 0.6, 0.66, 0.7, 0.75, 0.8].flatMap((high) =>
        [0.2, 0.25, 0.3, 0.33, 0.4, 0.5].map((low) =>
          categoryAt(([p = 0]) => p > high ? 0 : p > low ? 1 : 2)
        )
      ),
    ),
    mistake(
      {
        name: "countedFromOne",
        title: {
          ja: "番号を 1 から数えている",
          en: "the places are counted from 1",
        },
        hint: {
          ja: "argMax の番号も配列の番号も、0 から始まります。",
          en: "argMax counts from 0, and so do the places of a list.",
        },
      },
      categoryAt((row) => placeOfLargest(row) + 1),
      {
        category: onRows((P: Rows) =>
          names[placeOfLargest(P[0]!) - 1]?.ja ?? ""
        ),
      },
      categoryAt((row) => placeOfLargest(row) - 1),
      categoryAt((row) => (placeOfLargest(row) + 1) % 3),
      categoryAt((row) => (placeOfLargest(row) + 2) % 3),
      categoryAt((row) => Math.min(2, placeOfLargest(row) + 1)),
      categoryAt((row) => 1 + placeOfLargest(row.slice(1))),
    ),
    mistake(
      {
        name: "placeForName",
        title: {
          ja: "名前でなく番号を返している",
          en: "a number is returned where a name is asked for",
        },
        hint: {
          ja:
            "argMax が返すのは番号です。その番号で名前の配列から取り出します。",
          en:
            "argMax gives a place: take the name that stands there in a list of names.",
        },
      },
      { category: (P: Matrix) => argMax(P) },
      { category: (P: Matrix) => argMax(P).item() + 1 },
      { category: (P: Matrix) => String(argMax(P).item()) },
      { category: (P: Matrix) => max(P) },
    ),
    mistake(
      {
        name: "twoCompared",
        title: {
          ja: "三つ全部を比べていない",
          en: "not all three are compared",
        },
        hint: {
          ja:
            "二つだけを比べると、残りの一つがいちばん大きいときに間違えます。a > b > c とは書けません：a > b && a > c です。",
          en:
            "Where two are compared, the third may still be larger than both. There is no a > b > c: write a > b && a > c.",
        },
      },
      ...twoComparisons(),
      categoryAt(([a = 0, b = 0]) => a > b ? 0 : 1),
      categoryAt(([a = 0, b = 0, c = 0]) => a > b || a > c ? 0 : b > c ? 1 : 2),
      categoryAt(([a = 0, b = 0, c = 0]) =>
        a > b || a > c ? 0 : b > a || b > c ? 1 : 2
      ),
      // a > b > c
      categoryAt(([a = 0, b = 0, c = 0]) =>
        Number(a > b) > c ? 0 : Number(b > a) > c ? 1 : 2
      ),
      categoryAt(([a = 0, b = 0, c = 0]) =>
        Number(a > b) > c ? 0 : Number(b > c) > a ? 1 : 2
      ),
    ),
    mistake(
      {
        name: "oneCase",
        title: {
          ja: "一つの場合だけ別の名前になる",
          en: "in one of the three cases another name comes out",
        },
        hint: {
          ja:
            "比べる向き（>= と <=）、&& と ||、どの場合にも return があるかを確かめてください。一つ目を選ぶのは a >= b と a >= c の両方のときです。",
          en:
            "Look at >= and <=, at && and ||, and whether there is a return for each. The first is chosen where a >= b and a >= c.",
        },
      },
      ...([
        [(a, b, c) => a <= b && a >= c, (a, b, c) => b >= a && b >= c],
        [(a, b, c) => a >= b && a <= c, (a, b, c) => b >= a && b >= c],
        [(a, b, c) => a >= b && a >= c, (a, b, c) => b <= a && b >= c],
        [(a, b, c) => a >= b && a >= c, (a, b, c) => b >= a && b <= c],
      ] as [Comparison, Comparison][]).map(([isFirst, isSecond]) =>
        categoryAt(([a = 0, b = 0, c = 0]) =>
          isFirst(a, b, c) ? 0 : isSecond(a, b, c) ? 1 : 2
        )
      ),
      ...[[1, 1, 2], [2, 1, 2], [0, 0, 2], [0, 1, 0], [0, 1, 1]]
        .map((order) => categoryAt((row) => order[placeOfLargest(row)])),
    ),
    mistake(
      {
        name: "alwaysTheSame",
        title: {
          ja: "いつも同じカテゴリになる",
          en: "it is always the same category",
        },
        hint: {
          ja:
            "if の条件を確かめてください。= 一つは代入です。return がループの中にあると、1 回目で終わります。",
          en:
            "Look at the condition of if: a single = puts a value in. A return inside of a loop ends it the first time round.",
        },
      },
      categoryAt(() => 0),
      categoryAt(() => 1),
      categoryAt(() => 2),
    ),
    mistake(
      {
        name: "otherOrder",
        title: {
          ja: "並べる順番が違う",
          en: "what is listed is in another order",
        },
        hint: {
          ja: "一つ目が良い、二つ目が普通、三つ目が悪い、の順です。",
          en: "The first is good, the second ordinary, the third bad.",
        },
      },
      reversedShares,
      reversedNames,
      { ...reversedShares, ...reversedNames },
      ...[[0, 2, 1], [1, 0, 2]].map((order) =>
        categoryAt((row) => order[placeOfLargest(row)])
      ),
    ),
  ],
};
