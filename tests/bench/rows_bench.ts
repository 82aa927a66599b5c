/**
 * `deno bench`: word vectors by CBOW with negative sampling, 10,000 words of
 * 100 numbers, batches of 100 with 10 words around and 5 negatives: 20 steps of
 * gradient descent in the trainer, which moves the rows that were taken, and as
 * many by gradient and `optimizer.step`, which move all.
 *
 * `rows.py` prints what NumPy takes for one step, and the same losses.
 */
import { gradientDescent, trainParameters, valueAndGradient } from "kobai";
import {
  batchSize,
  loss,
  random,
  samples,
  start,
  steps,
} from "../../scripts/bench/peers/cbow.ts";

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
