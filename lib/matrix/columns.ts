/** Choosing columns, that is, features. */
import { newNumbers } from "./_numbers.ts";
import { toMatrix } from "./_operand.ts";
import { apply1, type Operation } from "./_operation.ts";
import { requireIndex, requireList } from "./_require.ts";
import { type Matrix, type MatrixLike, rowMajor, wrap } from "./matrix.ts";

const action = "take columns";

function selection(indices: readonly number[]): Operation {
  return {
    name: "takeColumns",
    forward(x) {
      indices.forEach((index, i) =>
        requireIndex(index, x.columns, `index ${i}`, action)
      );
      const { rows, columns } = x, from = rowMajor(x);
      const to = newNumbers(rows * indices.length);
      for (let row = 0, i = 0; row < rows; row++) {
        for (let k = 0; k < indices.length; k++) {
          to[i++] = from[row * columns + indices[k]!]!;
        }
      }
      return wrap(rows, indices.length, to);
    },
    // A column that was taken twice gets both gradients; one that was not taken
    // gets zeros.
    backward: [(dy, _y, x) => {
      const { rows, columns } = x, from = rowMajor(dy);
      const to = newNumbers(rows * columns);
      for (let row = 0, i = 0; row < rows; row++) {
        for (let k = 0; k < indices.length; k++) {
          const place = row * columns + indices[k]!;
          to[place] = to[place]! + from[i++]!;
        }
      }
      return wrap(rows, columns, to);
    }],
  };
}

/**
 * The columns with the given indices, in that order: some features of every
 * sample. An index may come twice.
 *
 * @param x `[N, D]`.
 * @param indices Integers from 0 to D - 1.
 * @returns `[N, indices.length]`.
 * @throws {RangeError} If there is no such column.
 * @throws {TypeError} If `x` is neither a matrix nor a number, or `indices` no
 * list of numbers.
 *
 * @example The third and the first feature
 * ```ts
 * import { matrix, takeColumns } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 2, 3], [4, 5, 6]]);
 * assertEquals(takeColumns(x, [2, 0]).toArray(), [[3, 1], [6, 4]]);
 * ```
 */
export function takeColumns(x: MatrixLike, indices: ArrayLike<number>): Matrix {
  // A copy: the rules run later, and the caller's list may have changed by
  // then.
  const list = Array.from(requireList(indices, "indices", action));
  return apply1(selection(list), toMatrix(x, "x", action));
}
