/**
 * Loss functions (損失関数): how wrong the predictions are. Each stands above
 * its derivative.
 */
import {
  requireFinite,
  requireOptions,
  requireSameShape,
  shape,
} from "../matrix/_require.ts";
import { mapPairs } from "./_elementwise.ts";
import { apply2, apply3, type Operation } from "../matrix/_operation.ts";
import { pairwiseSum } from "./_numpy_sum.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import {
  type Matrix,
  rowMajor,
  scalar,
  scalarOf,
  wrap,
} from "../matrix/matrix.ts";

/** Requires a prediction for each target, of at least one sample. */
function requirePairs(
  y: Matrix,
  t: Matrix,
  names: readonly [string, string],
  action: string,
) {
  requireSameShape(y, t, names, action);
  if (y.rows === 0 || y.columns === 0) {
    throw new RangeError(
      `Cannot ${action}: ${names[0]} is ${shape(y)}, a sample is needed`,
    );
  }
}

/**
 * Where the single 1 of a one-hot row is: its class. Anything else in the row
 * than one 1 and zeros is refused.
 */
function classOf(
  T: Numbers,
  columns: number,
  row: number,
  action: string,
): number {
  const first = row * columns;
  let found = -1;
  for (let column = 0; column < columns; column++) {
    const value = T[first + column]!;
    if (value === 0) continue;
    if (value !== 1) {
      throw new RangeError(
        `Cannot ${action}: t has ${value} in row ${row}, column ${column}, ` +
          "one-hot rows are needed: a single 1, otherwise 0",
      );
    }
    if (found >= 0) {
      throw new RangeError(
        `Cannot ${action}: row ${row} of t has more than one 1, ` +
          "one-hot rows are needed: a single 1, otherwise 0",
      );
    }
    found = column;
  }
  if (found < 0) {
    throw new RangeError(
      `Cannot ${action}: row ${row} of t has no 1, ` +
        "one-hot rows are needed: a single 1, otherwise 0",
    );
  }
  return found;
}

/**
 * ln(1 + x) for x ≥ 0, to the last digits also where x is tiny: what 1 + x
 * loses by rounding is given back. It costs half of `Math.log1p`.
 *
 * Source: W. Kahan, in the Hewlett-Packard HP-15C Advanced Functions Handbook
 * (1982), appendix.
 */
function log1p(x: number): number {
  const sum = 1 + x;
  return sum === 1 || sum === Infinity ? x : Math.log(sum) * (x / (sum - 1));
}

const squaredError: Operation = {
  name: "sumSquaredError",
  forward(y, t) {
    requirePairs(y, t, ["y", "t"], "compute the sum of squared errors");
    const squares = rowMajor(mapPairs(y, t, (y, t, squares) => {
      for (let i = 0; i < squares.length; i++) {
        const error = y[i]! - t[i]!;
        squares[i] = error * error;
      }
    }));
    return scalar(0.5 * pairwiseSum(squares, 0, squares.length) / y.rows);
  },
  backward: [
    (dloss, _loss, y, t) => scaledDifference(y, t, scalarOf(dloss) / y.rows),
    (dloss, _loss, y, t) => scaledDifference(y, t, -scalarOf(dloss) / y.rows),
  ],
};

function scaledDifference(a: Matrix, b: Matrix, factor: number): Matrix {
  return mapPairs(a, b, (a, b, y) => {
    for (let i = 0; i < y.length; i++) y[i] = factor * (a[i]! - b[i]!);
  });
}

/**
 * Half the sum of squared errors (二乗和誤差): `E = ½ Σₖ (y[k] - t[k])²` for each
 * row, the mean over the rows. No mean is taken over k, though the lecture
 * calls it `mean_squared_error`.
 *
 * Source: the lecture's section 4.2.3; "Deep Learning from Scratch" 4.2.1.
 *
 * @param y Predictions, `[N, K]`.
 * @param t Targets, `[N, K]`.
 * @returns `[1, 1]`, 0 or more.
 * @throws {RangeError} If the shapes differ or there is no sample.
 * @throws {TypeError} If an operand is no matrix.
 *
 * @example The lecture's Out [5], to the last digit
 * ```ts
 * import { matrix, sumSquaredError } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = matrix([0.2, 0.7, 0.1]), t = matrix([0, 1, 0]);
 * assertEquals(sumSquaredError(y, t).item(), 0.07000000000000002);
 * ```
 */
export function sumSquaredError(y: Matrix, t: Matrix): Matrix {
  const action = "compute the sum of squared errors";
  return apply2(
    squaredError,
    requireMatrix(y, "y", action),
    requireMatrix(t, "t", action),
  );
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
    const action = "compute the cross entropy";
    requirePairs(y, t, ["y", "t"], action);
    const { rows, columns } = y, small = scalarOf(delta);
    const Y = rowMajor(y), T = rowMajor(t);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      const first = row * columns;
      const hot = classOf(T, columns, row, action);
      let loss = 0;
      for (let column = 0; column < columns; column++) {
        const probability = Y[first + column]! + small;
        // 0 · log 0 is 0, but a NaN or a negative number of a wrong class must
        // be seen.
        if (column === hot) loss -= Math.log(probability);
        else if (!(probability >= 0)) loss = NaN;
      }
      total += loss;
    }
    return scalar(total / rows);
  },
  backward: [
    (dloss, loss, y, t, delta) => {
      const { rows, columns } = y, small = scalarOf(delta);
      const factor = scalarOf(dloss) / rows;
      const Y = rowMajor(y), T = rowMajor(t), dY = newNumbers(rows * columns);
      for (let i = 0; i < dY.length; i++) {
        const probability = Y[i]! + small;
        const inverse = 1 / probability;
        if (T[i] === 1 && Math.abs(inverse) === Infinity) {
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
        else dY[i] = T[i] === 1 ? -factor * inverse : 0;
      }
      return wrap(rows, columns, dY);
    },
    null,
    null,
  ],
};

/**
 * The cross entropy (交差エントロピー誤差): `E = -Σₖ t[k] · ln(y[k] + delta)`
 * for each row, the mean over the rows. Because `t` is one-hot (one-hot表現)
 * that is minus the logarithm of the probability given to the right class;
 * 0 · ln 0 is 0, and a probability of 0 for the right class costs Infinity.
 * From scores rather than probabilities, {@linkcode softmaxCrossEntropy} is
 * exact.
 *
 * Source: the lecture's section 4.2.3; "Deep Learning from Scratch" 4.2.2.
 *
 * @param y Probabilities, `[N, K]`.
 * @param t One-hot targets, `[N, K]`.
 * @param options `delta`: added to every probability, default 0.
 * @returns `[1, 1]`.
 * @throws {RangeError} If the shapes differ, there is no sample, or `t` is not
 * one-hot.
 * @throws {TypeError} If an operand is no matrix.
 *
 * @example One sample, and a batch (バッチ) of two
 * ```ts
 * import { crossEntropyError, matrix } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const y = matrix([[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]]), t = matrix([[1, 0, 0], [1, 0, 0]]);
 * assertAlmostEquals(crossEntropyError(y, t).item(), 1.4978661367769954, 1e-15);
 * ```
 */
export function crossEntropyError(
  y: Matrix,
  t: Matrix,
  options: CrossEntropyErrorOptions = {},
): Matrix {
  const action = "compute the cross entropy";
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

const softmaxWithLoss: Operation = {
  name: "softmaxCrossEntropy",
  forward(z, t) {
    const action = "compute the cross entropy of scores";
    requirePairs(z, t, ["z", "t"], action);
    const { rows, columns } = z, Z = rowMajor(z), T = rowMajor(t);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      const hot = classOf(T, columns, row, action);
      let top = first;
      for (let i = first + 1; i < end; i++) if (Z[i]! > Z[top]!) top = i;
      const largest = Z[top]!;
      // -ln softmax = ln Σ e^(z - largest) + (largest - z[hot]). The largest
      // score's own term is 1: the others go beside it into log1p, so that a
      // tiny loss keeps its digits.
      let others = 0;
      for (let i = first; i < end; i++) {
        if (i !== top) others += Math.exp(Z[i]! - largest);
      }
      total += log1p(others) + (largest - Z[first + hot]!);
    }
    return scalar(total / rows);
  },
  // dz = (softmax(z) - t) / N: for this short result the two are kept together.
  backward: [(dloss, _loss, z, t) => {
    const { rows, columns } = z, factor = scalarOf(dloss) / rows;
    const Z = rowMajor(z), T = rowMajor(t), dZ = newNumbers(rows * columns);
    for (let row = 0; row < rows; row++) {
      const first = row * columns, end = first + columns;
      let largest = -Infinity;
      for (let i = first; i < end; i++) if (Z[i]! > largest) largest = Z[i]!;
      let total = 0, others = 0;
      for (let i = first; i < end; i++) {
        const e = Math.exp(Z[i]! - largest);
        dZ[i] = e;
        total += e;
        if (T[i] === 0) others += e;
      }
      const share = factor / total;
      for (let i = first; i < end; i++) {
        // softmax - 1 is minus the share of the others: no digits are lost
        // where it is near 0.
        dZ[i] = share * (T[i] === 1 ? -others : dZ[i]!);
      }
    }
    return wrap(rows, columns, dZ);
  }, null],
};

/**
 * Softmax and cross entropy in one: `E = -ln softmax(z)[k]` with `k` the class
 * of each row, the mean over the rows. It equals
 * `crossEntropyError(softmax(z), t)` and stays finite and exact where that meets
 * a probability of 0; its gradient is `(softmax(z) - t) / N`.
 *
 * Source: "Deep Learning from Scratch" 5.6.3.
 *
 * @param z Scores, `[N, K]`.
 * @param t One-hot targets, `[N, K]`.
 * @returns `[1, 1]`, 0 or more.
 * @throws {RangeError} If the shapes differ, there is no sample, or `t` is not
 * one-hot.
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
  const action = "compute the cross entropy of scores";
  return apply2(
    softmaxWithLoss,
    requireMatrix(z, "z", action),
    requireMatrix(t, "t", action),
  );
}
