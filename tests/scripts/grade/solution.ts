/**
 * Made-up submissions: a right one, in which functions can be replaced by
 * others.
 *
 * @module
 */

/** The functions of a right submission, as a good student would write them. */
export const right = {
  forward: `export function forward(x: Matrix, W: Matrix, b: Matrix): Matrix {
  return add(matmul(x, W), b);
}`,
  probabilities: `export function probabilities(scores: Matrix): Matrix {
  return divide(scores, sum(scores));
}`,
  category: `export function category(P: Matrix): string {
  return ["良い", "普通", "悪い"][argMax(P).item()]!;
}`,
  sumSquaredError:
    `export function sumSquaredError(y: Matrix, t: Matrix): Matrix {
  const d = subtract(y, t);
  return multiply(0.5, sum(multiply(d, d)));
}`,
  crossEntropy: `export function crossEntropy(y: Matrix, t: Matrix): Matrix {
  return negate(sum(multiply(t, log(add(y, 1e-7)))));
}`,
  crossEntropyOfBatch:
    `export function crossEntropyOfBatch(y: Matrix, t: Matrix): Matrix {
  return divide(crossEntropy(y, t), y.rows);
}`,
  softmax: `export function softmax(scores: Matrix): Matrix {
  const powers = exp(subtract(scores, max(scores, { by: "row" })));
  return divide(powers, sum(powers, { by: "row" }));
}`,
  loss: `export function loss(x: Matrix, t: Matrix, W: Matrix): Matrix {
  return crossEntropyOfBatch(softmax(matmul(x, W)), t);
}`,
  numericalGradient: `export function numericalGradient(
  f: (W: number[][]) => number,
  W: number[][],
  h: number,
): number[][] {
  return W.map((row, i) =>
    row.map((w, j) => {
      W[i]![j] = w + h;
      const above = f(W);
      W[i]![j] = w - h;
      const below = f(W);
      W[i]![j] = w;
      return (above - below) / (2 * h);
    })
  );
}`,
  step:
    `export function step(W: Matrix, dW: Matrix, learningRate: number): Matrix {
  return subtract(W, multiply(learningRate, dW));
}`,
  descend: `export function descend(
  gradient: (W: Matrix) => Matrix,
  W: Matrix,
  learningRate: number,
  steps: number,
): Matrix {
  for (let i = 0; i < steps; i++) W = step(W, gradient(W), learningRate);
  return W;
}`,
} as const;

const head = `import {
  add, argMax, divide, exp, log, type Matrix, matmul, matrix, max, mean, multiply, negate, subtract,
  sum, transpose,
} from "kobai";
`;

/**
 * A submission.
 *
 * @param changes Other functions by name; an empty text leaves one out.
 * @param before What stands before all functions.
 * @returns Its source.
 */
export function solution(
  changes: Partial<Record<keyof typeof right, string>> = {},
  before = "",
): string {
  const functions = { ...right, ...changes };
  return [head + before, ...Object.values(functions)].join("\n\n") + "\n";
}
