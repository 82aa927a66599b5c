/** The cross entropy of yes or no, from scores, above its derivative. */
import { expOf } from "../elementary/_exp.ts";
import { sigmoidOf } from "../elementary/_sigmoid.ts";
import { roomForNumbers } from "../matrix/_numbers.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import { apply2, type Operation } from "../matrix/_operation.ts";
import {
  type Matrix,
  rowMajor,
  scalar,
  scalarOf,
  wrap,
} from "../matrix/matrix.ts";
import { log1p } from "./_log1p.ts";
import { pairwiseSum } from "./_numpy_sum.ts";
import { requirePairs } from "./_targets.ts";

const action = "compute the binary cross entropy of scores";

/** ln(1 + e^z), what it costs to say no: -ln(1 - sigmoid(z)). */
function costOf(z: number): number {
  return (z > 0 ? z : 0) + log1p(expOf(z > 0 ? -z : z));
}

const sigmoidWithLoss: Operation = {
  name: "sigmoidCrossEntropy",
  forward(z, t) {
    requirePairs(z, t, ["z", "t"], action);
    const { columns } = z, Z = rowMajor(z), T = rowMajor(t);
    const losses = roomForNumbers(Z.length);
    for (let i = 0; i < losses.length; i++) {
      const score = Z[i]!, yes = T[i]!;
      if (!(yes >= 0 && yes <= 1)) {
        throw new RangeError(
          `Cannot ${action}: t has ${yes} in row ${
            Math.floor(i / columns)
          }, column ${i % columns}, 1 for yes and 0 for no are needed, ` +
            "or a probability between them",
        );
      }
      // What has no weight costs nothing, even if its own cost is infinite.
      losses[i] = yes === 1
        ? costOf(-score)
        : yes === 0
        ? costOf(score)
        : yes * costOf(-score) + (1 - yes) * costOf(score);
    }
    return scalar(pairwiseSum(losses, 0, losses.length) / z.rows);
  },
  // dz = (sigmoid(z) - t) / N, without taking 1 from what may be near 1.
  backward: [(dloss, _loss, z, t) => {
    const { rows, columns } = z, factor = scalarOf(dloss) / rows;
    const Z = rowMajor(z), T = rowMajor(t), dZ = roomForNumbers(Z.length);
    for (let i = 0; i < dZ.length; i++) {
      const score = Z[i]!, yes = T[i]!;
      dZ[i] = factor * ((1 - yes) * sigmoidOf(score) - yes * sigmoidOf(-score));
    }
    return wrap(rows, columns, dZ);
  }, null],
};

/**
 * Sigmoid and cross entropy in one, for answers of yes or no (二値分類): with
 * `y = sigmoid(z)` the sum of `-t[k] ln y[k] - (1 - t[k]) ln(1 - y[k])` over k
 * for each row, the mean over the rows. It stays finite for any scores; its
 * gradient is `(y - t) / N`. Each column is a question of its own: no mean is
 * taken over k.
 *
 * Source: "Deep Learning from Scratch 2" 4.2.3.
 *
 * @param z Scores, `[N, K]`.
 * @param t 1 for yes and 0 for no, or the probability of yes, `[N, K]`.
 * @returns `[1, 1]`, 0 or more.
 * @throws {RangeError} If the shapes differ, there is no sample, or `t` has a
 * number outside of [0, 1].
 * @throws {TypeError} If an operand is no matrix.
 *
 * @example Not sure, and sure of the wrong
 * ```ts
 * import { matrix, sigmoidCrossEntropy } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sigmoidCrossEntropy(matrix([0]), matrix([1])).item(), Math.LN2);
 * assertEquals(sigmoidCrossEntropy(matrix([1000]), matrix([0])).item(), 1000);
 * ```
 */
export function sigmoidCrossEntropy(z: Matrix, t: Matrix): Matrix {
  return apply2(
    sigmoidWithLoss,
    requireMatrix(z, "z", action),
    requireMatrix(t, "t", action),
  );
}
