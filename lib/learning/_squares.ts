/**
 * Running sums of squared slopes, of which an optimizer needs the root. A slope
 * whose square leaves the range of doubles counts all the same: from the first
 * such one on, what is kept is the root itself, below 0 so that it is known for
 * one.
 */

/** `kept · sum + share · slope²`, or minus its root. */
export function addSquare(
  sum: number,
  slope: number,
  kept: number,
  share: number,
  epsilon: number,
): number {
  if (sum < 0 || isExtreme(slope, epsilon)) {
    const before = sum < 0 ? -sum : Math.sqrt(sum);
    return -hypotenuse(
      Math.sqrt(kept) * before,
      Math.sqrt(share) * Math.abs(slope),
    );
  }
  return kept * sum + share * slope * slope;
}

/** The root of `sum / divisor`. */
export function rootOf(sum: number, divisor = 1): number {
  return sum < 0 ? -sum / Math.sqrt(divisor) : Math.sqrt(sum / divisor);
}

/**
 * Whether the square of a slope leaves the range of doubles, or nearly. A small
 * one only counts if it is not lost beside epsilon anyway.
 */
function isExtreme(slope: number, epsilon: number): boolean {
  const size = Math.abs(slope);
  return size > 1e150 && size < Infinity ||
    size < 1e-150 && size > 2 ** -60 * epsilon;
}

/** √(a² + b²), without the squares of large or small numbers. */
function hypotenuse(a: number, b: number): number {
  const larger = Math.max(a, b), smaller = Math.min(a, b);
  if (larger === 0 || larger === Infinity) return larger;
  const ratio = smaller / larger;
  return larger * Math.sqrt(1 + ratio * ratio);
}
