/** Mistakes of task 3. */
import { number } from "../answers.ts";
import type { Rows } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import {
  dividedByClasses,
  type Mistake,
  mistake,
  sum,
  type Wrong,
} from "./mistake.ts";

const squares = (d: readonly number[]): number[] => d.map((x) => x ** 2);

function ofDifferences(f: (d: readonly number[]) => number): {
  sumSquaredError: Wrong;
} {
  return {
    sumSquaredError: (y: Rows, t: Rows) =>
      number(formulas.ofDifferences(y, t, f)),
  };
}

/** The mistakes in ½ Σ (y - t)². */
export const inSquares: readonly Mistake[] = [
  mistake({
    name: "noHalf",
    title: { ja: "½ を忘れている", en: "the ½ is missing" },
    hint: {
      ja: "和に ½ を掛けてください。",
      en: "Multiply the sum by ½.",
    },
  }, ofDifferences((d) => sum(squares(d)))),
  mistake(
    dividedByClasses,
    ofDifferences((d) => sum(squares(d)) / d.length),
    ofDifferences((d) => sum(squares(d)) / 2 / d.length),
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
    ofDifferences((d) => sum(d) / 2),
    ofDifferences((d) => sum(d.map(Math.abs)) / 2),
  ),
  mistake({
    name: "noBrackets",
    title: {
      ja: "½ が最初の項にしか掛かっていない",
      en: "the ½ goes to the first term only",
    },
    hint: {
      ja: "二乗の和を全部カッコで囲み、それに ½ を掛けます。",
      en: "Put brackets around the sum of the squares, and ½ before them.",
    },
  }, ofDifferences((d) => sum(squares(d)) - squares(d)[0]! / 2)),
  mistake({
    name: "root",
    title: { ja: "平方根を取っている", en: "a square root is taken" },
    hint: {
      ja: "二乗和誤差では平方根を取りません。和に ½ を掛けます。",
      en: "There is no root in this formula, but a ½.",
    },
  }, ofDifferences((d) => Math.sqrt(sum(squares(d))))),
];
