/**
 * The power x^p = e^(p · ln x). What is wrong with the logarithm counts p
 * times, and what is wrong with the product as often as it is large: so both
 * come in two parts. 0.52 units in the last place at most. The arithmetic is
 * that of the exponential.
 *
 * @module
 */
import { expOfSum } from "./_exp.ts";
import { logParts } from "./_log.ts";
import { firstDigits } from "./_parts.ts";

/** Beyond it any power is 0, 1 or infinite. */
const MOST = 2 ** 64;

/** x^p, for 0, infinite numbers and NaN the same as `**`. */
export function powerOf(x: number, p: number): number {
  if (p === 0) return 1;
  if (x !== x || p !== p) return NaN;
  const size = x < 0 ? -x : x;
  const isWhole = p % 1 === 0, isOdd = p % 2 === 1 || p % 2 === -1;
  const sign = isOdd && (x < 0 || Object.is(x, -0)) ? -1 : 1;
  if (size === 1 && (p === Infinity || p === -Infinity)) return NaN;
  if (size === 0 || size === Infinity) {
    return sign * ((size === 0) === (p > 0) ? 0 : Infinity);
  }
  if (x < 0 && !isWhole && p !== Infinity && p !== -Infinity) return NaN;
  return sign * powerOfSize(size, p > MOST ? MOST : p < -MOST ? -MOST : p);
}

/** x^p of finite numbers, x above 0. */
function powerOfSize(x: number, p: number): number {
  const { head, tail } = logParts(x), product = p * head;
  const first = firstDigits(p), start = firstDigits(head);
  const second = p - first, end = head - start;
  // What the product rounds away, and what the tail adds.
  const left = (((first * start - product) + first * end) + second * start) +
    second * end;
  return expOfSum(product, left + p * tail);
}
