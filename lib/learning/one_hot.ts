import { requireIndex, requireList, requireSize } from "../matrix/_require.ts";
import { fromFloat64Array } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";

/**
 * Classes as one-hot rows (one-hot 表現): a 1 in the column of its class,
 * otherwise 0.
 *
 * @param labels A class from 0 to K - 1 for each sample.
 * @param classes How many classes there are, K.
 * @returns `[N, K]`.
 * @throws {RangeError} If a label is no class.
 * @throws {TypeError} If `labels` is no list of numbers.
 *
 * @example Two samples, the classes 0, 1 and 2
 * ```ts
 * import { oneHot } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(oneHot([2, 0], 3).toArray(), [[0, 0, 1], [1, 0, 0]]);
 * ```
 */
export function oneHot(labels: ArrayLike<number>, classes: number): Matrix {
  const action = "make one-hot rows";
  const list = Array.from(requireList(labels, "labels", action));
  requireSize(classes, "classes", action);
  const values = new Float64Array(list.length * classes);
  list.forEach((label, row) => {
    requireIndex(label, classes, `label ${row}`, action);
    values[row * classes + label] = 1;
  });
  return fromFloat64Array(values, list.length, classes);
}
