import { describe } from "../matrix/_require.ts";
import { requireSameLength } from "./_lists.ts";
import { largestOf, powerNear } from "./_range.ts";

/**
 * Pearson's correlation (相関係数) of two lists of numbers:
 * `r = Σ (x - x̄)(y - ȳ) / √(Σ (x - x̄)² · Σ (y - ȳ)²)`. It is NaN where one
 * list does not vary.
 *
 * @param x Numbers.
 * @param y As many numbers.
 * @returns From -1 to 1.
 * @throws {RangeError} If the lists are empty or differ in length.
 * @throws {TypeError} If one is no list of numbers.
 *
 * @example On a falling line
 * ```ts
 * import { pearsonCorrelation } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(pearsonCorrelation([1, 2, 3], [6, 4, 2]), -1, 1e-15);
 * ```
 */
export function pearsonCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  const action = "compute the correlation";
  requireSameLength(x, y, ["x", "y"], action);
  if (x.length === 0) {
    throw new RangeError(
      `Cannot ${action}: the lists are empty, at least one number is needed`,
    );
  }
  const a = centered(x, "x", action), b = centered(y, "y", action);
  let together = 0, squaresA = 0, squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    together += a[i]! * b[i]!;
    squaresA += a[i]! * a[i]!;
    squaresB += b[i]! * b[i]!;
  }
  const r = together / Math.sqrt(squaresA * squaresB);
  return Math.max(-1, Math.min(1, r)); // rounding may go beyond
}

/**
 * How far numbers are from their mean, in units of the furthest, so that no
 * square leaves the range of doubles; all 0 if they are equal.
 */
function centered(
  list: ArrayLike<number>,
  name: string,
  action: string,
): Float64Array {
  const values = Float64Array.from(list, (value, i) => {
    if (typeof value === "number") return value;
    throw new TypeError(
      `Cannot ${action}: ${name}[${i}] is ${describe(value)}, ` +
        "a number is needed",
    );
  });
  // The mean of equal numbers may be off by a rounding.
  if (values.every((value) => value === values[0])) return values.fill(0);
  const power = powerNear(largestOf(values));
  const near = values.map((value) => value * power);
  const mean = near.reduce((total, value) => total + value, 0) / near.length;
  const away = near.map((value) => value - mean), most = largestOf(away);
  return away.map((value) => value / most);
}
