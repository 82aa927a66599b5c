/**
 * How a formula for single numbers becomes an operation on matrices.
 *
 * A formula comes as a short loop of its own over lists, not as a function of
 * one number: a function called for every number is slower than the arithmetic
 * it does.
 */
import { type Numbers, roomForNumbers } from "../matrix/_numbers.ts";
import { compiledMap, isMapping, type Mapping } from "../kernels/kernels.ts";
import type { Operation, Rule } from "../matrix/_operation.ts";
import { shape } from "../matrix/_require.ts";
import {
  flipped,
  isScalar,
  isTransposed,
  type Matrix,
  numbersOf,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";

/** Fills the list `y` from a list `x` that is as long. */
export type UnaryLoop = (x: Numbers, y: Numbers) => void;

/**
 * Fills the list `y` from `a[0], a[da], a[2 da], ...` and `b[0], b[db], ...`: a
 * step of 0 repeats a single number, otherwise it is 1.
 */
export type BinaryLoop = (
  a: Numbers,
  b: Numbers,
  y: Numbers,
  da: number,
  db: number,
) => void;

/** Computes `y = f(x)` for every number, by a compiled loop if that pays. */
export function mapValues(
  x: Matrix,
  loop: UnaryLoop,
  compiled?: Mapping,
): Matrix {
  const { rows, columns } = x, from = numbersOf(x);
  let y = compiled && compiledMap(compiled, from);
  if (y === undefined) loop(from, y = roomForNumbers(rows * columns));
  // The transpose of f(x) is f of the transpose, so the order of the numbers
  // may stay.
  return isTransposed(x)
    ? flipped(wrap(columns, rows, y))
    : wrap(rows, columns, y);
}

/** Computes `y = f(a, b)` for two matrices of one shape. */
export function mapPairs(a: Matrix, b: Matrix, loop: BinaryLoop): Matrix {
  const { rows, columns } = a, y = roomForNumbers(rows * columns);
  loop(rowMajor(a), rowMajor(b), y, 1, 1);
  return wrap(rows, columns, y);
}

/** The operation `y = f(x)` for every number. */
export function unary(name: string, loop: UnaryLoop, rule: Rule): Operation {
  const compiled = isMapping(name) ? name : undefined;
  return {
    name,
    forward: (x) => mapValues(x, loop, compiled),
    backward: [rule],
  };
}

/**
 * The operation `y = f(a, b)`, one side repeated where that is needed. Errors
 * say that matrices cannot be so treated: `Cannot <verb> matrices`.
 */
export function binary(
  name: string,
  loop: BinaryLoop,
  left: Rule,
  right: Rule,
  verb = name,
): Operation {
  return {
    name,
    backward: [left, right],
    forward: (a, b) => mapRepeated(a, b, loop, verb),
  };
}

/** Computes `y = f(a, b)`, one side repeated where that is needed. */
export function mapRepeated(
  a: Matrix,
  b: Matrix,
  loop: BinaryLoop,
  verb: string,
): Matrix {
  if (a.rows === b.rows && a.columns === b.columns) {
    return mapPairs(a, b, loop);
  }
  if (canRepeat(b, a)) {
    const [right, y, step] = repeatedFor(a, b);
    loop(rowMajor(a), right, y, 1, step);
    return wrap(a.rows, a.columns, y);
  }
  if (!canRepeat(a, b)) throw misfit(verb, a, b);
  const [left, y, step] = repeatedFor(b, a);
  loop(left, rowMajor(b), y, step, 1);
  return wrap(b.rows, b.columns, y);
}

/**
 * What repeats a smaller operand beside a larger one, a list for the result,
 * and the step: a single number stays where it is; what is repeated lies in the
 * result's own list, where each number is read before it is written over.
 */
function repeatedFor(
  { rows, columns }: Matrix,
  x: Matrix,
): [repeated: Numbers, y: Numbers, step: number] {
  if (isScalar(x)) return [rowMajor(x), roomForNumbers(rows * columns), 0];
  const repeated = repeat(x, rows, columns);
  return [repeated, repeated, 1];
}

/** Whether a row, a column or a 1×1 matrix repeated makes the other shape. */
export function canRepeat(x: Matrix, { rows, columns }: Matrix): boolean {
  return (x.rows === rows || x.rows === 1) &&
    (x.columns === columns || x.columns === 1);
}

/**
 * The error for shapes of which none repeated makes the other. A column and a
 * row would make a table of all pairs, which is more often a mistake (one side
 * should have been transposed) than meant.
 */
function misfit(verb: string, a: Matrix, b: Matrix): RangeError {
  const found = `Cannot ${verb} matrices: left is ${shape(a)} and right is ${
    shape(b)
  }`;
  const pairs: [string, string, Matrix, Matrix][] = [
    ["left", "right", a, b],
    ["right", "left", b, a],
  ];
  for (const [column, row, x, y] of pairs) {
    if (x.columns !== 1 || y.rows !== 1) continue;
    return new RangeError(
      `${found}, the shapes must be equal: transpose(${row}) makes a column ` +
        `of the row; for all pairs write multiply(${column}, ` +
        `ones(${x.rows}, ${y.columns})) for ${column}`,
    );
  }
  return new RangeError(
    `${found}, the shapes must be equal, or one side a row, a column or a ` +
      "number that fits",
  );
}

/**
 * The numbers of a matrix, row by row, a single row or column repeated until
 * there are so many.
 */
export function repeat(x: Matrix, rows: number, columns: number): Numbers {
  const from = rowMajor(x);
  if (x.rows === rows && x.columns === columns) return from;
  const to = roomForNumbers(rows * columns);
  const nextRow = x.rows === 1 ? 0 : x.columns;
  const nextColumn = x.columns === 1 ? 0 : 1;
  for (let row = 0, i = 0; row < rows; row++) {
    let k = row * nextRow;
    for (let column = 0; column < columns; column++, k += nextColumn) {
      to[i++] = from[k]!;
    }
  }
  return to;
}
