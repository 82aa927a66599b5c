/** Mistakes in -1/N Σ Σ t ln(y + δ), of one sample or of many. */
import { type Mistake, mistake } from "../exercise/exercise.ts";
import {
  crossEntropy,
  type CrossEntropyOptions,
  map,
  ofDifferences,
  onRows,
  type Rows,
  total,
} from "./_formulas.ts";
import * as kinds from "./_kinds.ts";

/** A cross entropy that is computed in another way. */
export type OtherEntropy = (y: Rows, t: Rows) => number;

/** All classes count. */
const everywhere = (t: Rows): Rows => map(t, () => 1);

/** The terms of some of the samples or classes. */
function ofSome(some: <T>(all: readonly T[]) => T[]): OtherEntropy[] {
  const classes = (x: Rows): Rows => x.map((row) => some(row));
  return [
    (y, t) => crossEntropy(classes(y), classes(t)),
    (y, t) => crossEntropy(some(y), some(t), { divisor: y.length }),
    (y, t) => crossEntropy(some(y), some(t)),
    (y, t) => crossEntropy(classes(some(y)), classes(some(t))),
    (y, t) =>
      crossEntropy(classes(some(y)), classes(some(t)), { divisor: y.length }),
  ];
}

/** Each kind with the ways to come to a wrong cross entropy. */
export const wrongEntropies: readonly (readonly [
  kind: (typeof kinds)["noMean"],
  ways: readonly OtherEntropy[],
])[] = [
  [kinds.noMinus, [
    (y, t) => crossEntropy(y, t, { sign: 1 }),
  ]],
  [kinds.addedTarget, [
    (y, t) =>
      -total(
        y.flatMap((row, i) =>
          row.map((value, j) => t[i]![j]! + Math.log(value + 1e-7))
        ),
      ) / y.length,
  ]],
  [
    kinds.otherStart,
    [1, -1].map((start): OtherEntropy => (y, t) =>
      crossEntropy(y, t) + start / y.length
    ),
  ],
  [kinds.largestForTarget, [
    (y) => -total(y.map((row) => Math.log(Math.max(...row) + 1e-7))) / y.length,
  ]],
  [kinds.oneMinus, [
    (y, t) => crossEntropy(map(y, (value) => 1 - value), t),
  ]],
  [
    kinds.squaredInstead,
    [1, 2].flatMap((half) =>
      [false, true].map((isMean): OtherEntropy => (y, t) =>
        ofDifferences(y, t, (d) => total(d.map((x) => x ** 2))) / half /
        (isMean ? y.length : 1)
      )
    ),
  ],
  [kinds.otherDivisor, [
    ...[2, 3, 4].map((divisor): OtherEntropy => (y, t) =>
      crossEntropy(y, t, { divisor })
    ),
    ...[-1, 1].map((more): OtherEntropy => (y, t) =>
      crossEntropy(y, t, { divisor: y.length + more })
    ),
  ]],
  [kinds.dividedTwice, [
    (y, t) => crossEntropy(y, t, { divisor: y.length ** 2 }),
  ]],
  [kinds.noMean, [(y, t) => crossEntropy(y, t, { divisor: 1 })]],
  [kinds.dividedByClasses, [
    (y, t) => crossEntropy(y, t, { divisor: y[0]!.length }),
    (y, t) => crossEntropy(y, t, { divisor: y.length * y[0]!.length }),
    // one sample as a flat list has as many rows as classes
    (y, t) =>
      crossEntropy(y, t, {
        divisor: y.length === 1 ? y[0]!.length : y.length,
      }),
  ]],
  [
    kinds.otherLogarithm,
    [Math.log10, Math.log2].map((log): OtherEntropy => (y, t) =>
      crossEntropy(y, t, { log })
    ),
  ],
  [kinds.swapped, [(y, t) => crossEntropy(t, y)]],
  [kinds.noTarget, [(y, t) => crossEntropy(y, everywhere(t))]],
  [kinds.logOfProduct, [
    (y, t) =>
      crossEntropy(map(y, (value, i, j) => value * t[i]![j]!), everywhere(t)),
  ]],
  [kinds.binary, [
    (y, t) =>
      crossEntropy(y, t) +
      crossEntropy(map(y, (value) => 1 - value), map(t, (value) => 1 - value)),
  ]],
  [
    kinds.otherDelta,
    kinds.otherDeltas.map((delta): OtherEntropy => (y, t) =>
      crossEntropy(y, t, { delta })
    ),
  ],
  [kinds.firstOnly, ofSome(kinds.someTerms.first)],
  [kinds.lastOnly, ofSome(kinds.someTerms.last)],
  [kinds.notAll, [
    ...ofSome(kinds.someTerms.fromOne),
    ...ofSome(kinds.someTerms.notLast),
  ]],
];

/** Whether a way shows where there is a single sample. */
function isOfOne(f: OtherEntropy): boolean {
  const y = [[0.5, 0.3, 0.2]];
  const all = [[[0, 1, 0]], [[1, 0, 0]], [[0, 0, 1]]].map((t) => ({
    wrong: f(y, t),
    right: crossEntropy(y, t),
  }));
  // without the one sample there is no sum
  return all.some(({ wrong }) => wrong !== 0) &&
    all.some(({ wrong, right }) => !(Math.abs(wrong - right) < 1e-5));
}

/** They make no difference where there is a single sample. */
const ofMany = new Set([
  kinds.noMean,
  kinds.dividedTwice,
  kinds.otherDivisor,
]);

/** The mistakes in a function of that name. */
export function inCrossEntropy(name: string, of: "one" | "many"): Mistake[] {
  const way = (f: OtherEntropy) => ({ [name]: onRows(f) });
  const as = (options: CrossEntropyOptions) =>
    way((y, t) => crossEntropy(y, t, options));
  return [
    ...wrongEntropies
      .filter(([kind]) => of === "many" || !ofMany.has(kind))
      .map(([kind, ways]) => {
        const some = of === "many" ? ways : ways.filter(isOfOne);
        return mistake(kind, ...some.map(way));
      }),
    mistake(
      {
        name: "noDelta",
        title: {
          ja: "log の中で δ を足していないので log 0 になる",
          en: "no δ is added inside the logarithm, so that there is a log 0",
        },
        hint: {
          ja:
            "0 の対数は -Infinity、その 0 倍は NaN です。対数を取る前に、y に 1e-7 を足します。",
          en:
            "The logarithm of 0 is -Infinity, and 0 times that is NaN. Add 1e-7 to y before the logarithm.",
        },
      },
      as({ delta: 0 }),
      // the terms of which t is 0 are passed over
      way((y, t) =>
        -total(
          y.flatMap((row, i) =>
            row.map((value, j) => t[i]![j] === 0 ? 0 : Math.log(value))
          ),
        ) / y.length
      ),
    ),
    mistake(
      {
        name: "noLogarithm",
        title: { ja: "対数を取っていない", en: "there is no logarithm" },
        hint: {
          ja: "y の対数を取ってから、t を掛けて足します。",
          en: "Take the logarithm of y, then multiply by t and add up.",
        },
      },
      as({ log: (x) => x }),
      as({ log: (x) => x, delta: 0 }),
      as({ log: Math.exp }),
    ),
    mistake(
      kinds.notSummed,
      ...[1, -1].map((sign) => ({
        [name]: onRows((y: Rows, t: Rows) =>
          map(y, (value, i, j) => sign * t[i]![j]! * Math.log(value + 1e-7))
        ),
      })),
      {
        [name]: onRows((y: Rows, t: Rows) =>
          map(
            y,
            (value, i, j) => -t[i]![j]! * Math.log(value + 1e-7) / y.length,
          )
        ),
      },
      ...of === "one" ? [] : [1, 0].map((power) => ({
        [name]: onRows((y: Rows, t: Rows) =>
          y.map((row, i) => [crossEntropy([row], [t[i]!]) / y.length ** power])
        ),
      })),
    ),
    mistake(
      {
        name: "halved",
        title: { ja: "余分な ½ が掛かっている", en: "there is a ½ too many" },
        hint: {
          ja: "½ は二乗和誤差の式にあるもので、ここにはありません。",
          en: "The ½ belongs to the squared errors; there is none here.",
        },
      },
      way((y, t) => crossEntropy(y, t) / 2),
    ),
  ];
}
