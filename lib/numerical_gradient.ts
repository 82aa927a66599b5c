/** The gradient by its definition: move each weight a little, and see what the loss does. */
import { describe, requireFinite, shape } from "./_check.ts";
import {
  fromFloat64Array,
  isScalar,
  Matrix,
  requireMatrix,
  requirePlain,
} from "./matrix.ts";

/** How {@linkcode numericalGradient} measures. */
export interface NumericalGradientOptions {
  /** How far each weight is moved to either side; default 1e-4, the lecture's. */
  h?: number;
}

/**
 * The gradient (勾配) by its definition, the central difference (中心差分):
 * `dW[i, j] = (f(W with W[i, j] + h) - f(W with W[i, j] - h)) / 2h`. It takes two evaluations of
 * `f` for each weight. The error falls with h² until rounding, which grows with 1/h, takes over.
 *
 * `f` gets a matrix of its own each time; `W` is never touched.
 *
 * Source: the lecture's section 4.2.4; "Deep Learning from Scratch" 4.3.2 and 4.4.
 *
 * @param f A function of the weights that returns a 1×1 matrix, or a number.
 * @param W Where the gradient is taken, `[N, D]`.
 * @param options `h`: the step.
 * @returns The gradient, `[N, D]`.
 * @throws {RangeError} If h is not above 0, or `f` returns a matrix that is not 1×1.
 * @throws {TypeError} If `W` is no matrix, `f` no function, or what it returns no number.
 *
 * @example The slope of w² is 2w
 * ```ts
 * import { matrix, multiply, numericalGradient, sum } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const dW = numericalGradient((W) => sum(multiply(W, W)), matrix([[1, 2], [3, 4]]));
 * assertAlmostEquals(dW.at(1, 0), 6, 1e-9);
 * ```
 */
export function numericalGradient(
  f: (W: Matrix) => Matrix | number,
  W: Matrix,
  options: NumericalGradientOptions = {},
): Matrix {
  const action = "take the numerical gradient";
  const { h = 1e-4 } = options;
  requireFinite(h, "h", "more than 0", action);
  requirePlain(requireMatrix(W, "W", action), action);
  if (typeof f !== "function") {
    throw new TypeError(
      `Cannot ${action}: f is ${describe(f)}, a function is needed`,
    );
  }
  const values = W.toFloat64Array();
  const evaluate = () =>
    toNumber(f(fromFloat64Array(values, W.rows, W.columns)), action);
  const slopes = values.map((value, i) => {
    values[i] = value + h;
    const above = evaluate();
    values[i] = value - h;
    const below = evaluate();
    values[i] = value;
    return (above - below) / (2 * h);
  });
  return fromFloat64Array(slopes, W.rows, W.columns);
}

function toNumber(result: Matrix | number, action: string): number {
  if (typeof result === "number") return result;
  if (!(result instanceof Matrix)) {
    throw new TypeError(
      `Cannot ${action}: f returned ${
        describe(result)
      }, a number or a 1x1 matrix is needed`,
    );
  }
  if (!isScalar(result)) {
    throw new RangeError(
      `Cannot ${action}: f returned a ${
        shape(result)
      } matrix, a 1x1 matrix is needed`,
    );
  }
  return result.item();
}
