/**
 * Fitting a model to essays: the same for an evaluation and for a model to
 * keep.
 */
import {
  type Activation,
  adam,
  type Epoch,
  fitScaler,
  gradientDescent,
  type Matrix,
  momentum,
  Network,
  oneHot,
  type Optimizer,
  type Scaler,
  standardize,
  train,
  type Training,
  zeros,
} from "kobai";
import { annealed } from "./annealed.ts";
import { type Essays, type Given, someEssays } from "../essays/essays.ts";
import { splitOf } from "../evaluation/folds.ts";
import { fitOrdinalRegression } from "./ordinal_regression.ts";
import { fitSoftmaxRegression } from "./softmax_regression.ts";

/** How to train. */
export interface Settings {
  /** Ordinal regression: one score, cut into bands by thresholds. */
  readonly ordinal: boolean;
  /** The units of each hidden layer; none for a regression. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly optimizer: keyof typeof optimizers;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly epochs: number;
  readonly batchSize: number;
  /**
   * The part of the essays that is not learned from and chooses the epoch; 0
   * for none.
   */
  readonly validation: number;
  /**
   * How many epochs to go on after the best, where there is a validation part.
   */
  readonly patience: number;
}

/**
 * What was found on MERLIN and on parts of it of 30 to 700 essays, each with 20
 * or 30 other seeds than an evaluation uses. Rates from 0.005 to 0.02, batches
 * of 16 to 100 and all three activations differ by less than the seeds do; so
 * do more epochs and a weight decay. What does make a difference is a
 * validation part, in small tables: with 60 essays it costs 0.015 of accuracy,
 * with 1,010 it costs 0.002. So there is none unless it is asked for.
 */
export const defaults: Settings = {
  ordinal: false,
  hidden: [16],
  activation: "tanh",
  optimizer: "adam",
  learningRate: 0.01,
  weightDecay: 0,
  epochs: 100,
  batchSize: 32,
  validation: 0,
  patience: 20,
};

/** Softmax regression, which has an optimum: see `fitSoftmaxRegression`. */
export function softmaxRegression(settings: Settings): Settings {
  return { ...settings, ordinal: false, hidden: [] };
}

/** Ordinal regression, which has one too: see `fitOrdinalRegression`. */
export function ordinalRegression(settings: Settings): Settings {
  return { ...settings, ordinal: true, hidden: [] };
}

/** Whether a model is fitted to its optimum. */
export function isRegression({ hidden }: Settings): boolean {
  return hidden.length === 0;
}

/** What kind of model is fitted. */
export type ModelKind = "softmaxRegression" | "ordinalRegression" | "network";

/** What kind of model settings ask for. */
export function modelKind(settings: Settings): ModelKind {
  if (!isRegression(settings)) return "network";
  return settings.ordinal ? "ordinalRegression" : "softmaxRegression";
}

/** A model, and how it came about. */
export interface Fitted {
  readonly scaler: Scaler;
  /** Gives the scores of the bands; or, where there are thresholds, one. */
  readonly network: Network;
  readonly thresholds?: Matrix;
  readonly training: Training;
  /** From how many essays. */
  readonly learned: number;
}

/** A mean loss of so many times that of guessing is no result. */
const WORST = 5;

/** A training that went far off, though not to infinity. */
export class BlownUpError extends RangeError {
  override readonly name = "BlownUpError";
  /** The mean loss in the end. */
  readonly loss: number;
  /** That of a model which guesses: `ln K`. */
  readonly guessing: number;

  constructor(loss: number, classes: number) {
    const guessing = Math.log(classes);
    super(
      `Cannot use what training gave: its loss is ${loss}, at most ` +
        `${WORST * guessing} is needed`,
    );
    this.loss = loss;
    this.guessing = guessing;
  }
}

/** Who wants to follow, or to stop. */
export interface Watch {
  readonly onEpoch?: (epoch: Epoch) => void | Promise<void> | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Fits a model. The scaler is fitted on what is learned from and on nothing
 * else.
 *
 * @param essays What to learn from.
 * @param settings How.
 * @param random Where all chance comes from.
 * @param watch Who follows.
 * @returns The model.
 * @throws {DivergenceError} If the loss leaves all bounds.
 * @throws {BlownUpError} If it is far above that of guessing in the end.
 */
export async function fit(
  essays: Essays,
  settings: Settings,
  random: () => number,
  watch: Watch = {},
): Promise<Fitted> {
  if (isRegression(settings)) return fitRegression(essays, settings);
  const { validation: part, activation, epochs, batchSize } = settings;
  // A part of less than one essay is none: all are learned from then.
  const split = essays.given.length * part >= 1
    ? splitOf(essays, { random, part })
    : undefined;
  const learned = split === undefined
    ? essays
    : someEssays(essays, split.train);
  const scaler = fitScaler(learned.x), classes = essays.bands.names.length;
  const samples = ({ x, given }: Essays) => ({
    x: standardize(x, scaler),
    t: oneHot(given, classes),
  });
  const sizes = [essays.x.columns, ...settings.hidden, classes];
  const start = new Network(sizes, random, { activation });
  const training = await train(start, samples(learned), {
    ...watch,
    random,
    epochs,
    batchSize,
    optimizer: annealed(
      optimizerOf(settings),
      epochs * Math.ceil(learned.given.length / batchSize),
    ),
    ...(split === undefined ? {} : {
      validation: samples(someEssays(essays, split.test)),
      patience: settings.patience,
    }),
  });
  const { network, epoch, history } = training;
  const loss = history[epoch - 1]?.loss ?? 0;
  if (loss > WORST * Math.log(classes)) throw new BlownUpError(loss, classes);
  return { scaler, network, training, learned: learned.given.length };
}

const optimizers = { gradientDescent, momentum, adam };

/** A regression at its optimum, for which there is no chance and no epoch. */
function fitRegression(
  { x, given, bands }: Essays,
  { ordinal }: Settings,
): Fitted {
  const classes = bands.names.length, scaler = fitScaler(x);
  const fitOptimum = ordinal ? ordinalOptimum : softmaxOptimum;
  const { losses, network, ...more } = fitOptimum(
    standardize(x, scaler),
    given,
    classes,
  );
  const history = losses.map((loss, i) => ({ epoch: i + 1, loss }));
  const training: Training = {
    network,
    epoch: history.length,
    history,
    end: "epochs",
  };
  return { scaler, network, ...more, training, learned: given.length };
}

function softmaxOptimum(x: Matrix, given: Given, classes: number) {
  const { W, b, losses } = fitSoftmaxRegression(x, given, classes);
  const network = new Network([x.columns, classes], { W1: W, b1: b });
  return { losses, network };
}

function ordinalOptimum(x: Matrix, given: Given, classes: number) {
  const { W, thresholds, losses } = fitOrdinalRegression(x, given, classes);
  const network = new Network(
    [x.columns, 1],
    { W1: W, b1: zeros(1, 1) },
    { output: "identity" },
  );
  return { losses, network, thresholds };
}

function optimizerOf(settings: Settings): Optimizer {
  const { learningRate, weightDecay } = settings;
  const make = optimizers[settings.optimizer];
  return make({ learningRate, weightDecay });
}
