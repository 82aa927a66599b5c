/**
 * `deno bench`: word vectors by CBOW with negative sampling, 10,000 words of
 * 100 numbers, batches of 100 with 10 words around and 5 negatives: 20 steps of
 * gradient descent in the trainer, which moves the rows that were taken, and as
 * many by gradient and `optimizer.step`, which move all.
 *
 * `rows.py` prints what NumPy takes for one step, and the same losses.
 */
import {
  add,
  gradientDescent,
  log,
  type Matrix,
  multiply,
  negate,
  numpyRandom,
  randn,
  sigmoid,
  sum,
  takeRows,
  trainParameters,
  valueAndGradient,
} from "kobai";

const words = 10_000, size = 100, batchSize = 100, around = 10, negatives = 5;
const steps = 20, samples = steps * batchSize;

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

const random = numpyRandom(0);
const start = {
  In: multiply(randn(random, words, size), 0.1),
  Out: multiply(randn(random, words, size), 0.1),
};

function loss({ In, Out }: typeof start, batch: readonly number[]): Matrix {
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

const optimizer = gradientDescent({ learningRate: 0.5 });
const group = "CBOW, 2 x 10,000 x 100 weights, 20 steps";

Deno.bench("gradient and optimizer.step", { group, baseline: true }, () => {
  let parameters = start;
  for (let step = 0; step < steps; step++) {
    const batch = Array.from(
      { length: batchSize },
      (_, i) => step * batchSize + i,
    );
    const [, slope] = valueAndGradient((at) => loss(at, batch), parameters);
    ({ parameters } = optimizer.step(parameters, slope));
  }
});

Deno.bench("trainParameters", { group }, async () => {
  await trainParameters(loss, start, {
    ...{ samples, batchSize, random, optimizer, epochs: 1 },
  });
});
