/**
 * Numbers of more digits than a double has.
 *
 * Source: T. J. Dekker, "A floating-point technique for extending the available
 * precision" (1971).
 */

/** The sum of both, of which the tail is the smaller by far. */
export interface Parts {
  readonly head: number;
  readonly tail: number;
}

/** The first 26 of its 53 digits, rounded; x is below 2^996. */
export function firstDigits(x: number): number {
  const large = x * (2 ** 27 + 1);
  return large - (large - x);
}
