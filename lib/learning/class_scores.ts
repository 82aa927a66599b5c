import type { Matrix } from "../matrix/matrix.ts";
import { requireCounts } from "./_confusion_counts.ts";

/** How well one class is found: see {@linkcode classScores}. */
export interface ClassScores {
  /**
   * Of the samples predicted to be of this class, the part that is (適合率);
   * NaN if there is none.
   */
  readonly precision: number;
  /**
   * Of the samples of this class, the part that was found (再現率); NaN if
   * there is none.
   */
  readonly recall: number;
  /** The harmonic mean of both (F 値); NaN if the class occurs in neither. */
  readonly f1: number;
  /** How many samples are of this class. */
  readonly samples: number;
}

/**
 * Precision, recall and F1 of each class (適合率・再現率・F 値), with
 * `F1 = 2 · found / (actual + predicted)`. What would be a division by 0 is
 * NaN: nothing is known about it.
 *
 * Source: C. J. van Rijsbergen, "Information Retrieval" (1979), chapter 7.
 *
 * @param confusion A confusion matrix, `[K, K]`.
 * @returns The scores of each class, in their order.
 * @throws {RangeError} If it is no square matrix of counts, or all are 0.
 * @throws {TypeError} If it is no matrix.
 *
 * @example Half of what was called class 1 is class 1
 * ```ts
 * import { classScores, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const [, one] = classScores(matrix([[1, 1], [0, 1]]));
 * assertEquals(one, { precision: 0.5, recall: 1, f1: 2 / 3, samples: 1 });
 * ```
 */
export function classScores(confusion: Matrix): ClassScores[] {
  const { rows, actual, predicted } = requireCounts(
    confusion,
    "score the classes",
  );
  return rows.map((row, k) => {
    const found = row[k]!;
    return {
      precision: found / predicted[k]!,
      recall: found / actual[k]!,
      f1: 2 * found / (actual[k]! + predicted[k]!),
      samples: actual[k]!,
    };
  });
}
