/**
 * 課題 1〜9。sheet.ja.md を読み、throw の行を自分の式に書き換えてください。
 *
 * Tasks 1 to 9: read sheet.md and put your own formula in the place of each
 * throw.
 *
 * 確かめ方 / to check: deno test
 */
// deno-lint-ignore-file no-unused-vars verbatim-module-syntax
import {
  abs,
  add,
  argMax,
  divide,
  exp,
  log,
  matmul,
  type Matrix,
  matrix,
  max,
  maximum,
  mean,
  multiply,
  negate,
  ones,
  sqrt,
  subtract,
  sum,
  transpose,
  zeros,
} from "kobai";

const NOT_YET = "まだ書いていません / not written yet";

/** 課題 1 順伝播 / forward pass: h = xW + b */
export function forward(x: Matrix, W: Matrix, b: Matrix): Matrix {
  throw new Error(NOT_YET);
}

/** 課題 2 確率 / probabilities: A / (A + B + C) */
export function probabilities(scores: Matrix): Matrix {
  throw new Error(NOT_YET);
}

/** 課題 2 カテゴリ / category: 良い, 普通, 悪い (good, ordinary, bad) */
export function category(P: Matrix): string {
  throw new Error(NOT_YET);
}

/** 課題 3 二乗和誤差 / sum of squared errors */
export function sumSquaredError(y: Matrix, t: Matrix): Matrix | number {
  throw new Error(NOT_YET);
}

/** 課題 4 1 件の交差エントロピー誤差 / cross entropy of one sample */
export function crossEntropy(y: Matrix, t: Matrix): Matrix | number {
  throw new Error(NOT_YET);
}

/** 課題 5 バッチの交差エントロピー誤差 / cross entropy of a batch */
export function crossEntropyOfBatch(y: Matrix, t: Matrix): Matrix | number {
  throw new Error(NOT_YET);
}

/** 課題 6 ソフトマックス / softmax, row by row */
export function softmax(scores: Matrix): Matrix {
  throw new Error(NOT_YET);
}

/** 課題 7 ネットワークの損失 / the loss of the net */
export function loss(x: Matrix, t: Matrix, W: Matrix): Matrix | number {
  throw new Error(NOT_YET);
}

/** 課題 8 数値微分による勾配 / the numerical gradient */
export function numericalGradient(
  f: (W: number[][]) => number,
  W: number[][],
  h: number,
): number[][] {
  throw new Error(NOT_YET);
}

/** 課題 9 勾配降下法の 1 歩 / one step of gradient descent */
export function step(W: Matrix, dW: Matrix, learningRate: number): Matrix {
  throw new Error(NOT_YET);
}

/** 課題 9 勾配降下法 / many steps */
export function descend(
  gradient: (W: Matrix) => Matrix,
  W: Matrix,
  learningRate: number,
  steps: number,
): Matrix {
  throw new Error(NOT_YET);
}
