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
 * step: that is the chain rule (連鎖律), read from the result to the weights.
 * Two things follow. No step needs to know any other; and one walk back gives
 * the slope by every weight, however many there are, where the definition
 * (numerical.ts) needs two evaluations of the loss for each.
 *
 * So there are three things to do, and this file is these three things: record
 * the steps while the loss is computed, walk back over them, and add up where a
 * value was used more than once. The slopes themselves stand beside the
 * formulas they belong to (lib/formula).
 */
import { borrowFrom } from "../matrix/_numbers.ts";
import type { Operation, Rule, Trace } from "../matrix/_operation.ts";
import {
  type Matrix,
  numbersOf,
  scalar,
  traced,
  traceOf,
} from "../matrix/matrix.ts";
import { Arena } from "./_arena.ts";
import {
  addSlopes,
  isSparse,
  type Slope,
  slopeOfRows,
  wholeSlope,
} from "./_slope.ts";

// 1. Record.
//
// The loss is an ordinary function. It is called with traced values in place of
// the parameters: matrices without numbers of their own, each of which points
// to a step. When an operation meets one (see _operation.ts), it asks that step
// to record it. So the steps of one run line up on a tape, in the order in
// which they were computed, and a step's operands always come before it.

/** One value of a run: a parameter, or the result of an operation. */
export class Step implements Trace {
  /** How much the loss changes with this value; unknown until the walk back. */
  slope: Slope | undefined = undefined;

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
export class Tape {
  last: Step | undefined = undefined;
  isOver = false;
  /** Where values and slopes lie, until the run is over. */
  arena: Arena | undefined = new Arena();

  /**
   * @param isLent Whether the numbers of the parameters will change after the
   * run, so that who keeps a value needs a copy.
   */
  constructor(readonly isLent = false) {}

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
    const before = borrowFrom(this.arena);
    try {
      const value = operation.forward(a, b, c);
      return this.#keep(value, operation, operands, origins);
    } finally {
      borrowFrom(before);
    }
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

  /** A value of this run, which somebody outside may keep. */
  left(value: Matrix): Matrix {
    this.arena?.leave(numbersOf(value));
    return value;
  }

  /**
   * Lets go of everything, so that a value that somebody kept keeps nothing
   * else.
   */
  end(): void {
    this.isOver = true;
    this.arena?.end();
    this.arena = undefined;
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
export function walkBack(result: Step): void {
  const before = borrowFrom(result.tape.arena);
  try {
    walkFrom(result);
  } finally {
    borrowFrom(before);
  }
}

function walkFrom(result: Step): void {
  result.slope = scalar(1); // with itself, by 1
  for (
    let step: Step | undefined = result;
    step !== undefined;
    step = step.previous
  ) {
    const { operation, operands, origins, value } = step;
    // A step without a slope does not lead to the result; a parameter ends the
    // way.
    if (step.slope === undefined || operation === undefined) continue;
    const slope = wholeSlope(step.slope);
    const a = operands[0]!, b = operands[1] ?? a, c = operands[2] ?? a;
    for (let k = 0; k < operands.length; k++) {
      const origin = origins[k];
      // Nobody asks for the slope of a constant.
      if (origin === undefined) continue;
      const { taken } = operation, rule = operation.backward[k] as Rule;
      const part = taken !== undefined && isSparse(taken, a)
        ? slopeOfRows(slope, taken, a)
        : rule(slope, value, a, b, c);
      // A value used twice leads to the result on two ways: both count.
      origin.slope = origin.slope === undefined
        ? part
        : addSlopes(origin.slope, part);
    }
  }
}
