/**
 * Numbers brought near 1, so that no sum or square leaves the range of doubles.
 */
import { exponentOf } from "../elementary/_exponent.ts";

/**
 * A power of two by which a number of this size comes near 1. Multiplying by it
 * changes no digit; 1 where there is no such power.
 */
export function powerNear(size: number): number {
  if (size === 0 || !Number.isFinite(size)) return 1;
  return 2 ** -Math.max(-1000, Math.min(1000, exponentOf(size)));
}

/** The size of the largest number; NaN if one is NaN. */
export function largestOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    most = Math.max(most, Math.abs(values[i]!));
  }
  return most;
}
