/**
 * How the tables that NumPy programs make in `tests/golden/` are read.
 *
 * @module
 */
import { fromFloat64Array, type Matrix } from "../../mod.ts";

/** The numbers in a text such as `1.5 -0.0 NaN`. */
export function numbersIn(text: string): Float64Array {
  return Float64Array.from(text === "" ? [] : text.split(" "), Number);
}

/** The matrix of that shape whose numbers are in a text, row by row. */
export function matrixIn(text: string, shape: readonly number[]): Matrix {
  const [rows = NaN, columns = NaN] = shape;
  return fromFloat64Array(numbersIn(text), rows, columns);
}

const SCALES = [1, 1e-3, 1e3, 0.1, 10, 1e-6, 1e6];

/**
 * Numbers of both signs and many sizes: the same bits as `ramp` of
 * `numpy_arithmetic.py`, because each step is exact or rounded once.
 */
export function ramp(
  n: number,
  salt: number,
  scales: readonly number[] = SCALES,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(
    { length: n },
    (_, i) =>
      ((i * 7919 + salt * 104729) % 10007 - 5003) / 977 *
      scales[i % scales.length]!,
  );
}
