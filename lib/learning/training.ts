/** From a network that knows nothing to one that has learned from samples. */
import {
  describe,
  requireOptions,
  requireSize,
  shape,
} from "../matrix/_require.ts";
import {
  indicesTo,
  requireRandom,
  shuffleInPlace,
} from "../random/_shuffle.ts";
import { valueAndGradient } from "../gradient/backpropagation.ts";
import { Matrix } from "../matrix/matrix.ts";
import { Network, type NetworkParameters } from "./network.ts";
import { adam, type Optimizer } from "./optimizer.ts";
import { takeRows } from "../matrix/rows.ts";

/** Samples to learn from, or to judge by. */
export interface Samples {
  /** The features, `[N, D]`. */
  readonly x: Matrix;
  /** The classes, one-hot, `[N, K]`. */
  readonly t: Matrix;
}

/** How {@linkcode train} trains. */
export interface TrainingOptions {
  /**
   * Where the order of the samples comes from: a function that draws uniformly
   * from [0, 1).
   */
  random: () => number;
  /** How parameters are moved. Default `adam({ learningRate: 0.01 })`. */
  optimizer?: Optimizer;
  /** How often all samples are gone through (エポック). Default 100. */
  epochs?: number;
  /** How many samples make a step (バッチサイズ). Default 32. */
  batchSize?: number;
  /**
   * Samples that are not learned from, by which the best epoch is chosen. If
   * left out, the last epoch's network is kept.
   */
  validation?: Samples;
  /**
   * Stop early (早期終了) when the loss on `validation` has not fallen for so many
   * epochs. If left out, all epochs are gone through.
   */
  patience?: number;
  /**
   * Called after every epoch; training waits for a promise that it returns. For
   * a `signal` that this same thread aborts, as Ctrl-C does, a promise must now
   * and then let other work go on.
   */
  onEpoch?: (epoch: Epoch) => void | Promise<void> | undefined;
  /**
   * Looked at after every epoch: once it is aborted, training ends with what it
   * has.
   */
  signal?: AbortSignal;
}

/** How an epoch went. */
export interface Epoch {
  /** Counted from 1. */
  readonly epoch: number;
  /** The mean loss of the samples, each taken when its turn came. */
  readonly loss: number;
  /**
   * The loss on the validation samples at the end of the epoch, if there are
   * any.
   */
  readonly validationLoss?: number;
}

/** What {@linkcode train} gives. */
export interface Training {
  /** The network of the epoch that was kept. */
  readonly network: Network;
  /** The epoch that was kept; 0 is the network before training. */
  readonly epoch: number;
  /** How every epoch went. */
  readonly history: readonly Epoch[];
  /**
   * Why training ended: all epochs are done, patience is over, or the signal
   * was aborted.
   */
  readonly end: "epochs" | "patience" | "aborted";
}

/**
 * Training left all bounds: a loss or a parameter is no longer finite.
 *
 * @example A learning rate that is far too high
 * ```ts
 * import {
 *   DivergenceError,
 *   gradientDescent,
 *   matrix,
 *   Network,
 *   numpyRandom,
 *   train,
 * } from "kobai";
 * import { assert, assertRejects } from "@std/assert";
 *
 * const random = numpyRandom(0), start = new Network([1, 2], random);
 * const data = { x: matrix([[1], [1]]), t: matrix([[1, 0], [0, 1]]) };
 * const optimizer = gradientDescent({ learningRate: 1e308 });
 * const error = await assertRejects(
 *   () => train(start, data, { random, optimizer, batchSize: 1 }),
 *   DivergenceError,
 *   "a lower learning rate",
 * );
 * assert(error.training.network instanceof Network);
 * ```
 */
export class DivergenceError extends RangeError {
  /** The name of the class. */
  override readonly name = "DivergenceError";
  /**
   * What was good so far: the epochs before, and the network kept among them.
   */
  readonly training: Omit<Training, "end">;

  /**
   * Makes the error.
   *
   * @param message What went wrong.
   * @param training What was good so far.
   *
   * @example It keeps what was good
   * ```ts
   * import { DivergenceError, Network, numpyRandom } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const network = new Network([2, 3], numpyRandom(0));
   * const kept = { network, epoch: 0, history: [] };
   * const error = new DivergenceError("Cannot go on", kept);
   * assertEquals(error.training.epoch, 0);
   * ```
   */
  constructor(message: string, training: Omit<Training, "end">) {
    super(message);
    this.training = training;
  }
}

const action = "train the network";

/**
 * Trains a network (学習): in every epoch the samples are put in a random order
 * and cut into mini-batches (ミニバッチ), and each of them moves the parameters one
 * step down the slope of its loss. The same source and the same samples give
 * the same bits.
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
    const wait = onEpoch?.(report);
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

const known = [
  ...["random", "optimizer", "epochs", "batchSize", "validation", "patience"],
  ...["onEpoch", "signal"],
];

function requireTrainingOptions(options: TrainingOptions): TrainingOptions {
  requireOptions(options, known, action);
  const { random, optimizer, epochs, batchSize, patience, onEpoch, signal } =
    options;
  requireRandom(random, action);
  if (optimizer !== undefined && typeof optimizer?.step !== "function") {
    throw new TypeError(
      `Cannot ${action}: the optimizer is ${describe(optimizer)}, ` +
        "one such as adam() is needed",
    );
  }
  if (onEpoch !== undefined && typeof onEpoch !== "function") {
    throw new TypeError(
      `Cannot ${action}: onEpoch is ${describe(onEpoch)}, a function is needed`,
    );
  }
  if (signal !== undefined && typeof signal?.aborted !== "boolean") {
    throw new TypeError(
      `Cannot ${action}: the signal is ${
        describe(signal)
      }, an AbortSignal is needed`,
    );
  }
  if (epochs !== undefined) requireSize(epochs, "epochs", action);
  for (const [name, value] of Object.entries({ batchSize, patience })) {
    if (value === undefined || Number.isInteger(value) && value > 0) continue;
    const Kind = typeof value === "number" ? RangeError : TypeError;
    throw new Kind(
      `Cannot ${action}: ${name} is ${describe(value)}, ` +
        "an integer of 1 or more is needed",
    );
  }
  return options;
}

/** Requires samples that the network can take, with finite features. */
function requireSamples(network: Network, data: Samples, where: string): void {
  for (const name of ["x", "t"] as const) {
    const found: unknown = data?.[name];
    if (found instanceof Matrix) continue;
    throw new TypeError(
      `Cannot ${action}: ${where}${name} is ${describe(found)}, ` +
        "a matrix is needed",
    );
  }
  const { x, t } = data;
  const features = network.sizes[0], classes = network.sizes.at(-1);
  if (
    x.columns !== features || t.columns !== classes || x.rows !== t.rows ||
    x.rows === 0
  ) {
    throw new RangeError(
      `Cannot ${action}: ${where}x is ${shape(x)} and ${where}t is ${
        shape(t)
      }, Nx${features} and Nx${classes} are needed, with N of 1 or more`,
    );
  }
  const index = x.toFloat64Array().findIndex((value) =>
    !Number.isFinite(value)
  );
  if (index < 0) return;
  const row = Math.floor(index / x.columns), column = index % x.columns;
  throw new RangeError(
    `Cannot ${action}: ${where}x is ${x.at(row, column)} in row ${row}, ` +
      `column ${column}, a finite number is needed`,
  );
}
