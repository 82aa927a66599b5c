/**
 * A made-up class: right, half right, and each known mistake. Marks and kinds
 * were worked out by hand, from the public cases and `hidden_cases.json`,
 * before any of it was graded: a task has 3 public cases and a hidden one (task
 * 2: 5 and 2, task 8: 4 and 1, task 9: 4 and 2), and its points are those of
 * the sheet times the share of cases that are right, to tenths.
 *
 * @module
 */

import { solution } from "./solution.ts";

/** A submission, and what it must get. */
export interface Expected {
  readonly source: string;
  /** The points of tasks that are not wholly right, and the kind of mistake. */
  readonly wrong: Readonly<Record<number, readonly [number, string]>>;
}

const crossEntropyWith = (formula: string): string =>
  `export function crossEntropy(y: Matrix, t: Matrix): Matrix {
  return ${formula};
}`;
const batchWith = (formula: string): string =>
  `export function crossEntropyOfBatch(y: Matrix, t: Matrix): Matrix {
  return ${formula};
}`;
const squaresWith = (formula: string): string =>
  `export function sumSquaredError(y: Matrix, t: Matrix): Matrix {
  const d = subtract(y, t), squares = multiply(d, d);
  return ${formula};
}`;
const softmaxWith = (shifted: string, total: string): string =>
  `export function softmax(scores: Matrix): Matrix {
  const powers = exp(${shifted});
  return divide(powers, ${total});
}`;
const gradientWith = (lines: string): string =>
  `export function numericalGradient(
  f: (W: number[][]) => number, W: number[][], h: number,
): number[][] {
  const w = W.map((row) => [...row]);
  return w.map((row, i) => row.map((_, j) => {
${lines}
  }));
}`;
const descendWith = (body: string): string =>
  `export function descend(
  gradient: (W: Matrix) => Matrix, W: Matrix, learningRate: number, steps: number,
): Matrix {
${body}
}`;
const byRow = '{ by: "row" }';

/** By the name of the student. */
export const madeUpClass: Readonly<Record<string, Expected>> = {
  right: { source: solution(), wrong: {} },
  山田太郎: { source: solution({}, "// 全部できました"), wrong: {} },

  // Only the lecture's figure has no bias.
  noBias: {
    source: solution({
      forward:
        `export const forward = (x: Matrix, W: Matrix, b: Matrix) => matmul(x, W);`,
    }),
    wrong: { 1: [2.5, "noBias"] },
  },
  async: {
    source: solution({
      forward:
        `export async function forward(x: Matrix, W: Matrix, b: Matrix) { return add(matmul(x, W), b); }`,
    }),
    wrong: { 1: [0, "async"] },
  },

  // Element by element no size is right, and 3×2 with 2×3 is an error. W
  // transposed goes with x only where W is 2×2: the second public case gives
  // [[1, 2]][[3, 4], [5, 6]] + b = [[13.1, 16.2]], the hidden one [[1, -1]][[2,
  // 1], [0, 1]] + b = [[2.5, -0.5]].
  elementByElement: {
    source: solution({
      forward:
        `export const forward = (x: Matrix, W: Matrix, b: Matrix) => add(multiply(x, W), b);`,
    }),
    wrong: { 1: [0, "otherProduct"] },
  },
  transposedW: {
    source: solution({
      forward:
        `export const forward = (x: Matrix, W: Matrix, b: Matrix) => add(matmul(x, transpose(W)), b);`,
    }),
    wrong: { 1: [0, "otherProduct"] },
  },
  operator: {
    source: solution({
      forward:
        `export const forward = (x: Matrix, W: Matrix, b: Matrix) => matmul(x, W) + b;`,
    }),
    wrong: { 1: [0, "operator"] },
  },
  subtractedBias: {
    source: solution({
      forward:
        `export const forward = (x: Matrix, W: Matrix, b: Matrix) => subtract(matmul(x, W), b);`,
    }),
    wrong: { 1: [2.5, "other"] },
  },

  // 3 probabilities are wrong, 4 categories right: 40 / 7.
  sharesOfThree: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, 3);`,
    }),
    wrong: { 2: [5.7, "dividedByClasses"] },
  },
  sharesOfLargest: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, max(scores));`,
    }),
    wrong: { 2: [5.7, "dividedByLargest"] },
  },
  sharesOfMean: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, mean(scores));`,
    }),
    wrong: { 2: [5.7, "dividedByMean"] },
  },
  softmaxInstead: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => softmax(scores);`,
    }),
    wrong: { 2: [5.7, "softmaxInstead"] },
  },
  // All 4 categories are wrong, in the last one the first of two smallest: 30 /
  // 7.
  smallest: {
    source: solution({
      category: `export function category(P: Matrix): string {
  return ["良い", "普通", "悪い"][argMax(negate(P)).item()]!;
}`,
    }),
    wrong: { 2: [4.3, "smallest"] },
  },
  // Right are the 3 probabilities: 30 / 7.
  otherName: {
    source: solution({
      category: `export function category(P: Matrix): string {
  return ["よい", "普通です", "Bad"][argMax(P).item()]!;
}`,
    }),
    wrong: { 2: [4.3, "otherName"] },
  },
  placeForName: {
    source: solution({
      category:
        `export function category(P: Matrix) { return argMax(P).item(); }`,
    }),
    wrong: { 2: [4.3, "otherKind"] },
  },
  // The middle one stays: 40 / 7.
  reversed: {
    source: solution({
      category: `export function category(P: Matrix): string {
  return ["悪い", "普通", "良い"][argMax(P).item()]!;
}`,
    }),
    wrong: { 2: [5.7, "wrongOrder"] },
  },
  // The middle category is all that is right, and no one mistake explains the
  // rest: 10 / 7.
  twoMistakes: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, 3);`,
      category: `export function category(P: Matrix): string {
  return ["悪い", "普通", "良い"][argMax(P).item()]!;
}`,
    }),
    wrong: { 2: [1.4, "other"] },
  },

  noHalf: {
    source: solution({ sumSquaredError: squaresWith("sum(squares)") }),
    wrong: { 3: [0, "noHalf"] },
  },
  meanOfSquares: {
    source: solution({ sumSquaredError: squaresWith("mean(squares)") }),
    wrong: { 3: [0, "dividedByClasses"] },
  },
  noSquare: {
    source: solution({ sumSquaredError: squaresWith("multiply(0.5, sum(d))") }),
    wrong: { 3: [0, "noSquare"] },
  },
  noBrackets: {
    source: solution({
      sumSquaredError: squaresWith(
        "subtract(sum(squares), multiply(0.5, matrix([squares.at(0, 0)])))",
      ),
    }),
    wrong: { 3: [0, "noBrackets"] },
  },
  root: {
    source: solution({
      sumSquaredError: squaresWith("Math.sqrt(sum(squares).item())")
        .replace(": Matrix {", ": number {"),
    }),
    wrong: { 3: [0, "root"] },
  },
  notSummed: {
    source: solution({
      sumSquaredError: squaresWith("multiply(0.5, squares)"),
    }),
    wrong: { 3: [0, "otherSize"] },
  },
  // a product of two single rows
  productOfRows: {
    source: solution({
      sumSquaredError: squaresWith("multiply(0.5, matmul(d, d))"),
    }),
    wrong: { 3: [0, "threw"] },
  },
  threeTimes: {
    source: solution({
      sumSquaredError: squaresWith("multiply(3, sum(squares))"),
    }),
    wrong: { 3: [0, "other"] },
  },

  // Tasks 5 and 7 are built on task 4.
  noMinus: {
    source: solution({
      crossEntropy: crossEntropyWith("sum(multiply(t, log(add(y, 1e-7))))"),
    }),
    wrong: { 4: [0, "noMinus"], 5: [0, "noMinus"], 7: [0, "noMinus"] },
  },
  log10: {
    source: solution({
      crossEntropy: crossEntropyWith(
        "negate(sum(multiply(t, divide(log(add(y, 1e-7)), Math.LN10))))",
      ),
    }),
    wrong: {
      4: [0, "otherLogarithm"],
      5: [0, "otherLogarithm"],
      7: [0, "otherLogarithm"],
    },
  },
  log2: {
    source: solution({
      crossEntropy: crossEntropyWith(
        "negate(sum(multiply(t, divide(log(add(y, 1e-7)), Math.LN2))))",
      ),
    }),
    wrong: {
      4: [0, "otherLogarithm"],
      5: [0, "otherLogarithm"],
      7: [0, "otherLogarithm"],
    },
  },
  // In each task one public case has a probability of 0.
  noDelta: {
    source: solution({
      crossEntropy: crossEntropyWith("negate(sum(multiply(t, log(y))))"),
    }),
    wrong: { 4: [7.5, "noDelta"], 5: [7.5, "noDelta"] },
  },
  swapped: {
    source: solution({
      crossEntropy: crossEntropyWith(
        "negate(sum(multiply(y, log(add(t, 1e-7)))))",
      ),
    }),
    wrong: { 4: [0, "swapped"], 5: [0, "swapped"], 7: [0, "swapped"] },
  },
  noTarget: {
    source: solution({
      crossEntropy: crossEntropyWith("negate(sum(log(add(y, 1e-7))))"),
    }),
    wrong: { 4: [0, "noTarget"], 5: [0, "noTarget"], 7: [0, "other"] },
  },
  // A batch of one row needs no mean: 1 of 4 cases of task 5, 2 of task 7.
  noMean: {
    source: solution({ crossEntropyOfBatch: batchWith("crossEntropy(y, t)") }),
    wrong: { 5: [2.5, "noMean"], 7: [5, "noMean"] },
  },
  perClass: {
    source: solution({
      crossEntropyOfBatch: batchWith("divide(crossEntropy(y, t), y.columns)"),
    }),
    wrong: { 5: [0, "dividedByClasses"], 7: [0, "dividedByClasses"] },
  },
  meanOfAll: {
    source: solution({
      crossEntropyOfBatch: batchWith(
        "negate(mean(multiply(t, log(add(y, 1e-7)))))",
      ),
    }),
    wrong: { 5: [0, "dividedByClasses"], 7: [0, "dividedByClasses"] },
  },
  firstRowOnly: {
    source: solution({
      crossEntropyOfBatch: batchWith(
        "crossEntropy(matrix(y.toArray()[0]!), matrix(t.toArray()[0]!))",
      ),
    }),
    wrong: { 5: [2.5, "firstRowOnly"], 7: [5, "other"] },
  },

  // Wrong are the scores around 1000, one public and one hidden, and those
  // around 710 of task 7.
  noShift: {
    source: solution({
      softmax: softmaxWith("scores", `sum(powers, ${byRow})`),
    }),
    wrong: { 6: [7.5, "noShift"], 7: [7.5, "noShift"] },
  },
  // 0 / 0 in the row of small scores, in one public case and the hidden one. In
  // task 7 the rows are but 691 apart, and exp(-691) is 1e-300, which is not 0.
  largestOfAll: {
    source: solution({
      softmax: softmaxWith(
        "subtract(scores, max(scores))",
        `sum(powers, ${byRow})`,
      ),
    }),
    wrong: { 6: [7.5, "largestOfAll"] },
  },
  // A single row is the whole array: 1 of 4 cases of task 6, 2 of task 7.
  wholeArray: {
    source: solution({
      softmax: softmaxWith("subtract(scores, max(scores))", "sum(powers)"),
    }),
    wrong: { 6: [3.8, "wholeArray"], 7: [5, "wholeArray"] },
  },
  sumOfAll: {
    source: solution({
      softmax: softmaxWith(
        `subtract(scores, max(scores, ${byRow}))`,
        "sum(powers)",
      ),
    }),
    wrong: { 6: [3.8, "wholeArray"], 7: [5, "wholeArray"] },
  },
  notDivided: {
    source: solution({
      softmax: softmaxWith(`subtract(scores, max(scores, ${byRow}))`, "1"),
    }),
    wrong: { 6: [0, "notDivided"], 7: [0, "notDivided"] },
  },
  byColumn: {
    source: solution({
      softmax: softmaxWith(
        'subtract(scores, max(scores, { by: "column" }))',
        'sum(powers, { by: "column" })',
      ),
    }),
    wrong: { 6: [0, "byColumn"], 7: [0, "byColumn"] },
  },
  noExponential: {
    source: solution({
      softmax:
        `export const softmax = (scores: Matrix) => divide(scores, sum(scores, ${byRow}));`,
    }),
    wrong: { 6: [0, "noExponential"], 7: [0, "noSoftmax"] },
  },
  noReturn: {
    source: solution({
      softmax: `export function softmax(scores: Matrix) { exp(scores); }`,
    }),
    wrong: { 6: [0, "noReturn"], 7: [0, "threw"] },
  },
  noSoftmax: {
    source: solution({
      loss:
        `export const loss = (x: Matrix, t: Matrix, W: Matrix) => crossEntropyOfBatch(matmul(x, W), t);`,
    }),
    wrong: { 7: [0, "noSoftmax"] },
  },

  forwardDifference: {
    source: solution({
      numericalGradient: gradientWith(`    const here = f(w);
    w[i]![j]! += h;
    const above = f(w);
    w[i]![j] = W[i]![j]!;
    return (above - here) / h;`),
    }),
    wrong: { 8: [0, "forwardDifference"] },
  },
  notPutBack: {
    source: solution({
      numericalGradient: gradientWith(`    w[i]![j]! += h;
    const above = f(w);
    w[i]![j]! -= 2 * h;
    return (above - f(w)) / (2 * h);`),
    }),
    wrong: { 8: [0, "notPutBack"] },
  },
  notPutBackInPlace: {
    source: solution({
      numericalGradient: gradientWith(`    W[i]![j]! += h;
    const above = f(W);
    W[i]![j]! -= 2 * h;
    return (above - f(W)) / (2 * h);`),
    }),
    wrong: { 8: [0, "notPutBack"] },
  },
  dividedByH: {
    source: solution({
      numericalGradient: gradientWith(`    w[i]![j] = W[i]![j]! + h;
    const above = f(w);
    w[i]![j] = W[i]![j]! - h;
    const below = f(w);
    w[i]![j] = W[i]![j]!;
    return (above - below) / h;`),
    }),
    wrong: { 8: [0, "dividedByH"] },
  },
  noBracketsAround2h: {
    source: solution({
      numericalGradient: gradientWith(`    w[i]![j] = W[i]![j]! + h;
    const above = f(w);
    w[i]![j] = W[i]![j]! - h;
    const below = f(w);
    w[i]![j] = W[i]![j]!;
    return (above - below) / 2 * h;`),
    }),
    wrong: { 8: [0, "noBracketsAround2h"] },
  },
  writtenIntoW: {
    source: solution({
      numericalGradient: `export function numericalGradient(
  f: (W: number[][]) => number, W: number[][], h: number,
): number[][] {
  const grad = W;
  for (let i = 0; i < W.length; i++) {
    for (let j = 0; j < W[i]!.length; j++) {
      const at = W[i]![j]!;
      W[i]![j] = at + h;
      const above = f(W);
      W[i]![j] = at - h;
      const below = f(W);
      grad[i]![j] = (above - below) / (2 * h);
    }
  }
  return grad;
}`,
    }),
    wrong: { 8: [0, "writtenIntoW"] },
  },
  allMoved: {
    source: solution({
      numericalGradient: gradientWith(
        `    const above = f(W.map((row) => row.map((x) => x + h)));
    const below = f(W.map((row) => row.map((x) => x - h)));
    return (above - below) / (2 * h);`,
      ),
    }),
    wrong: { 8: [0, "allMoved"] },
  },
  // Right, but for the one public case that looks at W afterwards.
  changedInput: {
    source: solution({
      numericalGradient: gradientWith(`    const at = W[i]![j]!;
    w[i]![j] = at + h;
    const above = f(w);
    w[i]![j] = at - h;
    const below = f(w);
    w[i]![j] = at;
    const slope = (above - below) / (2 * h);
    W[i]![j] = at - 0.1 * slope;
    return slope;`),
    }),
    wrong: { 8: [12, "changedInput"] },
  },
  // Right, but for the one public case that counts.
  moreEvaluations: {
    source: solution({
      numericalGradient: gradientWith(`    const at = W[i]![j]!;
    f(w);
    w[i]![j] = at + h;
    const above = f(w);
    w[i]![j] = at - h;
    const below = f(w);
    w[i]![j] = at;
    return (above - below) / (2 * h);`),
    }),
    wrong: { 8: [12, "moreEvaluations"] },
  },
  transposedGradient: {
    source: solution({
      numericalGradient: gradientWith(`    const at = W[i]![j]!;
    w[i]![j] = at + h;
    const above = f(w);
    w[i]![j] = at - h;
    const below = f(w);
    w[i]![j] = at;
    return (above - below) / (2 * h);`).replace(
        "return w.map",
        "return flip(w.map",
      ).replace(
        "}));\n}",
        `})));
}
const flip = (x: number[][]) => x[0]!.map((_, j) => x.map((row) => row[j]!));`,
      ),
    }),
    wrong: { 8: [0, "wrongOrder"] },
  },

  uphill: {
    source: solution({
      step:
        `export const step = (W: Matrix, dW: Matrix, rate: number) => add(W, multiply(rate, dW));`,
    }),
    wrong: { 9: [0, "uphill"] },
  },
  noLearningRate: {
    source: solution({
      step:
        `export const step = (W: Matrix, dW: Matrix, rate: number) => subtract(W, dW);`,
    }),
    wrong: { 9: [0, "noLearningRate"] },
  },
  // Right are both single steps and the descent of one step: 3 of 6.
  oneStepOnly: {
    source: solution({
      descend: descendWith(`  for (let i = 0; i < steps; i++) {
    W = step(W, gradient(W), learningRate);
    return W;
  }
  return W;`),
    }),
    wrong: { 9: [5, "oneStepOnly"] },
  },
  // Right are both single steps: 2 of 6.
  notMoved: {
    source: solution({
      descend: descendWith(
        `  for (let i = 0; i < steps; i++) step(W, gradient(W), learningRate);
  return W;`,
      ),
    }),
    wrong: { 9: [3.3, "notMoved"] },
  },
  oneStepMore: {
    source: solution({
      descend: descendWith(
        `  for (let i = 0; i <= steps; i++) W = step(W, gradient(W), learningRate);
  return W;`,
      ),
    }),
    wrong: { 9: [3.3, "wrongNumberOfSteps"] },
  },
  sameGradient: {
    source: solution({
      descend: descendWith(
        `  const dW = gradient(W);
  for (let i = 0; i < steps; i++) W = step(W, dW, learningRate);
  return W;`,
      ),
    }),
    wrong: { 9: [5, "sameGradient"] },
  },

  half: {
    source: solution({
      softmax: "",
      loss: "",
      numericalGradient: "",
      step: "",
      descend: "",
    }),
    wrong: {
      6: [0, "missing"],
      7: [0, "missing"],
      8: [0, "missing"],
      9: [0, "missing"],
    },
  },
  typeErrors: {
    source: solution({ sumSquaredError: squaresWith("sum(squares)") }) +
      `const text: string = 5;\nexport const twice = text * 2;\n`,
    wrong: { 3: [0, "noHalf"] },
  },
};
