import { describe, requireOptions, requireSize } from "../matrix/_require.ts";
import { drawInteger, requireRandom } from "./_source.ts";

/** What {@linkcode randint} draws. */
export interface RandintOptions {
  /** The least integer; default 0. */
  low?: number;
  /** The integer above the largest. */
  high: number;
  /** How many; default 1. */
  size?: number;
}

const action = "draw integers";

/**
 * Random integers (一様乱数) from `low` to `high - 1`, all equally probable.
 * From `numpyRandom` they are what `RandomState.randint(low, high, size)`
 * draws.
 *
 * @param random The source: a function that draws uniformly from [0, 1).
 * @param options `low`, `high`: from where to below what; `size`: how many.
 * @returns A list of `size` integers.
 * @throws {TypeError} If `random` is no function or returns no number, or an
 * option is unknown, missing or no number.
 * @throws {RangeError} If `random` returns a number outside [0, 1), a bound is
 * no safe integer, there is no integer between the bounds, or `size` is no
 * integer of 0 or more.
 *
 * @example The same integers as in Python
 * ```ts
 * import { numpyRandom, randint } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const random = numpyRandom(0); // np.random.seed(0)
 * assertEquals( // np.random.randint(1, 7, 4)
 *   randint(random, { low: 1, high: 7, size: 4 }),
 *   [5, 6, 1, 4],
 * );
 * ```
 */
export function randint(
  random: () => number,
  options: RandintOptions,
): number[] {
  requireRandom(random, action);
  requireOptions(options, ["low", "high", "size"], action);
  const { low = 0, high, size = 1 } = options;
  requireInteger(low, "low");
  requireInteger(high, "high");
  requireSize(size, "integers", action);
  const most = high - 1 - low;
  if (!(most >= 0) || !Number.isSafeInteger(most)) {
    throw new RangeError(
      `Cannot ${action}: low is ${low} and high is ${high}, ` +
        "from 1 to 2**53 - 1 integers between them are needed",
    );
  }
  return Array.from(
    { length: size },
    () => low + drawInteger(random, most, action),
  );
}

function requireInteger(value: number, name: string): void {
  if (Number.isSafeInteger(value)) return;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  throw new Kind(
    `Cannot ${action}: ${name} is ${describe(value)}, ` +
      "an integer that doubles can tell from its neighbours is needed",
  );
}
