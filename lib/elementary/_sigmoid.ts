/**
 * The sigmoid, 1 / (1 + e^-x). The exponential comes in two parts, and what the
 * sum with 1 and the division round away is added at the end: 0.52 units in the
 * last place at most. The arithmetic is that of the exponential.
 *
 * @module
 */
import { expOf, expParts } from "./_exp.ts";
import { firstDigits, type Parts } from "./_parts.ts";

/** 1 / (1 + e^-x). */
export function sigmoidOf(x: number): number {
  // Farther out it is e^x, and 1.
  if (!(x > -44 && x < 44)) return x < 0 ? expOf(x) : x > 0 ? 1 : NaN;
  const { head, tail } = inverseWithOne(expParts(-x));
  return head + tail;
}

/** 1 / (1 + x), where both parts of x are below 2^900. */
export function inverseWithOne({ head: x, tail: more }: Parts): Parts {
  // What the first sum rounds away, and what the second.
  const most = 1 + x, added = most - 1;
  const left = ((1 - (most - added)) + (x - added)) + more;
  const sum = most + left, rest = (most - sum) + left;
  // The heads have so few digits that their product is exact, and what it
  // leaves of 1, too.
  const inverse = 1 / sum,
    head = firstDigits(inverse),
    first = firstDigits(sum);
  const missing = (1 - head * first) - head * ((sum - first) + rest);
  return { head, tail: missing * inverse };
}
