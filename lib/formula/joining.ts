/** Matrices joined to one, above the rules of the derivative. */
import { newNumbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import { apply2, type Operation } from "../matrix/_operation.ts";
import { describe, requireOptions, shape } from "../matrix/_require.ts";
import {
  flipped,
  type Matrix,
  type MatrixLike,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";

/** How {@linkcode concatenate} joins. */
export interface ConcatenateOptions {
  /**
   * `"rows"` (the default, NumPy's `axis=0`): one matrix below the other, which
   * have as many columns. `"columns"` (`axis=1`): side by side, with as many
   * rows.
   */
  join?: "rows" | "columns";
}

const action = "concatenate matrices";

/** Rows `first` to `end - 1`. */
function someRows(x: Matrix, first: number, end: number): Matrix {
  const { columns } = x, from = rowMajor(x);
  const to = newNumbers((end - first) * columns);
  const start = first * columns;
  for (let i = 0; i < to.length; i++) to[i] = from[start + i]!;
  return wrap(end - first, columns, to);
}

const below: Operation = {
  name: "concatenate",
  forward(a, b) {
    if (a.columns !== b.columns) {
      throw new RangeError(
        `Cannot ${action}: one has rows of ${a.columns} and another of ` +
          `${b.columns}, as many columns are needed; ` +
          '{ join: "columns" } joins side by side',
      );
    }
    const A = rowMajor(a), B = rowMajor(b);
    const to = newNumbers(A.length + B.length);
    for (let i = 0; i < A.length; i++) to[i] = A[i]!;
    for (let i = 0, k = A.length; i < B.length; i++, k++) to[k] = B[i]!;
    return wrap(a.rows + b.rows, a.columns, to);
  },
  backward: [
    (dy, _y, a) => someRows(dy, 0, a.rows),
    (dy, y, a) => someRows(dy, a.rows, y.rows),
  ],
};

const beside: Operation = {
  name: "concatenate",
  forward(a, b) {
    if (a.rows !== b.rows) {
      throw new RangeError(
        `Cannot ${action}: one is ${shape(a)} and another ${shape(b)}, ` +
          "as many rows are needed to join columns",
      );
    }
    return flipped(below.forward(flipped(a), flipped(b), b));
  },
  backward: [
    (dy, _y, a) => flipped(someRows(flipped(dy), 0, a.columns)),
    (dy, y, a) => flipped(someRows(flipped(dy), a.columns, y.columns)),
  ],
};

/**
 * Matrices joined to one (連結): the rows of each below those of the one
 * before, or its columns beside them. Each gets back its part of the gradient.
 *
 * @param parts A list of matrices, `[N1, D]`, `[N2, D]`, ... to join rows, or
 * `[N, D1]`, `[N, D2]`, ... to join columns.
 * @param options `join`: rows, or columns.
 * @returns `[N1 + N2 + ..., D]`, or `[N, D1 + D2 + ...]`.
 * @throws {RangeError} If the list is empty or the shapes do not fit.
 * @throws {TypeError} If `parts` is no list of matrices or numbers, or `join`
 * is neither.
 *
 * @example A column of ones beside the features
 * ```ts
 * import { concatenate, matrix, ones } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[2, 3], [4, 5]]);
 * const joined = concatenate([x, ones(2, 1)], { join: "columns" });
 * assertEquals(joined.toArray(), [[2, 3, 1], [4, 5, 1]]);
 * assertEquals(concatenate([x, matrix([6, 7])]).rows, 3);
 * ```
 */
export function concatenate(
  parts: readonly MatrixLike[],
  options: ConcatenateOptions = {},
): Matrix {
  if (!Array.isArray(parts)) {
    throw new TypeError(
      `Cannot ${action}: found ${
        describe(parts)
      }, a list of matrices is needed`,
    );
  }
  if (Object(options) === options && "axis" in options) {
    throw new TypeError(
      `Cannot ${action}: found the option "axis", ` +
        '{ join: "rows" } is NumPy\'s axis=0 and { join: "columns" } its axis=1',
    );
  }
  requireOptions(options, ["join"], action);
  const { join = "rows" } = options;
  if (join !== "rows" && join !== "columns") {
    throw new TypeError(
      `Cannot ${action}: join is ${describe(join)}, ` +
        '"rows" or "columns" is needed',
    );
  }
  if (parts.length === 0) {
    throw new RangeError(
      `Cannot ${action}: the list is empty, at least one matrix is needed`,
    );
  }
  const operation = join === "rows" ? below : beside;
  let joined = parts.map((part, i) => toMatrix(part, `part ${i}`, action));
  // Neighbours first, so that a long list is not copied once for each part.
  while (joined.length > 1) {
    const pairs: Matrix[] = [];
    for (let i = 0; i < joined.length; i += 2) {
      const left = joined[i]!, right = joined[i + 1];
      pairs.push(right === undefined ? left : apply2(operation, left, right));
    }
    joined = pairs;
  }
  return joined[0]!;
}
