/**
 * How good predictions are. Everything but {@linkcode pearsonCorrelation} is
 * computed from the confusion matrix; the matrices of several runs can be
 * added.
 */
import {
  describe,
  requireIndex,
  requireList,
  requireSize,
  shape,
} from "../matrix/_require.ts";
import {
  fromFloat64Array,
  type Matrix,
  requireMatrix,
} from "../matrix/matrix.ts";

/**
 * The confusion matrix (混同行列): how many samples of class i were predicted to
 * be of class k stands in row i, column k.
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
  requirePairs(actual, predicted, ["actual", "predicted"], action);
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

/** How well one class is found: see {@linkcode classScores}. */
export interface ClassScores {
  /**
   * Of the samples predicted to be of this class, the part that is (適合率); NaN
   * if there is none.
   */
  readonly precision: number;
  /**
   * Of the samples of this class, the part that was found (再現率); NaN if there
   * is none.
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
      const weight = (i - k) ** 2;
      observed += weight * count;
      expected += weight * actual[i]! * predicted[k]! / total;
    });
  });
  return 1 - observed / expected;
}

/**
 * Pearson's correlation (相関係数) of two lists of numbers:
 * `r = Σ (x - x̄)(y - ȳ) / √(Σ (x - x̄)² · Σ (y - ȳ)²)`. It is NaN where one
 * list does not vary.
 *
 * @param x Numbers.
 * @param y As many numbers.
 * @returns From -1 to 1.
 * @throws {RangeError} If the lists are empty or differ in length.
 * @throws {TypeError} If one is no list of numbers.
 *
 * @example On a falling line
 * ```ts
 * import { pearsonCorrelation } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(pearsonCorrelation([1, 2, 3], [6, 4, 2]), -1, 1e-15);
 * ```
 */
export function pearsonCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  const action = "compute the correlation";
  requirePairs(x, y, ["x", "y"], action);
  if (x.length === 0) {
    throw new RangeError(
      `Cannot ${action}: the lists are empty, at least one number is needed`,
    );
  }
  const a = centered(x, "x", action), b = centered(y, "y", action);
  let together = 0, squaresA = 0, squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    together += a[i]! * b[i]!;
    squaresA += a[i]! * a[i]!;
    squaresB += b[i]! * b[i]!;
  }
  const r = together / Math.sqrt(squaresA * squaresB);
  return Math.max(-1, Math.min(1, r)); // rounding may go beyond
}

/**
 * How far numbers are from their mean, in units of the furthest, so that no
 * square leaves the range of doubles; all 0 if they are equal.
 */
function centered(
  list: ArrayLike<number>,
  name: string,
  action: string,
): Float64Array {
  const values = Float64Array.from(list, (value, i) => {
    if (typeof value === "number") return value;
    throw new TypeError(
      `Cannot ${action}: ${name}[${i}] is ${describe(value)}, ` +
        "a number is needed",
    );
  });
  // The mean of equal numbers may be off by a rounding.
  if (values.every((value) => value === values[0])) return values.fill(0);
  const mean = values.reduce((total, value) => total + value, 0) /
    values.length;
  const away = values.map((value) => value - mean);
  const most = away.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return away.map((value) => value / most);
}

/** Requires two lists of one length. */
function requirePairs(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  names: readonly [string, string],
  action: string,
): void {
  requireList(left, names[0], action);
  requireList(right, names[1], action);
  if (left.length !== right.length) {
    throw new RangeError(
      `Cannot ${action}: ${names[0]} has ${left.length} numbers and ${
        names[1]
      } has ${right.length}, both must have as many`,
    );
  }
}

/** A confusion matrix as rows of counts, with its sums. */
interface Counts {
  readonly rows: readonly (readonly number[])[];
  /** How many samples are of each class. */
  readonly actual: readonly number[];
  /** How many samples were predicted to be of each class. */
  readonly predicted: readonly number[];
  readonly total: number;
}

/** Requires a square matrix of counts, not all 0. */
function requireCounts(confusion: Matrix, action: string): Counts {
  requireMatrix(confusion, "the confusion matrix", action);
  if (confusion.rows !== confusion.columns) {
    throw new RangeError(
      `Cannot ${action}: the confusion matrix is ${shape(confusion)}, ` +
        "as many rows as columns are needed",
    );
  }
  const rows = confusion.toArray();
  rows.forEach((row, i) =>
    row.forEach((count, k) => {
      if (Number.isInteger(count) && count >= 0) return;
      throw new RangeError(
        `Cannot ${action}: row ${i}, column ${k} is ${count}, ` +
          "an integer of 0 or more is needed",
      );
    })
  );
  const add = (total: number, count: number) => total + count;
  const actual = rows.map((row) => row.reduce(add, 0));
  const predicted = rows.map((_, k) =>
    rows.reduce((total, row) => total + row[k]!, 0)
  );
  const total = actual.reduce(add, 0);
  if (total === 0) {
    throw new RangeError(
      `Cannot ${action}: the confusion matrix counts no sample, ` +
        "at least one is needed",
    );
  }
  return { rows, actual, predicted, total };
}
