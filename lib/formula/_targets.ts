/** What the losses ask of predictions and targets. */
import { type Numbers, ownNumbers } from "../matrix/_numbers.ts";
import { requireSameShape, shape } from "../matrix/_require.ts";
import { type Matrix, rowMajor } from "../matrix/matrix.ts";
import { pairwiseSum } from "./_numpy_sum.ts";

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

/** The same for one-hot targets, where labels may have been meant. */
export function requireClasses(
  y: Matrix,
  t: Matrix,
  names: readonly [string, string],
  action: string,
) {
  const isList = t.rows === 1 || t.columns === 1;
  if (isList && t.rows * t.columns === y.rows && t.columns !== y.columns) {
    throw new RangeError(
      `Cannot ${action}: ${names[0]} is ${shape(y)} and ${names[1]} is ` +
        `${shape(t)}, one-hot rows are needed: ` +
        `oneHot(labels, ${y.columns}) makes them from a list of labels`,
    );
  }
  requirePairs(y, t, names, action);
}

/** So far from 1 the sum of a row of probabilities may be. */
const rounding = 1e-9;

/**
 * Where the single 1 of a one-hot row is: its class. -1 for a row of
 * probabilities with the sum 1; any other is refused.
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
      requireProbabilities(T, columns, row, action);
      return -1;
    }
    if (found >= 0) {
      throw notOneHot(`row ${row} of t has more than one 1`, action);
    }
    found = column;
  }
  if (found < 0) throw notOneHot(`row ${row} of t has no 1`, action);
  return found;
}

/** The classes of targets that have been looked at. */
const known = new WeakMap<Matrix, Numbers>();

/** The class of each row; undefined where a row is of probabilities. */
export function classesOf(t: Matrix, action: string): Numbers | undefined {
  const found = known.get(t);
  if (found !== undefined) return found;
  const T = rowMajor(t), classes = ownNumbers(t.rows);
  for (let row = 0; row < t.rows; row++) {
    classes[row] = classOf(T, t.columns, row, action);
    if (classes[row]! < 0) return undefined;
  }
  known.set(t, classes);
  return classes;
}

function requireProbabilities(
  T: Numbers,
  columns: number,
  row: number,
  action: string,
): void {
  const first = row * columns;
  for (let column = 0; column < columns; column++) {
    const value = T[first + column]!;
    if (value >= 0 && value <= 1) continue;
    throw notOneHot(`t has ${value} in row ${row}, column ${column}`, action);
  }
  const sum = pairwiseSum(T, first, columns);
  if (Math.abs(sum - 1) <= rounding) return;
  throw notOneHot(`row ${row} of t has the sum ${sum}`, action);
}

function notOneHot(found: string, action: string): RangeError {
  return new RangeError(
    `Cannot ${action}: ${found}, one-hot rows are needed: a single 1, ` +
      "otherwise 0 (or probabilities with the sum 1); " +
      "oneHot(labels, classes) makes them from labels",
  );
}
