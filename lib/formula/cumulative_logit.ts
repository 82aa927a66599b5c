/** From one score to the probabilities of classes that have an order. */
import { shape } from "../matrix/_require.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { ones } from "../matrix/make.ts";
import type { Matrix, MatrixLike } from "../matrix/matrix.ts";
import { sigmoid } from "./activation.ts";
import { exp, multiply, negate, subtract } from "./elementwise.ts";
import { concatenate } from "./joining.ts";
import { matmul } from "./products.ts";
import { takeColumns } from "../matrix/columns.ts";

const action = "give the probabilities of ordered classes";

/**
 * The probabilities of classes in an order (順序ロジット), from one score for
 * each sample and the thresholds that cut the scores into classes:
 * `P(class ≤ k) = sigmoid(θ[k] - score)`, and from class to class the
 * difference. It is computed as a product, `sigmoid(θ[k] - score) ·
 * sigmoid(score - θ[k-1]) · (1 - e^(θ[k-1] - θ[k]))`, in which no digits are
 * lost where both are near 1.
 *
 * Source: P. McCullagh, "Regression Models for Ordinal Data" (1980).
 *
 * @param score A score for each sample, `[N, 1]`: the higher, the higher the
 * class.
 * @param thresholds `[1, K - 1]`, from the lowest to the highest.
 * @returns `[N, K]`, each row with the sum 1.
 * @throws {RangeError} If the score is not one column, or the thresholds not
 * one row.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Half way between two thresholds
 * ```ts
 * import { cumulativeLogit, matrix } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const y = cumulativeLogit(matrix([0]), matrix([-Math.log(3), Math.log(3)]));
 * assertAlmostEquals(y.at(0, 0), 0.25, 1e-15);
 * assertAlmostEquals(y.at(0, 1), 0.5, 1e-15);
 * assertAlmostEquals(y.at(0, 2), 0.25, 1e-15);
 * ```
 */
export function cumulativeLogit(
  score: MatrixLike,
  thresholds: MatrixLike,
): Matrix {
  const column = toMatrix(score, "the score", action);
  const row = toMatrix(thresholds, "the thresholds", action);
  if (column.columns !== 1 || row.rows !== 1 || row.columns === 0) {
    throw new RangeError(
      `Cannot ${action}: the score is ${shape(column)} and the thresholds ` +
        `are ${shape(row)}, one column and one row are needed`,
    );
  }
  const { rows } = column, last = row.columns - 1;
  // A score has the same size beside each threshold.
  const z = subtract(row, matmul(column, ones(1, row.columns)));
  const columns = (parts: Matrix[]) => concatenate(parts, { join: "columns" });
  const atMost = columns([sigmoid(z), ones(rows, 1)]);
  const atLeast = columns([ones(rows, 1), sigmoid(negate(z))]);
  if (last === 0) return multiply(atMost, atLeast);
  const gaps = subtract(
    takeColumns(row, indices(0, last)),
    takeColumns(row, indices(1, last)),
  );
  const between = columns([ones(1, 1), subtract(1, exp(gaps)), ones(1, 1)]);
  return multiply(multiply(atMost, atLeast), between);
}

function indices(first: number, length: number): number[] {
  return Array.from({ length }, (_, i) => first + i);
}
