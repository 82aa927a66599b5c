/**
 * A right file for `examples/own_exercises`.
 *
 * @module
 */

/** As a good student would write it. */
export const ownRight =
  `import { add, divide, matmul, type Matrix, maximum, multiply, sqrt, sum } from "kobai";

export function typeTokenRatio(words: string[]): number {
  return new Set(words).size / words.length;
}

export function cosineSimilarity(a: Matrix, b: Matrix): Matrix {
  const length = (x: Matrix) => sqrt(sum(multiply(x, x)));
  return divide(sum(multiply(a, b)), multiply(length(a), length(b)));
}

export function reluLayer(x: Matrix, W: Matrix, b: Matrix): Matrix {
  const h = add(matmul(x, W), b);
  return maximum(h, 0);
}
`;
