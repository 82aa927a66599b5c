/**
 * The Taylor test. Along a direction d, a right gradient g is the slope of the
 * tangent: what is left, `|f(w + s d) - f(w) - s g·d|`, falls with s², so each
 * halving of s makes it four times smaller. A wrong gradient leaves a part that
 * falls with s only.
 *
 * Source: P. E. Farrell, D. A. Ham, S. W. Funke, M. E. Rognes, "Automated
 * derivation of the adjoint of high-level transient finite element programs"
 * (2013), section 6.
 */

import { logOf } from "../elementary/_log.ts";
import { UNIT_ROUNDOFF } from "./_extrapolation.ts";

/**
 * The order at which the remainder falls: about 2 for a right slope and about 1
 * for a wrong one; NaN if it is rounding from the start.
 *
 * @param along The function along the direction, of the distance s.
 * @param claim `slope`: the slope at 0 that is to be tested; `first`: the first
 * distance, which is halved until rounding is reached.
 */
export function taylorOrder(
  along: (s: number) => number,
  { slope, first }: { slope: number; first: number },
): number {
  const here = along(0);
  let order = NaN, before = NaN;
  for (let k = 0, s = first; k < 24; k++, s /= 2) {
    const there = along(s);
    const remainder = Math.abs(there - here - s * slope);
    const size = Math.abs(here) + Math.abs(there) + Math.abs(s * slope);
    // Two digits above rounding, or it would be rounding that is measured.
    if (!(remainder > 100 * UNIT_ROUNDOFF * Math.max(1, size))) break;
    if (k > 0) order = logOf(before / remainder) / Math.LN2;
    before = remainder;
  }
  return order;
}
