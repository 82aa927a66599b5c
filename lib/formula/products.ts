/**
 * Products of matrices. Every formula stands above the rules of its derivative.
 */
import { toMatrix } from "../matrix/_operand.ts";
import {
  apply1,
  apply2,
  apply3,
  type Operation,
} from "../matrix/_operation.ts";
import { shape } from "../matrix/_require.ts";
import {
  flipped,
  type Matrix,
  type MatrixLike,
  rowMajor,
  wrap,
} from "../matrix/matrix.ts";
import { product } from "./_matmul.ts";
import { sumTo } from "./reduction.ts";

function requireInner(a: Matrix, b: Matrix): void {
  if (a.columns !== b.rows) {
    throw new RangeError(
      `Cannot multiply matrices: left is ${shape(a)} and right is ${
        shape(b)
      }, ` +
        "left columns must equal right rows",
    );
  }
}

const multiplication: Operation = {
  name: "matmul",
  forward(a, b) {
    requireInner(a, b);
    return wrap(a.rows, b.columns, product(a, b));
  },
  backward: [
    (dy, _y, _a, b) => matmul(dy, transpose(b)),
    (dy, _y, a) => matmul(transpose(a), dy),
  ],
};

/**
 * The product of two matrices (行列の積): `y[i, j] = Σₖ a[i, k] · b[k, j]`,
 * NumPy's `np.dot`. The products are added in the order of k.
 *
 * @param a `[N, D]`.
 * @param b `[D, M]`.
 * @returns `[N, M]`.
 * @throws {RangeError} If the columns of `a` are not as many as the rows of
 * `b`.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Two inputs, two weights (重み): 2 × 0.5 + 3 × 2
 * ```ts
 * import { matmul, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(matmul(matrix([2, 3]), matrix([[0.5], [2]])).item(), 7);
 * ```
 */
export function matmul(a: MatrixLike, b: MatrixLike): Matrix {
  const action = "multiply matrices";
  return apply2(
    multiplication,
    toMatrix(a, "left", action),
    toMatrix(b, "right", action),
  );
}

const transposition: Operation = {
  name: "transpose",
  forward: (x) => flipped(x),
  backward: [(dy) => transpose(dy)],
};

/**
 * The transpose (転置): rows become columns, `y[i, j] = x[j, i]`. It costs
 * nothing, no number is moved.
 *
 * @param x `[N, D]`.
 * @returns `[D, N]`.
 * @throws {TypeError} If the operand is neither a matrix nor a number.
 *
 * @example A row becomes a column
 * ```ts
 * import { matrix, transpose } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const y = transpose(matrix([[1, 2, 3], [4, 5, 6]]));
 * assertEquals(y.toArray(), [[1, 4], [2, 5], [3, 6]]);
 * ```
 */
export function transpose(x: MatrixLike): Matrix {
  return apply1(transposition, toMatrix(x, "the operand", "transpose"));
}

const affinity: Operation = {
  name: "affine",
  forward(x, W, b) {
    if (x.columns !== W.rows) {
      throw new RangeError(
        `Cannot compute xW + b: x is ${shape(x)} and W is ${shape(W)}, ` +
          "x columns must equal W rows",
      );
    }
    if (b.rows !== 1 || (b.columns !== W.columns && b.columns !== 1)) {
      throw new RangeError(
        `Cannot compute xW + b: W is ${shape(W)} and b is ${shape(b)}, ` +
          `b must be one row of ${W.columns} or a number`,
      );
    }
    const { rows } = x, { columns } = W;
    const h = product(x, W), bias = rowMajor(b);
    const next = b.columns === 1 ? 0 : 1;
    for (let row = 0, i = 0; row < rows; row++) {
      for (let k = 0, column = 0; column < columns; column++, i++, k += next) {
        h[i] = h[i]! + bias[k]!;
      }
    }
    return wrap(rows, columns, h);
  },
  backward: [
    (dh, _h, _x, W) => matmul(dh, transpose(W)),
    (dh, _h, x) => matmul(transpose(x), dh),
    (dh, _h, _x, _W, b) => sumTo(dh, b),
  ],
};

/**
 * One layer before its activation (アフィン変換): `h = xW + b`, the same bits
 * as `add(matmul(x, W), b)` in one go.
 *
 * Source: the lecture's section 4.2.1; "Deep Learning from Scratch" 5.6.
 *
 * @param x The inputs, `[N, D]`.
 * @param W The weights (重み), `[D, M]`.
 * @param b The bias (バイアス), `[1, M]`, or a number.
 * @returns `[N, M]`.
 * @throws {RangeError} If the shapes do not fit.
 * @throws {TypeError} If an operand is neither a matrix nor a number.
 *
 * @example Two units
 * ```ts
 * import { affine, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const h = affine(matrix([1, 2]), matrix([[3, 5], [4, 6]]), matrix([0.5, 1]));
 * assertEquals(h.toArray(), [[11.5, 18]]);
 * ```
 */
export function affine(x: MatrixLike, W: MatrixLike, b: MatrixLike): Matrix {
  const action = "compute xW + b";
  return apply3(
    affinity,
    toMatrix(x, "x", action),
    toMatrix(W, "W", action),
    toMatrix(b, "b", action),
  );
}
