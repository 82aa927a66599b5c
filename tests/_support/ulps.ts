/**
 * How many doubles apart two numbers are, for what NumPy computes with the
 * logarithm or the power of its platform, of which the last digit is not ours.
 *
 * @module
 */
import { AssertionError } from "@std/assert";

/** The place of a double in the order of all. */
function rank(x: number): bigint {
  const bits = new BigInt64Array(new Float64Array([x]).buffer)[0]!;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Asserts that numbers are at most so many doubles apart; NaN meets NaN. */
export function assertUlps(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  most: number,
  label: string,
): void {
  if (actual.length !== expected.length) {
    throw new AssertionError(
      `${label}: ${actual.length} numbers, expected ${expected.length}`,
    );
  }
  for (let i = 0; i < expected.length; i++) {
    const a = actual[i]!, e = expected[i]!;
    const isSame = Number.isNaN(a) && Number.isNaN(e) || a === e;
    if (isSame) continue;
    const apart = Number.isFinite(a) && Number.isFinite(e)
      ? rank(a) - rank(e)
      : Infinity;
    if (apart <= most && apart >= -most) continue;
    throw new AssertionError(
      `${label}: number ${i} is ${a}, expected ${e}, ${apart} doubles apart`,
    );
  }
}
