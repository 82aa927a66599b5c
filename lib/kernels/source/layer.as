/**
 * What a layer needs beside products and activations: the loops of `affine`,
 * `relu`, `sum` by column and `sumSquaredError` in `lib/formula`.
 */
import { SIZE } from "./memory";
import { sum } from "./sum";

/** Adds a row to every row of `x`. */
export function addRow(x: usize, rows: usize, columns: usize, b: usize): void {
  const row = columns * SIZE;
  for (const end = x + rows * row; x < end; x += row) add(x, b, row);
}

/** Adds numbers to others. */
@inline
function add(x: usize, b: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + SIZE < bytes; i += 2 * SIZE) {
    v128.store(x + i, f64x2.add(v128.load(x + i), v128.load(b + i)));
  }
  if (i < bytes) f64.store(x + i, f64.load(x + i) + f64.load(b + i));
}

/** The gradient of a bias: the sum of each column. */
export function biasSlope(
  dh: usize, rows: usize, columns: usize, db: usize,
): void {
  const row = columns * SIZE;
  if (rows == 1) memory.copy(db, dh, row);
  else if (columns == 1) f64.store(db, sum(dh, rows));
  else {
    memory.fill(db, 0, row);
    for (const end = dh + rows * row; dh < end; dh += row) add(db, dh, row);
  }
}

export function relu(x: usize, count: usize, y: usize): void {
  const none = f64x2.splat(0);
  let i: usize = 0;
  for (; i + 1 < count; i += 2) {
    const value = v128.load(x + i * SIZE);
    v128.store(y + i * SIZE, v128.andnot(value, f64x2.le(value, none)));
  }
  if (i < count) {
    const value = f64.load(x + i * SIZE);
    f64.store(y + i * SIZE, value <= 0 ? 0 : value);
  }
}

/** `dx = dy · slope` of `relu(x)`. */
export function reluSlope(
  dy: usize, _y: usize, x: usize, count: usize, dx: usize,
): void {
  for (let i: usize = 0; i < count; i++) {
    const at = i * SIZE, value = f64.load(x + at);
    const slope = value > 0 ? f64.load(dy + at) : NaN;
    f64.store(dx + at, value <= 0 ? 0 : slope);
  }
}

/** The sum of squared errors of `rows` samples; `room` is for the squares. */
export function squaredError(
  y: usize, t: usize, rows: usize, columns: usize, room: usize,
): f64 {
  const count = rows * columns;
  for (let i: usize = 0; i < count; i++) {
    const error = f64.load(y + i * SIZE) - f64.load(t + i * SIZE);
    f64.store(room + i * SIZE, error * error);
  }
  return 0.5 * sum(room, count) / <f64>rows;
}

/** How much `factor` times the halves of the squared errors change with `y`. */
export function squaredErrorSlope(
  y: usize, t: usize, rows: usize, columns: usize, factor: f64, dy: usize,
): void {
  for (let i: usize = 0; i < rows * columns; i++) {
    const error = f64.load(y + i * SIZE) - f64.load(t + i * SIZE);
    f64.store(dy + i * SIZE, factor * error);
  }
}
