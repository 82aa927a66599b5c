/** Exercise: the sum of squared errors. */
import { divide, type Matrix, multiply, subtract, sum } from "kobai";
import { type Exercise, mistake, takes } from "../exercise/exercise.ts";
import {
  crossEntropy,
  map,
  ofDifferences,
  onRows,
  type Rows,
  total,
} from "./_formulas.ts";
import {
  caret,
  dividedByClasses,
  firstOnly,
  lastOnly,
  noStart,
  notAll,
  notSummed,
  someTerms,
  threeClasses,
} from "./_kinds.ts";

const squares = (d: readonly number[]): number[] => d.map((x) => x ** 2);

function of(f: (d: readonly number[]) => number) {
  return {
    sumSquaredError: onRows((y: Rows, t: Rows) => ofDifferences(y, t, f)),
  };
}

/** With some of the terms; the ½ may be as far away as they are. */
function ofSome(some: <T>(all: readonly T[]) => T[]) {
  return [
    of((d) => total(squares(some(d))) / 2),
    of((d) => total(squares(some(d)))),
  ];
}

/** Only the terms of some classes. */
function ofClasses(
  isTaken: (y: number, t: number, row: readonly number[]) => boolean,
) {
  return {
    sumSquaredError: onRows(([y]: Rows, [t]: Rows) =>
      ofDifferences(
        [y!.map((value, i) => isTaken(value, t![i]!, y!) ? value : t![i]!)],
        [t!],
      )
    ),
  };
}

/** `½ Σ (y - t)²`. */
export const sumSquaredError: Exercise = {
  title: { ja: "二乗和誤差", en: "Sum of squared errors" },
  points: 10,
  text: {
    ja:
      "`sumSquaredError(y, t)` は 1 件の誤差 `E = ½ Σ (y - t)²` です（クラスについての和）。y = (0.2, 0.7, 0.1)、t = (0, 1, 0) なら 0.07 です。",
    en:
      `\`sumSquaredError(y, t)\` for one sample: \`E = ½ Σ (y - t)²\`, summed over the
classes. For y = (0.2, 0.7, 0.1) and t = (0, 1, 0): 0.07.`,
  },
  functions: {
    sumSquaredError: {
      about: "二乗和誤差 / sum of squared errors",
      parameters: { y: takes.matrix(1, "K"), t: takes.matrix(1, "K") },
      gives: "number",
      solution: (y: Matrix, t: Matrix) => {
        const d = subtract(y, t);
        return multiply(0.5, sum(multiply(d, d)));
      },
      cases: [
        [[[0.2, 0.7, 0.1]], [[0, 1, 0]]],
        [[[0.5, 0.3, 0.2]], [[0, 1, 0]]],
        [[[0.1, 0.1, 0.2, 0.6]], [[0, 0, 0, 1]]],
      ],
      draw({ index, integer, probabilities, rows, oneHot }) {
        const K = integer(3, 5);
        // what does not add up to 1 has a mean difference
        const y = index === 3 ? rows(1, K, 0.1, 0.9) : probabilities(1, K);
        return [y, oneHot(1, K)];
      },
    },
  },
  mistakes: [
    mistake({
      name: "noHalf",
      title: { ja: "½ を忘れている", en: "the ½ is missing" },
      hint: {
        ja: "和に ½ を掛けてください。",
        en: "Multiply the sum by ½.",
      },
    }, of((d) => total(squares(d)))),
    mistake(
      dividedByClasses,
      of((d) => total(squares(d)) / d.length),
      of((d) => total(squares(d)) / 2 / d.length),
    ),
    mistake(
      {
        name: "otherHalf",
        title: {
          ja: "½ の掛け方が違う",
          en: "the ½ is applied in another way",
        },
        hint: {
          ja: "二乗の和を求めてから、1 回だけ 2 で割ります。",
          en: "First the sum of the squares, then divide it by 2, once.",
        },
      },
      of((d) => 2 * total(squares(d))),
      of((d) => total(squares(d)) / 4),
      of((d) => total(squares(d)) / 2 ** d.length),
      of((d) => squares(d).reduce((sum, x) => (sum + x) / 2, 0)),
      of((d) => 0.5 + total(squares(d))),
      of((d) => 0.5 / total(squares(d))),
      of((d) => 2 / total(squares(d))),
      of((d) => total(squares(d)) - 0.5),
      of((d) => total(squares(d)) - 2),
    ),
    mistake(
      {
        name: "noSquare",
        title: {
          ja: "差を一つずつ二乗していない",
          en: "the differences are not squared one by one",
        },
        hint: {
          ja: "差をそれぞれ二乗して、それから足します。",
          en: "Square each difference before you add them up.",
        },
      },
      of((d) => total(d) / 2),
      of((d) => total(d.map(Math.abs)) / 2),
      of((d) => total(d.map(Math.abs))),
      of((d) => total(d) ** 2 / 2),
      of((d) => total(d.map((x) => 2 * x)) / 2),
      of((d) => d.length / 2),
      of((d) => total(d.map((x) => Math.abs(2 * x))) / 2),
      of((d) => total(d.map((x) => 2 ** x)) / 2),
      of((d) => total(d.map((x) => Math.sqrt(Math.abs(x)))) / 2),
    ),
    mistake(
      noStart,
      of((d) => d.reduce((sum, x) => sum + x ** 2) / 2),
      of((d) => d.reduce((sum, x) => sum + x ** 2 / 2)),
    ),
    mistake(
      {
        name: "someClasses",
        title: {
          ja: "一部のクラスの項しか足していない",
          en: "only the terms of some classes are added up",
        },
        hint: {
          ja: "正解のクラスだけでなく、全部のクラスの差を二乗して足します。",
          en:
            "Square and add up the differences of all classes, not of the right one alone.",
        },
      },
      ofClasses((_, t) => t === 1),
      ofClasses((_, t) => t !== 1),
      ofClasses((y, _, row) => y === Math.max(...row)),
      of((d) => Math.max(...squares(d)) / 2),
    ),
    mistake(
      {
        name: "crossEntropyInstead",
        title: {
          ja: "交差エントロピー誤差になっている",
          en: "a cross entropy in place of squared errors",
        },
        hint: {
          ja:
            "ここで求めるのは、差を二乗して足す二乗和誤差です。対数は要りません。",
          en:
            "What is asked for is the sum of squared differences; there is no logarithm.",
        },
      },
      ...[1e-7, 0].map((delta) => ({
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          crossEntropy(y, t, { delta })
        ),
      })),
    ),
    mistake(
      caret,
      of((d) => total(d.map((x) => x ^ 2)) / 2),
      of((d) => total(d.map((x) => x ^ 2))),
    ),
    mistake(
      {
        name: "otherSquares",
        title: {
          ja: "二乗するものが違う",
          en: "something else is squared",
        },
        hint: {
          ja: "先に引き算をして、その差 (y - t) を二乗します。",
          en: "First subtract, then square the difference (y - t).",
        },
      },
      {
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          (total(squares(y[0]!)) - total(squares(t[0]!))) / 2
        ),
      },
      {
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          ofDifferences(y, t.map((row) => row.map((x) => -x)))
        ),
      },
      { sumSquaredError: onRows((y: Rows) => total(squares(y[0]!)) / 2) },
      // y * t
      ...[1, 2].map((power) => ({
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          total(y[0]!.map((value, i) => (value * t[0]![i]!) ** power)) / 2
        ),
      })),
      // y ** 2 - t
      {
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          total(y[0]!.map((value, i) => value ** 2 - t[0]![i]!)) / 2
        ),
      },
      // the first of a row for all of it
      {
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          ofDifferences(y, map(t, () => t[0]![0]!))
        ),
      },
      {
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          ofDifferences(map(y, () => y[0]![0]!), t)
        ),
      },
      // the sum as far as it has come
      ...[
        (sum: number, x: number) => sum ** 2 + x ** 2,
        (sum: number, x: number) => (sum + x) ** 2,
      ].flatMap((next) => [
        of((d) => d.reduce(next, 0) / 2),
        of((d) => d.reduce(next) / 2),
      ]),
      of((d) => total(d.map((x) => x ** 3)) / 2),
      of((d) => total(d.map((x) => x ** 4)) / 2),
    ),
    mistake(
      {
        name: "noBrackets",
        title: {
          ja: "½ が最初の項にしか掛かっていない",
          en: "the ½ goes to the first term only",
        },
        hint: {
          ja: "二乗の和を全部カッコで囲み、それに ½ を掛けます。",
          en: "Put brackets around the sum of the squares, and ½ before them.",
        },
      },
      of((d) => total(squares(d)) - squares(d)[0]! / 2),
      {
        // the one that is written out for three classes
        sumSquaredError: onRows((y: Rows, t: Rows) =>
          ofDifferences(y, t, (d) => {
            const [first = 0, ...rest] = squares(d.slice(0, 3));
            return first / 2 + total(rest);
          })
        ),
      },
      of((d) => total(squares(d)) - squares(d).at(-1)! / 2),
    ),
    mistake(
      {
        name: "root",
        title: { ja: "平方根を取っている", en: "a square root is taken" },
        hint: {
          ja: "二乗和誤差では平方根を取りません。和に ½ を掛けます。",
          en: "There is no root in this formula, but a ½.",
        },
      },
      of((d) => Math.sqrt(total(squares(d)))),
      of((d) => Math.sqrt(total(squares(d))) / 2),
      of((d) => Math.sqrt(total(squares(d)) / 2)),
      of((d) => Math.sqrt(total(squares(d)) / d.length)),
    ),
    mistake(
      {
        name: "otherSign",
        title: { ja: "符号が逆", en: "the sign is the other one" },
        hint: {
          ja: "二乗した差は 0 以上なので、誤差も 0 以上です。",
          en: "Squares are not negative, and so is their sum.",
        },
      },
      of((d) => -total(squares(d)) / 2),
    ),
    mistake(
      threeClasses,
      of((d) => total(squares(d.slice(0, 3))) / 2),
      of((d) => total(squares(d)) / 3),
      of((d) => total(squares(d)) / 6),
    ),
    mistake(
      notSummed,
      of((d) => squares(d).reduce((product, x) => product * x) / 2),
      ...[1, 2].map((half) => ({
        sumSquaredError: (y: Matrix, t: Matrix) =>
          divide(multiply(subtract(y, t), subtract(y, t)), half),
      })),
    ),
    mistake(firstOnly, ...ofSome(someTerms.first)),
    mistake(lastOnly, ...ofSome(someTerms.last)),
    mistake(
      notAll,
      ...ofSome(someTerms.fromOne),
      ...ofSome(someTerms.notLast),
    ),
  ],
};
