/**
 * Is a gradient right? Nobody who asks that should have to choose a step or a
 * tolerance: the function itself tells how exactly it can be measured.
 *
 * Over 10,000 random nets (tests/lib/gradient/check_nets_test.ts as
 * `deno task test:long` runs it) no right gradient was called wrong: 9,931 came
 * out right and 69 undecided, because one entry or another lay too close to a
 * corner of ReLU. Those were 0.03 % of 334,871 entries, and no error took up
 * more than a sixth of its bound.
 *
 * It can be fooled: where a function has many corners within some 1e-8 to 1e-6
 * of the point (ReLU with weights of 1e-6), the bound came out too small for 2
 * of 5,040 such nets, and a right gradient was called wrong.
 */
import { describe, requireOptions } from "../matrix/_require.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { indicesTo, shuffleInPlace } from "../random/_shuffle.ts";
import { requireRandom } from "../random/_source.ts";
import { numpyRandom } from "../random/numpy_random.ts";
import { BlackBox } from "./_black_box.ts";
import { claimedValues, findMisfit } from "./_check_claim.ts";
import { testDirections } from "./_check_directions.ts";
import { compareAll } from "./_check_digits.ts";
import { measureEntry } from "./_check_entry.ts";
import { misfitReport, reportOf } from "./_check_report.ts";
import type { AnyNesting, Nesting } from "./_nesting.ts";
import { differentiate } from "./backpropagation.ts";
import type { GradientReport } from "./gradient_report.ts";

/** What {@linkcode checkGradient} checks, and how much of it. */
export interface GradientCheckOptions<T> {
  /**
   * The gradient to check, or the function that computes it, such as somebody's
   * own backpropagation. Left out: the library's own, by `gradient(f, at)`.
   */
  gradient?: T | ((at: T) => T);
  /**
   * Look at so many entries, drawn at random: for finding mistakes. What was
   * not looked at is not called right. Left out: look at every entry.
   */
  sample?: number;
  /** The random source for directions and samples; default `numpyRandom(0)`. */
  random?: () => number;
}

const action = "check a gradient";

/**
 * Checks a gradient against the function it is said to belong to. There is no
 * step and no tolerance to choose.
 *
 * First the whole gradient is tested along a few random directions: the tangent
 * that it promises must miss the function by an amount that falls with the
 * square of the step (the Taylor test), and its slope must agree with the one
 * measured. Then each entry is measured by extrapolated differences, to both
 * sides or, where the domain of the function ends, to one, and compared with
 * its own error bound.
 *
 * A claim may have fewer digits than can be measured. If they are as near as
 * numbers that were printed or stored, or that came from differences, the
 * gradient agrees to so many digits; what is further off is wrong.
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters that returns a 1×1 matrix.
 * @param at Where the gradient is checked.
 * @param options `gradient`: the one to check; `sample`: how many entries to
 * look at; `random`: where randomness comes from.
 * @returns The report.
 * @throws {RangeError} If `f` returns a matrix that is not 1×1, or `sample` is
 * no integer above 0.
 * @throws {TypeError} If `at` contains anything but matrices, or `f` is no
 * function.
 *
 * @example The library's own gradient
 * ```ts
 * import { checkGradient, matrix, sigmoid, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const report = checkGradient((W) => sum(sigmoid(W)), matrix([1, -2]));
 * assertEquals(report.verdict, "right");
 * ```
 *
 * @example Somebody's own gradient, which forgot a factor
 * ```ts
 * import { checkGradient, matrix, multiply, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const W = matrix([[1, 2], [3, 4]]);
 * const report = checkGradient((W) => sum(multiply(W, W)), W, { gradient: W });
 * assertEquals(report.verdict, "wrong");
 * assertEquals(report.worst?.claimed, 4);
 * ```
 *
 * @example How many digits the lecture's central differences have
 * ```ts
 * import { checkGradient, exp, matrix, numericalGradient, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const f = (W: ReturnType<typeof matrix>) => sum(exp(W));
 * const W = matrix([0, 1, 2]);
 * const { verdict, digits } = checkGradient(f, W, {
 *   gradient: numericalGradient(f, W),
 * });
 * assertEquals([verdict, digits], ["agrees", 8]);
 * ```
 */
export function checkGradient<T extends AnyNesting>(
  f: (at: NonNullable<T>) => Matrix,
  at: T & Nesting<T>,
  options: GradientCheckOptions<NonNullable<T>> = {},
): GradientReport {
  requireOptions(options, ["gradient", "sample", "random"], action);
  const { sample, random = numpyRandom(0) } = options;
  requireRandom(random, action);
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) {
    throw new RangeError(
      `Cannot ${action}: sample is ${describe(sample)}, ` +
        "an integer above 0 is needed",
    );
  }
  const box = new BlackBox<T>(f, at, action);
  const claim = options.gradient === undefined
    ? differentiate(f, at)[1]
    : typeof options.gradient === "function"
    ? options.gradient(at)
    : options.gradient;
  const entries = box.layout.values.length;
  const misfit = findMisfit(at, claim, action);
  if (misfit !== undefined) return misfitReport(misfit, entries, box.calls);
  const claimed = claimedValues(at, claim, action);
  // What f refuses at the point itself is to be heard; and f may be random.
  const value = box.evaluateHere();
  box.evaluateHere();
  const isHopeless = entries === 0 ||
    box.differing !== undefined && claimed.every(Number.isFinite);
  const screen = isHopeless
    ? { order: NaN, off: undefined }
    : testDirections(box, claimed, random);
  const measured = isHopeless
    ? []
    : chooseEntries(claimed, sample ?? entries, random)
      .map((i) => measureEntry(box, claimed, i));
  return reportOf({
    entries,
    ...compareAll(measured, screen, { entries, value }),
    values: box.differing,
    calls: box.calls,
  });
}

/** Which entries to look at, in order. */
function chooseEntries(
  claimed: Float64Array,
  count: number,
  random: () => number,
): number[] {
  const indices = indicesTo(claimed.length);
  if (count >= indices.length) return indices;
  shuffleInPlace(indices, random, action);
  const chosen = new Set(indices.slice(0, count));
  // A claim that is no number is wrong, whether it was drawn or not.
  const noNumber = claimed.findIndex((claim) => !Number.isFinite(claim));
  if (noNumber >= 0) chosen.add(noNumber);
  return [...chosen].sort((a, b) => a - b);
}
