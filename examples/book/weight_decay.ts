/**
 * Weight decay (荷重減衰): a large net that learns few essays by heart, and
 * what a penalty on large weights, `λ/2 ΣW²`, does about it.
 *
 * deno run --allow-read=examples/data/merlin-de examples/book/weight_decay.ts
 *
 * Permission: to read the essays' counts and scores.
 */
import {
  accuracy,
  adam,
  add,
  affine,
  argMax,
  confusionMatrix,
  type Matrix,
  multiply,
  numpyRandom,
  softmaxCrossEntropy,
  sum,
  tanh,
  valueAndGradient,
  xavierWeights,
  zeros,
} from "kobai";
import { drawEssays, type Essays } from "./_essays.ts";

const H = 100;

function startingNet(random: () => number) {
  return {
    W1: xavierWeights(random, 2, H),
    b1: zeros(1, H),
    W2: xavierWeights(random, H, H),
    b2: zeros(1, H),
    W3: xavierWeights(random, H, 5),
    b3: zeros(1, 5),
  };
}
type Net = ReturnType<typeof startingNet>;

function scores(net: Net, x: Matrix): Matrix {
  const h1 = tanh(affine(x, net.W1, net.b1));
  const h2 = tanh(affine(h1, net.W2, net.b2));
  return affine(h2, net.W3, net.b3);
}

function squares(W: Matrix): Matrix {
  return sum(multiply(W, W));
}

function share(net: Net, { x, labels }: Essays): number {
  const guesses = argMax(scores(net, x), { by: "row" }).toFloat64Array();
  return accuracy(confusionMatrix(labels, guesses, 5));
}

for (const lambda of [0, 0.01, 0.03, 0.1]) {
  const random = numpyRandom(0);
  const { training, test } = drawEssays(random);
  let net = startingNet(random), optimizer = adam({ learningRate: 0.01 });
  for (let step = 1; step <= 300; step++) {
    const [, slope] = valueAndGradient((net) => {
      const loss = softmaxCrossEntropy(scores(net, training.x), training.t);
      const { W1, W2, W3 } = net;
      const penalty = add(add(squares(W1), squares(W2)), squares(W3));
      return add(loss, multiply(lambda / 2, penalty));
    }, net);
    ({ parameters: net, optimizer } = optimizer.step(net, slope));
  }
  for (const [name, essays] of Object.entries({ training, test })) {
    const loss = softmaxCrossEntropy(scores(net, essays.x), essays.t);
    const right = share(net, essays);
    console.log(`λ ${lambda} ${name} loss ${loss} accuracy ${right}`);
  }
}
