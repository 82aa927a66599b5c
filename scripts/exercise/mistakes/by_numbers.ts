/**
 * Mistakes that are known by how the numbers differ from the right ones, in
 * whichever task: what is said of them is so, whatever was written.
 */
import { isAnswer, isSame, replyOf, rightAnswers } from "../answers.ts";
import type { Rows } from "../arguments.ts";
import type { MistakeKind } from "../exercise.ts";
import type { Judged } from "../judge.ts";
import { tableOf } from "../sizes.ts";
import type { TestCase } from "../test_case.ts";
import type { SeenMistake } from "./any_task.ts";

/** The numbers that came and the right ones, where both are as many. */
interface Pair {
  readonly test: TestCase;
  readonly came: readonly number[];
  readonly right: readonly number[];
}

function pairOf({ test, fault, reply: { result } }: Judged): Pair | undefined {
  const isOther = fault !== undefined && fault !== "value";
  if (isOther || result.kind !== "rows") return undefined;
  const [answer] = rightAnswers(test);
  if (answer === undefined || !("rows" in answer)) return undefined;
  return { test, came: result.rows.flat(), right: answer.rows.flat() };
}

/** Whether numbers are what a function makes of the right ones. */
function isMadeBy(
  { test, came, right }: Pair,
  make: (right: number) => number,
): boolean {
  const rows = (values: readonly number[]): Rows => [values];
  return isAnswer(test, { kind: "rows", rows: rows(came) }, {
    rows: rows(right.map(make)),
  });
}

/**
 * Shows if something is so of the numbers of every case; of those that are
 * right without a number nothing is said.
 */
function everywhere(isSo: (pair: Pair, all: readonly Pair[]) => boolean) {
  return (judged: Judged, all: readonly Judged[]): boolean => {
    const pair = pairOf(judged);
    if (pair === undefined) return judged.fault === undefined;
    const ofFunction = all.filter(({ test }) =>
      test.call.name === judged.test.call.name
    );
    return isSo(pair, ofFunction.flatMap((one) => pairOf(one) ?? []));
  };
}

/** How many times the right number the largest that came is. */
function factorOf({ came, right }: Pair): number {
  const largest = right.reduce(
    (best, value, i) => Math.abs(value) > Math.abs(right[best]!) ? i : best,
    0,
  );
  return came[largest]! / right[largest]!;
}

/** Rows and columns of the first table among the arguments. */
function sizesOf({ test: { call } }: Pair): number[] {
  const table = call.arguments.map(tableOf).find((one) => one !== undefined);
  return table === undefined ? [] : [table.length, table[0]!.length];
}

/** Whether there are so many numbers that what fits them all is no accident. */
function areEnough(pairs: readonly Pair[]): boolean {
  return pairs.reduce((sum, { came }) => sum + came.length, 0) >= 3;
}

const powers = [-2, -1, -0.5, 0, 0.5, 1, 2];

/**
 * Whether all are, or their reciprocals, multiplied by powers of rows and of
 * columns.
 */
function isBySizes(pairs: readonly Pair[], power: 1 | -1 = 1): boolean {
  return powers.some((r) =>
    powers.some((c) =>
      (r !== 0 || c !== 0) && pairs.every((pair) => {
        const [rows = 1, columns = 1] = sizesOf(pair);
        const factor = rows ** r * columns ** c;
        return isMadeBy(pair, (right) => right ** power * factor);
      })
    )
  );
}

/** To so many decimals, in each way. */
const roundings = [0, 1, 2, 3, 4].flatMap((decimals) =>
  [Math.round, Math.floor, Math.ceil].map((round) => (value: number) =>
    round(value * 10 ** decimals) / 10 ** decimals
  )
);

/** What is put around a result that is right without it. */
const around: readonly ((right: number) => number)[] = [
  (x) => Math.max(0, x),
  (x) => 1 / (1 + Math.exp(-x)),
  Math.abs,
  Math.exp,
  (x) => Math.exp(-x),
  Math.log,
  (x) => -Math.log(x),
  Math.tanh,
  (x) => 1 - x,
  (x) => Math.min(1, x),
];

/** Each two of so many places. */
function pairsOf(count: number): [number, number][] {
  return Array.from(
    { length: count },
    (_, j) => Array.from({ length: j }, (_, i): [number, number] => [i, j]),
  ).flat();
}

/** Whether something is right but for two arguments that are exchanged. */
function isExchanged(
  { test, reply }: Judged,
  i: number,
  j: number,
): boolean {
  const { call, asked } = test;
  const exchanged = <T>(list: readonly T[]): T[] =>
    list.with(i, list[j]!).with(j, list[i]!);
  const { result } = replyOf(asked.solution, {
    ...call,
    kinds: exchanged(call.kinds),
    arguments: exchanged(call.arguments),
  });
  return result.kind === "rows" && isSame(test, reply.result, result);
}

/** All numbers of the tables among the arguments. */
function largestIn({ test: { call } }: Judged): number {
  const all = call.arguments.flatMap((one) => tableOf(one)?.flat() ?? []);
  return Math.max(...all.map(Math.abs));
}

/** Shows if something sets cases with wrong numbers apart from right ones. */
function apart(
  isSo: (wrong: readonly Judged[], right: readonly Judged[]) => boolean,
): SeenMistake["shows"] {
  return ({ test: { call } }, all) => {
    const same = all.filter(({ test }) => test.call.name === call.name);
    const right = same.filter(({ fault }) => fault === undefined);
    const wrong = same.filter(({ fault }) => fault === "value");
    return wrong.length > 1 && right.length > 1 &&
      wrong.length + right.length === same.length && isSo(wrong, right);
  };
}

/** Whether all of these cases have as many rows or columns, and no others. */
function isOfOneSize(
  these: readonly Judged[],
  others: readonly Judged[],
): boolean {
  const sizes = ({ test: { call } }: Judged) =>
    call.arguments.flatMap((one) => {
      const table = tableOf(one) ?? [];
      return [table.length, table[0]?.length];
    });
  return sizes(these[0]!).some((size, i) =>
    these.every((one) => sizes(one)[i] === size) &&
    others.every((one) => sizes(one)[i] !== size)
  );
}

/** The first and the last of the rows, and of the columns. */
const parts = [0, -1].flatMap((place) => [
  (x: Rows): Rows => [x.at(place)!],
  (x: Rows): Rows => x.map((row) => [row.at(place)!]),
]);

/** Whether such a part is right, which is not the whole. */
function isRightIn(
  part: (x: Rows) => Rows,
  { test, fault, reply: { result } }: Judged,
): boolean {
  return fault === "value" && result.kind === "rows" &&
    rightAnswers(test).some((answer) =>
      "rows" in answer &&
      isAnswer(test, { ...result, rows: part(result.rows) }, {
        rows: part(answer.rows),
      })
    );
}

function kind(
  name: string,
  title: MistakeKind["title"],
  hint: MistakeKind["hint"],
): MistakeKind {
  return { name, title, hint };
}

/** Those kinds, the first that shows everywhere. */
export const seenByNumbers: readonly SeenMistake[] = [
  {
    ofAll: true,
    kind: kind("largeNumbers", {
      ja: "大きい数のときだけ違う",
      en: "it is wrong for large numbers only",
    }, {
      ja:
        "exp(710) はもう Infinity です。ソフトマックスでは、先にその行の最大値を引きます。",
      en:
        "exp(710) is Infinity already. In a softmax the largest of the row is subtracted first.",
    }),
    shows: apart((wrong, right) => {
      const least = Math.min(...wrong.map(largestIn));
      return least > 20 && right.every((one) => largestIn(one) < least);
    }),
  },
  {
    kind: kind("allNaN", {
      ja: "NaN（数でない値）か Infinity になる",
      en: "it becomes NaN, which is no number, or infinite",
    }, {
      ja:
        "値を入れていない変数（let s;）に足す、0 を 0 で割る、負の数の対数や平方根を取る、などで NaN に、0 で割ると Infinity になります。途中の値を console.log で見てみてください。",
      en:
        "NaN comes of a variable without a value (let s;), of 0 divided by 0, of the logarithm or root of a negative number; Infinity of a division by 0. Look at values on the way with console.log.",
    }),
    shows: everywhere(({ came }) => !came.every(Number.isFinite)),
  },
  {
    kind: kind("allZero", {
      ja: "0 になる",
      en: "it becomes 0",
    }, {
      ja:
        "計算した値が変数に入っているか、同じものどうしを引いていないか、確かめてください。",
      en:
        "See that what is computed is kept in a variable, and that nothing is subtracted from itself.",
    }),
    shows: everywhere(({ came }) => came.every((value) => value === 0)),
  },
  {
    ofAll: true,
    kind: kind("constant", {
      ja: "どの例でも同じ値になる",
      en: "it is the same whatever is handed over",
    }, {
      ja: "引数を使っているか、確かめてください。",
      en: "See that the parameters are used.",
    }),
    shows: everywhere(({ came }, all) =>
      all.length > 2 &&
      all.every((one) =>
        one.came.every((value) => value === came[0]) ||
        one.came.length === came.length &&
          one.came.every((value, i) => value === came[i])
      )
    ),
  },
  {
    kind: kind("input", {
      ja: "渡された値をそのまま返している",
      en: "what was handed over is returned as it is",
    }, {
      ja:
        "add や multiply は新しい行列を返します。その結果を変数に入れて、それを返してください。",
      en:
        "add and multiply return a new matrix: keep that in a variable, and return it.",
    }),
    shows: everywhere((pair) =>
      pair.test.call.arguments.some((argument) => {
        const table = tableOf(argument)?.flat() ?? [];
        return table.length === pair.came.length &&
          table.every((value, i) => value === pair.came[i]);
      })
    ),
  },
  {
    ofAll: true,
    kind: kind("negated", {
      ja: "符号が逆",
      en: "the sign is the other one",
    }, {
      ja: "足し算と引き算、引く順番、式の初めのマイナスを確かめてください。",
      en:
        "Look at plus and minus, at the order of a subtraction, and at the minus in front.",
    }),
    shows: everywhere((pair) => isMadeBy(pair, (right) => -right)),
  },
  {
    ofAll: true,
    kind: kind("multiple", {
      ja: "いつも正しい値の同じ倍数になる",
      en: "it is the same multiple of the right value everywhere",
    }, {
      ja:
        "期待する値で結果を割ってみてください。その倍率（½、2、100 など）を掛けているところがないでしょうか。",
      en:
        "Divide what came out by what was asked for: where is it multiplied by that number (½, 2, 100)?",
    }),
    shows: everywhere((pair, all) => {
      const factor = factorOf(all[0]!);
      // what is next to 0 everywhere is a multiple of anything
      return areEnough(all) && Number.isFinite(factor) &&
        !all.every((one) => isMadeBy(one, () => 0)) &&
        isMadeBy(pair, (right) => factor * right);
    }),
  },
  {
    ofAll: true,
    kind: kind("bySizes", {
      ja: "行か列の数の、掛け方か割り方が違う",
      en: "multiplied or divided by the number of rows or columns",
    }, {
      ja:
        "平均を取るか、和を取るか、何の数で割るかを確かめてください。rows は行（件数）、columns は列（特徴やクラス）の数です。",
      en:
        "Is it a mean or a sum, and over what? rows is the number of samples, columns that of features or classes.",
    }),
    shows: everywhere((_, all) => isBySizes(all)),
  },
  {
    ofAll: true,
    kind: kind("shifted", {
      ja: "いつも同じ数だけずれている",
      en: "it is off by the same number everywhere",
    }, {
      ja:
        "初めの値（let s = 0）と、足したり引いたりしている数を確かめてください。",
      en: "Look at the first value (let s = 0), and at what is added.",
    }),
    shows: everywhere((pair, all) => {
      const [first] = all;
      const shift = first!.came[0]! - first!.right[0]!;
      return areEnough(all) && isMadeBy(pair, (right) => right + shift);
    }),
  },
  {
    ofAll: true,
    kind: kind("reciprocal", {
      ja: "逆数になっている",
      en: "it is the reciprocal",
    }, {
      ja: "割り算の左と右、掛け算と割り算を確かめてください。",
      en: "Look at what is divided by what, and at * and /.",
    }),
    shows: everywhere((pair, all) =>
      isMadeBy(pair, (right) => 1 / right) || isBySizes(all, -1)
    ),
  },
  {
    ofAll: true,
    kind: kind("rounded", {
      ja: "結果を丸めている",
      en: "it is rounded",
    }, {
      ja:
        "Math.round、Math.floor、toFixed、| 0 などを取って、計算した値をそのまま返してください。",
      en:
        "Take away Math.round, Math.floor, toFixed or | 0, and return what was computed as it is.",
    }),
    shows: everywhere((_, all) =>
      areEnough(all) &&
      roundings.some((round) => all.every((one) => isMadeBy(one, round)))
    ),
  },
  {
    ofAll: true,
    kind: kind("squared", {
      ja: "二乗か平方根が余分",
      en: "a square or a square root too many",
    }, {
      ja: "** 2 や sqrt を、式のとおりの場所に付けているか、確かめてください。",
      en: "See that ** 2 and sqrt stand where the formula has them.",
    }),
    shows: everywhere((pair) =>
      isMadeBy(pair, (right) => right ** 2) || isMadeBy(pair, Math.sqrt)
    ),
  },
  {
    ofAll: true,
    kind: kind("extraFunction", {
      ja: "正しい値に、余分な関数が掛かっている",
      en: "a function too many is taken of the right value",
    }, {
      ja:
        "最後に exp、log、abs、maximum(x, 0)、1 / (1 + exp(-x))、1 - x などを付けていないか、確かめてください。",
      en:
        "Is there an exp, log, abs, maximum(x, 0), 1 / (1 + exp(-x)) or 1 - x in the end that the formula does not have?",
    }),
    shows: everywhere((_, all) =>
      areEnough(all) &&
      around.some((f) => all.every((one) => isMadeBy(one, f)))
    ),
  },
  {
    kind: kind("sameRows", {
      ja: "どの行も同じ結果になっている",
      en: "every row is the same",
    }, {
      ja: "ループの中で、行の番号（i や n）を使っているか、確かめてください。",
      en: "See that the number of the row (i or n) is used inside of the loop.",
    }),
    shows: (judged, all) => {
      const { result } = judged.reply;
      if (judged.fault !== "value" || result.kind !== "rows") return false;
      const [first, ...others] = result.rows;
      return all.some(({ reply: { result } }) =>
        result.kind === "rows" && result.rows.length > 1
      ) && others.every((row) => row.every((value, j) => value === first![j]));
    },
  },
  {
    kind: kind("partRight", {
      ja: "最初か最後の行や列しか合っていない",
      en: "only the first or the last row or column is right",
    }, {
      ja:
        "次の行や列に移るときに、何が変わって何が残るかを確かめてください。番号（i、j、k）と、足していく変数の初めの値はどうなりますか。",
      en:
        "See what changes, and what is left over, on the way to the next: the numbers i, j and k, and the first value of a sum.",
    }),
    shows: (_, all) =>
      all.length > 1 &&
      parts.some((part) => all.every((one) => isRightIn(part, one))),
  },
  {
    ofAll: true,
    kind: kind("otherArguments", {
      ja: "引数が入れ替わっている",
      en: "two parameters are exchanged",
    }, {
      ja: "引数の順番を、課題に書いてある順番と比べてください。",
      en: "Compare the order of the parameters with that on the sheet.",
    }),
    shows: ({ test: { call } }, all) => {
      const same = all.filter(({ test }) => test.call.name === call.name);
      return same.length > 1 &&
        pairsOf(call.kinds.length).some(([i, j]) =>
          same.every((one) => isExchanged(one, i, j))
        );
    },
  },
  {
    ofAll: true,
    kind: kind("sizeOnly", {
      ja: "合うかどうかが、行か列の数で決まっている",
      en: "whether it is right is a matter of rows or columns",
    }, {
      ja:
        "合った例と違った例の、行と列の数を見比べてください。決まった数を書いたところや、行や列が増えると余分に計算するところはないでしょうか。",
      en:
        "Compare rows and columns of what is right and what is wrong. Is there a fixed number, or something that is done too often where there are more?",
    }),
    shows: apart((wrong, right) =>
      isOfOneSize(right, wrong) || isOfOneSize(wrong, right)
    ),
  },
];
