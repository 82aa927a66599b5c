import { requireOptions, shape } from "../matrix/_require.ts";
import {
  drawParameters,
  listActivations,
  type NetworkOutput,
  type NetworkParameters,
  requireLayerSizes,
  requireOutput,
  requireParameters,
} from "./_network.ts";
import { softmax } from "../formula/probability.ts";
import { gradient } from "../gradient/backpropagation.ts";
import { activate, type Activation } from "./layer.ts";
import { affine } from "../formula/products.ts";
import { softmaxCrossEntropy } from "../formula/cross_entropy.ts";
import { sumSquaredError } from "../formula/squared_error.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { argMax } from "../formula/largest.ts";

export type { NetworkOutput, NetworkParameters } from "./_network.ts";

/** How a {@linkcode Network} is built. */
export interface NetworkOptions {
  /**
   * What the hidden units pass on: one activation for all hidden layers, or a
   * list with one for each. Default `"tanh"`.
   */
  activation?: Activation | readonly Activation[];
  /**
   * What the last layer gives, and by that what the loss is. Default
   * `"softmax"`.
   */
  output?: NetworkOutput;
}

const action = "build the network";

/**
 * A network of affine layers (ニューラルネットワーク) that sorts samples into
 * classes: `h = activation(xW1 + b1)`, and so on; the last layer gives a score
 * for each class and has no activation. A network without hidden layers, such
 * as `[2, 3]`, is softmax regression (ソフトマックス回帰). With `output:
 * "identity"` it gives numbers instead of scores: regression (回帰).
 *
 * A network never changes: training gives a new one. Its `parameters` are
 * ordinary matrices that can be printed, and any function of them can be
 * differentiated.
 *
 * Source: "Deep Learning from Scratch" 3.4, 3.5, 4.5.1.
 *
 * @example Two features, four hidden units, three classes
 * ```ts
 * import { matrix, Network, numpyRandom } from "kobai";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const net = new Network([2, 4, 3], numpyRandom(0));
 * assertEquals(Object.keys(net.parameters), ["W1", "b1", "W2", "b2"]);
 *
 * const y = net.probabilities(matrix([[2, 3], [-1, 0]]));
 * assertEquals([y.rows, y.columns], [2, 3]);
 * assertAlmostEquals(y.at(0, 0) + y.at(0, 1) + y.at(0, 2), 1, 1e-15);
 * ```
 */
export class Network {
  /**
   * How many features go in, how many units each hidden layer has, how many
   * classes (or numbers) come out.
   */
  readonly sizes: readonly number[];
  /** What each hidden layer passes on. */
  readonly activations: readonly Activation[];
  /** What the last layer gives. */
  readonly output: NetworkOutput;
  /** Weights `[inputs, outputs]` and biases `[1, outputs]` of each layer. */
  readonly parameters: NetworkParameters;

  /**
   * Builds a network.
   *
   * @param sizes Features, units of each hidden layer, classes or numbers that
   * come out: `[2, 16, 3]`.
   * @param start The parameters; or a random source, from which the weights are
   * drawn: by {@linkcode heWeights} before ReLU, otherwise by {@linkcode
   * xavierWeights}. The biases start at 0.
   * @param options `activation`: what the hidden units pass on; `output`: what
   * the last layer gives.
   * @throws {RangeError} If there are fewer than two sizes or one is no integer
   * above 0, or if a parameter has another shape.
   * @throws {TypeError} If a parameter is missing or one too many, or if an
   * argument is of another kind.
   *
   * @example Parameters of one's own
   * ```ts
   * import { matrix, Network } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const W1 = matrix([[1, 0, -1], [2, 1, 0]]), b1 = matrix([0, 0, 5]);
   * const net = new Network([2, 3], { W1, b1 });
   * assertEquals(net.predict(matrix([2, 3])).toArray(), [[8, 3, 3]]);
   * ```
   */
  constructor(
    sizes: readonly number[],
    start: NetworkParameters | (() => number),
    options: NetworkOptions = {},
  ) {
    this.sizes = requireLayerSizes(sizes);
    requireOptions(options, ["activation", "output"], action);
    this.output = requireOutput(options.output ?? "softmax");
    this.activations = listActivations(sizes.length - 2, options.activation);
    this.parameters = typeof start === "function"
      ? drawParameters(start, this.sizes, this.activations)
      : requireParameters(start, this.sizes);
  }

  /**
   * The same network with other parameters: a function of them that can be
   * differentiated.
   *
   * @param parameters `W1`, `b1` and so on, of the same shapes.
   * @returns A new network.
   * @throws {RangeError} If a parameter has another shape.
   * @throws {TypeError} If one is missing or one too many, or is no matrix.
   *
   * @example Is the gradient right?
   * ```ts
   * import { checkGradient, matrix, Network, numpyRandom } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const net = new Network([2, 4, 3], numpyRandom(0));
   * const x = matrix([2, 3]), t = matrix([0, 0, 1]);
   * const { verdict } = checkGradient(
   *   (parameters) => net.withParameters(parameters).loss(x, t),
   *   net.parameters,
   * );
   * assertEquals(verdict, "right");
   * ```
   */
  withParameters(parameters: NetworkParameters): Network {
    return new Network(this.sizes, parameters, {
      activation: this.activations,
      output: this.output,
    });
  }

  /**
   * The scores: what the last layer gives, before the softmax. With `output:
   * "identity"` these are the numbers that are predicted.
   *
   * @param x Samples, `[N, D]`.
   * @returns `[N, K]`, a score for each class, or the K numbers.
   * @throws {RangeError} If `x` has not as many columns as there are features.
   * @throws {TypeError} If `x` is no matrix.
   *
   * @example A hidden unit that only lets positive numbers through
   * ```ts
   * import { matrix, Network } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const one = matrix([1]), zero = matrix([0]);
   * const net = new Network(
   *   [1, 1, 2],
   *   { W1: one, b1: zero, W2: matrix([1, -1]), b2: matrix([0, 0]) },
   *   { activation: "relu" },
   * );
   * const scores = net.predict(matrix([[3], [-3]]));
   * assertEquals(scores.toArray(), [[3, -3], [0, -0]]);
   * ```
   */
  predict(x: Matrix): Matrix {
    const { parameters, activations } = this;
    let h = this.#requireFeatures(x, "predict");
    for (let layer = 0; layer <= activations.length; layer++) {
      const W = parameters[`W${layer + 1}`]!, b = parameters[`b${layer + 1}`]!;
      h = affine(h, W, b);
      if (layer < activations.length) h = activate(h, activations[layer]!);
    }
    return h;
  }

  /**
   * How probable each class is: the softmax of the scores.
   *
   * @param x Samples, `[N, D]`.
   * @returns `[N, K]`, each row with the sum 1.
   * @throws {RangeError} If `x` has not as many columns as there are features.
   * @throws {TypeError} If `x` is no matrix, or the output is no softmax.
   *
   * @example Two classes, three to one
   * ```ts
   * import { matrix, Network } from "kobai";
   * import { assertAlmostEquals } from "@std/assert";
   *
   * const W1 = matrix([Math.log(3), 0]), b1 = matrix([0, 0]);
   * const y = new Network([1, 2], { W1, b1 }).probabilities(matrix([1]));
   * assertAlmostEquals(y.at(0, 0), 0.75, 1e-15);
   * ```
   */
  probabilities(x: Matrix): Matrix {
    this.#requireClasses("give probabilities");
    return softmax(this.predict(x));
  }

  /**
   * The class of each sample: the one with the highest score, the first of them
   * in a tie.
   *
   * @param x Samples, `[N, D]`.
   * @returns A class from 0 to K - 1 for each sample.
   * @throws {RangeError} If `x` has not as many columns as there are features.
   * @throws {TypeError} If `x` is no matrix, the output is no softmax, or a
   * gradient is being taken.
   *
   * @example The larger of two features
   * ```ts
   * import { matrix, Network } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const W1 = matrix([[1, 0], [0, 1]]), b1 = matrix([0, 0]);
   * const net = new Network([2, 2], { W1, b1 });
   * assertEquals(net.classify(matrix([[5, 2], [3, 4]])), [0, 1]);
   * ```
   */
  classify(x: Matrix): number[] {
    this.#requireClasses("classify");
    const found = argMax(this.predict(x), { by: "row" });
    return Array.from(found.toFloat64Array());
  }

  /**
   * The loss (損失), the mean over the samples: the cross entropy of the
   * probabilities, or with `output: "identity"` half the sum of squared errors
   * (see {@linkcode sumSquaredError}).
   *
   * @param x Samples, `[N, D]`.
   * @param t Their classes, one-hot, or the numbers that are right, `[N, K]`.
   * @returns `[1, 1]`, 0 or more.
   * @throws {RangeError} If the shapes do not fit, there is no sample, or
   * classes are not one-hot.
   * @throws {TypeError} If an operand is no matrix.
   *
   * @example Three classes, nothing known
   * ```ts
   * import { matrix, Network, zeros } from "kobai";
   * import { assertAlmostEquals } from "@std/assert";
   *
   * const net = new Network([2, 3], { W1: zeros(2, 3), b1: zeros(1, 3) });
   * const loss = net.loss(matrix([2, 3]), matrix([0, 0, 1])).item();
   * assertAlmostEquals(loss, Math.log(3), 1e-15);
   * ```
   *
   * @example Regression: 8 is predicted, 5 is right
   * ```ts
   * import { matrix, Network } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const start = { W1: matrix([[1], [2]]), b1: matrix([0]) };
   * const net = new Network([2, 1], start, { output: "identity" });
   * assertEquals(net.predict(matrix([2, 3])).item(), 8);
   * assertEquals(net.loss(matrix([2, 3]), matrix([5])).item(), 4.5);
   * ```
   */
  loss(x: Matrix, t: Matrix): Matrix {
    const loss = this.output === "softmax"
      ? softmaxCrossEntropy
      : sumSquaredError;
    return loss(this.predict(x), t);
  }

  /**
   * The gradient (勾配) of the loss by each parameter, by backpropagation.
   *
   * @param x Samples, `[N, D]`.
   * @param t Their classes, one-hot, or the numbers that are right, `[N, K]`.
   * @returns Matrices of the same names and shapes as `parameters`.
   * @throws {RangeError} If the shapes do not fit, there is no sample, or
   * classes are not one-hot.
   * @throws {TypeError} If an operand is no matrix.
   *
   * @example Where all classes are equally probable: `xᵀ(y - t)`
   * ```ts
   * import { matrix, Network, zeros } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const net = new Network([2, 2], { W1: zeros(2, 2), b1: zeros(1, 2) });
   * const { W1, b1 } = net.gradient(matrix([2, 3]), matrix([0, 1]));
   * assertEquals(W1?.toArray(), [[1, -1], [1.5, -1.5]]);
   * assertEquals(b1?.toArray(), [[0.5, -0.5]]);
   * ```
   */
  gradient(x: Matrix, t: Matrix): NetworkParameters {
    return gradient(
      (parameters) => this.withParameters(parameters).loss(x, t),
      this.parameters,
    );
  }

  #requireClasses(action: string): void {
    if (this.output === "softmax") return;
    throw new TypeError(
      `Cannot ${action}: the network's output is "${this.output}", ` +
        'one whose output is "softmax" is needed; predict(x) gives its numbers',
    );
  }

  #requireFeatures(x: Matrix, action: string): Matrix {
    requireMatrix(x, "x", action);
    const [features] = this.sizes;
    if (x.columns !== features) {
      throw new RangeError(
        `Cannot ${action}: x is ${
          shape(x)
        } and the network takes ${features} ` +
          `features, x must have ${features} columns`,
      );
    }
    return x;
  }
}
