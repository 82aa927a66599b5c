/** Numbers that look like a mistake in typing. */
import type { Matrix } from "kobai";

/**
 * A number that is far from all others of its feature, or the only one below 0.
 */
export interface Outlier {
  /** The index of its feature. */
  readonly feature: number;
  /** The index of its essay. */
  readonly row: number;
  readonly value: number;
  readonly kind: "far" | "negative";
}

/**
 * So many robust deviations from the median: lengths of texts and counts of
 * errors, which have a long tail, reach 6 in the tables of the kit.
 */
const FAR = 10;
/** Below so many essays nothing is known of what is usual. */
const FEWEST = 20;
/** Of so many numbers, one may be below 0 and be told of. */
const RARE = 100;

/**
 * The numbers that look like mistakes: further from the median than 10 robust
 * deviations (1.4826 times the median distance, or the quartiles' by 1.349); or
 * below 0 where nearly all are not.
 *
 * @param x The features, `[N, D]`.
 * @returns What was found, feature by feature.
 */
export function findOutliers(x: Matrix): Outlier[] {
  const { rows, columns } = x, values = x.toFloat64Array();
  if (rows < FEWEST) return [];
  return Array.from({ length: columns }, (_, feature) => {
    const column = Float64Array.from(
      { length: rows },
      (_, row) => values[row * columns + feature]!,
    );
    return [...far(column), ...negative(column)]
      .map((found) => ({ ...found, feature }));
  }).flat();
}

type Found = Omit<Outlier, "feature">;

function far(column: Float64Array): Found[] {
  const sorted = column.toSorted();
  const middle = quantile(sorted, 0.5);
  const quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  // In the same place: a column of a million numbers is not copied again.
  const distances = sorted;
  column.forEach((value, i) => distances[i] = Math.abs(value - middle));
  distances.sort();
  const deviation = Math.max(
    1.4826 * quantile(distances, 0.5),
    quartiles / 1.349,
    // Where most are the same: how far the usual ones are apart.
    quantile(distances, 0.95) / 1.96,
  );
  if (deviation === 0) return [];
  return where(column, (value) => Math.abs(value - middle) > FAR * deviation)
    .map((row) => ({ row, value: column[row]!, kind: "far" }));
}

function negative(column: Float64Array): Found[] {
  const rows = where(column, (value) => value < 0);
  if (rows.length > Math.max(1, column.length / RARE)) return [];
  return rows.map((row) => ({ row, value: column[row]!, kind: "negative" }));
}

function where(
  column: Float64Array,
  is: (value: number) => boolean,
): number[] {
  const rows: number[] = [];
  column.forEach((value, row) => {
    if (is(value)) rows.push(row);
  });
  return rows;
}

/** A quantile of sorted numbers: the nearest one. */
function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.round(part * (sorted.length - 1))]!;
}
