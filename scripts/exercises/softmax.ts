/** Exercise: the softmax of each row. */
import { divide, exp, type Matrix, max, subtract, sum } from "kobai";
import { type Exercise, mistake, takes } from "../exercise/exercise.ts";
import {
  flip,
  map,
  onlyLargest,
  onRows,
  type Rows,
  sigmoid,
  softmax as ofRows,
  type SoftmaxOptions,
  total,
} from "./_formulas.ts";
import * as kinds from "./_kinds.ts";

const as = (options: SoftmaxOptions) => way((a) => ofRows(a, options));
const way = (f: (scores: Rows) => unknown) => ({ softmax: onRows(f) });
const itself = (score: number): number => score;
const negated = (scores: Rows): Rows => map(scores, (score) => -score);

/** A softmax of each row, divided by something else than its sum. */
const over = (
  divisor: (powers: readonly number[]) => number,
  shift: "row" | "none" = "row",
) =>
  way((scores) =>
    ofRows(scores, { over: "none", shift }).map((row) =>
      row.map((value) => value / divisor(row))
    )
  );

/** The score less something else than the largest of its row. */
const less = (of: (row: readonly number[], all: readonly number[]) => number) =>
  way((scores) =>
    scores.map((row) => {
      const shift = of(row, scores.flat());
      const powers = row.map((score) => Math.exp(score - shift));
      return powers.map((power) => power / total(powers));
    })
  );

/** Only some of the rows, or of the classes, are left. */
function ofSome(some: <T>(all: readonly T[]) => T[]) {
  return [
    way((scores) => ofRows(some(scores))),
    over((row) => total(some(row))),
    way((scores) =>
      scores.map((row) =>
        row.map((score) => Math.exp(score) / total(some(row).map(Math.exp)))
      )
    ),
    // all others stay 0
    way((scores) => {
      const all = ofRows(scores), kept = new Set(some(all));
      return all.map((row) => kept.has(row) ? row : row.map(() => 0));
    }),
    way((scores) => some(ofRows(scores))[0]),
    way((scores) => ofRows(scores).map((row) => some(row))),
  ];
}

/** `exp(aₖ) / Σ exp(aⱼ)`. */
export const softmax: Exercise = {
  title: { ja: "ソフトマックス", en: "Softmax" },
  points: 15,
  text: {
    ja:
      `\`softmax(scores)\` は、行ごとに \`exp(aₖ) / Σ exp(aⱼ)\` を求めます。どの行も合計が 1 になります。1000 のようなスコアでは \`exp\` があふれますが、それでも正しく求めてください。一つの行のスコア全部から同じ数を引いても、結果は変わりません。

(2, -1, 0) なら 0.8437947, 0.0420101, 0.1141952 です。`,
    en:
      `\`softmax(scores)\`: in each row by itself, \`exp(aₖ) / Σ exp(aⱼ)\`. Every row adds
up to 1. It must hold for scores such as 1000, where \`exp\` overflows:
subtracting one and the same number from all scores of a row changes nothing in
the result.

For (2, -1, 0): 0.8437947, 0.0420101, 0.1141952.`,
  },
  functions: {
    softmax: {
      about: "ソフトマックス / softmax, row by row",
      parameters: { scores: takes.matrix("N", "K") },
      gives: "matrix",
      solution: (scores: Matrix) => {
        const powers = exp(subtract(scores, max(scores, { by: "row" })));
        return divide(powers, sum(powers, { by: "row" }));
      },
      cases: [
        [[[2, -1, 0]]],
        [[[0.3, 2.9, 4], [1, 2, 3]]],
        [[[1000, 1001, 1002], [1, 2, 3], [-1000, 0, 1000]]],
      ],
      draw({ index, integer, number, rows }) {
        const N = index === 1 ? 1 : integer(2, 4), K = N === 3 ? 4 : 3;
        const scores = rows(N, K, -3, 5);
        // two of six with scores whose exp overflows
        if (index === 2) {
          return [scores.map((a, i) => a.map((x) => (i ? 1000 : -1000) + x))];
        }
        if (index !== 5) return [scores];
        const low = rows(1, K, -900, -800)[0]!, high = number(850, 950);
        return [[...rows(N - 1, K, -3, 5), low.with(1, high)]];
      },
    },
  },
  mistakes: [
    mistake(kinds.noShift, as({ shift: "none" })),
    mistake(
      kinds.largestOfAll,
      as({ shift: "all" }),
      as({ shift: "column" }),
    ),
    mistake(
      kinds.otherShift,
      less((row) => Math.min(...row)),
      less((row) => total(row) / row.length),
      less((_, all) => Math.min(...all)),
      less((row) => row[0]!),
      less((row) => row.at(-1)!),
      less((row) => Math.max(0, ...row)),
      less((row) => Math.max(...row.map(Math.abs))),
    ),
    mistake(
      kinds.wholeArray,
      as({ over: "all" }),
      as({ over: "all", shift: "row" }),
      as({ over: "all", shift: "none" }),
    ),
    mistake(
      kinds.byColumn,
      as({ over: "column" }),
      as({ over: "column", shift: "none" }),
      as({ over: "column", shift: "row" }),
      as({ over: "column", shift: "all" }),
      // transposed, and not back again
      way((scores) => ofRows(flip(scores))),
      way((scores) => ofRows(flip(scores), { shift: "none" })),
    ),
    mistake(
      kinds.otherSignOfScores,
      {
        softmax: onRows((a: Rows) => ofRows(negated(a))),
      },
      {
        softmax: onRows((a: Rows) => ofRows(negated(a), { shift: "none" })),
      },
      less((row) => -Math.max(...row)),
      way((scores) =>
        scores.map((row) => {
          const powers = row.map((a) => Math.exp(Math.max(...row) - a));
          return powers.map((power) => power / total(powers));
        })
      ),
    ),
    mistake(
      {
        name: "noExponential",
        title: { ja: "exp を取っていない", en: "the exponential is missing" },
        hint: {
          ja: "スコアの exp を取ってから、その和で割ります。",
          en: "Take exp of the scores, then divide by their sum.",
        },
      },
      as({ power: itself, shift: "none" }),
      as({ power: itself }),
      as({ power: (score) => score ** 2, shift: "none" }),
      as({ power: Math.abs, shift: "none" }),
      as({ power: Math.log, shift: "none" }),
    ),
    mistake(
      kinds.otherBase,
      as({ power: (score) => 2 ** score }),
      as({ power: (score) => 10 ** score }),
    ),
    mistake(
      kinds.caret,
      as({ power: (score) => Math.E ^ score }),
      as({ power: (score) => Math.E ^ score, shift: "none" }),
    ),
    mistake(kinds.sigmoid, way(sigmoid)),
    mistake(
      kinds.onlyLargest,
      way(onlyLargest),
      way((scores) =>
        scores.map((row) =>
          row.map((score) => score === Math.max(...row) ? 1 : 0)
        )
      ),
    ),
    mistake(
      {
        name: "oneExponential",
        title: {
          ja: "分子か分母にしか exp がない",
          en: "exp is missing above or below the line",
        },
        hint: {
          ja: "分子は exp(aₖ)、分母は exp(aⱼ) の和です。exp は両方に付きます。",
          en:
            "Above the line stands exp(aₖ), below it the sum of exp(aⱼ): both have exp.",
        },
      },
      ...["row", "none"].flatMap((shift) => [
        way((scores) =>
          scores.map((row) => {
            const largest = shift === "row" ? Math.max(...row) : 0;
            const sum = total(row.map((score) => score - largest));
            return row.map((score) => Math.exp(score - largest) / sum);
          })
        ),
        way((scores) =>
          scores.map((row) => {
            const largest = shift === "row" ? Math.max(...row) : 0;
            const sum = total(row.map((score) => Math.exp(score - largest)));
            return row.map((score) => (score - largest) / sum);
          })
        ),
        way((scores) =>
          scores.map((row) => {
            const largest = shift === "row" ? Math.max(...row) : 0;
            const sum = total(row.map((score) => Math.exp(score - largest)));
            return row.map((score) => score / sum);
          })
        ),
        way((scores) =>
          scores.map((row) => {
            const largest = shift === "row" ? Math.max(...row) : 0;
            const sum = total(row);
            return row.map((score) => Math.exp(score - largest) / sum);
          })
        ),
      ]),
    ),
    mistake(
      {
        name: "expOfSum",
        title: {
          ja: "和を取ってから exp を取っている",
          en: "exp is taken of the sum",
        },
        hint: {
          ja: "一つずつ exp を取り、その後で足します。",
          en: "Take exp of each score first, then add them up.",
        },
      },
      way((scores) =>
        scores.map((row) =>
          row.map((score) => Math.exp(score) / Math.exp(total(row)))
        )
      ),
      way((scores) =>
        scores.map((row) => {
          const shifted = row.map((score) => score - Math.max(...row));
          return shifted.map((score) =>
            Math.exp(score) / Math.exp(total(shifted))
          );
        })
      ),
    ),
    mistake(
      {
        name: "onlyBelow",
        title: {
          ja: "最大値を引くのが分子か分母だけになっている",
          en: "the largest is subtracted above the line or below it only",
        },
        hint: {
          ja: "同じ数を、分子の exp からも分母の exp からも引きます。",
          en: "Subtract the same number above the line and below it.",
        },
      },
      way((scores) =>
        scores.map((row) => {
          const largest = Math.max(...row);
          const sum = total(row.map((score) => Math.exp(score - largest)));
          return row.map((score) => Math.exp(score) / sum);
        })
      ),
      way((scores) =>
        scores.map((row) => {
          const largest = Math.max(...row);
          const sum = total(row.map((score) => Math.exp(score)));
          return row.map((score) => Math.exp(score - largest) / sum);
        })
      ),
      ...[1, -1].map((sign) =>
        way((scores) =>
          scores.map((row) => {
            const largest = Math.max(...row);
            const sum = total(
              row.map((score) => Math.exp(score + sign * largest)),
            );
            return row.map((score) => Math.exp(score - sign * largest) / sum);
          })
        )
      ),
    ),
    mistake(
      {
        name: "shiftOutside",
        title: {
          ja: "最大値を exp の外で引いている",
          en: "the largest is subtracted outside of exp",
        },
        hint: {
          ja: "引くのは exp の中です：exp(a - 最大値)。",
          en: "Subtract inside of exp: exp(a - largest).",
        },
      },
      ...[false, true].map((isOfPowers) =>
        way((scores) =>
          scores.map((row) => {
            const powers = row.map(Math.exp);
            const largest = Math.max(...isOfPowers ? powers : row);
            const less = powers.map((power) => power - largest);
            return less.map((power) => power / total(less));
          })
        )
      ),
      way((scores) =>
        scores.map((row) => {
          const powers = row.map(Math.exp), sum = total(powers);
          return powers.map((power) => (power - Math.max(...row)) / sum);
        })
      ),
    ),
    mistake(
      kinds.notDivided,
      as({ over: "none", shift: "row" }),
      as({ over: "none", shift: "all" }),
      as({ over: "none" }),
      way((scores) =>
        ofRows(scores, { over: "none", shift: "row" }).map((row) =>
          row.map((value) => value - total(row))
        )
      ),
    ),
    mistake(
      {
        name: "notTheSum",
        title: {
          ja: "和でないもので割っている",
          en: "divided by something else than the sum",
        },
        hint: {
          ja: "exp の和で割ると、どの行も合計が 1 になります。",
          en: "Divide by the sum of exp, so that every row adds up to 1.",
        },
      },
      ...(["row", "none"] as const).flatMap((shift) => [
        over((row) => row.length, shift),
        over((row) => total(row) / row.length, shift),
        over((row) => Math.min(...row), shift),
        over((row) => 1 / total(row), shift),
        over((row) => 1 + total(row), shift),
      ]),
      over((row) => Math.max(...row), "none"),
      // the mean of all
      way((scores) => {
        const powers = ofRows(scores, { over: "none", shift: "row" });
        const all = powers.flat(), mean = total(all) / all.length;
        return map(powers, (power) => power / mean);
      }),
      // without the score itself
      way((scores) =>
        ofRows(scores, { over: "none", shift: "row" }).map((row) =>
          row.map((value) => value / (total(row) - value))
        )
      ),
      // the sum as far as it has come
      way((scores) =>
        ofRows(scores, { over: "none", shift: "row" }).map((row) =>
          row.map((value, j) => value / total(row.slice(0, j + 1)))
        )
      ),
      // the sum of another row
      ...[0, -1].map((place) =>
        way((scores) => {
          const powers = ofRows(scores, { over: "none", shift: "row" });
          const sum = total(powers.at(place)!);
          return map(powers, (power) => power / sum);
        })
      ),
      // one sum for all rows, as it grows
      way((scores) => {
        let sum = 0;
        return ofRows(scores, { over: "none", shift: "row" }).map((row) => {
          sum += total(row);
          return row.map((value) => value / sum);
        });
      }),
    ),
    mistake(
      kinds.noStart,
      ...["row", "none"].map((shift) =>
        way((scores) =>
          scores.map((row) => {
            const largest = shift === "row" ? Math.max(...row) : 0;
            const power = (score: number) => Math.exp(score - largest);
            const sum = row.reduce((sum, score) => sum + power(score));
            return row.map((score) => power(score) / sum);
          })
        )
      ),
    ),
    mistake(
      {
        name: "dividedInside",
        title: {
          ja: "exp の前に割っている",
          en: "divided before exp",
        },
        hint: {
          ja: "最大値は割らずに引きます。和で割るのは、exp を取った後です。",
          en:
            "The largest score is subtracted, and not divided by. The division by the sum comes after exp.",
        },
      },
      ...[
        (row: readonly number[]) => total(row),
        (row: readonly number[]) => Math.max(...row),
        () => 100,
        () => 1000,
      ].flatMap((divisor) => {
        const divided = (scores: Rows) =>
          scores.map((row) => row.map((score) => score / divisor(row)));
        return [
          way((scores) => map(divided(scores), Math.exp)),
          way((scores) => ofRows(divided(scores), { shift: "none" })),
        ];
      }),
    ),
    mistake(
      {
        name: "logged",
        title: {
          ja: "結果の対数になっている",
          en: "it is the logarithm of the result",
        },
        hint: {
          ja: "ソフトマックスの結果は確率です。対数は損失で取ります。",
          en: "Softmax gives probabilities; the logarithm comes with the loss.",
        },
      },
      way((scores) => map(ofRows(scores), Math.log)),
      // computed without an exp that becomes 0
      way((scores) =>
        scores.map((row) => {
          const shifted = row.map((score) => score - Math.max(...row));
          const sum = Math.log(total(shifted.map(Math.exp)));
          return shifted.map((score) => score - sum);
        })
      ),
    ),
    mistake(
      {
        name: "twice",
        title: {
          ja: "ソフトマックスを 2 回取っている",
          en: "softmax is taken twice",
        },
        hint: {
          ja:
            "結果をもう一度ソフトマックスに通すと、確率がそろってしまいます。",
          en:
            "Where softmax is taken of its own result, the probabilities draw nearer to each other.",
        },
      },
      way((scores) => ofRows(ofRows(scores))),
    ),
    mistake(kinds.firstOnly, ...ofSome(kinds.someTerms.first)),
    mistake(kinds.lastOnly, ...ofSome(kinds.someTerms.last)),
    mistake(
      kinds.notAll,
      ...ofSome(kinds.someTerms.fromOne),
      ...ofSome(kinds.someTerms.notLast),
      way((scores) => ofRows(scores.map((row) => row.slice(1)))),
      way((scores) => ofRows(scores.map((row) => row.slice(0, -1)))),
    ),
  ],
};
