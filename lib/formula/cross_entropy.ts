/**
 * The cross entropy, of probabilities and of scores. Each stands above its
 * derivative.
 */
import { expOf } from "../elementary/_exp.ts";
import { logOf } from "../elementary/_log.ts";
import {
  newNumbers,
  type Numbers,
  roomForNumbers,
} from "../matrix/_numbers.ts";
import {
  compiledCrossEntropy,
  compiledCrossEntropySlope,
} from "../kernels/kernels.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import { apply2, apply3, type Operation } from "../matrix/_operation.ts";
import { requireFinite, requireOptions } from "../matrix/_require.ts";
import {
  type Matrix,
  rowMajor,
  scalar,
  scalarOf,
  wrap,
} from "../matrix/matrix.ts";
import { log1p } from "./_log1p.ts";
import { pairwiseSum } from "./_numpy_sum.ts";
import { classesOf, classOf, requireClasses } from "./_targets.ts";

const action = "compute the cross entropy";

/** How far above 1 a numerical gradient may try a probability. */
const beyond = 1e-3;

const room = newNumbers(4096);

/**
 * A list with room for so many numbers, which holds anything: the numbers to be
 * summed are written down first, because NumPy does not sum them in order.
 */
function roomFor(length: number): Numbers {
  return length <= room.length ? room : roomForNumbers(length);
}

/** How {@linkcode crossEntropyError} treats a probability of 0. */
export interface CrossEntropyErrorOptions {
  /**
   * Added to every probability before the logarithm, 0 or more. The lecture's
   * first version adds 1e-7; the default is 0, so that the loss and its
   * gradient describe the same function.
   */
  delta?: number;
}

const crossEntropy: Operation = {
  name: "crossEntropyError",
  forward(y, t, delta) {
    requireClasses(y, t, ["y", "t"], action);
    const { rows, columns } = y, small = scalarOf(delta);
    const Y = rowMajor(y), T = rowMajor(t);
    // The losses of the rows, and after them the parts of a row.
    const room = roomFor(rows + columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns;
      const hot = classOf(T, columns, row, action);
      let loss = 0, isUnknown = false;
      for (let column = 0; column < columns; column++) {
        const value = Y[first + column]!, probability = value + small;
        if (value < 0 || value > 1 + beyond) {
          throw new RangeError(
            `Cannot ${action}: y has ${value} in row ${row}, column ${column}, ` +
              "probabilities from 0 to 1 are needed; " +
              "softmaxCrossEntropy(z, t) takes scores",
          );
        }
        // 0 · log 0 is 0, but a NaN of a wrong class must be seen.
        if (column === hot) loss = -logOf(probability);
        else if (probability !== probability) isUnknown = true;
        if (hot < 0) {
          const share = T[first + column]!;
          room[rows + column] = share === 0 ? 0 : -share * logOf(probability);
        }
      }
      if (hot < 0) loss = pairwiseSum(room, rows, columns);
      room[row] = isUnknown ? NaN : loss;
    }
    return scalar(pairwiseSum(room, 0, rows) / rows);
  },
  backward: [
    (dloss, loss, y, t, delta) => {
      const { rows, columns } = y, small = scalarOf(delta);
      const factor = scalarOf(dloss) / rows;
      const Y = rowMajor(y),
        T = rowMajor(t),
        dY = roomForNumbers(rows * columns);
      for (let i = 0; i < dY.length; i++) {
        const probability = Y[i]! + small;
        const inverse = 1 / probability;
        if (T[i] !== 0 && Math.abs(inverse) === Infinity) {
          throw new RangeError(
            `Cannot take the gradient of the cross entropy: row ${
              Math.floor(i / columns)
            } gives its class the probability ${Y[i]} ` +
              `(loss ${scalarOf(loss)}), more than 0 is needed; ` +
              "softmaxCrossEntropy(scores, t) has a gradient there",
          );
        }
        // Where the loss is NaN its slope is, too.
        if (!(probability >= 0)) dY[i] = NaN;
        else dY[i] = T[i] === 0 ? 0 : -factor * T[i]! * inverse;
      }
      return wrap(rows, columns, dY);
    },
    null,
    null,
  ],
};

/**
 * The cross entropy (交差エントロピー誤差): `E = -Σₖ t[k] · ln(y[k] + delta)`
 * for each row, the mean over the rows. Where `t` is one-hot (one-hot表現) that
 * is minus the logarithm of the probability given to the right class; where it
 * is not known for certain, a row of `t` is the probabilities of the classes.
 * 0 · ln 0 is 0, and a probability of 0 for the right class costs Infinity.
 * From scores rather than probabilities, {@linkcode softmaxCrossEntropy} is
 * exact.
 *
 * Source: the lecture's section 4.2.3; "Deep Learning from Scratch" 4.2.2.
 *
 * @param y Probabilities, `[N, K]`.
 * @param t One-hot targets, or probabilities with the sum 1, `[N, K]`.
 * @param options `delta`: added to every probability, default 0.
 * @returns `[1, 1]`.
 * @throws {RangeError} If the shapes differ, there is no sample, a row of `t`
 * is neither one-hot nor probabilities, or `y` has a negative number or one
 * above 1 (by more than 1e-3, which a numerical gradient may try).
 * @throws {TypeError} If an operand is no matrix.
 *
 * @example One sample, and a batch (バッチ) of two
 * ```ts
 * import { crossEntropyError, matrix } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const y = matrix([[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]]);
 * const t = matrix([[1, 0, 0], [1, 0, 0]]);
 * const loss = crossEntropyError(y, t);
 * assertAlmostEquals(loss.item(), 1.4978661367769954, 1e-15);
 * ```
 */
export function crossEntropyError(
  y: Matrix,
  t: Matrix,
  options: CrossEntropyErrorOptions = {},
): Matrix {
  requireOptions(options, ["delta"], action);
  const { delta = 0 } = options;
  requireFinite(delta, "delta", "0 or more", action);
  return apply3(
    crossEntropy,
    requireMatrix(y, "y", action),
    requireMatrix(t, "t", action),
    scalar(delta),
  );
}

const fromScores = "compute the cross entropy of scores";

const softmaxWithLoss: Operation = {
  name: "softmaxCrossEntropy",
  forward(z, t) {
    requireClasses(z, t, ["z", "t"], fromScores);
    const { rows, columns } = z, Z = rowMajor(z);
    const compiled = compiledCrossEntropy(Z, () => classesOf(t, fromScores));
    if (compiled !== undefined) return scalar(compiled);
    const T = rowMajor(t);
    // The losses of the rows, and after them the powers of a row.
    const room = roomFor(rows + columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      const hot = classOf(T, columns, row, fromScores);
      let top = first;
      for (let i = first + 1; i < end; i++) if (Z[i]! > Z[top]!) top = i;
      const largest = Z[top]!;
      // -ln softmax = ln Σ e^(z - largest) + (largest - z[hot]). The largest
      // score's own term is 1: the others go beside it into log1p, so that a
      // tiny loss keeps its digits.
      for (let i = first, k = rows; i < end; i++) {
        if (i !== top) room[k++] = expOf(Z[i]! - largest);
      }
      const rest = log1p(pairwiseSum(room, rows, columns - 1));
      if (hot >= 0) {
        room[row] = rest + (largest - Z[first + hot]!);
        continue;
      }
      for (let i = first, k = rows; i < end; i++, k++) {
        const share = T[i]!;
        // A NaN of a class without a share must be seen, too.
        room[k] = share === 0
          ? Z[i]! !== Z[i]! ? NaN : 0
          : share * (rest + (largest - Z[i]!));
      }
      room[row] = pairwiseSum(room, rows, columns);
    }
    return scalar(pairwiseSum(room, 0, rows) / rows);
  },
  // dz = (softmax(z) Σ t - t) / N: for this short result the two are kept
  // together.
  backward: [(dloss, _loss, z, t) => {
    const { rows, columns } = z, factor = scalarOf(dloss) / rows;
    const Z = rowMajor(z);
    const compiled = compiledCrossEntropySlope(
      Z,
      () => classesOf(t, fromScores),
      factor,
    );
    if (compiled !== undefined) return wrap(rows, columns, compiled);
    const T = rowMajor(t), dZ = roomForNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      let largest = -Infinity;
      for (let i = first; i < end; i++) if (Z[i]! > largest) largest = Z[i]!;
      for (let i = first; i < end; i++) dZ[i] = expOf(Z[i]! - largest);
      const total = pairwiseSum(dZ, first, columns);
      // softmax - 1 is minus the share of the others: no digits are lost where
      // it is near 0.
      const hot = classOf(T, columns, row, fromScores);
      if (hot < 0) {
        const sum = pairwiseSum(T, first, columns);
        for (let i = first; i < end; i++) {
          dZ[i] = factor * (sum * dZ[i]! / total - T[i]!);
        }
        continue;
      }
      dZ[first + hot] = 0;
      dZ[first + hot] = -pairwiseSum(dZ, first, columns);
      const share = factor / total;
      for (let i = first; i < end; i++) dZ[i] = share * dZ[i]!;
    }
    return wrap(rows, columns, dZ);
  }, null],
};

/**
 * Softmax and cross entropy in one: `E = -ln softmax(z)[k]` with `k` the class
 * of each row, the mean over the rows; or `E = -Σₖ t[k] · ln softmax(z)[k]`
 * where a row of `t` is the probabilities of the classes. It equals
 * `crossEntropyError(softmax(z), t)` and stays finite and exact where that
 * meets a probability of 0; its gradient is `(softmax(z) - t) / N`.
 *
 * Source: "Deep Learning from Scratch" 5.6.3.
 *
 * @param z Scores, `[N, K]`.
 * @param t One-hot targets, or probabilities with the sum 1, `[N, K]`.
 * @returns `[1, 1]`, 0 or more.
 * @throws {RangeError} If the shapes differ, there is no sample, or a row of
 * `t` is neither one-hot nor probabilities.
 * @throws {TypeError} If an operand is no matrix.
 *
 * @example Finite for any scores
 * ```ts
 * import { matrix, softmaxCrossEntropy } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const t = matrix([0, 1]);
 * assertEquals(softmaxCrossEntropy(matrix([0, 0]), t).item(), Math.LN2);
 * assertEquals(softmaxCrossEntropy(matrix([1000, 0]), t).item(), 1000);
 * ```
 */
export function softmaxCrossEntropy(z: Matrix, t: Matrix): Matrix {
  return apply2(
    softmaxWithLoss,
    requireMatrix(z, "z", fromScores),
    requireMatrix(t, "t", fromScores),
  );
}
