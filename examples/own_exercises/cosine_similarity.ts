/** Exercise: how alike two vectors are. */
import {
  abs,
  add,
  divide,
  type Matrix,
  multiply,
  sqrt,
  subtract,
  sum,
} from "kobai";
import {
  type Exercise,
  mistake,
  takes,
} from "../../scripts/exercise/exercise.ts";

const dot = (a: Matrix, b: Matrix) => sum(multiply(a, b));
const norm = (a: Matrix) => sqrt(dot(a, a));

/** A solution that is wrong. */
const as = (cosineSimilarity: (a: Matrix, b: Matrix) => Matrix) => ({
  cosineSimilarity,
});

/** `a·b / (|a| |b|)`. */
export const cosineSimilarity: Exercise = {
  title: { ja: "コサイン類似度", en: "Cosine similarity" },
  points: 20,
  text: {
    ja:
      "`cosineSimilarity(a, b)` は、二つのベクトル（1 行の行列）のコサイン類似度 `Σ aᵢbᵢ / (√Σ aᵢ² · √Σ bᵢ²)` です。(3, 4) と (4, 3) なら 24 / 25 = 0.96 です。",
    en:
      "`cosineSimilarity(a, b)` of two vectors, each a matrix of one row, is `Σ aᵢbᵢ / (√Σ aᵢ² · √Σ bᵢ²)`. For (3, 4) and (4, 3) it is 24 / 25 = 0.96.",
  },
  functions: {
    cosineSimilarity: {
      about: "コサイン類似度 / cosine similarity",
      parameters: { a: takes.matrix(1, "D"), b: takes.matrix(1, "D") },
      gives: "number",
      solution: (a: Matrix, b: Matrix) =>
        divide(dot(a, b), multiply(norm(a), norm(b))),
      cases: [
        [[[3, 4]], [[4, 3]]],
        [[[1, 0, 0]], [[0, 1, 0]]],
        [[[1, 2, 2]], [[-2, -4, -4]]],
      ],
      draw({ integer, rows }) {
        const D = integer(3, 5);
        return [rows(1, D, 0.5, 6), rows(1, D, 0.5, 6)];
      },
    },
  },
  mistakes: [
    mistake({
      name: "dotOnly",
      title: {
        ja: "長さで割っていない",
        en: "not divided by the lengths",
      },
      hint: {
        ja: "内積を、二つの長さの積で割ります。結果は -1 から 1 までです。",
        en:
          "Divide the inner product by the product of both lengths: it is between -1 and 1.",
      },
    }, as(dot)),
    mistake({
      name: "noRoot",
      title: { ja: "平方根を取っていない", en: "no square root is taken" },
      hint: {
        ja: "ベクトルの長さは、二乗の和の平方根です。",
        en: "The length of a vector is the square root of its sum of squares.",
      },
    }, as((a, b) => divide(dot(a, b), multiply(dot(a, a), dot(b, b))))),
    mistake(
      {
        name: "oneLength",
        title: {
          ja: "片方の長さでしか割っていない",
          en: "divided by one of the lengths only",
        },
        hint: {
          ja: "a の長さと b の長さの両方で割ります。",
          en: "Divide by the length of a and by that of b.",
        },
      },
      as((a, b) => divide(dot(a, b), norm(a))),
      as((a, b) => divide(dot(a, b), norm(b))),
      as((a, b) => divide(dot(a, b), dot(a, a))),
    ),
    mistake({
      name: "sumOfLengths",
      title: {
        ja: "長さを足して割っている",
        en: "divided by the sum of the lengths",
      },
      hint: {
        ja: "二つの長さは、足さずに掛けます。",
        en: "Both lengths are multiplied, not added.",
      },
    }, as((a, b) => divide(dot(a, b), add(norm(a), norm(b))))),
    mistake(
      {
        name: "distance",
        title: {
          ja: "距離になっている",
          en: "it is a distance",
        },
        hint: {
          ja: "引き算ではなく、掛け算の和（内積）から始めます。",
          en:
            "It begins with a sum of products, the inner product, and not with differences.",
        },
      },
      as((a, b) => norm(subtract(a, b))),
      as((a, b) => subtract(1, divide(dot(a, b), multiply(norm(a), norm(b))))),
      as((a, b) => sum(abs(subtract(a, b)))),
    ),
  ],
};
