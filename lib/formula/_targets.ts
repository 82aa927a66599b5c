/** What the losses ask of predictions and targets. */
import type { Numbers } from "../matrix/_numbers.ts";
import { requireSameShape, shape } from "../matrix/_require.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** Requires a prediction for each target, of at least one sample. */
export function requirePairs(
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
export function classOf(
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
