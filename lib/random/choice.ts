import {
  describe,
  requireList,
  requireOptions,
  requireSize,
} from "../matrix/_require.ts";
import { drawInteger, drawUniform, requireRandom } from "./_source.ts";
import { permutation } from "./permutation.ts";

/** What {@linkcode choice} chooses. */
export interface ChoiceOptions {
  /** How many; default 1. */
  size?: number;
  /** Whether the same may be chosen again; default true. */
  replace?: boolean;
  /** The probability of each, with the sum 1. Left out: all the same. */
  p?: ArrayLike<number>;
}

const action = "choose at random";

/**
 * Random choices among the integers from 0 to n - 1 (無作為抽出): the samples
 * of a mini-batch, or, with `p`, the words of negative sampling. From
 * `numpyRandom` they are what `RandomState.choice(n, size, replace, p)`
 * chooses.
 *
 * @param random The source: a function that draws uniformly from [0, 1).
 * @param n Among how many.
 * @param options `size`: how many; `replace`: whether the same may be chosen
 * again; `p`: the probability of each.
 * @returns A list of `size` integers.
 * @throws {TypeError} If `random` is no function or returns no number, or an
 * argument is of another kind.
 * @throws {RangeError} If `random` returns a number outside [0, 1), `n` or
 * `size` is no integer of 0 or more, there are too few to choose from, or `p`
 * is no list of n probabilities with the sum 1.
 *
 * @example A mini-batch of three, as in Python
 * ```ts
 * import { choice, numpyRandom } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const random = numpyRandom(0); // np.random.seed(0)
 * assertEquals(choice(random, 10, { size: 3 }), [5, 0, 3]);
 * ```
 *
 * @example Often the second, never the third
 * ```ts
 * import { choice, numpyRandom } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const p = [0.25, 0.75, 0];
 * assertEquals(choice(numpyRandom(0), 3, { size: 5, p }), [1, 1, 1, 1, 1]);
 * ```
 */
export function choice(
  random: () => number,
  n: number,
  options: ChoiceOptions = {},
): number[] {
  requireRandom(random, action);
  requireSize(n, "items", action);
  requireOptions(options, ["size", "replace", "p"], action);
  const { size = 1, replace = true } = options;
  requireSize(size, "choices", action);
  if (typeof replace !== "boolean") {
    throw new TypeError(
      `Cannot ${action}: replace is ${describe(replace)}, ` +
        "true or false is needed",
    );
  }
  const p = options.p && requireProbabilities(options.p, n);
  const possible = p?.filter((part) => part > 0).length ?? n;
  if (size > 0 && (replace ? possible === 0 : possible < size)) {
    throw new RangeError(
      `Cannot ${action}: found ${possible} items for ${size} choices` +
        `${replace ? "" : " without replacement"}, more are needed`,
    );
  }
  if (p === undefined) {
    return replace
      ? Array.from({ length: size }, () => drawInteger(random, n - 1, action))
      : permutation(random, n).slice(0, size);
  }
  const sums = cumulated(p);
  const drawOne = (sums: Float64Array) =>
    rankOf(drawUniform(random, action), sums);
  return replace
    ? Array.from({ length: size }, () => drawOne(sums))
    : chooseDifferent(p, size, drawOne);
}

/**
 * Rounds of draws: what has been found can be found no more in the next, and
 * what comes twice in one counts once.
 */
function chooseDifferent(
  p: Float64Array,
  size: number,
  drawOne: (sums: Float64Array) => number,
): number[] {
  const left = p.slice(), found = new Set<number>();
  while (found.size < size) {
    for (const one of found) left[one] = 0;
    const sums = cumulated(left), missing = size - found.size;
    for (let i = 0; i < missing; i++) found.add(drawOne(sums));
  }
  return [...found];
}

/** The sums of all probabilities up to each, in parts of the last. */
function cumulated(p: Float64Array): Float64Array {
  let sum = 0;
  const sums = p.map((part) => sum += part);
  return sums.map((part) => part / sum);
}

/** How many of some rising numbers are at most so large. */
function rankOf(value: number, rising: Float64Array): number {
  let low = 0, high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Requires n probabilities with the sum 1, as nearly as NumPy does. */
function requireProbabilities(
  list: ArrayLike<number>,
  n: number,
): Float64Array {
  requireList(list, "p", action);
  if (list.length !== n) {
    throw new RangeError(
      `Cannot ${action}: p has ${list.length} numbers, ${n} are needed`,
    );
  }
  const p = Float64Array.from(list, (part, i) => {
    if (part >= 0 && part <= Infinity && typeof part === "number") return part;
    const Kind = typeof part === "number" ? RangeError : TypeError;
    throw new Kind(
      `Cannot ${action}: p[${i}] is ${describe(part)}, ` +
        "a probability of 0 or more is needed",
    );
  });
  const sum = p.reduce((sum, part) => sum + part, 0);
  if (!(Math.abs(sum - 1) <= 2 ** -26)) {
    throw new RangeError(
      `Cannot ${action}: the sum of p is ${sum}, 1 is needed`,
    );
  }
  return p;
}
