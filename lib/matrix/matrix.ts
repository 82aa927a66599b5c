/** The value: a closed table of numbers. */
import { requireIndex, shape } from "./_require.ts";
import { matrixHtml } from "./_html_table.ts";
import { newNumbers, type Numbers, roomForNumbers } from "./_numbers.ts";
import { textOf } from "./_text.ts";

/**
 * What stands wherever a matrix goes: a matrix, or a number for a 1×1 matrix.
 */
export type MatrixLike = Matrix | number;

/** How the library's own files make and read matrices; nobody else can. */
interface Door {
  /** A matrix over numbers, row by row, which nobody writes to from now on. */
  wrap(rows: number, columns: number, numbers: Numbers): Matrix;
  /** The transpose, over the same numbers. */
  flipped(x: Matrix): Matrix;
  /** A value without numbers, which an engine follows. */
  traced(rows: number, columns: number, trace: object): Matrix;
  /** What an engine attached to a traced value; undefined for a plain one. */
  traceOf(x: Matrix): object | undefined;
  /** The numbers of a plain matrix as they lie, only to be read. */
  numbersOf(x: Matrix): Numbers;
  /** Whether they lie column by column. */
  isTransposed(x: Matrix): boolean;
}

let door!: Door;

/** What the constructor asks for, so that nobody else makes a matrix. */
const key: unique symbol = Symbol("key");

const none = newNumbers(0);

/** How many matrices there are so far. */
let made = 0;

/** With a function among its fields `structuredClone` refuses a matrix. */
function sendWhatToFloat64ArrayGives() {}

/**
 * A table of numbers (行列), rows × columns, in double precision: the one kind
 * of value in this library. Rows are samples and columns are features,
 * everywhere; a 1×1 matrix is a number.
 *
 * A matrix never changes once it is made, and nobody sees its numbers but by
 * the members below. Make one with {@linkcode matrix}, {@linkcode zeros},
 * {@linkcode ones} or {@linkcode fromFloat64Array}, and compute with functions.
 * It prints as NumPy prints an array. To send it somewhere, as to a worker,
 * send what `toFloat64Array()` gives: `structuredClone` refuses a matrix.
 *
 * Who comes from NumPy finds `W.shape` in `W.rows` and `W.columns`, `W.size` in
 * their product, `len(W)` in `W.rows`, `W.T` in {@linkcode transpose},
 * `W[0, 1]` in `W.at(0, 1)`, `W[0]` in {@linkcode takeRows}, and loops over
 * `W.toArray()`; the members of those names are `undefined` here.
 *
 * Compare matrices with {@linkcode equals} and {@linkcode allClose}. Functions
 * that compare field by field, such as `assertEquals` and Node's
 * `deepStrictEqual`, cannot see the numbers; so that they never call unlike
 * matrices equal, they find every two matrices different. They compare what
 * `toArray()` gives.
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
  // A traced value (see backpropagation.ts) has a trace and no numbers.
  readonly #rows: number;
  readonly #columns: number;
  readonly #numbers: Numbers;
  readonly #isTransposed: boolean;
  readonly #trace: object | undefined;

  // Private fields are hidden from comparisons field by field as well, which
  // would call all matrices equal. This one differs between any two, and its
  // name says what to do to whoever prints the fields.
  private readonly "compare with equals(a, b) or allClose(a, b)" = ++made;
  private readonly "send what toFloat64Array() gives" =
    sendWhatToFloat64ArrayGives;

  private constructor(
    given: typeof key,
    rows: number,
    columns: number,
    numbers: Numbers,
    isTransposed: boolean,
    trace: object | undefined,
  ) {
    if (given !== key) {
      throw new TypeError(
        "Cannot make a matrix with new: its constructor is the library's own, " +
          "write matrix([[1, 2], [3, 4]])",
      );
    }
    this.#rows = rows;
    this.#columns = columns;
    this.#numbers = numbers;
    this.#isTransposed = isTransposed;
    this.#trace = trace;
  }

  static {
    door = {
      wrap: (rows, columns, numbers) =>
        new Matrix(key, rows, columns, numbers, false, undefined),
      flipped: (x) => {
        const rows = x.#columns, columns = x.#rows;
        // The numbers of a row lie as those of a column do.
        const turns = rows > 1 && columns > 1;
        const isTransposed = turns && !x.#isTransposed;
        return new Matrix(
          key,
          rows,
          columns,
          x.#numbers,
          isTransposed,
          undefined,
        );
      },
      traced: (rows, columns, trace) =>
        new Matrix(key, rows, columns, none, false, trace),
      traceOf: (x) => x.#trace,
      numbersOf: (x) => x.#numbers,
      isTransposed: (x) => x.#isTransposed,
    };
  }

  /**
   * Whether a value is a matrix: what `value instanceof Matrix` asks. What only
   * has the prototype of one is none.
   *
   * @param value Anything.
   * @returns Whether it was made by this library.
   *
   * @example A look-alike
   * ```ts
   * import { Matrix, ones } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(ones(2, 3) instanceof Matrix, true);
   * assertEquals(Object.create(Matrix.prototype) instanceof Matrix, false);
   * ```
   */
  static [Symbol.hasInstance](value: unknown): value is Matrix {
    return typeof value === "object" && value !== null && #rows in value;
  }

  /**
   * The number of rows: how many samples.
   *
   * @returns 0 or more.
   *
   * @example Two samples
   * ```ts
   * import { matrix } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(matrix([[1, 2, 3], [4, 5, 6]]).rows, 2);
   * ```
   */
  get rows(): number {
    if (!(#rows in this)) throw lookAlike();
    return this.#rows;
  }

  /**
   * The number of columns: how many features.
   *
   * @returns 0 or more.
   *
   * @example Three features
   * ```ts
   * import { matrix } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(matrix([[1, 2, 3], [4, 5, 6]]).columns, 3);
   * ```
   */
  get columns(): number {
    if (!(#rows in this)) throw lookAlike();
    return this.#columns;
  }

  /**
   * What `Object.prototype.toString` calls a matrix, also where a bundler has
   * renamed the class.
   *
   * @returns The name of the class.
   *
   * @example Whatever the class is called
   * ```ts
   * import { zeros } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const name = Object.prototype.toString.call(zeros(2, 3));
   * assertEquals(name, "[object Matrix]");
   * ```
   */
  get [Symbol.toStringTag](): string {
    return "Matrix";
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
    requireIndex(row, x.#rows, "the row", action);
    requireIndex(column, x.#columns, "the column", action);
    return x.#isTransposed
      ? x.#numbers[column * x.#rows + row]!
      : x.#numbers[row * x.#columns + column]!;
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
    const x = requirePlain(
      this,
      "take the number of a matrix",
      "return the loss itself, or look at detach(x), which the gradient does " +
        "not follow",
    );
    if (x.#rows !== 1 || x.#columns !== 1) {
      throw new RangeError(
        `Cannot take the number of a matrix: it is ${shape(x)}, ` +
          "it must be 1x1; use at(row, column) or toArray()",
      );
    }
    return x.#numbers[0]!;
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
    const x = requirePlain(this, looking), numbers = rowMajor(x);
    const rows: number[][] = [];
    for (let row = 0, i = 0; row < x.#rows; row++) {
      const list: number[] = [];
      for (let k = 0; k < x.#columns; k++, i++) list.push(numbers[i]!);
      rows.push(list);
    }
    return rows;
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
   * const x = fromFloat64Array(values, 4, 1);
   * assertEquals(x.toArray(), [[1], [2], [3], [4]]);
   * ```
   */
  toFloat64Array(): Float64Array<ArrayBuffer> {
    const numbers = rowMajor(requirePlain(this, looking));
    const copy = new Float64Array(numbers.length);
    for (let i = 0; i < copy.length; i++) copy[i] = numbers[i]!;
    return copy;
  }

  /**
   * The numbers as a list of rows, so that `JSON.stringify` writes them. (JSON
   * has no NaN and no infinity: it writes `null` for them.)
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
   * const x = matrix([5.25564131, 3.1831305]);
   * assertEquals(x.toString(), "array([[5.25564131, 3.1831305 ]])");
   * assertEquals(sum(matrix([0.5, 0.5])).toString(), "1.0");
   * ```
   */
  toString(): string {
    const x = requirePlain(this, looking);
    return textOf(rowMajor(x), x.#rows, x.#columns);
  }

  /**
   * Text in a template such as `${W}`; where JavaScript wants a number or does
   * not say, as in `W * 2` and `W + 1`, an error instead of a silent `NaN` or a
   * glued text.
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
   * What `console.log` shows in Deno: the same text as `toString()`. An
   * assertion, which asks for the fields one by one, gets a line more that says
   * how to compare matrices.
   *
   * @param _inspect What Deno shows other values with.
   * @param options How Deno was asked to show the matrix.
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
  [Symbol.for("Deno.customInspect")](
    _inspect?: unknown,
    options?: { compact?: boolean },
  ): string {
    const text = this.toString();
    if (options?.compact !== false) return text;
    const advice = "compare with equals(a, b) or allClose(a, b)";
    return `${text} // matrix ${this[advice]}: ${advice}`;
  }

  /**
   * What `console.log` shows in Node: the same text as `toString()`.
   *
   * @returns What `toString()` gives.
   *
   * @example In Node's own words
   * ```ts
   * import { zeros } from "kobai";
   * import { assertEquals } from "@std/assert";
   * import { inspect } from "node:util";
   *
   * assertEquals(inspect(zeros(1, 2)), "array([[0., 0.]])");
   * ```
   */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
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

const looking = "look at the numbers of a matrix";

function lookAlike(): TypeError {
  return new TypeError(
    "Cannot look at a matrix: this only has the prototype of one, " +
      "a matrix is made by matrix([[1, 2], [3, 4]])",
  );
}

// What every matrix does is decided here and nowhere else.
Object.freeze(Matrix);
Object.freeze(Matrix.prototype);
Object.freeze(sendWhatToFloat64ArrayGives);

export const { wrap, flipped, traced, traceOf, numbersOf, isTransposed }: Door =
  door;

/** A 1×1 matrix. */
export function scalar(value: number): Matrix {
  const numbers = [0.5]; // a row of doubles, whatever the value is
  numbers[0] = value;
  return wrap(1, 1, numbers);
}

/** The number of a plain 1×1 matrix. */
export function scalarOf(x: Matrix): number {
  return numbersOf(x)[0]!;
}

/** Whether a matrix is 1×1. */
export function isScalar(x: Matrix): boolean {
  return x.rows === 1 && x.columns === 1;
}

/** Requires a value that one may look at: not one that a gradient follows. */
export function requirePlain(
  x: Matrix,
  action: string,
  instead = "look at detach(x) instead, which the gradient does not follow",
): Matrix {
  if (!(x instanceof Matrix)) throw lookAlike();
  if (traceOf(x) !== undefined) {
    throw new TypeError(
      `Cannot ${action}: a gradient is being taken through this ${
        shape(x)
      } value, ` +
        instead,
    );
  }
  return x;
}

/** The numbers of a plain matrix, row by row, only to be read. */
export function rowMajor(x: Matrix): Numbers {
  if (!isTransposed(x)) return numbersOf(x);
  const { rows, columns } = x, from = numbersOf(x);
  const to = roomForNumbers(rows * columns);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      to[i] = from[column * rows + row]!;
    }
  }
  return to;
}
