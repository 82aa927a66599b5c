/** From probabilities to a band. */
import { fromFloat64Array, type Matrix } from "kobai";

/** How a band is chosen. */
export type Decision = "mostProbable" | "median";

/**
 * The band of each row: the most probable one, the first of them in a tie; or
 * the median, which is the number of bands `k` with `P(band ≤ k) < 0.5`. The
 * median needs an order; it is where the distance to the band that is right may
 * be expected to be least.
 *
 * @param probabilities `[N, K]`, the bands from the lowest to the highest.
 * @param decision How.
 * @returns A band for each row, by its index.
 */
export function decide(probabilities: Matrix, decision: Decision): number[] {
  const { rows, columns } = probabilities;
  const values = probabilities.toFloat64Array();
  const choose = decision === "median" ? medianOf : largestOf;
  return Array.from(
    { length: rows },
    (_, row) => choose(values.subarray(row * columns, (row + 1) * columns)),
  );
}

/**
 * By how much each band is chosen: the largest number of a row is that of the
 * band of `decide`, and those of two bands are equal where one passes into the
 * other. Their own probabilities; for the median `min(P(band ≤ k) − 0.5, 0.5 −
 * P(band ≤ k − 1))`.
 *
 * @param probabilities `[N, K]`.
 * @param decision How a band is chosen.
 * @returns `[N, K]`.
 */
export function claims(probabilities: Matrix, decision: Decision): Matrix {
  if (decision !== "median") return probabilities;
  const { rows, columns } = probabilities;
  const values = probabilities.toFloat64Array();
  for (let at = 0; at < values.length; at += columns) {
    let below = 0;
    for (let k = 0; k < columns; k++) {
      const atMost = k === columns - 1 ? 1 : below + values[at + k]!;
      values[at + k] = Math.min(atMost - 0.5, 0.5 - below);
      below = atMost;
    }
  }
  return fromFloat64Array(values, rows, columns);
}

function largestOf(own: Float64Array): number {
  let most = 0;
  for (let k = 1; k < own.length; k++) if (own[k]! > own[most]!) most = k;
  return most;
}

function medianOf(own: Float64Array): number {
  let band = 0, atMost = own[0]!;
  while (band < own.length - 1 && atMost < 0.5) atMost += own[++band]!;
  return band;
}
