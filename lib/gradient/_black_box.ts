/**
 * A function of parameters, as a black box from numbers to a number: what the
 * definition of a gradient needs, which knows nothing of formulas.
 *
 * The numbers of all parameters count as one list. Where one number moves, its
 * matrix is made anew, the others are shared: a matrix never changes, so that
 * the function can neither see nor keep anything half-changed. Arrays and
 * records, which it could change, are made anew for every call.
 */
import { describe, shape } from "../matrix/_require.ts";
import { listNesting, mapNesting } from "./_nesting.ts";
import { copyOfNumbers, newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { copyOf } from "../matrix/make.ts";
import {
  isScalar,
  Matrix,
  requirePlain,
  rowMajor,
  scalarOf,
  traceOf,
  wrap,
} from "../matrix/matrix.ts";

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
  /** The parameters, the number with this index moved to a value. */
  moved(index: number, value: number): T;
  /** Where the number with this index stands. */
  placeOf(index: number): Place;
}

/** Lays out parameters; `action` is for the errors. */
export function layOut<T extends object>(at: T, action: string): Layout<T> {
  return at instanceof Matrix
    ? new MatrixLayout(requirePlain(at, action)) as Layout<object> as Layout<T>
    : new NestingLayout(at, action);
}

class MatrixLayout implements Layout<Matrix> {
  readonly values: Numbers;
  readonly rows: number;
  readonly columns: number;

  constructor(at: Matrix) {
    this.rows = at.rows;
    this.columns = at.columns;
    this.values = copyOfNumbers(rowMajor(at));
  }

  shaped(numbers: Numbers): Matrix {
    return copyOf(numbers, 0, this.rows, this.columns);
  }

  moved(index: number, value: number): Matrix {
    const numbers = copyOfNumbers(this.values);
    numbers[index] = value;
    return wrap(this.rows, this.columns, numbers);
  }

  placeOf(index: number): Place {
    const column = index % this.columns;
    return { path: "", row: (index - column) / this.columns, column };
  }
}

/** One matrix of a nesting, and where its numbers begin. */
interface Part {
  readonly path: string;
  readonly matrix: Matrix;
  readonly layout: MatrixLayout;
  readonly start: number;
}

class NestingLayout<T extends object> implements Layout<T> {
  readonly values: Numbers;
  readonly #parts: Part[] = [];

  constructor(readonly at: T, readonly action: string) {
    let start = 0;
    for (const { path, matrix } of listNesting(at, action)) {
      const layout = new MatrixLayout(requirePlain(matrix, action));
      this.#parts.push({ path, matrix, layout, start });
      start += layout.values.length;
    }
    this.values = newNumbers(start);
    for (const { layout, start } of this.#parts) {
      const { values } = layout;
      for (let i = 0; i < values.length; i++) {
        this.values[start + i] = values[i]!;
      }
    }
  }

  shaped(numbers: Numbers): T {
    return this.#mapParts(({ layout: { rows, columns }, start }) =>
      copyOf(numbers, start, rows, columns)
    );
  }

  moved(index: number, value: number): T {
    const moved = this.#partWith(index);
    return this.#mapParts((part) =>
      part === moved
        ? part.layout.moved(index - part.start, value)
        : part.matrix
    );
  }

  placeOf(index: number): Place {
    const { path, layout, start } = this.#partWith(index);
    return { ...layout.placeOf(index - start), path };
  }

  #mapParts(f: (part: Part) => Matrix): T {
    let next = 0;
    return mapNesting(this.at, () => f(this.#parts[next++]!), this.action);
  }

  /** The last part that begins there or before; an empty one has nothing. */
  #partWith(index: number): Part {
    return this.#parts.findLast(({ start, layout }) =>
      start <= index && layout.values.length > 0
    )!;
  }
}

/** A function and its parameters. */
export class BlackBox<T extends object> {
  readonly layout: Layout<T>;
  /** How often the function was called. */
  calls = 0;
  #here: number | undefined;
  #other: number | undefined;

  constructor(
    readonly f: (at: T) => Matrix | number,
    at: T,
    readonly action: string,
  ) {
    if (typeof f !== "function") {
      throw new TypeError(
        `Cannot ${action}: f is ${describe(f)}, a function is needed`,
      );
    }
    this.layout = layOut(at, action);
  }

  /** The value of the function for these parameters. */
  evaluate(at: T): number {
    this.calls++;
    const { f } = this;
    return requireNumber(f(at), this.action);
  }

  /** The same at the point itself. */
  evaluateHere(): number {
    const { layout } = this;
    const value = this.evaluate(layout.shaped(layout.values));
    this.#here ??= value;
    if (!Object.is(value, this.#here)) this.#other ??= value;
    return value;
  }

  /**
   * The same somewhere beside the point; NaN where the function refuses the
   * argument, as `normalize` does a negative score: there its domain ends.
   */
  evaluateBeside(at: T): number {
    try {
      return this.evaluate(at);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // If f now refuses the point itself, too, it is f that has a fault.
      this.evaluate(this.layout.shaped(this.layout.values));
      return NaN;
    }
  }

  /** Two different values at the point, if the function is random. */
  get differing(): readonly [number, number] | undefined {
    const here = this.#here, other = this.#other;
    return here === undefined || other === undefined
      ? undefined
      : [here, other];
  }
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
  return traceOf(result) === undefined ? scalarOf(result) : result.item();
}

/** Whether an error may mean that an argument lies outside f's domain. */
function isRefusal(error: unknown): boolean {
  // A recursion without end is a RangeError, too.
  return error instanceof RangeError &&
    !/call stack|recursion/i.test(error.message);
}
