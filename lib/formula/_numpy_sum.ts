import type { Numbers } from "../matrix/_numbers.ts";

/** As many numbers as NumPy 1.24 takes at a time. */
const block = 8192;

/**
 * The sum of `n` numbers that lie side by side, in the order of additions of
 * NumPy 1.24, so that the kit and a notebook agree to the last bit: blocks of
 * 8192 one after the other; within a block up to 128 numbers in eight lanes,
 * more in halves. Its error grows with log n and n / 8192, not with n. (NumPy 2
 * sums longer lists in halves throughout, and may differ in the last digit.)
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
  let total = 0;
  if (n < 8) { // the sums of the lecture's net
    for (let i = 0; i < n; i++) total += values[start + i]!;
    return total;
  }
  for (let done = 0; done < n; done += block) {
    total += pairwise(values, start + done, Math.min(block, n - done));
  }
  return total;
}

function pairwise(
  values: Numbers,
  start: number,
  n: number,
): number {
  if (n < 8) return pairwiseSum(values, start, n);
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
