/** Exercise: the loss of the net. */
import {
  add,
  divide,
  exp,
  log,
  matmul,
  type Matrix,
  matrix,
  max,
  multiply,
  negate,
  subtract,
  sum,
  transpose,
} from "kobai";
import {
  type Exercise,
  type Mistake,
  mistake,
  takes,
} from "../exercise/exercise.ts";
import {
  crossEntropy,
  map,
  matmul as product,
  onlyLargest,
  onRows,
  type Rows,
  softmax,
  type SoftmaxOptions,
  total,
} from "./_formulas.ts";
import {
  isOffAnywhere,
  type OtherEntropy,
  wrongEntropies,
} from "./_in_cross_entropy.ts";
import * as kinds from "./_kinds.ts";
import { closeToDelta } from "./_probabilities.ts";
import { softmax as ofSoftmax } from "./softmax.ts";

const way = (f: (x: Rows, t: Rows, W: Rows) => number) => ({ loss: onRows(f) });

const deltas = [1e-7, 0] as const;

/** The cross entropy of other probabilities, with the delta and without. */
function of(probabilities: (scores: Rows) => Rows) {
  return deltas.map((delta) =>
    way((x, t, W) => crossEntropy(probabilities(product(x, W)), t, { delta }))
  );
}

const as = (options: SoftmaxOptions) => of((a) => softmax(a, options));

/** The right probabilities, and another cross entropy. */
const ofEntropy = (f: OtherEntropy) =>
  way((x, t, W) => f(softmax(product(x, W)), t));

function lossWith(delta: number) {
  return (x: Matrix, t: Matrix, W: Matrix) => {
    const scores = matmul(x, W);
    const powers = exp(subtract(scores, max(scores, { by: "row" })));
    const y = divide(powers, sum(powers, { by: "row" }));
    return divide(negate(sum(multiply(t, log(add(y, delta))))), y.rows);
  };
}

/** The share of samples of which the right class has the largest score. */
function accuracy(x: Rows, t: Rows, W: Rows): number {
  const hits = map(onlyLargest(product(x, W)), (hit, i, j) => hit * t[i]![j]!);
  return total(hits.flat()) / x.length;
}

const itself = (score: number): number => score;

/** Mistakes around the softmax. */
const own: readonly Mistake[] = [
  ...wrongEntropies
    .filter(([kind]) => kind !== kinds.softmaxOfY)
    .map(([kind, ways]) => {
      const some = kind === kinds.otherDelta
        ? ways.filter(isOffAnywhere)
        : ways;
      return mistake(kind, ...some.map(ofEntropy));
    }),
  mistake(kinds.noShift, ...as({ shift: "none" })),
  mistake(
    {
      name: "accuracyInstead",
      title: {
        ja: "損失でなく、正解か不正解の割合になっている",
        en: "a share of right or wrong answers in place of the loss",
      },
      hint: {
        ja: "ここで求めるのは、確率の対数を使う交差エントロピー誤差です。",
        en:
          "What is asked for is the cross entropy, with the logarithm of probabilities.",
      },
    },
    ...[
      accuracy,
      (...all: Parameters<typeof accuracy>) => 1 - accuracy(...all),
    ]
      .map(way),
    way((x, t, W) => x.length * accuracy(x, t, W)),
  ),
  mistake(
    kinds.noLogarithm,
    ofEntropy((y, t) => crossEntropy(y, t, { log: itself, delta: 0 })),
    ofEntropy((y, t) => crossEntropy(y, t, { log: Math.exp, delta: 0 })),
    ofEntropy((y, t) => crossEntropy(y, t, { log: (p) => p - 1, delta: 0 })),
  ),
  mistake(
    {
      name: "softmaxTwice",
      title: {
        ja: "ソフトマックスを 2 回通している",
        en: "the scores go through softmax twice",
      },
      hint: {
        ja:
          "softmax は 1 回だけです。損失の関数の中でもう一度通していないか、確かめてください。",
        en:
          "Softmax is taken once: see whether the function of the loss takes it again.",
      },
    },
    ...of((scores) => softmax(softmax(scores))),
  ),
  mistake(
    {
      name: "noSoftmax",
      title: {
        ja: "ソフトマックスを通していない",
        en: "the scores do not go through softmax",
      },
      hint: {
        ja: "xW はスコアです。ソフトマックスで確率にしてから、損失を求めます。",
        en:
          "xW are scores: softmax makes probabilities of them, then comes the loss.",
      },
    },
    ...of((scores) => scores),
    // the shares of task 2, of all
    ...as({ power: itself, shift: "none", over: "all" }),
  ),
  mistake(
    {
      name: "softmaxOfInputs",
      title: {
        ja: "xW でないものをソフトマックスに通している",
        en: "softmax is taken of something else than xW",
      },
      hint: {
        ja: "先に xW を計算し、その結果をソフトマックスに通します。",
        en: "First comes xW, and softmax takes the result.",
      },
    },
    way((x, t, W) => crossEntropy(product(softmax(x), W), t)),
    way((x, t, W) => crossEntropy(softmax(product(softmax(x), W)), t)),
    way((x, t, W) => crossEntropy(product(x, softmax(W)), t)),
    way((x, t, W) => crossEntropy(softmax(product(x, softmax(W))), t)),
  ),
  mistake(
    {
      name: "otherProduct",
      title: {
        ja: "行列の積 xW が違う",
        en: "the product xW is wrong",
      },
      hint: {
        ja:
          "スコアは行列の積 xW です：matmul(x, W)。順番を入れ替えず、転置もしません。",
        en:
          "The scores are the product xW: matmul(x, W), in this order and with nothing transposed.",
      },
    },
    ...[
      (x: Matrix, W: Matrix) => matmul(x, transpose(W)),
      (x: Matrix, W: Matrix) => multiply(x, W),
    ].map((scores) => ({
      loss: (x: Matrix, t: Matrix, W: Matrix) => {
        const y = matrix(softmax(scores(x, W).toArray()).map((a) => [...a]));
        return negate(divide(sum(multiply(t, log(add(y, 1e-7)))), y.rows));
      },
    })),
  ),
  mistake(
    kinds.halved,
    ofEntropy((y, t) => crossEntropy(y, t) / 2),
  ),
];

/** Those in the softmax, where they make a difference that is a number. */
const inSoftmax: readonly Mistake[] = ofSoftmax.mistakes
  .filter(({ kind: { name } }) =>
    name !== "twice" && own.every(({ kind }) => kind.name !== name)
  )
  .map(({ kind, ways }) =>
    mistake(
      kind,
      ...ways
        .map((way) => way.softmax as (scores: Rows) => Rows)
        .flatMap((f) => of(f).filter((_, i) => isSeen(f, deltas[i]!))),
    )
  )
  .filter(({ ways }) => ways.length > 0);

/** Whether it shows in two rows, of which one has another target. */
function isSeen(f: (scores: Rows) => Rows, delta: number): boolean {
  const scores = [[1, 2, 0.5], [0.5, 0.25, 3]], t = [[0, 1, 0], [0, 1, 0]];
  const y = f(scores);
  if (!y.every((row) => row.length === 3 && row.every((p) => p >= 0))) {
    return false;
  }
  const error = crossEntropy(y, t, { delta });
  const right = crossEntropy(softmax(scores), t);
  return Number.isFinite(error) && Math.abs(error - right) > 1e-4;
}

/** `-1/N Σ Σ t ln(softmax(xW) + δ)`. */
export const loss: Exercise = {
  title: { ja: "ネットワークの損失", en: "The loss of the net" },
  points: 10,
  text: {
    ja:
      "`loss(x, t, W)`：スコアは `xW`（バイアスなし）、次にソフトマックス、最後にバッチの交差エントロピー誤差です。講義の x = (2, 3)、t = (0, 0, 1) と 6 個の重みなら 4.23415 です（δ を足さなければ 4.23416。この課題ではどちらも正解です）。",
    en:
      `\`loss(x, t, W)\`: the scores are \`xW\`, there is no bias; then softmax; then the
cross entropy of the batch. For the lecture's x = (2, 3), t = (0, 0, 1) and its
six weights: 4.23415 (4.23416 without δ, which is as right here).`,
  },
  functions: {
    loss: {
      about: "ネットワークの損失 / the loss of the net",
      parameters: {
        x: takes.matrix("N", "D"),
        t: takes.matrix("N", "K"),
        W: takes.matrix("D", "K"),
      },
      gives: "number",
      close: closeToDelta,
      solution: lossWith(1e-7),
      alsoRight: [lossWith(0)],
      cases: [
        [
          [[2, 3]],
          [[0, 0, 1]],
          [
            [1.72265811, 0.68672941, 1.10772301],
            [0.60344169, 0.60322389, -0.3536039],
          ],
        ],
        [
          [[1, 2], [3, 1]],
          [[0, 1, 0], [1, 0, 0]],
          [[0.2, 0.1, -0.3], [0.4, -0.2, 0.5]],
        ],
        [
          [[30, 1], [1, 1]],
          [[0, 0, 1], [1, 0, 0]],
          [[23.3, 23.5, 23.8], [1, 0, 1]],
        ],
      ],
      draw({ index, integer, rows, oneHot }) {
        const N = index === 1 ? 1 : integer(2, 4), K = N === 3 ? 4 : 3;
        const t = oneHot(N, K);
        if (index % 3 !== 2) {
          const D = integer(2, 3);
          return [rows(N, D, -2, 2), t, rows(D, K, -1, 1)];
        }
        // two of six with scores whose exp overflows
        const x = [[30, 1], ...rows(N - 1, 2, 0.1, 2)];
        return [x, t, [rows(1, K, 23.8, 24.1)[0]!, rows(1, K, -1, 1)[0]!]];
      },
    },
  },
  buildsOn: ["forward", "crossEntropy", "crossEntropyOfBatch", "softmax"],
  mistakes: [...own, ...inSoftmax],
};
