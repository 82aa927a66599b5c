/**
 * Word vectors by CBOW with negative sampling, 10,000 words of 100 numbers,
 * batches of 100 with 10 words around and 5 negatives. `tests/bench/rows.py` is
 * the same in NumPy.
 */
import {
  add,
  log,
  type Matrix,
  multiply,
  negate,
  numpyRandom,
  randn,
  sigmoid,
  sum,
  takeRows,
} from "kobai";

const words = 10_000, size = 100, around = 10, negatives = 5;
/** What the trainer takes at once, and how often. */
export const batchSize = 100, steps = 20, samples = steps * batchSize;

/** Some words for each sample, in a fixed disorder. */
const disorder = (a: number, b: number, prime: number): number[] =>
  Array.from({ length: samples }, (_, i) => (i * a + b) % prime % words);
const contexts = Array.from(
  { length: around },
  (_, c) => disorder(7919, c * 104729 + 13, 10007),
);
/** The word itself, and those that are none of its neighbours. */
const targets = Array.from(
  { length: 1 + negatives },
  (_, k) => disorder(6151, k * 3571 + 7, 10009),
);

/** Draws the vectors, and the order of the batches. */
export const random: () => number = numpyRandom(0);
/** The word vectors before the first step. */
export const start = {
  In: multiply(randn(random, words, size), 0.1),
  Out: multiply(randn(random, words, size), 0.1),
};

/** The loss of a batch. */
export function loss(
  { In, Out }: typeof start,
  batch: readonly number[],
): Matrix {
  const rowsOf = (W: Matrix, list: number[]) =>
    takeRows(W, batch.map((i) => list[i]!));
  const h = multiply(
    contexts.map((list) => rowsOf(In, list)).reduce((a, b) => add(a, b)),
    1 / around,
  );
  const losses = targets.map((list, k) => {
    const score = sum(multiply(rowsOf(Out, list), h), { by: "row" });
    return negate(sum(log(sigmoid(k === 0 ? score : negate(score)))));
  });
  return multiply(losses.reduce((a, b) => add(a, b)), 1 / batchSize);
}
