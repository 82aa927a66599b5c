/** The standard normal distribution. */

/**
 * How likely a normal number is below `x`: `Φ(x)`, by Marsaglia's series, to
 * about 1e-16.
 *
 * Source: G. Marsaglia, "Evaluating the Normal Distribution", Journal of
 * Statistical Software 11 (2004).
 */
export function normalShare(x: number): number {
  if (!(Math.abs(x) < 8)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  let sum = x, term = x, last = NaN;
  for (let k = 3; sum !== last; k += 2) {
    last = sum;
    term *= x * x / k;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * Below which number a normal one is with that probability, the inverse of
 * `normalShare`; infinite for 0 and 1.
 */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) {
    return share === 0 ? -Infinity : share === 1 ? Infinity : NaN;
  }
  let low = -8, high = 8;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
}
