/**
 * Dropout (ドロップアウト): while a large net learns few essays, half of its
 * units, drawn anew at each step, are left out; so none can rely on another.
 *
 * deno run --allow-read=examples/data/merlin-de examples/book/dropout.ts
 *
 * Permission: to read the essays' counts and scores.
 */
import {
  accuracy,
  adam,
  affine,
  argMax,
  confusionMatrix,
  dropoutMask,
  gradient,
  type Matrix,
  multiply,
  numpyRandom,
  ones,
  softmaxCrossEntropy,
  tanh,
  xavierWeights,
  zeros,
} from "kobai";
import { drawEssays } from "./_essays.ts";

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

/** The scores, where each unit counts as much as its mask says. */
function scores(net: Net, x: Matrix, masks = [ones(1, 1), ones(1, 1)]): Matrix {
  const h1 = multiply(tanh(affine(x, net.W1, net.b1)), masks[0]!);
  const h2 = multiply(tanh(affine(h1, net.W2, net.b2)), masks[1]!);
  return affine(h2, net.W3, net.b3);
}

for (const ratio of [0, 0.5]) {
  const random = numpyRandom(0);
  const { training, test } = drawEssays(random);
  let net = startingNet(random), optimizer = adam({ learningRate: 0.01 });
  for (let step = 1; step <= 300; step++) {
    const masks = [1, 2].map(() =>
      dropoutMask(random, training.x.rows, H, { ratio })
    );
    const slope = gradient(
      (net) => softmaxCrossEntropy(scores(net, training.x, masks), training.t),
      net,
    );
    ({ parameters: net, optimizer } = optimizer.step(net, slope));
  }
  for (const [name, { x, t, labels }] of Object.entries({ training, test })) {
    const z = scores(net, x);
    const guesses = argMax(z, { by: "row" }).toFloat64Array();
    const right = accuracy(confusionMatrix(labels, guesses, 5));
    const loss = softmaxCrossEntropy(z, t);
    console.log(`ratio ${ratio} ${name} loss ${loss} accuracy ${right}`);
  }
}
