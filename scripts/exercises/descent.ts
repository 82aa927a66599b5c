/** Exercise: gradient descent. */
import {
  abs,
  add,
  divide,
  type Matrix,
  matrix,
  mean,
  multiply,
  negate,
  sqrt,
  subtract,
  sum,
  zeros,
} from "kobai";
import {
  type Exercise,
  mistake,
  takes,
  type Way,
} from "../exercise/exercise.ts";

import { rowsForColumns, someTerms } from "./_kinds.ts";

type Step = (W: Matrix, dW: Matrix, learningRate: number) => Matrix;
type Slope = (W: Matrix) => Matrix;
type Descent = (
  gradient: Slope,
  W: Matrix,
  learningRate: number,
  steps: number,
) => unknown;

const right: Step = (W, dW, rate) => subtract(W, multiply(rate, dW));

/** A step of some of the elements. */
function movedWhere(
  W: Matrix,
  dW: Matrix,
  rate: number,
  isMoving: (i: number, j: number) => boolean,
): Matrix {
  return matrix(
    W.toArray().map((row, i) =>
      row.map((w, j) => isMoving(i, j) ? w - rate * dW.at(i, j) : w)
    ),
  );
}

/** So many steps of a kind. */
function descendBy(
  step: Step,
  count: (steps: number) => number = (steps) => steps,
): Descent {
  return (gradient, W, rate, steps) => {
    for (let i = 0; i < count(steps); i++) W = step(W, gradient(W), rate);
    return W;
  };
}

/** Another step: in the descent too, alone, or there alone. */
function stepAs(step: Step): Way[] {
  const descend = descendBy(step);
  return [{ step, descend }, { step }, { descend }];
}

/** Another descent of right steps. */
const as = (descend: Descent) => ({ descend });

const returnInside = {
  name: "oneStepOnly",
  title: { ja: "1 歩しか動いていない", en: "one step only" },
  hint: {
    ja:
      "return がループの中に入っていないか、1 歩ごとに新しい W を使っているか、確かめてください。",
    en:
      "See whether the return stands inside the loop, and whether every step begins at the new W.",
  },
} as const;

/** `W - η dW`, once and often. */
export const descent: Exercise = {
  title: { ja: "勾配降下法", en: "Gradient descent" },
  points: 10,
  text: {
    ja:
      `\`step(W, dW, learningRate)\` は 1 歩です：\`W - η dW\`（η は学習率）。W = 1、dW = 0.5、η = 0.1 なら 0.95 です。

\`descend(gradient, W, learningRate, steps)\` は、言われた歩数だけ動きます。\`gradient(W)\` は W での勾配です。1 歩ごとに求め直してください。結果は最後の W です。`,
    en:
      `\`step(W, dW, learningRate)\` is one step: \`W - η dW\`, where η is the learning
rate. For W = 1, dW = 0.5 and η = 0.1: 0.95.

\`descend(gradient, W, learningRate, steps)\` takes as many steps as it is told.
\`gradient(W)\` gives the gradient at W: ask for it again before every step. The
result is the last W.`,
  },
  functions: {
    step: {
      about: "勾配降下法の 1 歩 / one step of gradient descent",
      parameters: {
        W: takes.matrix("D", "K"),
        dW: takes.matrix("D", "K"),
        learningRate: takes.number,
      },
      gives: "matrix",
      solution: right,
      cases: [[[[1, 2], [3, 4]], [[0.5, -1], [2, 4]], 0.1]],
      draw({ integer, number, rows }) {
        const D = integer(1, 3), K = integer(2, 3);
        const rate = number(0.05, 0.5);
        return [rows(D, K, -3, 3), rows(D, K, -4, 4), rate];
      },
    },
    descend: {
      about: "勾配降下法 / many steps",
      parameters: {
        gradient: takes.slope("D", "K"),
        W: takes.matrix("D", "K"),
        learningRate: takes.number,
        steps: takes.count,
      },
      gives: "matrix",
      solution: (
        gradient: Slope,
        W: Matrix,
        learningRate: number,
        steps: number,
      ) => {
        for (let i = 0; i < steps; i++) {
          W = subtract(W, multiply(learningRate, gradient(W)));
        }
        return W;
      },
      cases: [
        [{ center: [[1, -2]], pull: 2, together: 0.5 }, [[3, 4]], 0.1, 1],
        [
          { center: [[1, -2, 0.5]], pull: 1, together: 0.25 },
          [[3, 4, -1]],
          0.2,
          3,
        ],
        [
          { center: [[0, 1], [2, -1]], pull: 1, together: 0.1 },
          [[4, -3], [2, 1]],
          0.1,
          20,
        ],
      ],
      draw({ index, integer, number, rows, slope }) {
        const D = integer(1, 3), K = integer(1, 3), rate = number(0.05, 0.2);
        const steps = index === 0 ? 1 : integer(2, 8);
        return [slope(D, K), rows(D, K, 4, 9), rate, steps];
      },
    },
  },
  mistakes: [
    mistake({
      name: "uphill",
      title: {
        ja: "勾配の向きに進んでいる（損失が上がる）",
        en: "it climbs along the gradient",
      },
      hint: {
        ja: "損失を下げるには、勾配に学習率を掛けたものを W から引きます。",
        en: "To get down, subtract the gradient times the learning rate.",
      },
    }, ...stepAs((W, dW, rate) => add(W, multiply(rate, dW)))),
    mistake({
      name: "noLearningRate",
      title: {
        ja: "学習率を掛けていない",
        en: "the learning rate is left out",
      },
      hint: {
        ja: "勾配に学習率 η を掛けてから引きます。",
        en:
          "Multiply the gradient by the learning rate before you subtract it.",
      },
    }, ...stepAs((W, dW) => subtract(W, dW))),
    mistake(
      {
        name: "otherUseOfRate",
        title: {
          ja: "学習率の使い方が違う",
          en: "the learning rate is used in another way",
        },
        hint: {
          ja: "学習率は勾配に掛けます：W - η dW。",
          en: "The learning rate multiplies the gradient: W - η dW.",
        },
      },
      ...stepAs((W, dW, rate) => subtract(W, divide(dW, rate))),
      ...stepAs((W, dW, rate) => multiply(rate, subtract(W, dW))),
      ...stepAs((W, dW, rate) => subtract(multiply(rate, W), dW)),
      ...stepAs((W, dW, rate) => subtract(subtract(W, dW), rate)),
      ...stepAs((W, dW, rate) => subtract(add(W, rate), dW)),
      ...stepAs((W, dW, rate) => add(subtract(W, rate), dW)),
      ...stepAs((W, _, rate) => subtract(W, rate)),
      ...stepAs((W, dW, rate) => subtract(W, multiply(rate * rate, dW))),
      ...stepAs((W, dW, rate) => subtract(W, divide(rate, dW))),
      ...[
        () => 0.5,
        () => 2,
        (W: Matrix) => 1 / W.rows,
        (W: Matrix) => 1 / W.columns,
      ].flatMap((times) =>
        stepAs((W, dW, rate) => subtract(W, multiply(rate * times(W), dW)))
      ),
      as((gradient, W, _, steps) =>
        descendBy(right)(gradient, W, steps, steps)
      ),
    ),
    mistake(
      {
        name: "ownRate",
        title: {
          ja: "引数の learningRate を使っていない",
          en: "another learning rate than the one that was handed over",
        },
        hint: {
          ja: "学習率は引数で渡されます。関数の中で決めた値は使いません。",
          en:
            "The learning rate is a parameter; use it, not a number of your own.",
        },
      },
      ...[0.001, 0.01, 0.05, 0.1, 0.2, 0.5].flatMap((own) =>
        stepAs((W, dW) => subtract(W, multiply(own, dW)))
      ),
    ),
    mistake(
      {
        name: "otherGradient",
        title: {
          ja: "勾配をそのまま使っていない",
          en: "the gradient is not used as it is",
        },
        hint: {
          ja:
            "W の要素ごとに、同じ場所の勾配の要素に学習率を掛けて引きます：W - η dW。",
          en:
            "From each element of W subtract the learning rate times the element of dW in the same place: W - η dW.",
        },
      },
      ...[
        (dW: Matrix) => sum(dW),
        (dW: Matrix) => mean(dW),
        (dW: Matrix) => dW.at(0, 0),
        (dW: Matrix) => abs(dW),
        (dW: Matrix) => multiply(dW, dW),
        (dW: Matrix) => divide(dW, sqrt(sum(multiply(dW, dW)))),
        (dW: Matrix) => divide(dW, abs(dW)),
        (dW: Matrix, W: Matrix) => multiply(dW, W),
      ].flatMap((of) =>
        stepAs((W, dW, rate) => subtract(W, multiply(rate, of(dW, W))))
      ),
      // with those before it
      as((gradient, W, rate, steps) => {
        let sum = zeros(W.rows, W.columns);
        for (let i = 0; i < steps; i++) {
          W = right(W, sum = add(sum, gradient(W)), rate);
        }
        return W;
      }),
      // of the gradient
      as((gradient, W, rate, steps) => {
        for (let i = 0, at = W; i < steps; i++) {
          W = right(W, at = gradient(at), rate);
        }
        return W;
      }),
    ),
    mistake(
      {
        name: "subtractedFrom",
        title: {
          ja: "W が引かれるほうになっている",
          en: "W is subtracted where it should be subtracted from",
        },
        hint: {
          ja: "W から η dW を引きます。引き算と引数の順番を確かめてください。",
          en:
            "Subtract η dW from W: look at the order of the subtraction, and of the arguments.",
        },
      },
      ...stepAs((W, dW, rate) => subtract(multiply(rate, dW), W)),
      ...stepAs((W, dW, rate) => subtract(dW, multiply(rate, W))),
    ),
    mistake(
      {
        name: "stepOnly",
        title: {
          ja: "W から引いていない（動く量だけを返している）",
          en: "the step alone, without the W that it starts from",
        },
        hint: {
          ja: "返すのは、動いた後の重み W - η dW です。",
          en: "What is asked for is the new place: W - η dW.",
        },
      },
      ...stepAs((_, dW, rate) => multiply(rate, dW)),
      ...stepAs((_, dW, rate) => negate(multiply(rate, dW))),
      ...stepAs((_, dW) => dW),
      ...stepAs((W, dW) => multiply(W, dW)),
    ),
    mistake(
      {
        name: "notMoved",
        title: { ja: "W が動いていない", en: "W does not move" },
        hint: {
          ja:
            "add や subtract は新しい行列を返すだけで、W は変わりません。1 歩ごとに、その結果を変数に入れてください。",
          en:
            "add and subtract return a new matrix and leave W as it is: put the result of every step into a variable.",
        },
      },
      as((_, W) => W),
      ...stepAs((W) => W),
    ),
    mistake(
      {
        name: "someMoved",
        title: {
          ja: "W の一部しか動いていない",
          en: "only a part of W moves",
        },
        hint: {
          ja: "ループが、全部の行と全部の列を回っているか、確かめてください。",
          en: "See that the loops go through all rows and all columns.",
        },
      },
      ...Object.values(someTerms).flatMap((some) => [
        ...stepAs((W, dW, rate) => {
          const moving = new Set(some([...Array(W.rows).keys()]));
          return movedWhere(W, dW, rate, (i) => moving.has(i));
        }),
        ...stepAs((W, dW, rate) => {
          const moving = new Set(some([...Array(W.columns).keys()]));
          return movedWhere(W, dW, rate, (_, j) => moving.has(j));
        }),
      ]),
    ),
    mistake(
      rowsForColumns,
      ...stepAs((W, dW, rate) => {
        const moved = W.toArray(), slopes = dW.toArray();
        for (const [i, row] of moved.entries()) {
          for (let j = 0; j < W.rows; j++) {
            row[j] = row[j]! - rate * slopes[i]![j]!;
          }
        }
        return matrix(moved);
      }),
    ),
    mistake(
      returnInside,
      as(descendBy(right, () => 1)),
      as(descendBy(right, (steps) => Math.min(1, steps))),
    ),
    mistake(
      {
        name: "wrongNumberOfSteps",
        title: {
          ja: "歩数が 1 回ずれている",
          en: "one step too many, or one too few",
        },
        hint: {
          ja:
            "ループの始まりと終わりを確かめてください（0 から、i < steps の間）。",
          en: "Look at the loop's beginning and end (from 0, while i < steps).",
        },
      },
      as(descendBy(right, (steps) => steps + 1)),
      as(descendBy(right, (steps) => steps - 1)),
    ),
    mistake(
      {
        name: "otherNumberOfSteps",
        title: {
          ja: "いつも同じ歩数になっている",
          en: "the number of steps is always the same",
        },
        hint: {
          ja: "歩数は引数の steps です。",
          en: "How many steps there are is told by the parameter steps.",
        },
      },
      ...[2, 3, 5, 10, 20, 50, 100, 1000].map((count) =>
        as(descendBy(right, () => count))
      ),
    ),
    mistake({
      name: "twoStepsInOne",
      title: {
        ja: "1 回につき 2 歩動いている",
        en: "two steps are taken where one is meant",
      },
      hint: {
        ja: "ループの中で、step を 2 回呼んでいないか、確かめてください。",
        en: "See whether step is called twice inside of the loop.",
      },
    }, as(descendBy(right, (steps) => 2 * steps))),
    mistake(
      {
        name: "sameGradient",
        title: {
          ja: "勾配を計算し直していない",
          en: "the gradient is not computed anew",
        },
        hint: {
          ja: "W が動くと勾配も変わります。1 歩ごとに計算し直してください。",
          en:
            "The gradient changes with the place: compute it anew at every step.",
        },
      },
      as((gradient, W, rate, steps) => {
        const dW = gradient(W);
        return descendBy(right)(() => dW, W, rate, steps);
      }),
    ),
    mistake(
      {
        name: "alwaysFromStart",
        title: {
          ja: "1 歩ごとに初めの W から動いている",
          en: "every step starts at the first W",
        },
        hint: {
          ja: "次の 1 歩は、前の 1 歩で着いた W から始めます。",
          en: "A step begins where the one before it has ended.",
        },
      },
      as((gradient, W, rate, steps) => {
        let at = W;
        for (let i = 0; i < steps; i++) at = right(W, gradient(at), rate);
        return at;
      }),
    ),
    mistake(
      {
        name: "noGradient",
        title: { ja: "勾配を使っていない", en: "the gradient is not used" },
        hint: {
          ja: "1 歩ごとに gradient(W) を求めて、それを step に渡します。",
          en: "Ask for gradient(W) before every step, and hand that to step.",
        },
      },
      ...stepAs((W, _, rate) => right(W, W, rate)),
      as((_, W, rate, steps) => subtract(W, multiply(rate * steps, W))),
    ),
    mistake(
      {
        name: "otherStart",
        title: {
          ja: "渡された W から始めていない",
          en: "it does not start at the W that was handed over",
        },
        hint: {
          ja: "初めの位置は引数の W です。",
          en: "Where it starts is told by the parameter W.",
        },
      },
      as((gradient, W, rate, steps) =>
        descendBy(right)(gradient, zeros(W.rows, W.columns), rate, steps)
      ),
      as((gradient, W, rate, steps) =>
        descendBy(right)(
          gradient,
          add(zeros(W.rows, W.columns), 1),
          rate,
          steps,
        )
      ),
    ),
    mistake(
      {
        name: "sumOfSteps",
        title: {
          ja: "W でなく、ほかのものを返している",
          en: "something else than the last W is returned",
        },
        hint: {
          ja: "結果は、最後の W です。",
          en: "The result is the last W.",
        },
      },
      as((gradient, W, rate, steps) => {
        let before = W;
        for (let i = 0; i < steps; i++) {
          before = W;
          W = right(W, gradient(W), rate);
        }
        return gradient(before);
      }),
      as((gradient, W, rate, steps) =>
        gradient(descendBy(right)(gradient, W, rate, steps) as Matrix)
      ),
      as((gradient, W, rate, steps) => {
        let sum = zeros(W.rows, W.columns);
        for (let i = 0; i < steps; i++) {
          sum = add(sum, W = right(W, gradient(W), rate));
        }
        return sum;
      }),
      as((gradient, W, rate, steps) =>
        subtract(W, descendBy(right)(gradient, W, rate, steps) as Matrix)
      ),
      // the mean of all, with the first or without
      ...[0, 1].map((more) =>
        as((gradient, W, rate, steps) => {
          let sum = multiply(more, W);
          for (let i = 0; i < steps; i++) {
            sum = add(sum, W = right(W, gradient(W), rate));
          }
          return divide(sum, steps + more);
        })
      ),
    ),
    mistake(
      {
        name: "growingRate",
        title: {
          ja: "学習率が 1 歩ごとに変わっている",
          en: "the learning rate changes from step to step",
        },
        hint: {
          ja: "学習率は、どの 1 歩でも同じです。",
          en: "The learning rate is the same for every step.",
        },
      },
      as((gradient, W, rate, steps) => {
        for (let i = 0; i < steps; i++) W = right(W, gradient(W), rate * i);
        return W;
      }),
      as((gradient, W, rate, steps) => {
        for (let i = 1; i <= steps; i++) W = right(W, gradient(W), rate * i);
        return W;
      }),
      as((gradient, W, rate, steps) => {
        for (let i = 1; i <= steps; i++) W = right(W, gradient(W), rate / i);
        return W;
      }),
      as((gradient, W, rate, steps) =>
        descendBy(right)(gradient, W, rate / steps, steps)
      ),
      ...[0.5, 0.9, 0.95, 0.99, 1.1].map((factor) =>
        as((gradient, W, rate, steps) => {
          for (let i = 0; i < steps; i++) {
            W = right(W, gradient(W), rate * factor ** i);
          }
          return W;
        })
      ),
    ),
  ],
};
