/**
 * Arithmetic number by number. Every formula stands above the rules of its
 * derivative.
 */
import { expOf } from "../elementary/_exp.ts";
import { logOf } from "../elementary/_log.ts";
import { binary, unary } from "./_elementwise.ts";
import { apply1, apply2 } from "../matrix/_operation.ts";
import { toMatrix } from "../matrix/_operand.ts";
import type { Matrix, MatrixLike } from "../matrix/matrix.ts";
import { sumTo } from "./reduction.ts";

const addition = binary(
  "add",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) y[i] = a[i * da]! + b[i * db]!;
  },
  (dy, _y, a) => sumTo(dy, a),
  (dy, _y, _a, b) => sumTo(dy, b),
);

/**
 * Adds number by number: `y = a + b`. A row, a column or a number is added to
 * every row, column or number of the other side. A column and a row are refused
 * (NumPy makes a table of all pairs of them, and a wrong shape goes unseen).
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Adding a bias (バイアス) to every row
 * ```ts
 * import { add, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = add(matrix([[1, 2], [3, 4]]), matrix([10, 20]));
 * assertEquals(y.toArray(), [[11, 22], [13, 24]]);
 * ```
 */
export function add(a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(
    addition,
    toMatrix(a, "left", "add"),
    toMatrix(b, "right", "add"),
  );
}

const subtraction = binary(
  "subtract",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) y[i] = a[i * da]! - b[i * db]!;
  },
  (dy, _y, a) => sumTo(dy, a),
  (dy, _y, _a, b) => sumTo(negate(dy), b),
);

/**
 * Subtracts number by number: `y = a - b`, repeating rows, columns and numbers
 * as `add` does.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example One step of gradient descent (勾配降下法)
 * ```ts
 * import { matrix, multiply, subtract } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const W = matrix([1, 2]), dW = matrix([4, -4]), learningRate = 0.25;
 * assertEquals(subtract(W, multiply(learningRate, dW)).toArray(), [[0, 3]]);
 * ```
 */
export function subtract(a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(
    subtraction,
    toMatrix(a, "left", "subtract"),
    toMatrix(b, "right", "subtract"),
  );
}

const multiplication = binary(
  "multiply",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) y[i] = a[i * da]! * b[i * db]!;
  },
  (dy, _y, a, b) => sumTo(multiply(dy, b), a),
  (dy, _y, a, b) => sumTo(multiply(dy, a), b),
);

/**
 * Multiplies number by number: `y = a · b`, repeating rows, columns and numbers
 * as `add` does. For the product of matrices see `matmul`.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example A matrix times a number
 * ```ts
 * import { matrix, multiply } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = multiply(matrix([[1, 2], [3, 4]]), 0.5);
 * assertEquals(y.toArray(), [[0.5, 1], [1.5, 2]]);
 * ```
 */
export function multiply(a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(
    multiplication,
    toMatrix(a, "left", "multiply"),
    toMatrix(b, "right", "multiply"),
  );
}

const division = binary(
  "divide",
  (a, b, y, da, db) => {
    for (let i = 0; i < y.length; i++) y[i] = a[i * da]! / b[i * db]!;
  },
  (dy, _y, a, b) => sumTo(divide(dy, b), a),
  (dy, y, _a, b) => sumTo(negate(divide(multiply(dy, y), b)), b),
);

/**
 * Divides number by number: `y = a / b`, repeating rows, columns and numbers as
 * `add` does. Division by 0 gives an infinity or NaN, as everywhere in floating
 * point.
 *
 * @param a `[N, D]`, or what can be repeated to it.
 * @param b `[N, D]`, or what can be repeated to it.
 * @returns `[N, D]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Each row divided by its sum
 * ```ts
 * import { divide, matrix, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const scores = matrix([[2, 1, 1], [3, 0, 1]]);
 * const shares = divide(scores, sum(scores, { by: "row" }));
 * assertEquals(shares.toArray(), [[0.5, 0.25, 0.25], [0.75, 0, 0.25]]);
 * ```
 */
export function divide(a: MatrixLike, b: MatrixLike): Matrix {
  return apply2(
    division,
    toMatrix(a, "left", "divide"),
    toMatrix(b, "right", "divide"),
  );
}

const negation = unary(
  "negate",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = -x[i]!;
  },
  (dy) => negate(dy),
);

/**
 * Changes the sign of every number: `y = -x`.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example Signs changed
 * ```ts
 * import { matrix, negate } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(negate(matrix([1, -2])).toArray(), [[-1, 2]]);
 * ```
 */
export function negate(x: MatrixLike): Matrix {
  return apply1(negation, toMatrix(x, "the operand", "negate"));
}

const exponential = unary(
  "exp",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = expOf(x[i]!);
  },
  (dy, y) => multiply(dy, y),
);

/**
 * The exponential of every number: `y = e^x`.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`, all 0 or more; above 709.78 it overflows to Infinity.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example e⁰ and e¹
 * ```ts
 * import { exp, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exp(matrix([0, 1])).toArray(), [[1, Math.E]]);
 * ```
 */
export function exp(x: MatrixLike): Matrix {
  return apply1(
    exponential,
    toMatrix(x, "the operand", "take the exponential"),
  );
}

const logarithm = unary(
  "log",
  (x, y) => {
    for (let i = 0; i < y.length; i++) y[i] = logOf(x[i]!);
  },
  (dy, _y, x) => divide(dy, x),
);

/**
 * The natural logarithm (自然対数) of every number: `y = ln x`.
 *
 * @param x `[N, D]`.
 * @returns `[N, D]`; 0 gives -Infinity and a negative number NaN.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example The surprise of a probability
 * ```ts
 * import { log, matrix, negate } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = negate(log(matrix([0.5, 0.25])));
 * assertEquals(y.toArray(), [[Math.LN2, 2 * Math.LN2]]);
 * ```
 */
export function log(x: MatrixLike): Matrix {
  return apply1(logarithm, toMatrix(x, "the operand", "take the logarithm"));
}
