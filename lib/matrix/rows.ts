/** Choosing rows, that is, samples. */
import { describe, requireIndex } from "./_require.ts";
import { apply1, type Operation } from "./_operation.ts";
import { carve, carved } from "./_storage.ts";
import {
  type Matrix,
  type MatrixLike,
  offsetOf,
  rowMajor,
  toMatrix,
  valuesOf,
  wrap,
} from "./matrix.ts";

function selection(indices: readonly number[]): Operation {
  return {
    name: "takeRows",
    forward(x) {
      indices.forEach((index, i) =>
        requireIndex(index, x.rows, `index ${i}`, "take rows")
      );
      const { columns } = x;
      const source = rowMajor(x),
        from = valuesOf(source),
        start = offsetOf(source);
      const offset = carve(indices.length * columns), to = carved;
      for (let row = 0, i = offset; row < indices.length; row++) {
        const first = start + indices[row]! * columns;
        for (let column = 0; column < columns; column++) {
          to[i++] = from[first + column]!;
        }
      }
      return wrap(indices.length, columns, to, offset);
    },
    // A row that was taken twice gets both gradients; one that was not taken
    // gets zeros.
    backward: [(dy, _y, x) => {
      const { columns } = x;
      const source = rowMajor(dy),
        from = valuesOf(source),
        start = offsetOf(source);
      const offset = carve(x.rows * columns), to = carved;
      for (let row = 0, i = start; row < indices.length; row++) {
        const first = offset + indices[row]! * columns;
        for (let column = 0; column < columns; column++) {
          to[first + column] = to[first + column]! + from[i++]!;
        }
      }
      return wrap(x.rows, columns, to, offset);
    }],
  };
}

/**
 * The rows with the given indices, in that order: a mini-batch (ミニバッチ) of
 * samples. An index may come twice.
 *
 * @param x `[N, D]`.
 * @param indices Integers from 0 to N - 1.
 * @returns `[indices.length, D]`.
 * @throws {RangeError} If there is no such row.
 * @throws {TypeError} If `x` is neither a matrix nor a number, or `indices` no
 * list of numbers.
 *
 * @example The third and the first sample
 * ```ts
 * import { matrix, takeRows } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 2], [3, 4], [5, 6]]);
 * assertEquals(takeRows(x, [2, 0]).toArray(), [[5, 6], [1, 2]]);
 * ```
 */
export function takeRows(x: MatrixLike, indices: ArrayLike<number>): Matrix {
  if (
    typeof indices !== "object" || indices === null ||
    typeof indices.length !== "number"
  ) {
    throw new TypeError(
      `Cannot take rows: the indices are ${
        describe(indices)
      }, a list of integers is needed`,
    );
  }
  // A copy: the rules run later, and the caller's list may have changed by
  // then.
  return apply1(selection(Array.from(indices)), toMatrix(x, "x", "take rows"));
}
