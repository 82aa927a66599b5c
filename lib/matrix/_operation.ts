/**
 * What an operation is, and how it is applied.
 *
 * An operation is a formula and, beside it, the rules for its derivative: one
 * for each operand. A rule takes the gradient `dy` that arrives from above, the
 * result `y` and the operands, and returns the gradient of its own operand.
 * Both are written for plain matrices and know nothing of any engine. Only when
 * an operand is traced is the operation handed to that operand's tape, which
 * keeps it for the way back (backpropagation.ts); so plain code pays one
 * comparison an operand.
 */
import { type Matrix, traceOf } from "./matrix.ts";

/**
 * The gradient of one operand, from the gradient `dy` of the result `y` and the
 * operands.
 */
export type Rule = (
  dy: Matrix,
  y: Matrix,
  a: Matrix,
  b: Matrix,
  c: Matrix,
) => Matrix;

/** A formula and the rules of its derivative. */
export interface Operation {
  /** The exported name, for messages. */
  readonly name: string;
  /**
   * Computes the result from plain matrices, and refuses operands that do not
   * fit.
   */
  forward(a: Matrix, b: Matrix, c: Matrix): Matrix;
  /**
   * A rule for each operand; `null` for one that is a constant by definition,
   * such as `t`.
   */
  readonly backward: readonly (Rule | null)[];
  /**
   * The rows of its one operand that the result consists of, if it is nothing
   * else: the slopes of the other rows are 0.
   */
  readonly taken?: ArrayLike<number>;
}

/** Where a traced value comes from: whatever keeps what was done to it. */
export interface Trace {
  /**
   * Computes an operation's result and keeps it; the list of operands is its to
   * keep, too.
   */
  record(operation: Operation, operands: Matrix[]): Matrix;
}

/** Applies an operation of one operand. */
export function apply1(operation: Operation, a: Matrix): Matrix {
  const trace = traceOf(a) as Trace | undefined;
  if (trace !== undefined) return trace.record(operation, [a]);
  return operation.forward(a, a, a);
}

/** Applies an operation of two operands. */
export function apply2(operation: Operation, a: Matrix, b: Matrix): Matrix {
  const trace = (traceOf(a) ?? traceOf(b)) as Trace | undefined;
  if (trace !== undefined) return trace.record(operation, [a, b]);
  return operation.forward(a, b, b);
}

/** Applies an operation of three operands. */
export function apply3(
  operation: Operation,
  a: Matrix,
  b: Matrix,
  c: Matrix,
): Matrix {
  const trace = (traceOf(a) ?? traceOf(b) ?? traceOf(c)) as Trace | undefined;
  if (trace !== undefined) return trace.record(operation, [a, b, c]);
  return operation.forward(a, b, c);
}
