/**
 * Comparing number by number, and choosing by what was found. What is found is
 * 1 or 0 and changes in jumps, so its slopes are 0; those of what was chosen go
 * to where it came from.
 */
import { newNumbers } from "../matrix/_numbers.ts";
import { toMatrix } from "../matrix/_operand.ts";
import {
  apply2,
  apply3,
  type Operation,
  type Rule,
} from "../matrix/_operation.ts";
import { shape } from "../matrix/_require.ts";
import { type Matrix, type MatrixLike, wrap } from "../matrix/matrix.ts";
import { binary, canRepeat, repeat } from "./_elementwise.ts";
import { sumTo } from "./reduction.ts";

const verb = "compare";

function zeroSlope({ rows, columns }: Matrix): Matrix {
  return wrap(rows, columns, newNumbers(rows * columns));
}

const ofLeft: Rule = (_dy, _y, a) => zeroSlope(a);
const ofRight: Rule = (_dy, _y, _a, b) => zeroSlope(b);

/** 1 or 0; of a NaN nothing is known. */
function truth(left: number, right: number, isTrue: boolean): number {
  return isTrue ? 1 : left !== left || right !== right ? NaN : 0;
}

function compared(operation: Operation, a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(
    operation,
    toMatrix(a, "left", verb),
    toMatrix(b, "right", verb),
  );
}

const above = binary(
  "greater",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const left = a[i * da]!, right = b[i * db]!;
      y[i] = truth(left, right, left > right);
    }
  },
  ofLeft,
  ofRight,
  verb,
);

/**
 * Whether numbers are greater, one by one: `y = 1` where a > b, otherwise 0,
 * repeating rows, columns and numbers as `add` does. Compared with NaN the
 * result is NaN, so that it is seen (NumPy says False).
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`, 1 or 0; the derivative is 0.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example How many scores are above 0
 * ```ts
 * import { greater, matrix, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const isAbove = greater(matrix([3, -1, 0]), 0);
 * assertEquals(isAbove.toArray(), [[1, 0, 0]]);
 * assertEquals(sum(isAbove).item(), 1);
 * ```
 */
export function greater(a: MatrixLike, b: MatrixLike): Matrix {
  return compared(above, a, b);
}

const below = binary(
  "less",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const left = a[i * da]!, right = b[i * db]!;
      y[i] = truth(left, right, left < right);
    }
  },
  ofLeft,
  ofRight,
  verb,
);

/**
 * Whether numbers are less, one by one: `y = 1` where a < b, otherwise 0, as
 * {@linkcode greater} does.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`, 1 or 0; NaN beside a NaN; the derivative is 0.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Below a limit
 * ```ts
 * import { less, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(less(matrix([1, 2, 3]), 2).toArray(), [[1, 0, 0]]);
 * ```
 */
export function less(a: MatrixLike, b: MatrixLike): Matrix {
  return compared(below, a, b);
}

const notBelow = binary(
  "greaterEqual",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const left = a[i * da]!, right = b[i * db]!;
      y[i] = truth(left, right, left >= right);
    }
  },
  ofLeft,
  ofRight,
  verb,
);

/**
 * Whether numbers are greater or equal, one by one: `y = 1` where a ≥ b,
 * otherwise 0, as {@linkcode greater} does.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`, 1 or 0; NaN beside a NaN; the derivative is 0.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Which reach the column's mean
 * ```ts
 * import { greaterEqual, matrix, mean } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[1, 5], [3, 5]]);
 * const reached = greaterEqual(x, mean(x, { by: "column" }));
 * assertEquals(reached.toArray(), [[0, 1], [1, 1]]);
 * ```
 */
export function greaterEqual(a: MatrixLike, b: MatrixLike): Matrix {
  return compared(notBelow, a, b);
}

const notAbove = binary(
  "lessEqual",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) {
      const left = a[i * da]!, right = b[i * db]!;
      y[i] = truth(left, right, left <= right);
    }
  },
  ofLeft,
  ofRight,
  verb,
);

/**
 * Whether numbers are less or equal, one by one: `y = 1` where a ≤ b, otherwise
 * 0, as {@linkcode greater} does.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`, 1 or 0; NaN beside a NaN; the derivative is 0.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Up to a limit
 * ```ts
 * import { lessEqual, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(lessEqual(matrix([1, 2, 3]), 2).toArray(), [[1, 1, 0]]);
 * ```
 */
export function lessEqual(a: MatrixLike, b: MatrixLike): Matrix {
  return compared(notAbove, a, b);
}

const choosing = "choose between matrices";

const choice: Operation = {
  name: "where",
  forward(c, a, b) {
    const operands = [c, a, b];
    const whole = operands.find((one) =>
      operands.every((other) => canRepeat(other, one))
    );
    if (whole === undefined) {
      throw new RangeError(
        `Cannot ${choosing}: the condition is ${shape(c)}, left is ${
          shape(a)
        } and right is ${shape(b)}, the shapes must be equal, ` +
          "or what is smaller a row, a column or a number that fits",
      );
    }
    const { rows, columns } = whole, y = newNumbers(rows * columns);
    const C = repeat(c, rows, columns);
    const A = repeat(a, rows, columns), B = repeat(b, rows, columns);
    for (let i = 0; i < y.length; i++) {
      const condition = C[i]!;
      y[i] = condition === 0 ? B[i]! : condition === condition ? A[i]! : NaN;
    }
    return wrap(rows, columns, y);
  },
  backward: [
    ofLeft,
    (dy, _y, c, a) => sumTo(where(c, dy, 0), a),
    (dy, _y, c, _a, b) => sumTo(where(c, 0, dy), b),
  ],
};

/**
 * Chooses number by number: a where the condition is not 0, b where it is 0,
 * repeating rows, columns and numbers as `add` does. The gradient goes to what
 * was chosen; the condition gets none. A NaN in the condition gives NaN; one in
 * what is not chosen is not seen.
 *
 * @param condition 1 or 0 (any other number counts as 1), as
 * {@linkcode greater} gives; `[N, D]`, or what can be repeated to it.
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example A leaky ReLU
 * ```ts
 * import { greater, matrix, multiply, where } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([-2, 0, 3]);
 * const y = where(greater(x, 0), x, multiply(0.25, x));
 * assertEquals(y.toArray(), [[-0.5, 0, 3]]);
 * ```
 */
export function where(
  condition: MatrixLike,
  a: MatrixLike,
  b: MatrixLike,
): Matrix {
  return apply3(
    choice,
    toMatrix(condition, "the condition", choosing),
    toMatrix(a, "left", choosing),
    toMatrix(b, "right", choosing),
  );
}
