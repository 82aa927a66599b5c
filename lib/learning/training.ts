import type { Matrix } from "../matrix/matrix.ts";
import type { Network } from "./network.ts";
import type { Optimizer } from "./optimizer.ts";

/** Samples to learn from, or to judge by. */
export interface Samples {
  /** The features, `[N, D]`. */
  readonly x: Matrix;
  /**
   * The targets, `[N, K]`: the classes, one-hot, or the numbers that a network
   * whose output is `"identity"` is to give.
   */
  readonly t: Matrix;
}

/**
 * How training goes, whatever is trained: see {@linkcode train} and
 * {@linkcode trainParameters}.
 */
export interface TrainingSettings {
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
   * Stop early (早期終了) when the loss of `validation` has not fallen for so
   * many epochs. If left out, all epochs are gone through.
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

/** How {@linkcode train} trains. */
export interface TrainingOptions extends TrainingSettings {
  /**
   * Samples that are not learned from, by which the best epoch is chosen. If
   * left out, the last epoch's network is kept.
   */
  validation?: Samples;
}

/** How {@linkcode trainParameters} trains. */
export interface TrainParametersOptions<T> extends TrainingSettings {
  /** How many samples there are, N: a batch is some of 0 to N - 1. */
  samples: number;
  /**
   * A loss of samples that are not learned from, by which the best epoch is
   * chosen. If left out, the last epoch's parameters are kept.
   */
  validation?: (parameters: T) => Matrix;
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

/** How training went. */
export interface TrainingOutcome {
  /** The epoch that was kept; 0 is what was there before training. */
  readonly epoch: number;
  /** How every epoch went. */
  readonly history: readonly Epoch[];
  /**
   * Why training ended: all epochs are done, patience is over, or the signal
   * was aborted.
   */
  readonly end: "epochs" | "patience" | "aborted";
}

/** What {@linkcode train} gives. */
export interface Training extends TrainingOutcome {
  /** The network of the epoch that was kept. */
  readonly network: Network;
}

/** What {@linkcode trainParameters} gives. */
export interface TrainedParameters<T> extends TrainingOutcome {
  /** The parameters of the epoch that was kept. */
  readonly parameters: T;
}

/**
 * Training left all bounds: a loss or a parameter is no longer finite.
 *
 * @typeParam Good What it says was good so far: that of {@linkcode train},
 * unless said otherwise.
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
export class DivergenceError<Good = Omit<Training, "end">> extends RangeError {
  /** The name of the class. */
  override readonly name = "DivergenceError";
  /**
   * What was good so far: the epochs before, and the network (or parameters)
   * kept among them.
   */
  readonly training: Good;

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
  constructor(message: string, training: Good) {
    super(message);
    this.training = training;
  }
}
