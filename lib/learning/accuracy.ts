import type { Matrix } from "../matrix/matrix.ts";
import { requireCounts } from "./_confusion_counts.ts";

/**
 * The accuracy (正解率): the part of the samples whose class was predicted.
 *
 * @param confusion A confusion matrix, `[K, K]`.
 * @returns From 0 to 1.
 * @throws {RangeError} If it is no square matrix of counts, or all are 0.
 * @throws {TypeError} If it is no matrix.
 *
 * @example Three of four
 * ```ts
 * import { accuracy, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(accuracy(matrix([[2, 1], [0, 1]])), 0.75);
 * ```
 */
export function accuracy(confusion: Matrix): number {
  const { rows, total } = requireCounts(confusion, "compute the accuracy");
  return rows.reduce((right, row, k) => right + row[k]!, 0) / total;
}

/**
 * The majority line: the accuracy of a guesser who looks at nothing and always
 * says the most frequent class. What does not beat it has learned nothing.
 *
 * @param confusion A confusion matrix, `[K, K]`.
 * @returns Above 0, at most 1.
 * @throws {RangeError} If it is no square matrix of counts, or all are 0.
 * @throws {TypeError} If it is no matrix.
 *
 * @example Nine of ten samples are of one class
 * ```ts
 * import { accuracy, majorityAccuracy, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = matrix([[9, 0], [1, 0]]);
 * assertEquals(accuracy(counts), 0.9); // good?
 * assertEquals(majorityAccuracy(counts), 0.9); // no better than a guess
 * ```
 */
export function majorityAccuracy(confusion: Matrix): number {
  const { actual, total } = requireCounts(confusion, "find the majority");
  return Math.max(...actual) / total;
}
