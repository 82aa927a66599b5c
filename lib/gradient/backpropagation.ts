/** Gradients by backpropagation; how it works stands in `_tape.ts`. */
import { describe, shape } from "../matrix/_require.ts";
import { requireMatrix } from "../matrix/_operand.ts";
import { copyOf, zeros } from "../matrix/make.ts";
import { isScalar, Matrix, rowMajor, traceOf } from "../matrix/matrix.ts";
import { type AnyNesting, mapNesting, type Nesting } from "./_nesting.ts";
import { type Slope, wholeSlope } from "./_slope.ts";
import { type Step, Tape, walkBack } from "./_tape.ts";

/**
 * The value of a function and its gradient (勾配), by backpropagation: one pass
 * forward and one back, whatever the number of parameters.
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters, written with this library's functions,
 * that returns a 1×1 matrix. Inside it a parameter can be computed with but not
 * looked at (`at`, `item`, `toArray`, printing): see {@linkcode detach}.
 * @param at Where the gradient is taken.
 * @returns The value, `[1, 1]`, and the gradient, of the same shape and keys as
 * `at`. A parameter that the value does not depend on has the gradient 0.
 * @throws {TypeError} If `at` contains anything but matrices, if `f` is no
 * function or returns no matrix, looks at a value that it depends on, or uses
 * one from another run.
 * @throws {RangeError} If what `f` returns is not 1×1.
 *
 * @example The loss beside its gradient, as a training step needs them
 * ```ts
 * import { matrix, multiply, sum, valueAndGradient } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const [value, dW] = valueAndGradient(
 *   (W) => sum(multiply(W, W)),
 *   matrix([1, -3]),
 * );
 * assertEquals(value.item(), 10);
 * assertEquals(dW.toArray(), [[2, -6]]);
 * ```
 */
export function valueAndGradient<T extends AnyNesting>(
  f: (at: NonNullable<T>) => Matrix,
  at: T & Nesting<T>,
): [value: Matrix, gradient: T] {
  return differentiate(f, at);
}

/** The same for parameters whose type has been looked at already. */
export function differentiate<T extends object>(
  f: (at: T) => Matrix,
  at: T,
): [Matrix, T] {
  return withSlopes(f, at, (value, slopes, tape) => {
    let next = 0;
    const gradient = mapNesting<T>(at, ({ rows, columns }) => {
      const slope = slopes[next++];
      return slope === undefined
        ? zeros(rows, columns)
        : tape.left(wholeSlope(slope));
    }, action);
    return [tape.left(value), gradient];
  });
}

/**
 * What `use` makes of the value and the slope by each matrix, in the order of
 * their keys; undefined for one that the value does not depend on. Afterwards
 * both are over, but for what the tape has left to somebody.
 *
 * @param isLent Whether `use` will change the numbers of the parameters.
 */
export function withSlopes<T extends object, Result>(
  f: (at: T) => Matrix,
  at: T,
  use: (
    value: Matrix,
    slopes: readonly (Slope | undefined)[],
    tape: Tape,
  ) => Result,
  isLent = false,
): Result {
  if (typeof f !== "function") {
    throw new TypeError(
      `Cannot ${action}: f is ${describe(f)}, a function is needed`,
    );
  }
  const tape = new Tape(isLent);
  try {
    const parameters: Step[] = [];
    const followed = mapNesting<T>(at, (matrix) => {
      tape.stepOf(matrix); // refuses a parameter that is itself followed
      const begun = tape.begin(matrix);
      parameters.push(traceOf(begun) as Step);
      return begun;
    }, action);

    const result = requireScalar(f(followed));
    const last = tape.stepOf(result);
    if (last !== undefined) walkBack(last);
    return use(
      last?.value ?? result,
      parameters.map(({ slope }) => slope),
      tape,
    );
  } finally {
    tape.end();
  }
}

const action = "take the gradient";

function requireScalar(result: Matrix): Matrix {
  if (!(result instanceof Matrix)) {
    throw new TypeError(
      `Cannot ${action}: f returned ${describe(result)}, ` +
        "a 1x1 matrix such as a loss is needed",
    );
  }
  if (!isScalar(result)) {
    throw new RangeError(
      `Cannot ${action}: f returned a ${shape(result)} matrix, ` +
        "a 1x1 matrix such as a loss is needed; sum(x) or mean(x) makes one",
    );
  }
  return result;
}

/**
 * The gradient (勾配) of a function, by backpropagation: exact up to rounding,
 * for a small multiple of the price of one evaluation. The same function goes
 * to {@linkcode numericalGradient} unchanged.
 *
 * Source: "Deep Learning from Scratch" 5; B. Speelpenning, "Compiling fast
 * partial derivatives of functions given by algorithms" (1980).
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters that returns a 1×1 matrix: see
 * {@linkcode valueAndGradient}.
 * @param at Where the gradient is taken.
 * @returns The gradient, of the same shape and keys as `at`.
 * @throws {TypeError} As {@linkcode valueAndGradient}.
 * @throws {RangeError} As {@linkcode valueAndGradient}.
 *
 * @example The gradient of the lecture's loss
 * ```ts
 * import { gradient, matrix, SimpleNet } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const W = matrix([
 *   [1.72265811, 0.68672941, 1.10772301],
 *   [0.60344169, 0.60322389, -0.3536039],
 * ]);
 * const x = matrix([2, 3]), t = matrix([0, 0, 1]);
 *
 * const dW = gradient((W) => new SimpleNet(W).loss(x, t), W);
 * assertAlmostEquals(dW.at(0, 0), 1.7506614365898796, 1e-14);
 * ```
 *
 * @example Parameters with names
 * ```ts
 * import { affine, gradient, matrix, sumSquaredError } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([2]), t = matrix([5]);
 * const at = { w: matrix([3]), b: matrix([0]) };
 * const { w, b } = gradient(
 *   ({ w, b }) => sumSquaredError(affine(x, w, b), t),
 *   at,
 * );
 * assertEquals([w.item(), b.item()], [2, 1]);
 * ```
 */
export function gradient<T extends AnyNesting>(
  f: (at: NonNullable<T>) => Matrix,
  at: T & Nesting<T>,
): T {
  return differentiate(f, at)[1];
}

/**
 * A value that a gradient does not follow: the numbers of `x` as a constant.
 * Inside a function whose gradient is being taken, this is the way to look at a
 * value; what is computed from it does not count for the gradient. Elsewhere it
 * is `x` itself.
 *
 * @param x `[N, D]`.
 * @returns The same numbers, `[N, D]`.
 * @throws {TypeError} If it is no matrix, or a value of an earlier gradient.
 *
 * @example Looking at a value on the way
 * ```ts
 * import { detach, gradient, matrix, multiply, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const seen: number[][] = [];
 * gradient((W) => {
 *   const squares = multiply(W, W);
 *   seen.push(...detach(squares).toArray());
 *   return sum(squares);
 * }, matrix([2, 3]));
 * assertEquals(seen, [[4, 9]]);
 * ```
 */
export function detach(x: Matrix): Matrix {
  const step = traceOf(requireMatrix(x, "x", "detach")) as Step | undefined;
  if (step === undefined) return x;
  const { value } = step.tape.stepOf(x)!;
  return step.tape.isLent
    ? copyOf(rowMajor(value), 0, x.rows, x.columns)
    : step.tape.left(value);
}
