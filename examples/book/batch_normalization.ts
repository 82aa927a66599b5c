/**
 * Batch normalization (バッチ正規化): what goes into an activation is brought
 * to mean 0 and variance 1 over the batch, then multiplied by `γ` and moved by
 * `β`, which are learned. So it matters little how large weights start.
 *
 * deno run --allow-read=examples/data/merlin-de examples/book/batch_normalization.ts
 *
 * Permission: to read the essays' counts and scores.
 */
import {
  add,
  affine,
  divide,
  gradient,
  gradientDescent,
  matmul,
  type Matrix,
  mean,
  multiply,
  numpyRandom,
  ones,
  randn,
  relu,
  softmaxCrossEntropy,
  sqrt,
  subtract,
  variance,
  zeros,
} from "kobai";
import { drawEssays } from "./_essays.ts";

const H = 50;

function startingNet(random: () => number, scale: number) {
  const layers = [2, H, H].map((inputs) => ({
    W: multiply(scale, randn(random, inputs, H)),
    gamma: ones(1, H),
    beta: zeros(1, H),
  }));
  return { layers, W: multiply(scale, randn(random, H, 5)), b: zeros(1, 5) };
}
type Net = ReturnType<typeof startingNet>;

/** `(h - mean) / √(variance + 1e-7)`, column by column. */
function normalized(h: Matrix): Matrix {
  const away = subtract(h, mean(h, { by: "column" }));
  return divide(away, sqrt(add(variance(h, { by: "column" }), 1e-7)));
}

function scores(net: Net, x: Matrix, isNormalized: boolean): Matrix {
  const last = net.layers.reduce((input, { W, gamma, beta }) => {
    const h = matmul(input, W);
    return relu(add(multiply(gamma, isNormalized ? normalized(h) : h), beta));
  }, x);
  return affine(last, net.W, net.b);
}

for (const scale of [0.5, 0.2, 0.05]) {
  for (const isNormalized of [false, true]) {
    const random = numpyRandom(0);
    const { training: { x, t } } = drawEssays(random);
    const loss = (net: Net) =>
      softmaxCrossEntropy(scores(net, x, isNormalized), t);
    let net = startingNet(random, scale);
    let optimizer = gradientDescent({ learningRate: 0.02 });
    for (let step = 1; step <= 100; step++) {
      const slope = gradient(loss, net);
      ({ parameters: net, optimizer } = optimizer.step(net, slope));
    }
    const how = isNormalized ? "with" : "without";
    console.log(`weights ${scale} ${how} loss ${loss(net)}`);
  }
}
