/**
 * How much a loss changes with a matrix: the slopes of all its numbers, or of
 * those rows that lead to the loss, where these are few. Both ways add in the
 * same order, and give the same bits.
 */
import { add } from "../formula/elementwise.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { type Matrix, rowMajor, wrap } from "../matrix/matrix.ts";

export type Slope = Matrix | RowSlope;

/** Slopes that are 0 but in some rows. */
export class RowSlope {
  /** The slopes of a row, by its index. */
  readonly lists = new Map<number, Numbers>();

  constructor(readonly rows: number, readonly columns: number) {}
}

/** Whether so few rows are taken that keeping them alone pays. */
export function isSparse(taken: ArrayLike<number>, x: Matrix): boolean {
  return 4 * taken.length < x.rows;
}

/** The slope of a matrix some of whose rows were taken. */
export function slopeOfRows(
  dy: Matrix,
  taken: ArrayLike<number>,
  { rows, columns }: Matrix,
): RowSlope {
  const slope = new RowSlope(rows, columns), from = rowMajor(dy);
  for (let i = 0, at = 0; i < taken.length; i++) {
    let list = slope.lists.get(taken[i]!);
    if (list === undefined) {
      list = newNumbers(columns);
      slope.lists.set(taken[i]!, list);
    }
    for (let k = 0; k < columns; k++) list[k] = list[k]! + from[at++]!;
  }
  return slope;
}

/** The sum of two slopes; the first may be written into. */
export function addSlopes(a: Slope, b: Slope): Slope {
  if (!(a instanceof RowSlope) || !(b instanceof RowSlope)) {
    return add(wholeSlope(a), wholeSlope(b));
  }
  for (const [row, list] of b.lists) {
    const sum = a.lists.get(row);
    if (sum === undefined) a.lists.set(row, list);
    else for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + list[k]!;
  }
  return a;
}

/** The slopes of all numbers. */
export function wholeSlope(slope: Slope): Matrix {
  if (!(slope instanceof RowSlope)) return slope;
  const { rows, columns, lists } = slope;
  const to = newNumbers(rows * columns);
  for (const [row, list] of lists) {
    for (let k = 0, i = row * columns; k < columns; k++) to[i++] = list[k]!;
  }
  return wrap(rows, columns, to);
}
