/**
 * The gradient by its definition: move each weight a little, and see what the
 * loss does. It needs no formula and no rule, only the function itself; so it
 * is the honest judge of every other gradient, and costs at least two
 * evaluations of the loss for each weight.
 */
import { type BlackBox, blackBox } from "./_black_box.ts";
import { describe, requireFinite, requireOptions } from "../matrix/_require.ts";
import { type Derivative, derivative } from "./_derivative.ts";
import type { Nesting } from "./_nesting.ts";
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
  /** How far a weight is moved; default 1e-4, the lecture's. Not with `"richardson"`. */
  h?: number;
}

const action = "take the numerical gradient";

/**
 * The gradient (勾配) by its definition, by default the lecture's central
 * difference (中心差分): `dw = (f(w + h) - f(w - h)) / 2h` for each weight w.
 *
 * The function is a black box: each call gets matrices of its own, and those of
 * the caller are never touched. The same function goes to `gradient`.
 *
 * Source: the lecture's section 4.2.4; "Deep Learning from Scratch" 4.3.2, 4.4.
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters that returns a 1×1 matrix, or a number.
 * @param at Where the gradient is taken.
 * @param options `method`: how; `h`: the step.
 * @returns The gradient, of the same shape and keys as `at`.
 * @throws {RangeError} If h is not above 0, or `f` returns a matrix that is not
 * 1×1.
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
export function numericalGradient<T extends object>(
  f: (at: T) => Matrix | number,
  at: T & Nesting<T>,
  options: NumericalGradientOptions = {},
): T {
  requireOptions(options, ["method", "h"], action);
  const { method = "central", h } = options;
  if (h !== undefined) requireFinite(h, "h", "more than 0", action);
  const box = blackBox<T>(f, at, action);
  switch (method) {
    case "central":
      return box.shaped(centralDifferences(box, h ?? 1e-4));
    case "forward":
      return box.shaped(forwardDifferences(box, h ?? 1e-4));
    case "richardson":
      if (h !== undefined) {
        throw new TypeError(
          `Cannot ${action}: h is ${h} and the method "richardson", ` +
            "which chooses its own steps, h must be left out",
        );
      }
      return box.shaped(
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

function centralDifferences<T>(box: BlackBox<T>, h: number): Float64Array {
  const values = box.values.slice();
  return box.values.map((value, i) => {
    values[i] = value + h;
    const above = box.evaluate(values);
    values[i] = value - h;
    const below = box.evaluate(values);
    values[i] = value;
    return (above - below) / (2 * h);
  });
}

function forwardDifferences<T>(box: BlackBox<T>, h: number): Float64Array {
  const values = box.values.slice();
  const here = box.evaluate(values);
  return box.values.map((value, i) => {
    values[i] = value + h;
    const above = box.evaluate(values);
    values[i] = value;
    return (above - here) / h;
  });
}

/** What {@linkcode numericalGradientWithError} finds. */
export interface MeasuredGradient<T> {
  /** The gradient; where `error` is Infinity, a best guess, or NaN. */
  readonly gradient: T;
  /** For each entry, a bound of its error; Infinity where there is none. */
  readonly error: T;
  /** The entries without a bound, and why. */
  readonly failures: readonly GradientFailure[];
  /** How often the function was called. */
  readonly calls: number;
}

/** An entry for which no trustworthy derivative was found. */
export interface GradientFailure {
  /** The name of its matrix, such as `W2`; empty if there is only one. */
  readonly path: string;
  /** Its row, from 0. */
  readonly row: number;
  /** Its column, from 0. */
  readonly column: number;
  /**
   * `"unresolved"`: the function changes faster than the steps can see.
   * `"domain"`: it is not finite at the point or close to it. `"kink"`: its
   * slopes to the right and to the left differ, as ReLU's at 0.
   */
  readonly reason: "unresolved" | "domain" | "kink";
}

/** How {@linkcode numericalGradientWithError} measures. */
export interface ExtrapolationOptions {
  /**
   * How many central differences are extrapolated: 4 takes 11 evaluations for a
   * smooth entry, 5 takes 13 and gives up to three more digits. Default 4.
   */
  differences?: 4 | 5;
}

/**
 * The gradient by extrapolated central differences, with a bound for the error
 * of each entry. An entry that cannot be had honestly (at a kink, at the edge
 * of the function's domain, or where it changes faster than the steps can see)
 * has the bound Infinity and a reason.
 *
 * Source: L. F. Richardson (1911) and C. J. F. Ridders (1982), see
 * `_extrapolation.ts`.
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters that returns a 1×1 matrix, or a number.
 * @param at Where the gradient is taken.
 * @param options `differences`: how fine.
 * @returns The gradient and its error, of the same shape and keys as `at`.
 * @throws {RangeError} If `f` returns a matrix that is not 1×1.
 * @throws {TypeError} If `at` contains anything but matrices, `f` is no
 * function, what it returns no number, or an option unknown.
 *
 * @example A slope, its error, and a corner that has no slope
 * ```ts
 * import { exp, matrix, numericalGradientWithError, relu, sum } from "kobai";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { gradient, error } = numericalGradientWithError(exp, matrix([1]));
 * assert(Math.abs(gradient.item() - Math.E) <= error.item());
 * assert(error.item() < 1e-9);
 *
 * const corner = numericalGradientWithError(
 *   (W) => sum(relu(W)),
 *   matrix([1, 0]),
 * );
 * assertEquals(corner.failures, [
 *   { path: "", row: 0, column: 1, reason: "kink" },
 * ]);
 * ```
 */
export function numericalGradientWithError<T extends object>(
  f: (at: T) => Matrix | number,
  at: T & Nesting<T>,
  options: ExtrapolationOptions = {},
): MeasuredGradient<T> {
  requireOptions(options, ["differences"], action);
  const { differences = 4 } = options;
  if (differences !== 4 && differences !== 5) {
    throw new TypeError(
      `Cannot ${action}: differences is ${describe(differences)}, ` +
        "4 or 5 is needed",
    );
  }
  const box = blackBox<T>(f, at, action);
  const found = extrapolate(box, differences);
  return {
    gradient: box.shaped(Float64Array.from(found, ({ value }) => value)),
    error: box.shaped(Float64Array.from(found, ({ error }) => error)),
    failures: found.flatMap(({ reason }, i) =>
      reason === undefined ? [] : [{ ...box.placeOf(i), reason }]
    ),
    calls: box.calls(),
  };
}

function extrapolate<T>(
  box: BlackBox<T>,
  pairs: 4 | 5,
): Derivative[] {
  const values = box.values.slice();
  return Array.from(box.values, (value, i) => {
    const found = derivative(
      (moved) => {
        values[i] = moved;
        // What f refuses at the point itself is to be heard.
        return moved === value
          ? box.evaluate(values)
          : box.evaluateBeside(values);
      },
      value,
      { pairs },
    );
    values[i] = value;
    return found;
  });
}
