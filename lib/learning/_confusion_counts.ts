/** A confusion matrix, looked at as counts. */
import { shape } from "../matrix/_require.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** A confusion matrix as rows of counts, with its sums. */
export interface ConfusionCounts {
  readonly rows: readonly (readonly number[])[];
  /** How many samples are of each class. */
  readonly actual: readonly number[];
  /** How many samples were predicted to be of each class. */
  readonly predicted: readonly number[];
  readonly total: number;
}

/** Requires a square matrix of counts, not all 0. */
export function requireCounts(
  confusion: Matrix,
  action: string,
): ConfusionCounts {
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
