/** Comparing matrices: number by number, exactly or within a tolerance. */
import { toMatrix } from "./_operand.ts";
import { requireFinite, requireOptions } from "./_require.ts";
import { type MatrixLike, requirePlain, rowMajor } from "./matrix.ts";

const action = "compare matrices";

/**
 * Whether two matrices have the same shape and the same numbers. 0 and -0 are
 * the same number; NaN is none, and equals nothing, not even NaN.
 *
 * It looks at numbers, which have no derivative: inside a gradient, pass
 * `detach(a)`.
 *
 * @param a `[N, D]`, or a number.
 * @param b A matrix of any shape, or a number.
 * @returns Whether they are equal; false where their shapes differ.
 * @throws {TypeError} If an operand is neither a matrix nor a number, or one
 * that a gradient is following.
 *
 * @example The same numbers in the same shape
 * ```ts
 * import { equals, matrix, transpose } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const W = matrix([[1, 2], [3, 4]]);
 * assertEquals(equals(transpose(transpose(W)), W), true);
 * assertEquals(equals(W, transpose(W)), false);
 * assertEquals(equals(matrix([1, 2]), matrix([[1], [2]])), false);
 * assertEquals(equals(matrix([NaN]), matrix([NaN])), false);
 * ```
 */
export function equals(a: MatrixLike, b: MatrixLike): boolean {
  return fits(a, b, { rtol: 0, atol: 0 });
}

/** How far off {@linkcode allClose} lets a number be. */
export interface AllCloseOptions {
  /** In parts of the expected number's size, 0 or more. Default 1e-5. */
  rtol?: number;
  /** Whatever the expected number's size, 0 or more. Default 1e-8. */
  atol?: number;
}

/**
 * Whether two matrices have the same shape and every number of `a` is as near
 * to that of `b` as `|a - b| ≤ atol + rtol · |b|`, NumPy's `np.allclose` with
 * NumPy's tolerances. An infinity is close to itself alone, and NaN to nothing,
 * not even to NaN.
 *
 * It looks at numbers, which have no derivative: inside a gradient, pass
 * `detach(a)`.
 *
 * @param a What was computed, `[N, D]`, or a number.
 * @param b What is expected: a matrix of any shape, or a number.
 * @param options `rtol`, 1e-5, and `atol`, 1e-8 if left out.
 * @returns Whether all are close; false where the shapes differ.
 * @throws {RangeError} If a tolerance is not a finite number of 0 or more.
 * @throws {TypeError} If an operand is neither a matrix nor a number, or one
 * that a gradient is following.
 *
 * @example What rounding leaves
 * ```ts
 * import { add, allClose, equals, matrix } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const a = add(matrix([0.1]), matrix([0.2])), b = matrix([0.3]);
 * assertEquals(equals(a, b), false);
 * assertEquals(allClose(a, b), true);
 * assertEquals(allClose(1.01, 1, { rtol: 0, atol: 0.1 }), true);
 * ```
 */
export function allClose(
  a: MatrixLike,
  b: MatrixLike,
  options: AllCloseOptions = {},
): boolean {
  requireOptions(options, ["rtol", "atol"], action);
  const { rtol = 1e-5, atol = 1e-8 } = options;
  requireFinite(rtol, "rtol", "0 or more", action);
  requireFinite(atol, "atol", "0 or more", action);
  return fits(a, b, { rtol, atol });
}

function fits(
  a: MatrixLike,
  b: MatrixLike,
  { rtol, atol }: Required<AllCloseOptions>,
): boolean {
  const left = requirePlain(toMatrix(a, "left", action), action);
  const right = requirePlain(toMatrix(b, "right", action), action);
  if (left.rows !== right.rows || left.columns !== right.columns) return false;
  const found = rowMajor(left), expected = rowMajor(right);
  for (let i = 0; i < found.length; i++) {
    const actual = found[i]!, wanted = expected[i]!;
    if (actual === wanted) continue;
    // Arithmetic would find an infinity within an infinite limit.
    if (!Number.isFinite(actual) || !Number.isFinite(wanted)) return false;
    if (Math.abs(actual - wanted) > atol + rtol * Math.abs(wanted)) {
      return false;
    }
  }
  return true;
}
