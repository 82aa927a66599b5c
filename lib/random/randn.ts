import { logOf } from "../elementary/_log.ts";
import { requireSizes } from "../matrix/_require.ts";
import { fromFloat64Array } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { drawUniform, requireRandom } from "./_source.ts";

const action = "draw normals";

/**
 * A matrix of draws from the standard normal distribution (標準正規分布), mean
 * 0 and standard deviation 1, by Marsaglia's polar method in NumPy's order:
 * `randn(numpyRandom(0), 2, 3)` follows `RandomState(0).randn(2, 3)`. At most
 * one draw in 1,000 differs from NumPy's, and by at most 4 units in the last
 * place, because NumPy calls the platform's logarithm.
 *
 * A point `(u, v)`, uniform in the unit circle, gives two normals,
 * `f * v` and `f * u` with `f = sqrt(-2 * log(s) / s)` and `s = u**2 + v**2`.
 * The second is kept and opens the next call with the same source (the same
 * function), as in NumPy, even if uniform numbers are drawn in between.
 *
 * Source: G. Marsaglia and T. A. Bray, "A convenient method for generating
 * normal variables", SIAM Review 6 (1964).
 *
 * @param random The source: a function that draws uniformly from [0, 1).
 * @param rows The number of rows.
 * @param columns The number of columns.
 * @returns A `[rows, columns]` matrix, drawn row by row.
 * @throws {TypeError} If `random` is no function or returns no number, or if a
 * size is not a number.
 * @throws {RangeError} If `random` returns a number outside [0, 1) or the same
 * few numbers again and again, or if a size is not an integer of 0 or more.
 *
 * @example The weights that a notebook starts from
 * ```ts
 * import { numpyRandom, randn } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * // np.random.seed(0); W = np.random.randn(2, 3)
 * const W = randn(numpyRandom(0), 2, 3);
 * assertEquals(W.at(0, 0).toFixed(8), "1.76405235");
 * assertEquals(W.at(1, 2).toFixed(8), "-0.97727788");
 * ```
 */
export function randn(
  random: () => number,
  rows: number,
  columns: number,
): Matrix {
  requireRandom(random, action);
  requireSizes(rows, columns, action);
  const values = new Float64Array(rows * columns);
  let filled = 0;
  const kept = keptNormals.get(random);
  if (kept !== undefined && values.length > 0) {
    keptNormals.delete(random);
    values[filled++] = kept;
  }
  while (filled < values.length) {
    const [first, second] = drawNormalPair(random);
    values[filled++] = first;
    if (filled < values.length) values[filled++] = second;
    else keptNormals.set(random, second);
  }
  return fromFloat64Array(values, rows, columns);
}

/**
 * The second normal of a pair that is not used yet. NumPy keeps it in its
 * generator; a source here is a plain function, which has no place for it, so
 * it is filed under that function: any source works, two sources never mix,
 * nothing can be seen from outside, and the entry goes when the source goes.
 */
const keptNormals = new WeakMap<() => number, number>();

/**
 * A point is refused with probability 0.21, so a uniform source comes to this
 * many refusals once in 10**66 pairs, but a source stuck at one number (0 or
 * 0.5, as in a careless test) would keep the loop below running for ever.
 */
const MOST_REFUSALS = 100;

function drawNormalPair(random: () => number): [number, number] {
  for (let refusals = 0; refusals < MOST_REFUSALS; refusals++) {
    const u = 2 * drawUniform(random, action) - 1;
    const v = 2 * drawUniform(random, action) - 1;
    const s = u * u + v * v;
    if (s < 1 && s !== 0) {
      const f = Math.sqrt(-2 * logOf(s) / s);
      return [f * v, f * u];
    }
  }
  throw new RangeError(
    `Cannot ${action}: ${MOST_REFUSALS} pairs in a row lay outside the ` +
      "unit circle or in its center, a source uniform in [0, 1) is needed",
  );
}
