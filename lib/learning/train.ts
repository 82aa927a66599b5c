import { valueAndGradient } from "../gradient/backpropagation.ts";
import { describe } from "../matrix/_require.ts";
import { takeRows } from "../matrix/rows.ts";
import { indicesTo, shuffleInPlace } from "../random/_shuffle.ts";
import {
  action,
  requireSamples,
  requireTrainingOptions,
} from "./_training_input.ts";
import { adam } from "./adam.ts";
import { Network, type NetworkParameters } from "./network.ts";
import type { Optimizer } from "./optimizer.ts";
import {
  DivergenceError,
  type Epoch,
  type Samples,
  type Training,
  type TrainingOptions,
} from "./training.ts";

/**
 * Trains a network (学習): in every epoch the samples are put in a random order
 * and cut into mini-batches (ミニバッチ), and each of them moves the parameters
 * one step down the slope of its loss. The same source and the same samples
 * give the same bits.
 *
 * Source: "Deep Learning from Scratch" 4.5; L. Prechelt, "Early stopping - but
 * when?" (1998).
 *
 * @param network Where to start; it stays as it is.
 * @param data What to learn from: `x`, `[N, D]`, standardized, and `t`,
 * `[N, K]`.
 * @param options `random`, and how to train.
 * @returns The trained network, and how training went.
 * @throws {DivergenceError} If a loss or a parameter is no longer finite: it
 * names the epoch and has the last good network.
 * @throws {RangeError} If shapes do not fit, there is no sample, a number is
 * not finite, `t` is not one-hot, or an option is out of range.
 * @throws {TypeError} If an argument or an option is of another kind.
 *
 * @example Four points that no straight line can tell apart (排他的論理和)
 * ```ts
 * import { matrix, Network, numpyRandom, train } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[-1, -1], [-1, 1], [1, -1], [1, 1]]);
 * const t = matrix([[1, 0], [0, 1], [0, 1], [1, 0]]);
 * const random = numpyRandom(0);
 * const start = new Network([2, 8, 2], random);
 *
 * const { network } = await train(start, { x, t }, { random, epochs: 200 });
 * assertEquals(network.classify(x), [0, 1, 1, 0]);
 * ```
 */
export async function train(
  network: Network,
  data: Samples,
  options: TrainingOptions,
): Promise<Training> {
  const {
    random,
    optimizer = adam({ learningRate: 0.01 }),
    epochs = 100,
    batchSize = 32,
    validation,
    patience = Infinity,
    onEpoch,
    signal,
  } = requireTrainingOptions(options);
  if (!(network instanceof Network)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(network)}, a Network is needed`,
    );
  }
  requireSamples(network, data, "");
  if (validation !== undefined) {
    requireSamples(network, validation, "validation.");
  }

  let state: State = { parameters: network.parameters, optimizer };
  let kept: NetworkParameters = network.parameters, keptEpoch = 0;
  let best = Infinity;
  const history: Epoch[] = [];
  const sofar = () => ({
    network: network.withParameters(kept),
    epoch: keptEpoch,
    history,
  });
  const indices = indicesTo(data.x.rows);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (signal?.aborted) return { ...sofar(), end: "aborted" };
    shuffleInPlace(indices, random, action);
    const passed = runEpoch(network, data, state, indices, batchSize);
    state = passed.state;
    const validationLoss = validation &&
      network.withParameters(state.parameters)
        .loss(validation.x, validation.t).item();
    const worst = passed.loss + (validationLoss ?? 0);
    if (!Number.isFinite(worst) || !areFinite(state.parameters)) {
      const what = Number.isFinite(worst)
        ? "a parameter is no longer finite"
        : `the loss is ${worst}`;
      throw new DivergenceError(
        `Cannot ${action}: in epoch ${epoch} ${what}, ` +
          "a finite one is needed; a lower learning rate than " +
          `${optimizer.learningRate} may help`,
        sofar(),
      );
    }
    const report: Epoch = validationLoss === undefined
      ? { epoch, loss: passed.loss }
      : { epoch, loss: passed.loss, validationLoss };
    history.push(report);
    if (validationLoss === undefined || validationLoss < best) {
      best = validationLoss ?? best;
      kept = state.parameters;
      keptEpoch = epoch;
    }
    // A copy: history stays what it is, whatever becomes of this one.
    const wait = onEpoch?.({ ...report });
    if (wait !== undefined) await wait;
    if (epoch - keptEpoch >= patience) return { ...sofar(), end: "patience" };
  }
  return { ...sofar(), end: "epochs" };
}

interface State {
  readonly parameters: NetworkParameters;
  readonly optimizer: Optimizer;
}

/** Goes through all samples once; ends early where the loss is not finite. */
function runEpoch(
  network: Network,
  { x, t }: Samples,
  start: State,
  indices: readonly number[],
  batchSize: number,
): { state: State; loss: number } {
  let state = start, total = 0;
  for (let first = 0; first < indices.length; first += batchSize) {
    const batch = indices.slice(first, first + batchSize);
    const inputs = takeRows(x, batch), targets = takeRows(t, batch);
    const [loss, slope] = valueAndGradient(
      (parameters) => network.withParameters(parameters).loss(inputs, targets),
      state.parameters,
    );
    total += loss.item() * batch.length;
    if (!Number.isFinite(total)) return { state, loss: total };
    state = state.optimizer.step(state.parameters, slope);
  }
  return { state, loss: total / indices.length };
}

function areFinite(parameters: NetworkParameters): boolean {
  return Object.values(parameters).every((matrix) =>
    matrix.toFloat64Array().every(Number.isFinite)
  );
}
