/**
 * The hyperbolic tangent, 1 - 2 / (1 + e^2x) where it is not small: the
 * division comes in two parts, and only the last subtraction rounds at a digit
 * that counts. Where it is small that would cancel, and its power series at 0
 * has few terms. 0.53 units in the last place at most. The arithmetic is that
 * of the exponential.
 *
 * Source of the series: "Handbook of Mathematical Functions" (1964), 4.5.64.
 *
 * @module
 */
import { expParts } from "./_exp.ts";
import { inverseWithOne } from "./_sigmoid.ts";

/** The hyperbolic tangent of x. */
export function tanhOf(x: number): number {
  const size = x < 0 ? -x : x;
  // What is so small is its own tangent: -0 stays, and nothing underflows.
  if (size < 2 ** -28) return x;
  const y = size < 1 / 8 ? nearZero(size) : fromExp(size);
  return x < 0 ? -y : y;
}

function fromExp(x: number): number {
  if (!(x < 20)) return x === x ? 1 : NaN;
  const { head, tail } = inverseWithOne(expParts(2 * x));
  const most = 1 - 2 * head, left = (1 - most) - 2 * head;
  return most + (left - 2 * tail);
}

/** x - x³/3 + 2x⁵/15 - …, the first nine terms. */
function nearZero(x: number): number {
  const s = x * x, q = s * s;
  const low = (-1 / 3 + s * (2 / 15)) + q * (-17 / 315 + s * (62 / 2835));
  const high = (-1382 / 155925 + s * (21844 / 6081075)) +
    q * (-929569 / 638512875 + s * (6404582 / 10854718875));
  return x + x * (s * (low + (q * q) * high));
}
