/**
 * `deno bench`: training steps per second (the column iter/s) of a network with
 * 2 features, 16 hidden units and 3 classes, on a batch of 100; beside the
 * gradient alone, which is all that a step could cost at best.
 */
import {
  adam,
  type Matrix,
  Network,
  numpyRandom,
  oneHot,
  randn,
  takeRows,
  train,
  valueAndGradient,
} from "kobai";

const rows = 100;
const random = numpyRandom(0);
const x = randn(random, rows, 2);
const labels = Array.from({ length: rows }, () => Math.floor(random() * 3));
const t = oneHot(labels, 3);
const network = new Network([2, 16, 3], random);
const all = Array.from({ length: rows }, (_, row) => row);

function lossAndGradient(net: Network, x: Matrix, t: Matrix) {
  return valueAndGradient(
    (parameters) => net.withParameters(parameters).loss(x, t),
    net.parameters,
  );
}

const group = "2-16-3, 99 weights, 100 samples";

Deno.bench("loss and gradient", { group, baseline: true }, () => {
  lossAndGradient(network, x, t);
});

let state = { parameters: network.parameters, optimizer: adam() };

Deno.bench("training step: batch, gradient, Adam", { group }, () => {
  const net = network.withParameters(state.parameters);
  const batch = all.slice();
  const [, slope] = lossAndGradient(
    net,
    takeRows(x, batch),
    takeRows(t, batch),
  );
  state = state.optimizer.step(state.parameters, slope);
});

Deno.bench("train(), 1000 steps", { group: "train()" }, async () => {
  const { history } = await train(network, { x, t }, {
    random,
    batchSize: rows,
    epochs: 1000,
  });
  if (history.length !== 1000) throw new RangeError("Cannot time the training");
});
