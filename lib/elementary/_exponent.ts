/** What a double begins with: sign and exponent. */

const double = new Float64Array([-0]), words = new Int32Array(double.buffer);
/** -0 has one bit, the first. */
const FIRST = words[0] === 0 ? 1 : 0;

/** The first 32 bits: a sign, 11 bits of exponent and 20 digits. */
export function firstBitsOf(x: number): number {
  double[0] = x;
  return words[FIRST]!;
}

/** The k of `2^k ≤ |x| < 2^(k+1)`; below -1022 where x has no such digits. */
export function exponentOf(x: number): number {
  return (firstBitsOf(x) >> 20 & 2047) - 1023;
}
