/**
 * The softmax of `lib/formula/probability.ts` and, from scores, the cross
 * entropy of `lib/formula/cross_entropy.ts`, row by row.
 */
import { exp } from "./exp";
import { logOf } from "./log";
import { SIZE } from "./memory";
import { sum } from "./sum";

/** The softmax of each row; `y` may be `x`. */
export function softmax(x: usize, rows: usize, columns: usize, y: usize): void {
  const row = columns * SIZE;
  powers(x, rows, columns, y);
  for (const end = y + rows * row; y < end; y += row) {
    divideRow(y, row, sum(y, columns));
  }
}

/** e^(x - largest), where the largest is that of the row. */
export function powers(x: usize, rows: usize, columns: usize, y: usize): void {
  const row = columns * SIZE, first = y;
  for (const end = x + rows * row; x < end; x += row, y += row) {
    let largest: f64 = -Infinity;
    for (let i: usize = 0; i < row; i += SIZE) {
      const value = f64.load(x + i);
      largest = value > largest ? value : largest;
    }
    subtractFromRow(x, row, largest, y);
  }
  exp(first, rows * columns, first);
}

function subtractFromRow(x: usize, row: usize, value: f64, y: usize): void {
  const both = f64x2.splat(value);
  let i: usize = 0;
  for (; i + SIZE < row; i += 2 * SIZE) {
    v128.store(y + i, f64x2.sub(v128.load(x + i), both));
  }
  if (i < row) f64.store(y + i, f64.load(x + i) - value);
}

function divideRow(y: usize, row: usize, value: f64): void {
  const both = f64x2.splat(value);
  let i: usize = 0;
  for (; i + SIZE < row; i += 2 * SIZE) {
    v128.store(y + i, f64x2.div(v128.load(y + i), both));
  }
  if (i < row) f64.store(y + i, f64.load(y + i) / value);
}

/**
 * The mean cross entropy of rows of scores `z`. The class of a row is where
 * `classes` says. What is left at `powers` is what `crossEntropySlope` wants;
 * behind it there is room for a number for each row, and a row.
 */
export function crossEntropy(
  z: usize, classes: usize, rows: usize, columns: usize, powers: usize,
): f64 {
  const row = columns * SIZE, losses = powers + rows * row;
  const others = losses + rows * SIZE;
  for (let i: usize = 0; i < rows; i++) {
    const at = z + i * row;
    subtractFromRow(at, row, f64.load(at + topOf(at, row)), powers + i * row);
  }
  exp(powers, rows * columns, powers);
  for (let i: usize = 0; i < rows; i++) {
    const at = z + i * row, top = topOf(at, row), from = powers + i * row;
    // The largest score's own term is 1.
    for (let k: usize = 0; k < top; k += SIZE) {
      f64.store(others + k, f64.load(from + k));
    }
    for (let k = top + SIZE; k < row; k += SIZE) {
      f64.store(others + k - SIZE, f64.load(from + k));
    }
    const rest = logOfOneAnd(sum(others, columns - 1));
    const hot = f64.load(at + SIZE * <usize>f64.load(classes + SIZE * i));
    f64.store(losses + i * SIZE, rest + (f64.load(at + top) - hot));
  }
  return sum(losses, rows) / <f64>rows;
}

/** Where a row has its largest number. */
@inline
function topOf(x: usize, row: usize): usize {
  let top: usize = 0, largest = f64.load(x);
  for (let i: usize = SIZE; i < row; i += SIZE) {
    const value = f64.load(x + i);
    if (value > largest) {
      top = i;
      largest = value;
    }
  }
  return top;
}

/** ln(1 + x) of an x of 0 or more, as in `lib/formula/_log1p.ts`. */
function logOfOneAnd(x: f64): f64 {
  const sum = 1 + x;
  return sum == 1 || sum == Infinity ? x : logOf(sum) * (x / (sum - 1));
}

/**
 * Makes powers e^(z - largest) of scores into how much `factor` times the rows'
 * cross entropies change with them.
 */
export function crossEntropySlope(
  powers: usize, classes: usize, rows: usize, columns: usize, factor: f64,
): void {
  const row = columns * SIZE;
  for (let i: usize = 0, at = powers; i < rows; i++, at += row) {
    const total = sum(at, columns);
    const hot = at + SIZE * <usize>f64.load(classes + SIZE * i);
    f64.store(hot, 0);
    f64.store(hot, -sum(at, columns));
    const share = factor / total;
    for (let k: usize = 0; k < row; k += SIZE) {
      f64.store(at + k, share * f64.load(at + k));
    }
  }
}
