/**
 * A made-up class: right, half right, and each known mistake. Kinds and counts
 * were worked out by hand from the public cases, `hidden_cases.json` and what
 * drawn cases always have: a task has 3 public cases, 6 drawn ones and a hidden
 * one (task 2: 5, 12 and 2; task 8: 4, 6 and 1; task 9: 4, 12 and 2), and its
 * points are those of the sheet times a tenth of the public cases that are
 * right and nine tenths of the others that are.
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

/** The points of a task: right and all of the public cases and the others. */
function part(
  points: number,
  [open, ofOpen]: readonly [number, number],
  [others, ofOthers]: readonly [number, number],
): number {
  const share = 0.1 * open / ofOpen + 0.9 * others / ofOthers;
  return Math.round(10 * points * share) / 10;
}

/** By the name of the student. */
export const madeUpClass: Readonly<Record<string, Expected>> = {
  right: { source: solution(), wrong: {} },
  山田太郎: { source: solution({}, "// 全部できました"), wrong: {} },

  // Only the lecture's figure has no bias, one of 3 public cases.
  noBias: {
    source: solution({
      forward:
        `export const forward = (x: Matrix, W: Matrix, b: Matrix) => matmul(x, W);`,
    }),
    wrong: { 1: [part(10, [1, 3], [0, 7]), "noBias"] },
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
    wrong: { 1: [part(10, [1, 3], [0, 7]), "otherSignOfBias"] },
  },

  // The categories are right: 3 of 5, and 7 of 14.
  sharesOfThree: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, 3);`,
    }),
    wrong: { 2: [part(10, [3, 5], [7, 14]), "dividedByClasses"] },
  },
  sharesOfLargest: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, max(scores));`,
    }),
    wrong: { 2: [part(10, [3, 5], [7, 14]), "dividedByLargest"] },
  },
  sharesOfMean: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, mean(scores));`,
    }),
    wrong: { 2: [part(10, [3, 5], [7, 14]), "dividedByMean"] },
  },
  softmaxInstead: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => softmax(scores);`,
    }),
    wrong: { 2: [part(10, [3, 5], [7, 14]), "softmaxInstead"] },
  },
  // The probabilities are right: 2 of 5, and 7 of 14.
  smallest: {
    source: solution({
      category: `export function category(P: Matrix): string {
  return ["良い", "普通", "悪い"][argMax(negate(P)).item()]!;
}`,
    }),
    wrong: { 2: [part(10, [2, 5], [7, 14]), "smallest"] },
  },
  otherName: {
    source: solution({
      category: `export function category(P: Matrix): string {
  return ["よい", "普通です", "Bad"][argMax(P).item()]!;
}`,
    }),
    wrong: { 2: [part(10, [2, 5], [7, 14]), "otherName"] },
  },
  placeForName: {
    source: solution({
      category:
        `export function category(P: Matrix) { return argMax(P).item(); }`,
    }),
    wrong: { 2: [part(10, [2, 5], [7, 14]), "placeForName"] },
  },
  // The middle one stays, which is one public case and 3 drawn ones.
  reversed: {
    source: solution({
      category: `export function category(P: Matrix): string {
  return ["悪い", "普通", "良い"][argMax(P).item()]!;
}`,
    }),
    wrong: { 2: [part(10, [3, 5], [10, 14]), "otherOrder"] },
  },
  // The middle category is all that is right, and no one mistake explains the
  // rest.
  twoMistakes: {
    source: solution({
      probabilities:
        `export const probabilities = (scores: Matrix) => divide(scores, 3);`,
      category: `export function category(P: Matrix): string {
  return ["悪い", "普通", "良い"][argMax(P).item()]!;
}`,
    }),
    wrong: { 2: [part(10, [1, 5], [3, 14]), "other"] },
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
    wrong: { 3: [0, "notSummed"] },
  },
  // a product of two single rows
  productOfRows: {
    source: solution({
      sumSquaredError: squaresWith("multiply(0.5, matmul(d, d))"),
    }),
    wrong: { 3: [0, "sizesApart"] },
  },
  threeTimes: {
    source: solution({
      sumSquaredError: squaresWith("multiply(3, sum(squares))"),
    }),
    wrong: { 3: [0, "multiple"] },
  },

  // Tasks 5 and 7 are built on task 4, and right once that is.
  noMinus: {
    source: solution({
      crossEntropy: crossEntropyWith("sum(multiply(t, log(add(y, 1e-7))))"),
    }),
    wrong: { 4: [0, "noMinus"] },
  },
  log10: {
    source: solution({
      crossEntropy: crossEntropyWith(
        "negate(sum(multiply(t, divide(log(add(y, 1e-7)), Math.LN10))))",
      ),
    }),
    wrong: { 4: [0, "otherLogarithm"] },
  },
  log2: {
    source: solution({
      crossEntropy: crossEntropyWith(
        "negate(sum(multiply(t, divide(log(add(y, 1e-7)), Math.LN2))))",
      ),
    }),
    wrong: { 4: [0, "otherLogarithm"] },
  },
  // One public case has a probability of 0, and 2 drawn ones.
  noDelta: {
    source: solution({
      crossEntropy: crossEntropyWith("negate(sum(multiply(t, log(y))))"),
    }),
    wrong: { 4: [part(10, [2, 3], [5, 7]), "noDelta"] },
  },
  // Two drawn cases have nothing at the right class: the logarithm of the delta
  // either way.
  swapped: {
    source: solution({
      crossEntropy: crossEntropyWith(
        "negate(sum(multiply(y, log(add(t, 1e-7)))))",
      ),
    }),
    wrong: { 4: [part(10, [0, 3], [2, 7]), "swapped"] },
  },
  noTarget: {
    source: solution({
      crossEntropy: crossEntropyWith("negate(sum(log(add(y, 1e-7))))"),
    }),
    wrong: { 4: [0, "noTarget"] },
  },
  // A batch of one row needs no mean: a public case and a drawn one.
  noMean: {
    source: solution({ crossEntropyOfBatch: batchWith("crossEntropy(y, t)") }),
    wrong: { 5: [part(10, [1, 3], [1, 7]), "noMean"] },
  },
  perClass: {
    source: solution({
      crossEntropyOfBatch: batchWith("divide(crossEntropy(y, t), y.columns)"),
    }),
    wrong: { 5: [0, "dividedByClasses"] },
  },
  meanOfAll: {
    source: solution({
      crossEntropyOfBatch: batchWith(
        "negate(mean(multiply(t, log(add(y, 1e-7)))))",
      ),
    }),
    wrong: { 5: [0, "dividedByClasses"] },
  },
  firstRowOnly: {
    source: solution({
      crossEntropyOfBatch: batchWith(
        "crossEntropy(matrix(y.toArray()[0]!), matrix(t.toArray()[0]!))",
      ),
    }),
    wrong: { 5: [part(10, [1, 3], [1, 7]), "firstOnly"] },
  },

  // Wrong are the scores around 1000, one public, one hidden and 2 drawn.
  noShift: {
    source: solution({
      softmax: softmaxWith("scores", `sum(powers, ${byRow})`),
    }),
    wrong: { 6: [part(15, [2, 3], [4, 7]), "noShift"] },
  },
  // 0 / 0 in the row of small scores, in one public case, the hidden one and 2
  // drawn ones. In task 7 the rows are less than 745 apart, where exp is no 0.
  largestOfAll: {
    source: solution({
      softmax: softmaxWith(
        "subtract(scores, max(scores))",
        `sum(powers, ${byRow})`,
      ),
    }),
    wrong: { 6: [part(15, [2, 3], [4, 7]), "largestOfAll"] },
  },
  // A single row is the whole array: one public case and one drawn case.
  wholeArray: {
    source: solution({
      softmax: softmaxWith("subtract(scores, max(scores))", "sum(powers)"),
    }),
    wrong: { 6: [part(15, [1, 3], [1, 7]), "wholeArray"] },
  },
  sumOfAll: {
    source: solution({
      softmax: softmaxWith(
        `subtract(scores, max(scores, ${byRow}))`,
        "sum(powers)",
      ),
    }),
    wrong: { 6: [part(15, [1, 3], [1, 7]), "wholeArray"] },
  },
  notDivided: {
    source: solution({
      softmax: softmaxWith(`subtract(scores, max(scores, ${byRow}))`, "1"),
    }),
    wrong: { 6: [0, "notDivided"] },
  },
  byColumn: {
    source: solution({
      softmax: softmaxWith(
        'subtract(scores, max(scores, { by: "column" }))',
        'sum(powers, { by: "column" })',
      ),
    }),
    wrong: { 6: [0, "byColumn"] },
  },
  noExponential: {
    source: solution({
      softmax:
        `export const softmax = (scores: Matrix) => divide(scores, sum(scores, ${byRow}));`,
    }),
    wrong: { 6: [0, "noExponential"] },
  },
  noReturn: {
    source: solution({
      softmax: `export function softmax(scores: Matrix) { exp(scores); }`,
    }),
    wrong: { 6: [0, "noReturn"] },
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
  // Right, but for the public case and the drawn one that look at W afterwards.
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
    wrong: { 8: [part(15, [3, 4], [6, 7]), "changedInput"] },
  },
  // Right, but for the public case and the drawn one that count.
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
    wrong: { 8: [part(15, [3, 4], [6, 7]), "moreEvaluations"] },
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
  // Right are the single steps, one public, 6 drawn and one hidden, and the
  // descents of one step, one public and one drawn.
  oneStepOnly: {
    source: solution({
      descend: descendWith(`  for (let i = 0; i < steps; i++) {
    W = step(W, gradient(W), learningRate);
    return W;
  }
  return W;`),
    }),
    wrong: { 9: [part(10, [2, 4], [8, 14]), "oneStepOnly"] },
  },
  // Right are the single steps.
  notMoved: {
    source: solution({
      descend: descendWith(
        `  for (let i = 0; i < steps; i++) step(W, gradient(W), learningRate);
  return W;`,
      ),
    }),
    wrong: { 9: [part(10, [1, 4], [7, 14]), "notMoved"] },
  },
  oneStepMore: {
    source: solution({
      descend: descendWith(
        `  for (let i = 0; i <= steps; i++) W = step(W, gradient(W), learningRate);
  return W;`,
      ),
    }),
    wrong: { 9: [part(10, [1, 4], [7, 14]), "wrongNumberOfSteps"] },
  },
  sameGradient: {
    source: solution({
      descend: descendWith(
        `  const dW = gradient(W);
  for (let i = 0; i < steps; i++) W = step(W, dW, learningRate);
  return W;`,
      ),
    }),
    wrong: { 9: [part(10, [2, 4], [8, 14]), "sameGradient"] },
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
