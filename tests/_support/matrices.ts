/**
 * Matrices for tests: of every shape, in both orders in which the numbers may
 * lie, and compared bit by bit.
 *
 * @module
 */
import { AssertionError } from "@std/assert";
import { fromFloat64Array, type Matrix, transpose } from "../../mod.ts";
import type { Draw } from "./seeded.ts";

/** Numbers of rows and columns that a law must hold for, whatever it is. */
export const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 9],
  [9, 1],
  [2, 3],
  [3, 2],
  [4, 4],
  [5, 8],
  [8, 5],
  [17, 13],
  [2, 200],
  [0, 0],
  [0, 1],
  [1, 0],
  [0, 4],
  [4, 0],
];

/** The matrix with `number(row, column)` in every place. */
export function build(
  rows: number,
  columns: number,
  number: (row: number, column: number) => number,
): Matrix {
  const values = new Float64Array(rows * columns);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      values[i] = number(row, column);
    }
  }
  return fromFloat64Array(values, rows, columns);
}

/** The same numbers, which lie row by row. */
export function rowByRow(x: Matrix): Matrix {
  return fromFloat64Array(x.toFloat64Array(), x.rows, x.columns);
}

/** The same numbers, which lie column by column: the transpose of another. */
export function columnByColumn(x: Matrix): Matrix {
  const rows = x.toArray();
  return transpose(build(x.columns, x.rows, (i, j) => rows[j]![i]!));
}

/** Random numbers in one of the two orders. */
export function drawMatrix(
  draw: Draw,
  rows: number,
  columns: number,
  least = -1,
  most = 1,
): Matrix {
  const x = build(rows, columns, () => draw.number(least, most));
  return draw.random() < 0.5 ? x : columnByColumn(x);
}

/** One-hot rows, drawn at random, in one of the two orders. */
export function drawOneHot(draw: Draw, rows: number, columns: number): Matrix {
  const hot = Array.from({ length: rows }, () => draw.integer(0, columns - 1));
  const t = build(rows, columns, (row, k) => hot[row] === k ? 1 : 0);
  return draw.random() < 0.5 ? t : columnByColumn(t);
}

/** A number of rows or columns: often 0 or 1, otherwise up to `most`. */
export function drawSize(draw: Draw, most = 10): number {
  const kind = draw.integer(0, 5);
  return kind < 2 ? kind : draw.integer(2, most);
}

/**
 * Asserts that two matrices have the same shape and the same bits: unlike `===`
 * this tells 0 from -0, and NaN is the same as NaN.
 *
 * @param actual What was calculated.
 * @param expected What it should be.
 * @param label What is compared, for the message.
 * @throws {AssertionError} If the shapes or a number differ.
 */
export function assertSame(
  actual: Matrix,
  expected: Matrix,
  label = "",
): void {
  const where = label && `${label}: `;
  if (actual.rows !== expected.rows || actual.columns !== expected.columns) {
    throw new AssertionError(
      `${where}actual is ${actual.rows}x${actual.columns} and ` +
        `expected is ${expected.rows}x${expected.columns}`,
    );
  }
  assertSameNumbers(actual.toFloat64Array(), expected.toFloat64Array(), label);
}

/** The same for lists of numbers. */
export function assertSameNumbers(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  label = "",
): void {
  const where = label && `${label}: `;
  if (actual.length !== expected.length) {
    throw new AssertionError(
      `${where}actual has ${actual.length} numbers and ` +
        `expected has ${expected.length}`,
    );
  }
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(actual[i], expected[i])) continue;
    throw new AssertionError(
      `${where}number ${i} of ${expected.length} is ${signed(actual[i]!)}, ` +
        `expected ${signed(expected[i]!)}`,
    );
  }
}

function signed(x: number): string {
  return Object.is(x, -0) ? "-0" : String(x);
}

/** Something of the wrong type, as a caller without types may pass it. */
export function wrong<T>(value: unknown): T {
  return value as T;
}
