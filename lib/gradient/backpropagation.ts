/**
 * Backpropagation (誤差逆伝播法), also called reverse-mode differentiation: the
 * exact gradient of a loss, for little more than the price of the loss.
 *
 * The idea, on a loss that one can follow by hand. Let `h = w · x`, `e = h - t`
 * and `loss = e²`, with w = 3, x = 2, t = 5. Going forward:
 *
 *     h = 3 · 2 = 6        e = 6 - 5 = 1        loss = 1² = 1
 *
 * How much does the loss change with w? Ask the steps backwards, the last one
 * first, each how much the loss changes with its own operand:
 *
 *     the loss changes with itself        by 1
 *     with e   (loss = e², slope 2e)      by 1 · 2e = 2
 *     with h   (e = h - t, slope 1)       by 2 · 1  = 2
 *     with w   (h = w · x, slope x)       by 2 · x  = 4
 *
 * Each line takes the number above it and multiplies it by the slope of one
 * step: that is the chain rule (連鎖律), read from the result to the weights. Two
 * things follow. No step needs to know any other; and one walk back gives the
 * slope by every weight, however many there are, where the definition
 * (numerical_gradient.ts) needs two evaluations of the loss for each.
 *
 * So there are three things to do, and this file is these three things: record
 * the steps while the loss is computed, walk back over them, and add up where a
 * value was used more than once. The slopes themselves stand beside the
 * formulas they belong to (elementwise.ts, linear_algebra.ts, activation.ts,
 * loss.ts).
 */
import { describe, shape } from "../matrix/_require.ts";
import { mapNesting, type Nesting } from "./_nesting.ts";
import type { Operation, Rule, Trace } from "../matrix/_operation.ts";
import { add } from "../formula/elementwise.ts";
import {
  isScalar,
  Matrix,
  requireMatrix,
  scalar,
  traced,
  traceOf,
  zeros,
} from "../matrix/matrix.ts";

// 1. Record.
//
// The loss is an ordinary function. It is called with traced values in place of
// the parameters: matrices without numbers of their own, each of which points
// to a step. When an operation meets one (see _operation.ts), it asks that step
// to record it. So the steps of one run line up on a tape, in the order in
// which they were computed, and a step's operands always come before it.

/** One value of a run: a parameter, or the result of an operation. */
class Step implements Trace {
  /** How much the loss changes with this value; unknown until the walk back. */
  slope: Matrix | undefined = undefined;

  constructor(
    readonly tape: Tape,
    /** The step recorded before this one. */
    public previous: Step | undefined,
    readonly value: Matrix,
    /** How the value was computed; undefined for a parameter. */
    readonly operation: Operation | undefined,
    /** From which numbers. */
    public operands: readonly Matrix[],
    /** Where each operand came from; undefined for a constant. */
    public origins: readonly (Step | undefined)[],
  ) {}

  record(operation: Operation, operands: Matrix[]): Matrix {
    return this.tape.record(operation, operands);
  }
}

const nothing: readonly never[] = [];

/** The steps of one run of the loss, from the last to the first. */
class Tape {
  last: Step | undefined = undefined;
  isOver = false;

  /** A parameter, from which steps begin. */
  begin(value: Matrix): Matrix {
    return this.#keep(value, undefined, nothing, nothing);
  }

  /** Computes an operation's result, and keeps how it came about. */
  record(operation: Operation, operands: Matrix[]): Matrix {
    const origins: (Step | undefined)[] = [undefined, undefined, undefined];
    for (let k = 0; k < operands.length; k++) {
      const origin = this.stepOf(operands[k]!);
      if (origin === undefined) continue;
      requireRule(operation, k);
      origins[k] = origin;
      operands[k] = origin.value;
    }
    const a = operands[0]!, b = operands[1] ?? a, c = operands[2] ?? a;
    const value = operation.forward(a, b, c);
    return this.#keep(value, operation, operands, origins);
  }

  /** The step of a value of this run; undefined for a constant. */
  stepOf(value: Matrix): Step | undefined {
    const step = traceOf(value) as Step | undefined;
    if (step === undefined || step.tape === this && !this.isOver) return step;
    throw new TypeError(
      step.tape.isOver
        ? "Cannot use a value of an earlier gradient: its run is over, " +
          "a value to keep is made by detach(x) inside the function"
        : "Cannot take a gradient inside a gradient: the inner function uses a value that the " +
          "outer one follows, use detach(x) of it",
    );
  }

  /** Lets go of everything, so that a value that somebody kept keeps nothing else. */
  end(): void {
    this.isOver = true;
    for (let step = this.last; step !== undefined;) {
      const { previous } = step;
      step.previous = undefined;
      step.operands = step.origins = nothing;
      step = previous;
    }
    this.last = undefined;
  }

  #keep(
    value: Matrix,
    operation: Operation | undefined,
    operands: readonly Matrix[],
    origins: readonly (Step | undefined)[],
  ): Matrix {
    const step = new Step(this, this.last, value, operation, operands, origins);
    this.last = step;
    return traced(value.rows, value.columns, step);
  }
}

/** Some operands are constants by definition, such as the targets of a loss. */
function requireRule(operation: Operation, operand: number): void {
  if (operation.backward[operand] !== null) return;
  throw new TypeError(
    `Cannot differentiate ${operation.name}: ` +
      `operand ${operand + 1} depends on the parameters, ` +
      "it must be a constant; detach(x) makes it one",
  );
}

// 2. Walk back, and 3. add up.

/** Finds how much `result` changes with each step that it depends on. */
function walkBack(result: Step): void {
  result.slope = scalar(1); // with itself, by 1
  for (
    let step: Step | undefined = result;
    step !== undefined;
    step = step.previous
  ) {
    const { slope, operation, operands, origins, value } = step;
    // A step without a slope does not lead to the result; a parameter ends the
    // way.
    if (slope === undefined || operation === undefined) continue;
    const a = operands[0]!, b = operands[1] ?? a, c = operands[2] ?? a;
    for (let k = 0; k < operands.length; k++) {
      const origin = origins[k];
      if (origin === undefined) continue; // nobody asks for the slope of a constant
      const rule = operation.backward[k] as Rule;
      const part = rule(slope, value, a, b, c);
      // A value used twice leads to the result on two ways: both count.
      origin.slope = origin.slope === undefined
        ? part
        : add(origin.slope, part);
    }
  }
}

// What the library exports: the three things in a row.

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
export function valueAndGradient<T extends object>(
  f: (at: T) => Matrix,
  at: T & Nesting<T>,
): [value: Matrix, gradient: T] {
  return differentiate(f, at);
}

/** The same for parameters whose type has been looked at already. */
export function differentiate<T extends object>(
  f: (at: T) => Matrix,
  at: T,
): [Matrix, T] {
  if (typeof f !== "function") {
    throw new TypeError(
      `Cannot ${action}: f is ${describe(f)}, a function is needed`,
    );
  }
  const tape = new Tape();
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

    let next = 0;
    const slopes = mapNesting<T>(at, ({ rows, columns }) => {
      return parameters[next++]!.slope ?? zeros(rows, columns);
    }, action);
    return [last?.value ?? result, slopes];
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
export function gradient<T extends object>(
  f: (at: T) => Matrix,
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
  return step === undefined ? x : step.tape.stepOf(x)!.value;
}
