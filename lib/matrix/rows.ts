/** Choosing rows, that is, samples. */
import { newNumbers, roomForNumbers } from "./_numbers.ts";
import { toMatrix } from "./_operand.ts";
import { apply1, type Operation } from "./_operation.ts";
import { describe, requireIndex } from "./_require.ts";
import { type Matrix, type MatrixLike, rowMajor, wrap } from "./matrix.ts";

function selection(indices: ArrayLike<number>): Operation {
  return {
    name: "takeRows",
    forward(x) {
      const { rows, columns } = x, from = rowMajor(x);
      for (let i = 0; i < indices.length; i++) {
        const index = indices[i]!;
        // The name of an index takes longer than its row.
        if (Number.isInteger(index) && index >= 0 && index < rows) continue;
        requireIndex(index, rows, `index ${i}`, "take rows");
      }
      const to = roomForNumbers(indices.length * columns);
      for (let row = 0, i = 0; row < indices.length; row++) {
        const first = indices[row]! * columns;
        for (let column = 0; column < columns; column++) {
          to[i++] = from[first + column]!;
        }
      }
      return wrap(indices.length, columns, to);
    },
    // A row that was taken twice gets both gradients; one that was not taken
    // gets zeros.
    backward: [(dy, _y, x) => {
      const { rows, columns } = x, from = rowMajor(dy);
      const to = newNumbers(rows * columns);
      for (let row = 0, i = 0; row < indices.length; row++) {
        const first = indices[row]! * columns;
        for (let column = 0; column < columns; column++) {
          to[first + column] = to[first + column]! + from[i++]!;
        }
      }
      return wrap(rows, columns, to);
    }],
    taken: indices,
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
  return apply1(
    selection(
      indices instanceof Uint32Array
        ? indices.slice()
        : Array.prototype.slice.call(indices),
    ),
    toMatrix(x, "x", "take rows"),
  );
}
