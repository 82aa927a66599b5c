/** Mistakes in -1/N Σ Σ t ln(y + δ), of one sample or of many. */
import { type Mistake, mistake } from "../exercise/exercise.ts";
import {
  crossEntropy,
  type CrossEntropyOptions,
  map,
  ofDifferences,
  onRows,
  type Rows,
  softmax,
  total,
} from "./_formulas.ts";
import * as kinds from "./_kinds.ts";

/** A cross entropy that is computed in another way. */
export type OtherEntropy = (y: Rows, t: Rows) => number;

/** All classes count. */
const everywhere = (t: Rows): Rows => map(t, () => 1);

/** The mean of each column. */
function means(x: Rows): number[] {
  return x[0]!.map((_, j) => total(x.map((row) => row[j]!)) / x.length);
}

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
  [kinds.otherClass, [
    (y, t) => crossEntropy(y, map(t, (value) => 1 - value)),
    ...[0, 1, -1].map((place): OtherEntropy => (y) =>
      -total(y.map((row) => Math.log(row.at(place)! + 1e-7))) / y.length
    ),
    (y) => -total(y.map((row) => Math.log(Math.min(...row) + 1e-7))) / y.length,
    // the class of the first row for all of them
    (y, t) => crossEntropy(y, t.map(() => t[0]!)),
  ]],
  [kinds.labels, [
    (y, t) =>
      -total(y.map((row, i) => Math.log(row[t[i]![0]!]! + 1e-7))) / y.length,
  ]],
  [kinds.softmaxOfY, [(y, t) => crossEntropy(softmax(y), t)]],
  [
    kinds.noStart,
    [1, -1].map((sign): OtherEntropy => (y, t) =>
      -sign * total(y.map((row, i) =>
        row.reduce((sum, p, j) =>
          sum + sign * t[i]![j]! * Math.log(p + 1e-7)
        )
      )) / y.length
    ),
  ],
  [kinds.meanFirst, [
    (y, t) =>
      -Math.log(
        total(y.map((row, i) => total(row.map((p, j) => p * t[i]![j]!)))) /
            y.length + 1e-7,
      ),
    (y, t) => crossEntropy([means(y)], [means(t)]),
  ]],
  [kinds.dividedInLoop, [
    (y, t) =>
      y.reduce(
        (sum, row, i) => (sum + crossEntropy([row], [t[i]!])) / y.length,
        0,
      ),
    (y, t) =>
      y.reduce((sum, row, i) => (sum + crossEntropy([row], [t[i]!])) / 2, 0),
    (y, t) =>
      y.flatMap((row, i) =>
        row.map((p, j) => crossEntropy([[p]], [[t[i]![j]!]]))
      )
        .reduce((sum, term) => (sum + term) / y.length, 0),
  ]],
  [
    kinds.oneOfRows,
    [Math.max, Math.min].map((of): OtherEntropy => (y, t) =>
      of(...y.map((row, i) => crossEntropy([row], [t[i]!])))
    ),
  ],
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
    (y, t) => crossEntropy(y, t, { divisor: y.length ** 2 * y[0]!.length }),
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
  [kinds.noTarget, [
    (y, t) => crossEntropy(y, everywhere(t)),
    (y) => crossEntropy(y, y),
  ]],
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
    [
      ...kinds.otherDeltas.map((delta): OtherEntropy => (y, t) =>
        crossEntropy(y, t, { delta })
      ),
      // the larger of y and δ
      ...[1e-2, 1e-3, 1e-4, 1e-5].map((delta): OtherEntropy => (y, t) =>
        crossEntropy(y, t, { log: (p) => Math.log(Math.max(p, delta)) })
      ),
    ],
  ],
  [kinds.timesDelta, [
    (y, t) => crossEntropy(map(y, (value) => value * 1e-7), t, { delta: 0 }),
  ]],
  [kinds.firstOnly, [
    ...ofSome(kinds.someTerms.first),
    (y, t) => crossEntropy(y.map(() => y[0]!), t),
  ]],
  [kinds.lastOnly, [
    ...ofSome(kinds.someTerms.last),
    // = of a class where -= is meant, so that the minus is gone too
    ...ofSome(kinds.someTerms.last).toSpliced(1, 2)
      .map((f): OtherEntropy => (y, t) => -f(y, t)),
  ]],
  [kinds.notAll, [
    ...ofSome(kinds.someTerms.fromOne),
    ...ofSome(kinds.someTerms.notLast),
  ]],
];

/** Whether a way shows where there is a single sample. */
function isOfOne(f: OtherEntropy): boolean {
  const all = [[[0.5, 0.3, 0.2]], [[0.6, 0.4, 0]]].flatMap((y) =>
    [[[0, 1, 0]], [[1, 0, 0]], [[0, 0, 1]]].map((t) => ({
      wrong: f(y, t),
      right: crossEntropy(y, t),
    }))
  );
  // without the one sample there is no sum, and no mean
  return all.some(({ wrong }) => Math.abs(wrong) > 0) &&
    all.some(({ wrong, right }) => !(Math.abs(wrong - right) < 1e-5));
}

/** Whether a way shows where no probability is near 0. */
export function isOffAnywhere(f: OtherEntropy): boolean {
  const y = [[0.2, 0.7, 0.1]], t = [[0, 0, 1]];
  return !(Math.abs(f(y, t) - crossEntropy(y, t)) < 2e-5);
}

/** They make no difference where there is a single sample. */
const ofMany = new Set([
  kinds.noMean,
  kinds.dividedTwice,
  kinds.otherDivisor,
  kinds.dividedInLoop,
  kinds.meanFirst,
  kinds.oneOfRows,
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
      kinds.noLogarithm,
      as({ log: (x) => x }),
      as({ log: (x) => x, delta: 0 }),
      as({ log: (x) => x - 1, delta: 0 }),
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
      // a sum or a mean of each row
      ...of === "one" ? [] : [
        () => 1,
        (y: Rows) => y.length,
        (y: Rows) => y[0]!.length,
      ].flatMap((divisor) =>
        [1, -1].map((sign) => ({
          [name]: onRows((y: Rows, t: Rows) =>
            y.map((row, i) => [
              sign * crossEntropy([row], [t[i]!]) / divisor(y),
            ])
          ),
        }))
      ),
    ),
    mistake(
      kinds.halved,
      way((y, t) => crossEntropy(y, t) / 2),
    ),
  ];
}
