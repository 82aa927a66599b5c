/** Which rows to learn from, and which to judge by. */
import {
  describe,
  requireFinite,
  requireList,
  requireOptions,
  requireSize,
} from "../matrix/_require.ts";
import { indicesTo, shuffleInPlace } from "../random/_shuffle.ts";
import { drawUniform, requireRandom } from "../random/_source.ts";

/** Rows to learn from, and rows to judge by, by their indices. */
export interface Split {
  /** The rows to learn from, in rising order. */
  readonly train: readonly number[];
  /** The other rows, in rising order. */
  readonly test: readonly number[];
}

/** How {@linkcode stratifiedSplit} splits. */
export interface SplitOptions {
  /**
   * Where the choice comes from: a function that draws uniformly from [0, 1).
   */
  random: () => number;
  /**
   * The part of the rows that go into `test`, above 0 and below 1. Default 0.2.
   */
  part?: number;
}

/**
 * Sets aside a part of the rows at random, the same part of every class
 * (層化抽出), to within one row. Of two rows or more at least one is set aside.
 *
 * @param labels A class for each row.
 * @param options `random`; `part`.
 * @returns Which rows go where.
 * @throws {RangeError} If `part` is out of range.
 * @throws {TypeError} If `labels` is no list of numbers or an option of another
 * kind.
 *
 * @example A quarter of eight rows: one of each class
 * ```ts
 * import { numpyRandom, stratifiedSplit } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const labels = [0, 0, 0, 0, 1, 1, 1, 1];
 * const { train, test } = stratifiedSplit(labels, {
 *   random: numpyRandom(0),
 *   part: 0.25,
 * });
 * assertEquals(test.map((row) => labels[row]), [0, 1]);
 * assertEquals(train.length, 6);
 * ```
 */
export function stratifiedSplit(
  labels: ArrayLike<number>,
  options: SplitOptions,
): Split {
  const action = "split rows";
  const list = requireLabels(labels, action);
  requireOptions(options, ["random", "part"], action);
  const { random, part = 0.2 } = options;
  requireRandom(random, action);
  requireFinite(part, "part", "more than 0", action);
  if (part >= 1) {
    throw new RangeError(
      `Cannot ${action}: part is ${part}, a number below 1 is needed`,
    );
  }
  const dealt = shuffledByClass(list, random, action);
  // Along rows that are ordered by class, one is taken whenever another whole
  // row is due; of a few rows that make no whole one, any.
  const any = list.length > 1 && list.length * part < 1
    ? Math.floor(drawUniform(random, action) * list.length)
    : undefined;
  const taken = new Set(
    dealt.filter((_, i) =>
      i === any || Math.floor((i + 1) * part) > Math.floor(i * part)
    ),
  );
  return splitBy(list.length, (row) => taken.has(row));
}

/** How {@linkcode stratifiedFolds} splits. */
export interface FoldsOptions {
  /**
   * Where the choice comes from: a function that draws uniformly from [0, 1).
   */
  random: () => number;
  /** How many folds, 2 or more. Default 5. */
  folds?: number;
}

/**
 * Splits rows for cross-validation (交差検証): as many times as there are
 * folds, so that every row is once in `test`. The rows of each class are spread
 * over the folds evenly (層化), to within one row; so are all rows.
 *
 * @param labels A class for each row.
 * @param options `random`; `folds`.
 * @returns A split for each fold.
 * @throws {RangeError} If there are fewer rows than folds, or fewer than two
 * folds.
 * @throws {TypeError} If `labels` is no list of numbers or an option of another
 * kind.
 *
 * @example Two folds, two classes
 * ```ts
 * import { numpyRandom, stratifiedFolds } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const labels = [0, 1, 0, 1], random = numpyRandom(0);
 * const splits = stratifiedFolds(labels, { random, folds: 2 });
 * for (const { test } of splits) {
 *   assertEquals(test.map((row) => labels[row]).sort(), [0, 1]);
 * }
 * assertEquals(splits[0]?.test, splits[1]?.train);
 * ```
 */
export function stratifiedFolds(
  labels: ArrayLike<number>,
  options: FoldsOptions,
): Split[] {
  const action = "make folds";
  const list = requireLabels(labels, action);
  requireOptions(options, ["random", "folds"], action);
  const { random, folds = 5 } = options;
  requireRandom(random, action);
  requireSize(folds, "folds", action);
  if (folds < 2 || list.length < folds) {
    throw new RangeError(
      `Cannot ${action}: found ${folds} folds for ${list.length} rows, ` +
        "at least 2 folds with a row in each are needed",
    );
  }
  // Rows ordered by class are dealt like cards.
  const foldOf = new Uint32Array(list.length);
  for (const [i, row] of shuffledByClass(list, random, action).entries()) {
    foldOf[row] = i % folds;
  }
  return indicesTo(folds).map((fold) =>
    splitBy(list.length, (row) => foldOf[row] === fold)
  );
}

/** All rows in a random order, but one class after the other. */
function shuffledByClass(
  labels: ArrayLike<number>,
  random: () => number,
  action: string,
): Uint32Array {
  const rows = indicesTo(labels.length);
  shuffleInPlace(rows, random, action);
  // Each class gets its place, and in it the rows in their order: a sort would
  // take several times the memory.
  const places = new Map<number, number>();
  for (let row = 0; row < labels.length; row++) {
    places.set(labels[row]!, (places.get(labels[row]!) ?? 0) + 1);
  }
  let start = 0;
  for (const label of [...places.keys()].sort((a, b) => a - b)) {
    const count = places.get(label)!;
    places.set(label, start);
    start += count;
  }
  const dealt = new Uint32Array(rows.length);
  for (const row of rows) {
    const at = places.get(labels[row]!)!;
    dealt[at] = row;
    places.set(labels[row]!, at + 1);
  }
  return dealt;
}

function splitBy(length: number, isTest: (row: number) => boolean): Split {
  let tests = 0;
  for (let row = 0; row < length; row++) if (isTest(row)) tests++;
  // Lists that need not grow: of a million rows each growth is a copy.
  const train = Array<number>(length - tests), test = Array<number>(tests);
  for (let row = 0, i = 0, j = 0; row < length; row++) {
    if (isTest(row)) test[j++] = row;
    else train[i++] = row;
  }
  return { train, test };
}

/** Requires a list of classes: integers of 0 or more. */
function requireLabels(
  labels: ArrayLike<number>,
  action: string,
): ArrayLike<number> {
  const list = requireList(labels, "labels", action);
  for (let row = 0; row < list.length; row++) {
    const label = list[row]!;
    if (Number.isInteger(label) && label >= 0) continue;
    const Kind = typeof label === "number" ? RangeError : TypeError;
    throw new Kind(
      `Cannot ${action}: label ${row} is ${describe(label)}, ` +
        "an integer of 0 or more is needed",
    );
  }
  return list;
}
