import { requireSize } from "../matrix/_require.ts";
import { indicesTo } from "./_shuffle.ts";
import { drawInteger, requireRandom } from "./_source.ts";

/**
 * The integers from 0 to n - 1 in a random order (順列), all orders equally
 * probable: the order in which to go through n samples. From `numpyRandom` it
 * is what `RandomState.permutation(n)` gives, and what `shuffle` makes of n
 * items in a row.
 *
 * Source: R. Durstenfeld, "Algorithm 235: Random permutation" (1964).
 *
 * @param random The source: a function that draws uniformly from [0, 1).
 * @param n How many.
 * @returns A list of n integers.
 * @throws {TypeError} If `random` is no function or returns no number, or `n`
 * is no number.
 * @throws {RangeError} If `random` returns a number outside [0, 1), or `n` is
 * no integer of 0 or more.
 *
 * @example The same order as in Python
 * ```ts
 * import { numpyRandom, permutation } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const order = permutation(numpyRandom(0), 5); // np.random.seed(0)
 * assertEquals(order, [2, 0, 1, 3, 4]); // np.random.permutation(5)
 * ```
 */
export function permutation(random: () => number, n: number): number[] {
  const action = "draw a permutation";
  requireRandom(random, action);
  requireSize(n, "items", action);
  const items = indicesTo(n);
  for (let i = n - 1; i > 0; i--) {
    const j = drawInteger(random, i, action);
    const moved = items[i]!;
    items[i] = items[j]!;
    items[j] = moved;
  }
  return items;
}
