import { describe, requireOptions } from "../matrix/_require.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { BlackBox } from "./_black_box.ts";
import { extrapolate } from "./_extrapolated_gradient.ts";
import type { AnyNesting, Nesting } from "./_nesting.ts";

const action = "take the numerical gradient";

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
export function numericalGradientWithError<T extends AnyNesting>(
  f: (at: NonNullable<T>) => Matrix | number,
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
  const box = new BlackBox<T>(f, at, action);
  const found = extrapolate(box, differences);
  return {
    gradient: box.layout.shaped(Float64Array.from(found, ({ value }) => value)),
    error: box.layout.shaped(Float64Array.from(found, ({ error }) => error)),
    failures: found.flatMap(({ reason }, i) =>
      reason === undefined ? [] : [{ ...box.layout.placeOf(i), reason }]
    ),
    calls: box.calls,
  };
}
