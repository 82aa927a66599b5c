import type { Matrix } from "../matrix/matrix.ts";
import { requireCounts } from "./_confusion_counts.ts";

/**
 * Cohen's kappa with quadratic weights (重み付きカッパ係数), for classes in an
 * order such as bad, ordinary, good: 1 for full agreement, 0 for what chance
 * would do, and an error counts the more the further it is off:
 * `1 - Σ (i - k)² O[i, k] / Σ (i - k)² E[i, k]`, where
 * `E[i, k] = actual[i] · predicted[k] / N`.
 *
 * It is NaN where actual and predicted classes are one and the same for all
 * samples: chance would do that too.
 *
 * Source: J. Cohen, "Weighted kappa" (1968).
 *
 * @param confusion A confusion matrix, `[K, K]`.
 * @returns At most 1.
 * @throws {RangeError} If it is no square matrix of counts, or all are 0.
 * @throws {TypeError} If it is no matrix.
 *
 * @example Off by two is worse than off by one
 * ```ts
 * import { matrix, quadraticWeightedKappa } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const near = matrix([[1, 1, 0], [0, 2, 0], [0, 0, 2]]);
 * const far = matrix([[1, 0, 1], [0, 2, 0], [0, 0, 2]]);
 * assertEquals(quadraticWeightedKappa(near), 1 - 1 / 7);
 * assertEquals(quadraticWeightedKappa(far), 1 - 4 / 8);
 * ```
 */
export function quadraticWeightedKappa(confusion: Matrix): number {
  const { rows, actual, predicted, total } = requireCounts(
    confusion,
    "compute the kappa",
  );
  let observed = 0, expected = 0;
  rows.forEach((row, i) => {
    row.forEach((count, k) => {
      const weight = (i - k) * (i - k);
      observed += weight * count;
      expected += weight * actual[i]! * predicted[k]! / total;
    });
  });
  return 1 - observed / expected;
}
