import { requireIndex, requireSize } from "../matrix/_require.ts";
import { fromFloat64Array } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireSameLength } from "./_lists.ts";

/**
 * The confusion matrix (混同行列): how many samples of class i were predicted
 * to be of class k stands in row i, column k. The matrices of several runs can
 * be added.
 *
 * @param actual The class of each sample, from 0 to `classes` - 1.
 * @param predicted The predicted class of each sample.
 * @param classes How many classes there are, K.
 * @returns `[K, K]`.
 * @throws {RangeError} If the lists differ in length, or a label is no class.
 * @throws {TypeError} If an argument is of another kind.
 *
 * @example One of three samples taken for another class
 * ```ts
 * import { confusionMatrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const counts = confusionMatrix([0, 0, 1], [0, 1, 1], 2);
 * assertEquals(counts.toArray(), [[1, 1], [0, 1]]);
 * ```
 */
export function confusionMatrix(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): Matrix {
  const action = "count predictions";
  requireSameLength(actual, predicted, ["actual", "predicted"], action);
  requireSize(classes, "classes", action);
  const counts = new Float64Array(classes * classes);
  for (let i = 0; i < actual.length; i++) {
    requireIndex(actual[i]!, classes, `actual label ${i}`, action);
    requireIndex(predicted[i]!, classes, `predicted label ${i}`, action);
    const place = actual[i]! * classes + predicted[i]!;
    counts[place] = counts[place]! + 1;
  }
  return fromFloat64Array(counts, classes, classes);
}
