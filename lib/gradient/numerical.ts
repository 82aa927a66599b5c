/**
 * The gradient by its definition: move each weight a little, and see what the
 * loss does. It needs no formula and no rule, only the function itself; so it
 * is the honest judge of every other gradient, and costs at least two
 * evaluations of the loss for each weight.
 */
import { BlackBox, type Layout } from "./_black_box.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { describe, requireFinite, requireOptions } from "../matrix/_require.ts";
import { extrapolate } from "./_extrapolated_gradient.ts";
import type { AnyNesting, Nesting } from "./_nesting.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** How {@linkcode numericalGradient} measures. */
export interface NumericalGradientOptions {
  /**
   * - `"central"` (the default, the lecture's): `(f(w + h) - f(w - h)) / 2h`.
   *   The error falls with h² until rounding, which grows with 1/h, takes over.
   * - `"forward"`: `(f(w + h) - f(w)) / h`. One evaluation less for each
   *   weight, and an error that falls with h only: half as many digits.
   * - `"richardson"`: central differences with several steps, extrapolated to a
   *   step of 0. It chooses its own steps and takes 11 evaluations or more for
   *   each weight; see {@linkcode numericalGradientWithError}.
   */
  method?: "central" | "forward" | "richardson";
  /**
   * How far a weight is moved; default 1e-4, the lecture's, or 2⁻¹⁷ of a weight
   * beside which that is lost in rounding. Not with `"richardson"`.
   */
  h?: number;
}

const action = "take the numerical gradient";

/**
 * The gradient (勾配) by its definition, by default the lecture's central
 * difference (中心差分): `dw = (f(w + h) - f(w - h)) / 2h` for each weight w.
 *
 * The function is a black box: it may keep what it is given, which never
 * changes, and the caller's matrices are not touched. The same function goes to
 * `gradient`.
 *
 * Source: the lecture's section 4.2.4; "Deep Learning from Scratch" 4.3.2, 4.4.
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters that returns a 1×1 matrix, or a number.
 * @param at Where the gradient is taken.
 * @param options `method`: how; `h`: the step.
 * @returns The gradient, of the same shape and keys as `at`.
 * @throws {RangeError} If h is not above 0 or too small to move a weight, or
 * `f` returns a matrix that is not 1×1.
 * @throws {TypeError} If `at` contains anything but matrices, `f` is no
 * function, what it returns no number, or an option unknown.
 *
 * @example The slope of w² is 2w
 * ```ts
 * import { matrix, multiply, numericalGradient, sum } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const W = matrix([[1, 2], [3, 4]]);
 * const dW = numericalGradient((W) => sum(multiply(W, W)), W);
 * assertAlmostEquals(dW.at(1, 0), 6, 1e-9);
 * ```
 *
 * @example Why central is better than forward
 * ```ts
 * import { exp, matrix, numericalGradient } from "kobai";
 * import { assert } from "@std/assert";
 *
 * const at = matrix([1]);
 * const error = (method: "central" | "forward") =>
 *   Math.abs(numericalGradient(exp, at, { method }).item() - Math.E);
 * assert(error("forward") > 1e-4);
 * assert(error("central") < 1e-8);
 * ```
 */
export function numericalGradient<T extends AnyNesting>(
  f: (at: NonNullable<T>) => Matrix | number,
  at: T & Nesting<T>,
  options: NumericalGradientOptions = {},
): T {
  requireOptions(options, ["method", "h"], action);
  const { method = "central", h } = options;
  if (h !== undefined) requireFinite(h, "h", "more than 0", action);
  const box = new BlackBox<T>(f, at, action);
  switch (method) {
    case "central":
      return box.layout.shaped(centralDifferences(box, h));
    case "forward":
      return box.layout.shaped(forwardDifferences(box, h));
    case "richardson":
      if (h !== undefined) {
        throw new TypeError(
          `Cannot ${action}: h is ${h} and the method "richardson", ` +
            "which chooses its own steps, h must be left out",
        );
      }
      return box.layout.shaped(
        Float64Array.from(
          extrapolate(box, 4),
          ({ value, error }) => error === Infinity ? NaN : value,
        ),
      );
    default:
      throw new TypeError(
        `Cannot ${action}: the method is ${describe(method)}, ` +
          '"central", "forward" or "richardson" is needed',
      );
  }
}

function centralDifferences<T extends object>(
  box: BlackBox<T>,
  h?: number,
): Numbers {
  const { layout } = box,
    { values } = layout,
    slopes = newNumbers(values.length);
  for (let i = 0; i < slopes.length; i++) {
    const value = values[i]!, { step, isCoarse } = stepAt(layout, i, h);
    const right = value + step, left = value - step;
    const above = box.evaluate(layout.moved(i, right));
    const below = box.evaluate(layout.moved(i, left));
    slopes[i] = (above - below) / (isCoarse ? right - left : 2 * step);
  }
  return slopes;
}

function forwardDifferences<T extends object>(
  box: BlackBox<T>,
  h?: number,
): Numbers {
  const { layout } = box,
    { values } = layout,
    slopes = newNumbers(values.length);
  const here = box.evaluateHere();
  for (let i = 0; i < slopes.length; i++) {
    const value = values[i]!, { step, isCoarse } = stepAt(layout, i, h);
    const right = value + step;
    const above = box.evaluate(layout.moved(i, right));
    slopes[i] = (above - here) / (isCoarse ? right - value : step);
  }
  return slopes;
}

/** The lecture's step. */
const usual = 1e-4;
/** It is coarse if fewer than 16 of its bits arrive at the weight. */
const COARSE = 2 ** -36;
/** A weight so large is moved by this part of itself: the third root of ε. */
const PART = 2 ** -17;

/**
 * How far a weight is moved. Where doubles lie far apart, what is added is not
 * what arrives: there the usual step grows with the weight, and the difference
 * is divided by the gap that was made. A step of the caller's own is taken as
 * it is, to show what becomes of it; but one that moves nothing measures
 * nothing.
 */
function stepAt<T>(
  layout: Layout<T>,
  index: number,
  h: number | undefined,
): { step: number; isCoarse: boolean } {
  const value = layout.values[index]!, size = Math.abs(value);
  if (h === undefined) {
    const isCoarse = size < Infinity && usual < size * COARSE;
    return { step: isCoarse ? size * PART : usual, isCoarse };
  }
  if (size < Infinity && (value + h === value || value - h === value)) {
    const { path, row, column } = layout.placeOf(index);
    throw new RangeError(
      `Cannot ${action}: h is ${h} and ${path}[${row}, ${column}] is ` +
        `${value}, a step that moves it is needed`,
    );
  }
  return { step: h, isCoarse: false };
}
