import { describe, requireOptions, requireSize } from "../matrix/_require.ts";
import { drawUniform, requireRandom } from "./_source.ts";

/** What {@linkcode uniform} draws. */
export interface UniformOptions {
  /** The least number; default 0. */
  low?: number;
  /** The number above all others, but for rounding; default 1. */
  high?: number;
  /** How many; default 1. */
  size?: number;
}

const action = "draw numbers";

/**
 * Random numbers (一様乱数) in [low, high): `low + (high - low) · u` for each u
 * of the source. From `numpyRandom` they are what
 * `RandomState.uniform(low, high, size)` draws.
 *
 * @param random The source: a function that draws uniformly from [0, 1).
 * @param options `low`, `high`: from where to below what; `size`: how many.
 * @returns A list of `size` numbers.
 * @throws {TypeError} If `random` is no function or returns no number, or an
 * option is unknown or no number.
 * @throws {RangeError} If `random` returns a number outside [0, 1), a bound or
 * the distance between both is not finite, or `size` is no integer of 0 or
 * more.
 *
 * @example The same numbers as in Python
 * ```ts
 * import { numpyRandom, uniform } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const random = numpyRandom(0); // np.random.seed(0)
 * assertEquals( // np.random.uniform(-1, 1, 2)
 *   uniform(random, { low: -1, high: 1, size: 2 }),
 *   [0.09762700785464951, 0.43037873274483895],
 * );
 * ```
 */
export function uniform(
  random: () => number,
  options: UniformOptions = {},
): number[] {
  requireRandom(random, action);
  requireOptions(options, ["low", "high", "size"], action);
  const { low = 0, high = 1, size = 1 } = options;
  for (const [name, value] of Object.entries({ low, high })) {
    if (Number.isFinite(value)) continue;
    const Kind = typeof value === "number" ? RangeError : TypeError;
    throw new Kind(
      `Cannot ${action}: ${name} is ${describe(value)}, ` +
        "a finite number is needed",
    );
  }
  requireSize(size, "numbers", action);
  const range = high - low;
  if (!Number.isFinite(range)) {
    throw new RangeError(
      `Cannot ${action}: low is ${low} and high is ${high}, ` +
        "a finite distance between them is needed",
    );
  }
  return Array.from(
    { length: size },
    () => low + range * drawUniform(random, action),
  );
}
