import { describe, requireIndex, requireSizes } from "./_require.ts";
import { matrixHtml } from "./_html_table.ts";
import { formatFloat, formatValues } from "./_numpy_print.ts";
import { carve, carved } from "./_storage.ts";

/** What stands wherever a matrix goes: a matrix, or a number for a 1×1 matrix. */
export type MatrixLike = Matrix | number;

const none = new Float64Array(0);

// The library's own files make and read matrices through these, which the class
// below fills in; mod.ts does not export them.

/** A matrix over `values[offset ...]`, row by row; 1×1 holds its number. */
export let wrap: (
  rows: number,
  columns: number,
  values: Float64Array,
  offset: number,
) => Matrix;
/** A 1×1 matrix. */
export let scalar: (value: number) => Matrix;
/** A 1×1 matrix whose number lies in an array, for loops that read arrays; never given out. */
let unboxed: (values: Float64Array, offset: number) => Matrix;
/** The transpose, over the same numbers. */
export let flipped: (x: Matrix) => Matrix;
/** A value without numbers, which an engine follows. */
export let traced: (rows: number, columns: number, trace: object) => Matrix;
/** What an engine attached to a traced value; undefined for a plain one. */
export let traceOf: (x: Matrix) => object | undefined;
/** The array that holds the numbers of a plain matrix that is not 1×1. */
export let valuesOf: (x: Matrix) => Float64Array;
/** Where in that array they begin. */
export let offsetOf: (x: Matrix) => number;
/** Whether they lie column by column. */
export let isTransposed: (x: Matrix) => boolean;
/** The number of a plain 1×1 matrix. */
export let scalarOf: (x: Matrix) => number;

/**
 * A table of numbers (行列), rows × columns, in double precision: the one kind of
 * value in this library. Rows are samples and columns are features, everywhere;
 * a 1×1 matrix is a number.
 *
 * A matrix never changes once it is made, and shares no memory that anybody can
 * see. Make one with {@linkcode matrix}, {@linkcode zeros}, {@linkcode ones} or
 * {@linkcode fromFloat64Array}, compute with functions, and look at it with the
 * members below. It prints as NumPy prints an array. To compare two matrices,
 * compare what `toArray()` gives.
 *
 * @example Make, compute, look
 * ```ts
 * import { matmul, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([2, 3]);
 * const W = matrix([[1, 0, -1], [2, 1, 0]]);
 * const h = matmul(x, W);
 * assertEquals([h.rows, h.columns], [1, 3]);
 * assertEquals(h.at(0, 2), -2);
 * assertEquals(String(h), "array([[ 8.,  3., -2.]])");
 * ```
 */
export class Matrix {
  /** The number of rows: how many samples. */
  readonly rows: number;
  /** The number of columns: how many features. */
  readonly columns: number;

  // The numbers are values[offset ...], row by row;
  // `transposed` says column by column. A 1×1 matrix holds a plain number instead, so that a kept loss keeps no chunk alive. A traced value (see backpropagation.ts) has a trace and no numbers. These fields are not `#private`
  // so that comparing two matrices field by field, as test libraries do, can
  // never call unlike ones equal.
  private readonly values: Float64Array;
  private readonly offset: number;
  private readonly scalar: number;
  private readonly transposed: boolean;
  private readonly trace: object | undefined;

  private constructor(
    rows: number,
    columns: number,
    values: Float64Array,
    offset: number,
    scalar: number,
    transposed: boolean,
    trace: object | undefined,
  ) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.offset = offset;
    this.scalar = scalar;
    this.transposed = transposed;
    this.trace = trace;
  }

  static {
    wrap = (rows, columns, values, offset) =>
      rows === 1 && columns === 1
        ? new Matrix(1, 1, none, 0, values[offset]!, false, undefined)
        : new Matrix(rows, columns, values, offset, 0, false, undefined);
    scalar = (value) => new Matrix(1, 1, none, 0, value, false, undefined);
    unboxed = (values, offset) =>
      new Matrix(1, 1, values, offset, 0, false, undefined);
    flipped = (x) =>
      x.rows === 1 && x.columns === 1 ? x : new Matrix(
        x.columns,
        x.rows,
        x.values,
        x.offset,
        0,
        !x.transposed,
        undefined,
      );
    traced = (rows, columns, trace) =>
      new Matrix(rows, columns, none, 0, 0, false, trace);
    valuesOf = (x) => x.values;
    offsetOf = (x) => x.offset;
    scalarOf = (x) => x.scalar;
    isTransposed = (x) => x.transposed;
    traceOf = (x) => x.trace;
  }

  /**
   * The number in one row and column, both counted from 0.
   *
   * @param row From 0 to `rows - 1`.
   * @param column From 0 to `columns - 1`.
   * @returns The number there.
   * @throws {RangeError} If there is no such row or column.
   *
   * @example The second row, first column
   * ```ts
   * import { matrix } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(matrix([[1, 2], [3, 4]]).at(1, 0), 3);
   * ```
   */
  at(row: number, column: number): number {
    const action = "read a number of a matrix";
    const x = requirePlain(this, action);
    requireIndex(row, this.rows, "the row", action);
    requireIndex(column, this.columns, "the column", action);
    if (this.rows === 1 && this.columns === 1) return x.scalar;
    return x.transposed
      ? x.values[x.offset + column * this.rows + row]!
      : x.values[x.offset + row * this.columns + column]!;
  }

  /**
   * The number of a 1×1 matrix, such as a loss.
   *
   * @returns The number.
   * @throws {RangeError} If the matrix is not 1×1.
   *
   * @example A loss as a number
   * ```ts
   * import { matrix, sum } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(sum(matrix([1, 2, 3])).item(), 6);
   * ```
   */
  item(): number {
    const x = requirePlain(this, "take the number of a matrix");
    if (this.rows !== 1 || this.columns !== 1) {
      throw new RangeError(
        `Cannot take the number of a matrix: it is ${this.rows}x${this.columns}, ` +
          "it must be 1x1; use at(row, column) or toArray()",
      );
    }
    return x.scalar;
  }

  /**
   * The numbers as a list of rows.
   *
   * @returns A new array for each row.
   *
   * @example Rows of numbers
   * ```ts
   * import { ones } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(ones(2, 3).toArray(), [[1, 1, 1], [1, 1, 1]]);
   * ```
   */
  toArray(): number[][] {
    const flat = this.toFloat64Array();
    return Array.from(
      { length: this.rows },
      (_, row) =>
        Array.from(flat.subarray(row * this.columns, (row + 1) * this.columns)),
    );
  }

  /**
   * The numbers row by row, in an array of their own.
   *
   * @returns A copy; changing it does not change the matrix.
   *
   * @example There and back
   * ```ts
   * import { fromFloat64Array, matrix } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const values = matrix([[1, 2], [3, 4]]).toFloat64Array();
   * assertEquals(values, new Float64Array([1, 2, 3, 4]));
   * assertEquals(fromFloat64Array(values, 4, 1).toArray(), [[1], [2], [3], [4]]);
   * ```
   */
  toFloat64Array(): Float64Array<ArrayBuffer> {
    const x = rowMajor(requirePlain(this, "look at the numbers of a matrix"));
    const copy = new Float64Array(this.rows * this.columns);
    copy.set(x.values.subarray(x.offset, x.offset + copy.length));
    return copy;
  }

  /**
   * The numbers as a list of rows, so that
   * `JSON.stringify` writes them. (JSON has no NaN and no infinity: it writes `null`
   * for them.)
   *
   * @returns What `toArray()` gives.
   *
   * @example A matrix in JSON
   * ```ts
   * import { matrix } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(JSON.stringify({ W: matrix([[1, 2]]) }), '{"W":[[1,2]]}');
   * ```
   */
  toJSON(): number[][] {
    return this.toArray();
  }

  /**
   * The matrix as NumPy 1.24 prints it; a 1×1 matrix as Python prints a float.
   *
   * @returns Text of one or more lines of at most 75 columns.
   *
   * @example As in the lecture's notebook
   * ```ts
   * import { matrix, sum } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const x = matrix([5.25564131, 3.1831305, 1.15463432]);
   * assertEquals(x.toString(), "array([[5.25564131, 3.1831305 , 1.15463432]])");
   * assertEquals(sum(matrix([0.5, 0.5])).toString(), "1.0");
   * ```
   */
  toString(): string {
    const values = this.toFloat64Array();
    return this.rows === 1 && this.columns === 1
      ? formatFloat(values[0]!)
      : formatValues(values, this.rows, this.columns);
  }

  /**
   * Text in a template such as
   * `${W}`; where JavaScript wants a number or does not say, as in `W *
   * 2` and `W + 1`, an error instead of a silent `NaN` or a glued text.
   *
   * @param hint What JavaScript wants.
   * @returns What `toString()` gives.
   * @throws {TypeError} If anything but a text is wanted.
   *
   * @example Matrices are added with a function
   * ```ts
   * import { matrix } from "kobai";
   * import { assertThrows } from "@std/assert";
   *
   * assertThrows(() => Number(matrix([1, 2])), TypeError, "multiply(W, 2)");
   * ```
   */
  [Symbol.toPrimitive](hint: string): string {
    if (hint !== "string") {
      throw new TypeError(
        "Cannot use a matrix with a JavaScript operator: operators know no " +
          "matrices, write add(W, 1) for W + 1 and multiply(W, 2) for W * 2, " +
          "item() for the number of a 1x1 matrix, `${W}` for its text",
      );
    }
    return this.toString();
  }

  /**
   * What `console.log` shows in Deno: the same text as `toString()`.
   *
   * @returns What `toString()` gives.
   *
   * @example In a log line
   * ```ts
   * import { zeros } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(Deno.inspect(zeros(1, 2)), "array([[0., 0.]])");
   * ```
   */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }

  /**
   * What a Jupyter notebook shows for a matrix at the end of a cell: a table
   * and NumPy's text. Deno's kernel asks for it by this symbol, so a notebook
   * needs no further import.
   *
   * @returns The same numbers in each form, by media type.
   *
   * @example What a notebook gets
   * ```ts
   * import { matrix } from "kobai";
   * import { assertEquals, assertMatch } from "@std/assert";
   *
   * const x = matrix([0.5, 2]);
   * const shown = Reflect.get(x, Symbol.for("Jupyter.display")).call(x);
   * assertEquals(shown["text/plain"], "array([[0.5, 2. ]])");
   * assertMatch(shown["text/html"], /^<table>.*>0\.5<.*>2\.<.*<\/table>/);
   * ```
   */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    const text = this.toString();
    return { "text/plain": text, "text/html": matrixHtml(text) };
  }
}

/** Whether a matrix is 1×1. */
export function isScalar(x: Matrix): boolean {
  return x.rows === 1 && x.columns === 1;
}

/** Requires a value that one may look at: not one that a gradient is following. */
export function requirePlain(x: Matrix, action: string): Matrix {
  if (traceOf(x) !== undefined) {
    throw new TypeError(
      `Cannot ${action}: a gradient is being taken through this ${x.rows}x${x.columns} value, ` +
        "look at detach(x) instead, which the gradient does not follow",
    );
  }
  return x;
}

/** The same matrix with its numbers in an array, row by row. */
export function rowMajor(x: Matrix): Matrix {
  if (isScalar(x)) {
    const offset = carve(1);
    carved[offset] = scalarOf(x);
    return unboxed(carved, offset);
  }
  if (!isTransposed(x)) return x;
  const { rows, columns } = x;
  const from = valuesOf(x), start = offsetOf(x);
  const offset = carve(rows * columns), to = carved;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      to[offset + row * columns + column] = from[start + column * rows + row]!;
    }
  }
  return wrap(rows, columns, to, offset);
}

/** A matrix from what may stand for one; `action` and `name` are for the error. */
export function toMatrix(
  value: MatrixLike,
  name: string,
  action: string,
): Matrix {
  if (value instanceof Matrix) return value;
  if (typeof value === "number") return scalar(value);
  throw new TypeError(
    `Cannot ${action}: ${name} is ${
      describe(value)
    }, a matrix or a number is needed`,
  );
}

/** Requires a matrix; `action` and `name` are for the error. */
export function requireMatrix(
  value: Matrix,
  name: string,
  action: string,
): Matrix {
  if (value instanceof Matrix) return value;
  throw new TypeError(
    `Cannot ${action}: ${name} is ${describe(value)}, a matrix is needed`,
  );
}

/**
 * A matrix from a list of rows, or from a flat list, which is one row. The
 * numbers are copied.
 *
 * @param rows `[[1, 2], [3, 4]]`, or `[1, 2]` for one row. NaN and infinities
 * are numbers.
 * @returns A `[N, D]` matrix.
 * @throws {TypeError} If something in it is no number.
 * @throws {RangeError} If the list is empty or the rows differ in length.
 *
 * @example Rows of samples, or one sample
 * ```ts
 * import { matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(matrix([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2]]).rows, 2);
 * assertEquals(matrix([2, 3]).toArray(), [[2, 3]]);
 * ```
 */
export function matrix(
  rows: readonly number[] | readonly (readonly number[])[],
): Matrix {
  const action = "make a matrix";
  if (!Array.isArray(rows)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(rows)}, a list of rows is needed`,
    );
  }
  if (rows.length === 0) {
    throw new RangeError(
      `Cannot ${action}: the list is empty, at least one row is needed; ` +
        "write zeros(0, columns) for a matrix without rows",
    );
  }
  const list: unknown[][] = Array.isArray(rows[0]) ? rows : [rows];
  const columns = list[0]!.length;
  const offset = carve(list.length * columns), to = carved;
  for (let row = 0; row < list.length; row++) {
    const numbers = list[row];
    if (!Array.isArray(numbers)) {
      throw new TypeError(
        `Cannot ${action}: row ${row} is ${
          describe(numbers)
        }, a list of numbers is needed`,
      );
    }
    if (numbers.length !== columns) {
      throw new RangeError(
        `Cannot ${action}: row ${row} has ${numbers.length} columns and row 0 has ${columns}, ` +
          "all rows must have the same length",
      );
    }
    for (let column = 0; column < columns; column++) {
      const value = numbers[column];
      if (typeof value !== "number") {
        throw new TypeError(
          `Cannot ${action}: row ${row}, column ${column} is ${
            describe(value)
          }, ` +
            "a number is needed",
        );
      }
      to[offset + row * columns + column] = value;
    }
  }
  return wrap(list.length, columns, to, offset);
}

/**
 * A matrix of zeros.
 *
 * @param rows How many rows, 0 or more.
 * @param columns How many columns, 0 or more.
 * @returns A `[rows, columns]` matrix.
 * @throws {RangeError} If a size is no integer of 0 or more.
 *
 * @example Two rows of three zeros
 * ```ts
 * import { zeros } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(zeros(2, 3).toArray(), [[0, 0, 0], [0, 0, 0]]);
 * ```
 */
export function zeros(rows: number, columns: number): Matrix {
  return filled(rows, columns, 0, "make a matrix of zeros");
}

/**
 * A matrix of ones.
 *
 * @param rows How many rows, 0 or more.
 * @param columns How many columns, 0 or more.
 * @returns A `[rows, columns]` matrix.
 * @throws {RangeError} If a size is no integer of 0 or more.
 *
 * @example A row of ones
 * ```ts
 * import { ones } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(ones(1, 3).toArray(), [[1, 1, 1]]);
 * ```
 */
export function ones(rows: number, columns: number): Matrix {
  return filled(rows, columns, 1, "make a matrix of ones");
}

function filled(
  rows: number,
  columns: number,
  value: number,
  action: string,
): Matrix {
  requireSizes(rows, columns, action);
  const length = rows * columns;
  const offset = carve(length), to = carved;
  if (value !== 0) to.fill(value, offset, offset + length);
  return wrap(rows, columns, to, offset);
}

/**
 * A matrix from a flat array of numbers, row by row. The numbers are copied.
 *
 * @param values `rows * columns` numbers.
 * @param rows How many rows.
 * @param columns How many columns.
 * @returns A `[rows, columns]` matrix.
 * @throws {TypeError} If `values` is no Float64Array.
 * @throws {RangeError} If the sizes do not fit the number of values.
 *
 * @example Six numbers as 2×3
 * ```ts
 * import { fromFloat64Array } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = fromFloat64Array(new Float64Array([1, 2, 3, 4, 5, 6]), 2, 3);
 * assertEquals(x.toArray(), [[1, 2, 3], [4, 5, 6]]);
 * ```
 */
export function fromFloat64Array(
  values: Float64Array,
  rows: number,
  columns: number,
): Matrix {
  const action = "make a matrix from an array";
  if (!(values instanceof Float64Array)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(values)}, a Float64Array is needed`,
    );
  }
  requireSizes(rows, columns, action);
  if (values.length !== rows * columns) {
    throw new RangeError(
      `Cannot ${action}: the array has ${values.length} numbers, ` +
        `${rows}x${columns} needs ${rows * columns}`,
    );
  }
  return copyOf(values, 0, rows, columns);
}

/** A matrix from a part of an array, copied. For the library's own files. */
export function copyOf(
  values: Float64Array,
  start: number,
  rows: number,
  columns: number,
): Matrix {
  const length = rows * columns;
  const offset = carve(length), to = carved;
  // A loop, because `set` of a few numbers costs more than copying them.
  for (let i = 0; i < length; i++) to[offset + i] = values[start + i]!;
  return wrap(rows, columns, to, offset);
}
