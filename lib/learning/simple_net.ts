import { describe, shape } from "../matrix/_require.ts";
import { matmul } from "../formula/products.ts";
import { softmaxCrossEntropy } from "../formula/cross_entropy.ts";
import { Matrix } from "../matrix/matrix.ts";
import { randn } from "../random/randn.ts";

/**
 * The lecture's `simpleNet`: two inputs, three categories, one 2×3 matrix of
 * weights and no bias.
 *
 * Source: the lecture's section 4.2.4; "Deep Learning from Scratch" 4.4.2.
 *
 * @example The lecture's weights, its scores, and the loss of one sample
 * ```ts
 * import { matrix, SimpleNet } from "kobai";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const W = matrix([
 *   [1.72265811, 0.68672941, 1.10772301],
 *   [0.60344169, 0.60322389, -0.3536039],
 * ]);
 * const net = new SimpleNet(W);
 * const x = matrix([2, 3]), t = matrix([0, 0, 1]);
 * assertEquals(
 *   String(net.predict(x)),
 *   "array([[5.25564129, 3.18313049, 1.15463432]])",
 * );
 * assertAlmostEquals(net.loss(x, t).item(), 4.234160470269188, 1e-14);
 * ```
 */
export class SimpleNet {
  /** The weights (重み), `[2, 3]`. */
  readonly W: Matrix;

  /**
   * Builds the net.
   *
   * @param weights A `[2, 3]` matrix, or a random source from which normals are
   * drawn.
   * @throws {RangeError} If the matrix is not 2×3.
   * @throws {TypeError} If it is neither a matrix nor a function.
   *
   * @example Weights drawn as NumPy draws them after `np.random.seed(0)`
   * ```ts
   * import { numpyRandom, SimpleNet } from "kobai";
   * import { assertAlmostEquals } from "@std/assert";
   *
   * const { W } = new SimpleNet(numpyRandom(0));
   * assertAlmostEquals(W.at(0, 0), 1.764052345967664, 1e-15);
   * ```
   */
  constructor(weights: Matrix | (() => number)) {
    const W = typeof weights === "function" ? randn(weights, 2, 3) : weights;
    if (!(W instanceof Matrix)) {
      throw new TypeError(
        `Cannot build the net: the weights are ${describe(W)}, ` +
          "a 2x3 matrix or a random source is needed",
      );
    }
    if (W.rows !== 2 || W.columns !== 3) {
      throw new RangeError(
        `Cannot build the net: the weights are ${shape(W)}, 2x3 is needed`,
      );
    }
    this.W = W;
  }

  /**
   * The scores: `xW`.
   *
   * @param x The inputs, `[N, 2]`.
   * @returns `[N, 3]`.
   * @throws {RangeError} If the shapes do not fit.
   *
   * @example Two samples at once
   * ```ts
   * import { matrix, SimpleNet } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const net = new SimpleNet(matrix([[1, 0, 2], [0, 1, 0]]));
   * const scores = net.predict(matrix([[3, 4], [5, 6]]));
   * assertEquals(scores.toArray(), [[3, 4, 6], [5, 6, 10]]);
   * ```
   */
  predict(x: Matrix): Matrix {
    return matmul(x, this.W);
  }

  /**
   * The loss (損失): the cross entropy of the softmax of the scores, the mean
   * over the samples.
   *
   * @param x The inputs, `[N, 2]`.
   * @param t One-hot targets, `[N, 3]`.
   * @returns `[1, 1]`, 0 or more.
   * @throws {RangeError} If the shapes do not fit or `t` is not one-hot.
   *
   * @example All three equally likely: ln 3
   * ```ts
   * import { matrix, SimpleNet, zeros } from "kobai";
   * import { assertAlmostEquals } from "@std/assert";
   *
   * const net = new SimpleNet(zeros(2, 3));
   * const loss = net.loss(matrix([2, 3]), matrix([0, 0, 1]));
   * assertAlmostEquals(loss.item(), Math.log(3), 1e-15);
   * ```
   */
  loss(x: Matrix, t: Matrix): Matrix {
    return softmaxCrossEntropy(this.predict(x), t);
  }
}
