import type { Numbers } from "../matrix/_numbers.ts";

/**
 * The sum of `n` numbers that lie side by side, in NumPy's order of additions,
 * so that the kit and a notebook agree to the last bit: short lists one after
 * the other, up to 128 numbers in eight lanes, longer lists in halves. Its
 * error grows with log n, not with n.
 *
 * Source: N. J. Higham, "The accuracy of floating point summation" (1993),
 * pairwise summation.
 */
export function pairwiseSum(
  values: Numbers,
  start: number,
  n: number,
): number {
  // NumPy begins with 0, which turns a sum of negative zeros into 0.
  return 0 + pairwise(values, start, n);
}

function pairwise(
  values: Numbers,
  start: number,
  n: number,
): number {
  if (n < 8) {
    let total = 0;
    for (let i = 0; i < n; i++) total += values[start + i]!;
    return total;
  }
  if (n > 128) {
    const half = Math.floor(n / 2);
    const left = half - half % 8;
    return pairwise(values, start, left) +
      pairwise(values, start + left, n - left);
  }
  let s0 = values[start]!, s1 = values[start + 1]!, s2 = values[start + 2]!;
  let s3 = values[start + 3]!, s4 = values[start + 4]!, s5 = values[start + 5]!;
  let s6 = values[start + 6]!, s7 = values[start + 7]!;
  const whole = n - n % 8;
  for (let i = 8; i < whole; i += 8) {
    s0 += values[start + i]!;
    s1 += values[start + i + 1]!;
    s2 += values[start + i + 2]!;
    s3 += values[start + i + 3]!;
    s4 += values[start + i + 4]!;
    s5 += values[start + i + 5]!;
    s6 += values[start + i + 6]!;
    s7 += values[start + i + 7]!;
  }
  let total = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  for (let i = whole; i < n; i++) total += values[start + i]!;
  return total;
}
