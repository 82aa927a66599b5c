/** What the exercises with a logarithm have in common. */
import type { Tolerance } from "../exercise/exercise.ts";
import type { Rows } from "./_formulas.ts";

/** The lecture's delta makes no difference where no probability is near 0. */
export const closeToDelta: Tolerance = { rtol: 1e-5, atol: 1e-6 };

/**
 * The same probabilities, but for 0 where the first row's target is, and all of
 * it at the class behind.
 */
export function withZeros(y: Rows, t: Rows): Rows {
  return y.map((row, i) => {
    if (i > 0) return row;
    const at = t[i]!.indexOf(1), next = (at + 1) % row.length;
    const both = Math.round(100 * (row[at]! + row[next]!)) / 100;
    return row.map((value, j) => j === at ? 0 : j === next ? both : value);
  });
}
