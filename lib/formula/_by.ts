/** What every reduction shares: whether it runs over all, rows or columns. */
import type { Operation } from "../matrix/_operation.ts";
import { describe, requireOptions, shape } from "../matrix/_require.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** What a reduction runs over. */
export interface ReductionOptions {
  /**
   * `"row"`: one result for each row, `[N, 1]` (NumPy's
   * `axis=1, keepdims=True`). `"column"`: one for each column, `[1, D]`
   * (`axis=0`). Left out: one for the whole matrix, `[1, 1]`.
   */
  by?: "row" | "column";
}

const known = ["by"];

export type By = ReductionOptions["by"];

/** One operation for each value of `by`. */
export interface Reduction {
  readonly whole: Operation;
  readonly row: Operation;
  readonly column: Operation;
}

export function reduction(make: (by: By) => Operation): Reduction {
  return { whole: make(undefined), row: make("row"), column: make("column") };
}

export function choose(
  reduction: Reduction,
  options: ReductionOptions,
  name: string,
): Operation {
  return reduction[requireBy(options, known, name) ?? "whole"];
}

/** What to reduce over; `known` are all options that there are. */
export function requireBy(
  options: ReductionOptions,
  known: readonly string[],
  name: string,
): By {
  if (Object(options) === options && "axis" in options) {
    throw new TypeError(
      `Cannot ${name}: found the option "axis", ` +
        '{ by: "column" } is NumPy\'s axis=0 and { by: "row" } its axis=1',
    );
  }
  requireOptions(options, known, name);
  const { by } = options;
  if (by === undefined || by === "row" || by === "column") return by;
  throw new TypeError(
    `Cannot ${name}: by is ${describe(by)}, "row" or "column" is needed`,
  );
}

export function requireNumbers(x: Matrix, by: By, action: string): void {
  const empty = by === "row"
    ? x.columns === 0
    : by === "column"
    ? x.rows === 0
    : false;
  if (empty || (by === undefined && x.rows * x.columns === 0)) {
    throw new RangeError(
      `Cannot ${action}: the matrix is ${
        shape(x)
      }, at least one number is needed`,
    );
  }
}

/** How many numbers go into each result. */
export function count(x: Matrix, by: By): number {
  return by === "row"
    ? x.columns
    : by === "column"
    ? x.rows
    : x.rows * x.columns;
}
