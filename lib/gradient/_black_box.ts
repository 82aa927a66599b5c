/**
 * A function of parameters, as a black box from numbers to a number: what the
 * definition of a gradient needs, which knows nothing of formulas.
 *
 * The parameters are laid out one after the other in a single list. For every
 * call new matrices are made from that list, so that the function can neither
 * see nor keep anything that is still being changed.
 */
import { describe, shape } from "../matrix/_require.ts";
import { listNesting, mapNesting } from "./_nesting.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { copyOf } from "../matrix/make.ts";
import { isScalar, Matrix, requirePlain, rowMajor } from "../matrix/matrix.ts";

/** Where a number stands among the parameters. */
export interface Place {
  /**
   * The name of its matrix, such as `W2` or `[1].b`; empty if there is only
   * one.
   */
  readonly path: string;
  readonly row: number;
  readonly column: number;
}

/** Parameters, laid out in a list. */
export interface Layout<T> {
  /** The numbers of all parameters. */
  readonly values: Numbers;
  /** A list of as many numbers, in the shape of the parameters. */
  shaped(numbers: Numbers): T;
  /** Where the number with this index stands. */
  placeOf(index: number): Place;
}

/** A function and its parameters, laid out in a list. */
export interface BlackBox<T> extends Layout<T> {
  /** The value of the function for other numbers. */
  evaluate(values: Numbers): number;
  /** The same at the point itself. */
  evaluateHere(): number;
  /**
   * The same somewhere beside the point; NaN where the function refuses the
   * argument, as `normalize` does a negative score: there its domain ends.
   */
  evaluateBeside(values: Numbers): number;
  /** Two different values at the point, if the function is random. */
  differing(): readonly [number, number] | undefined;
  /** How often the function was called. */
  calls(): number;
}

/** Lays out parameters; `action` is for the errors. */
export function layOut<T extends object>(at: T, action: string): Layout<T> {
  if (at instanceof Matrix) {
    return layOutMatrix(at, action) as Layout<object> as Layout<T>;
  }
  const parts: { path: string; matrix: Matrix; start: number }[] = [];
  let length = 0;
  for (const { path, matrix } of listNesting(at, action)) {
    parts.push({ path, matrix: requirePlain(matrix, action), start: length });
    length += matrix.rows * matrix.columns;
  }
  const values = newNumbers(length);
  for (const { matrix, start } of parts) write(matrix, values, start);
  return {
    values,
    shaped(numbers) {
      let next = 0;
      return mapNesting(at, ({ rows, columns }) => {
        return copyOf(numbers, parts[next++]!.start, rows, columns);
      }, action);
    },
    placeOf(index) {
      // The last part that begins here or before; an empty one holds nothing.
      const { path, matrix, start } = parts.findLast((part) =>
        part.start <= index && part.matrix.rows * part.matrix.columns > 0
      )!;
      const row = Math.floor((index - start) / matrix.columns);
      return { path, row, column: index - start - row * matrix.columns };
    },
  };
}

/** The same for a single matrix, which needs no lists. */
function layOutMatrix(at: Matrix, action: string): Layout<Matrix> {
  const { rows, columns } = requirePlain(at, action);
  const values = newNumbers(rows * columns);
  write(at, values, 0);
  return {
    values,
    shaped: (numbers) => copyOf(numbers, 0, rows, columns),
    placeOf: (index) => {
      const column = index % columns;
      return { path: "", row: (index - column) / columns, column };
    },
  };
}

function write(matrix: Matrix, to: Numbers, start: number): void {
  const from = rowMajor(matrix);
  for (let i = 0; i < from.length; i++) to[start + i] = from[i]!;
}

/** Lays out the parameters of `f`; `action` is for the errors. */
export function blackBox<T extends object>(
  f: (at: T) => Matrix | number,
  at: T,
  action: string,
): BlackBox<T> {
  if (typeof f !== "function") {
    throw new TypeError(
      `Cannot ${action}: f is ${describe(f)}, a function is needed`,
    );
  }
  const layout = layOut(at, action);
  let calls = 0;
  function evaluate(numbers: Numbers): number {
    calls++;
    return requireNumber(f(layout.shaped(numbers)), action);
  }
  let here: number | undefined, other: number | undefined;
  function evaluateHere(): number {
    const value = evaluate(layout.values);
    here ??= value;
    if (!Object.is(value, here)) other ??= value;
    return value;
  }
  return {
    ...layout,
    calls: () => calls,
    evaluate,
    evaluateHere,
    evaluateBeside(numbers) {
      try {
        return evaluate(numbers);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // If f now refuses the point itself, too, it is f that has a fault.
        evaluate(layout.values);
        return NaN;
      }
    },
    differing: () =>
      here === undefined || other === undefined ? undefined : [here, other],
  };
}

function requireNumber(result: Matrix | number, action: string): number {
  if (typeof result === "number") return result;
  if (!(result instanceof Matrix)) {
    throw new TypeError(
      `Cannot ${action}: f returned ${describe(result)}, ` +
        "a number or a 1x1 matrix is needed",
    );
  }
  if (!isScalar(result)) {
    throw new RangeError(
      `Cannot ${action}: f returned a ${shape(result)} matrix, ` +
        "a 1x1 matrix is needed",
    );
  }
  return result.item();
}

/** Whether an error may mean that an argument lies outside f's domain. */
function isRefusal(error: unknown): boolean {
  // A recursion without end is a RangeError, too.
  return error instanceof RangeError &&
    !/call stack|recursion/i.test(error.message);
}
