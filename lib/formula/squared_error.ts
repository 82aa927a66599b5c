/** The squared error, above its derivative. */
import { requireMatrix } from "../matrix/_operand.ts";
import { apply2, type Operation } from "../matrix/_operation.ts";
import { type Matrix, rowMajor, scalar, scalarOf } from "../matrix/matrix.ts";
import { mapPairs } from "./_elementwise.ts";
import { pairwiseSum } from "./_numpy_sum.ts";
import { requirePairs } from "./_targets.ts";

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
 * Half the sum of squared errors (二乗和誤差): `E = ½ Σₖ (y[k] - t[k])²` for
 * each row, the mean over the rows. No mean is taken over k, though the lecture
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
