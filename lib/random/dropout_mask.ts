/** Which units a training step leaves out. */
import { newNumbers } from "../matrix/_numbers.ts";
import { describe, requireOptions, requireSizes } from "../matrix/_require.ts";
import { type Matrix, wrap } from "../matrix/matrix.ts";
import { drawUniform, requireRandom } from "./_source.ts";

/** How much {@linkcode dropoutMask} leaves out. */
export interface DropoutMaskOptions {
  /** The probability of leaving a unit out, from 0 to below 1; default 0.5. */
  ratio?: number;
}

const action = "draw a dropout mask";

/**
 * A mask for dropout (ドロップアウト): 0 with the probability `ratio`, else
 * `1 / (1 - ratio)`, so that what is multiplied by it keeps its mean and
 * prediction needs no mask. Each number is kept where a draw is above `ratio`:
 * from `numpyRandom` it is NumPy's `(rand(N, D) > ratio) / (1 - ratio)`.
 *
 * Source: N. Srivastava et al., "Dropout", JMLR 15 (2014); "Deep Learning from
 * Scratch" 6.4.3, "Deep Learning from Scratch 2" 6.5.
 *
 * @param random The source: a function that draws uniformly from [0, 1).
 * @param rows The number of rows.
 * @param columns The number of columns.
 * @param options `ratio`: the probability of 0.
 * @returns `[rows, columns]`, drawn row by row.
 * @throws {TypeError} If `random` is no function or returns no number, or a
 * size or the ratio is no number.
 * @throws {RangeError} If `random` returns a number outside [0, 1), a size is
 * not an integer of 0 or more, or the ratio is not in [0, 1).
 *
 * @example Drawn once outside of the loss, so that it is a function
 * ```ts
 * import { dropoutMask, multiply, numpyRandom, ones } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const mask = dropoutMask(numpyRandom(0), 1, 4, { ratio: 0.6 });
 * assertEquals(multiply(ones(1, 4), mask).toArray(), [[0, 2.5, 2.5, 0]]);
 * ```
 */
export function dropoutMask(
  random: () => number,
  rows: number,
  columns: number,
  options: DropoutMaskOptions = {},
): Matrix {
  requireRandom(random, action);
  requireSizes(rows, columns, action);
  requireOptions(options, ["ratio"], action);
  const { ratio = 0.5 } = options;
  if (typeof ratio !== "number") {
    throw new TypeError(
      `Cannot ${action}: ratio is ${describe(ratio)}, a number is needed`,
    );
  }
  if (!(ratio >= 0 && ratio < 1)) {
    throw new RangeError(
      `Cannot ${action}: ratio is ${ratio}, a number in [0, 1) is needed`,
    );
  }
  const mask = newNumbers(rows * columns), kept = 1 / (1 - ratio);
  for (let i = 0; i < mask.length; i++) {
    if (drawUniform(random, action) > ratio) mask[i] = kept;
  }
  return wrap(rows, columns, mask);
}
