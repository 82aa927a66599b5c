/** What a function takes for a matrix. */
import { describe } from "./_require.ts";
import { Matrix, type MatrixLike, scalar } from "./matrix.ts";

/**
 * A matrix from what may stand for one; `action` and `name` are for the error.
 */
export function toMatrix(
  value: MatrixLike,
  name: string,
  action: string,
): Matrix {
  if (value instanceof Matrix) return value;
  if (typeof value === "number") return scalar(value);
  throw new TypeError(
    `Cannot ${action}: ${name} is ${
      describe(value)
    }, a matrix or a number is needed`,
  );
}

/** Requires a matrix; `action` and `name` are for the error. */
export function requireMatrix(
  value: Matrix,
  name: string,
  action: string,
): Matrix {
  if (value instanceof Matrix) return value;
  throw new TypeError(
    `Cannot ${action}: ${name} is ${describe(value)}, a matrix is needed`,
  );
}
