import { logOf } from "../elementary/_log.ts";

/**
 * ln(1 + x) for x ≥ 0, to the last digits also where x is tiny: what 1 + x
 * loses by rounding is given back.
 *
 * Source: W. Kahan, in the Hewlett-Packard HP-15C Advanced Functions Handbook
 * (1982), appendix.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  return sum === 1 || sum === Infinity ? x : logOf(sum) * (x / (sum - 1));
}
