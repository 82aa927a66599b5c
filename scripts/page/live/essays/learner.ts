/** A network that learns from essays, a step of gradient descent at a time. */
import {
  affine,
  argMax,
  fitScaler,
  gradient,
  type Matrix,
  multiply,
  numpyRandom,
  oneHot,
  randn,
  softmax,
  softmaxCrossEntropy,
  standardize,
  subtract,
  takeColumns,
  tanh,
  xavierWeights,
  zeros,
} from "kobai";
import { type Essays, featuresOf } from "./essays.ts";

/** The weights: of a hidden layer too, if there is one. */
interface Weights {
  [name: string]: Matrix;
}

/** How the network does on essays. */
export interface Judged {
  readonly loss: number;
  /** How often each band was taken for which: `counts[actual][predicted]`. */
  readonly counts: readonly (readonly number[])[];
  readonly agreed: number;
  readonly total: number;
}

/**
 * Softmax regression without hidden units, else a network with one layer of
 * them (tanh). It begins with what NumPy draws after `np.random.seed(0)`.
 */
export class Learner {
  #weights: Weights;
  /** How many steps it has taken. */
  steps = 0;
  /** The loss on the essays that it learns from. */
  loss: number;
  readonly #prepare: (x: Matrix) => Matrix;
  readonly #x: Matrix;
  readonly #t: Matrix;

  /**
   * @param essays The essays.
   * @param hidden How many hidden units.
   * @param usesErrors Whether the number of errors is looked at.
   */
  constructor(
    readonly essays: Essays,
    readonly hidden: number,
    readonly usesErrors: boolean,
  ) {
    const { bands, labels, train } = essays;
    const seen = (x: Matrix): Matrix => usesErrors ? x : takeColumns(x, [0]);
    const x = seen(featuresOf(essays, train));
    const scaler = fitScaler(x);
    this.#prepare = (x) => standardize(seen(x), scaler);
    this.#x = standardize(x, scaler);
    this.#t = oneHot(train.map((row) => labels[row]!), bands.length);
    const random = numpyRandom(0);
    const last = hidden === 0 ? x.columns : hidden;
    this.#weights = {
      ...hidden > 0 && {
        W1: xavierWeights(random, x.columns, hidden),
        b1: zeros(1, hidden),
      },
      W: hidden === 0
        ? randn(random, last, bands.length)
        : xavierWeights(random, last, bands.length),
      b: zeros(1, bands.length),
    };
    this.loss = this.#lossAt(this.#weights, this.#x, this.#t).item();
  }

  /** Goes one step down the loss on all essays that it learns from. */
  step(rate: number): void {
    const slopes = gradient(
      (weights: Weights) => this.#lossAt(weights, this.#x, this.#t),
      this.#weights,
    );
    this.#weights = Object.fromEntries(
      Object.entries(this.#weights).map(([name, at]) => [
        name,
        subtract(at, multiply(rate, slopes[name]!)),
      ]),
    );
    this.loss = this.#lossAt(this.#weights, this.#x, this.#t).item();
    this.steps++;
  }

  /** The probability of each band for essays with these two numbers. */
  probabilities(x: Matrix): Matrix {
    return softmax(this.#scores(this.#weights, this.#prepare(x)));
  }

  /** How it does on the essays that were held out. */
  judge(): Judged {
    const { bands, labels, test } = this.essays;
    const x = this.#prepare(featuresOf(this.essays, test));
    const right = test.map((row) => labels[row]!);
    const counts = bands.map(() => bands.map(() => 0));
    argMax(this.#scores(this.#weights, x), { by: "row" }).toFloat64Array()
      .forEach((predicted, i) => counts[right[i]!]![predicted]!++);
    return {
      loss: this.#lossAt(this.#weights, x, oneHot(right, bands.length)).item(),
      counts,
      agreed: counts.reduce((sum, row, band) => sum + row[band]!, 0),
      total: test.length,
    };
  }

  #scores({ W1, b1, W, b }: Weights, x: Matrix): Matrix {
    const h = this.hidden === 0 ? x : tanh(affine(x, W1!, b1!));
    return affine(h, W!, b!);
  }

  #lossAt(weights: Weights, x: Matrix, t: Matrix): Matrix {
    return softmaxCrossEntropy(this.#scores(weights, x), t);
  }
}
