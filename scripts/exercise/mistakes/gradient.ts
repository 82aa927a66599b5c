/** Mistakes of task 8. */
import { number } from "../answers.ts";
import type { Rows, Surface } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import { type Mistake, mistake, rows, type Wrong } from "./mistake.ts";

function inGradientAs(
  options:
    | formulas.DifferenceOptions
    | ((h: number) => formulas.DifferenceOptions),
): { numericalGradient: Wrong } {
  return {
    numericalGradient: (f: Surface, W: Rows, h: number) =>
      rows(formulas.differences(
        f,
        W,
        h,
        typeof options === "function" ? options(h) : options,
      )),
  };
}

/** The mistakes in (f(w + h) - f(w - h)) / 2h. */
export const inGradient: readonly Mistake[] = [
  mistake({
    name: "forwardDifference",
    title: {
      ja: "中心差分でなく前進差分になっている",
      en: "a forward difference in place of a central one",
    },
    hint: {
      ja: "w + h と w - h で計算し、その差を 2h で割ります。",
      en: "Evaluate at w + h and at w - h, and divide the difference by 2h.",
    },
  }, inGradientAs({ from: 0 })),
  mistake({
    name: "backwardDifference",
    title: {
      ja: "中心差分でなく後退差分になっている",
      en: "a backward difference in place of a central one",
    },
    hint: {
      ja: "w + h と w - h で計算し、その差を 2h で割ります。",
      en: "Evaluate at w + h and at w - h, and divide the difference by 2h.",
    },
  }, inGradientAs({ to: 0 })),
  mistake(
    {
      name: "notPutBack",
      title: {
        ja: "動かした重みを元に戻していない",
        en: "the weight is not put back",
      },
      hint: {
        ja:
          "次の重みに移る前に、動かした重みを元の値に戻します。戻さないと、次の重みの傾きを別の場所で求めることになります。",
        en:
          "Put a weight back before you go on to the next: else the next slope is that of another place.",
      },
    },
    inGradientAs({ left: -1 }),
    inGradientAs({ left: 1 }),
  ),
  mistake({
    name: "writtenIntoW",
    title: {
      ja: "結果を W そのものに書き込んでいる",
      en: "the result is written into W itself",
    },
    hint: {
      ja:
        "grad = W と書いても、同じ配列に名前が二つ付くだけです。結果を入れる新しい配列を作ってください。",
      en:
        "grad = W only gives the same list a second name. Make a new list for the result.",
    },
  }, inGradientAs({ left: "slope" })),
  mistake({
    name: "dividedByH",
    title: {
      ja: "2h でなく h で割っている",
      en: "divided by h in place of 2h",
    },
    hint: {
      ja: "w - h から w + h までの幅は 2h です。",
      en: "From w - h to w + h it is 2h.",
    },
  }, inGradientAs({ divisor: 1 })),
  // (above - below) / 2 * h
  mistake({
    name: "noBracketsAround2h",
    title: {
      ja: "2h をカッコで囲んでいない",
      en: "there are no brackets around 2h",
    },
    hint: {
      ja: "「/ 2 * h」では、2 で割った後で h を掛けてしまいます。",
      en: "`/ 2 * h` divides by 2 and then multiplies by h.",
    },
  }, inGradientAs((h) => ({ divisor: 2 / h ** 2 }))),
  mistake({
    name: "allMoved",
    title: {
      ja: "重みを全部いっしょに動かしている",
      en: "all weights are moved at once",
    },
    hint: {
      ja: "動かすのは一度に重み 1 個だけです。ほかの重みは元のままにします。",
      en: "Move one weight at a time; all others stay as they are.",
    },
  }, {
    numericalGradient: (f: Surface, W: Rows, h: number) => {
      const slope = formulas.differenceOfAll(f, W, h);
      return rows(W.map((row) => row.map(() => slope)));
    },
  }, {
    numericalGradient: (f: Surface, W: Rows, h: number) =>
      number(formulas.differenceOfAll(f, W, h)),
  }),
  mistake({
    name: "otherSign",
    title: { ja: "引き算の向きが逆", en: "subtracted the other way round" },
    hint: {
      ja: "f(w + h) から f(w - h) を引きます。",
      en: "Subtract f(w - h) from f(w + h).",
    },
  }, inGradientAs({ from: 1, to: -1, divisor: 2 })),
];
