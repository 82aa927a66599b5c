import { describe } from "../matrix/_require.ts";
import { mersenneTwister } from "./_mersenne_twister.ts";
import { sourceOf } from "./_source.ts";

/**
 * NumPy's legacy stream of uniform random numbers (一様乱数): bit for bit what
 * `numpy.random.RandomState(seed).random_sample()` returns, call by call.
 *
 * Each number is `(a * 2**26 + b) / 2**53`, where `a` and `b` are the upper 27
 * and 26 bits of two successive words of the Mersenne Twister MT19937. With it
 * a lesson and a Python notebook start from the same numbers, and go on with
 * the same: {@linkcode randn}, {@linkcode permutation}, {@linkcode choice},
 * {@linkcode randint} and {@linkcode uniform} take from it what NumPy's take,
 * in any order. It is not meant for secrets: 624 words tell all that follow.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM Transactions
 * on Modeling and Computer Simulation 8 (1998), in the version of 2002.
 *
 * @param seed An integer from 0 to 4294967295.
 * @returns A function that draws the next number in [0, 1).
 * @throws {TypeError} If the seed is not a number.
 * @throws {RangeError} If the seed is not an integer from 0 to 4294967295.
 *
 * @example The same numbers as in Python
 * ```ts
 * import { numpyRandom } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const random = numpyRandom(0); // np.random.seed(0)
 * assertEquals(random(), 0.5488135039273248); // np.random.rand()
 * assertEquals(random(), 0.7151893663724195);
 * ```
 */
export function numpyRandom(seed: number): () => number {
  const needed = `an integer from 0 to ${2 ** 32 - 1} is needed`;
  if (typeof seed !== "number") {
    throw new TypeError(
      `Cannot seed a random source: seed is ${describe(seed)}, ${needed}`,
    );
  }
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new RangeError(
      `Cannot seed a random source: seed is ${seed}, ${needed}`,
    );
  }
  return sourceOf(mersenneTwister(seed));
}
