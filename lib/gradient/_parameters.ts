/** Parameters and their gradient, matrix beside matrix. */
import { shape } from "../matrix/_require.ts";
import { listNesting } from "./_nesting.ts";
import { Matrix, requirePlain } from "../matrix/matrix.ts";

/**
 * The matrices of some parameters, in the order of their keys, and beside each
 * the one that stands at the same place in their gradient.
 */
export function pairsOf(
  at: object,
  gradient: object,
  action: string,
): [Matrix[], Matrix[]] {
  const left: Matrix[] = [], right: Matrix[] = [];
  if (!collectPairs(at, gradient, left, right)) {
    throw misfit(at, gradient, action);
  }
  for (const matrix of left) requirePlain(matrix, action);
  for (const matrix of right) requirePlain(matrix, action);
  return [left, right];
}

/** Collects what fits; false where something does not. */
function collectPairs(
  a: unknown,
  b: unknown,
  left: Matrix[],
  right: Matrix[],
): boolean {
  if (a instanceof Matrix) {
    if (!(b instanceof Matrix)) return false;
    left.push(a);
    right.push(b);
    return a.rows === b.rows && a.columns === b.columns;
  }
  if (typeof a !== "object" || a === null) return false;
  if (typeof b !== "object" || b === null || b instanceof Matrix) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = a as Record<string, unknown>, two = b as Record<string, unknown>;
  const keys = Object.keys(one);
  return Object.keys(two).length === keys.length &&
    keys.every((key) => collectPairs(one[key], two[key], left, right));
}

/**
 * Why a gradient does not fit its parameters. Walking for the names is left
 * until it is needed.
 */
function misfit(at: object, gradient: object, action: string): Error {
  const parameters = listNesting(at, action);
  const slopes = listNesting(gradient, action, "the gradient is");
  const among = (list: typeof slopes, path: string) =>
    list.find((one) => one.path === path);
  const cannot = `Cannot ${action}: `;
  for (const { path, matrix } of parameters) {
    const slope = among(slopes, path)?.matrix;
    if (slope === undefined) {
      return new TypeError(
        `${cannot}the gradient has nothing for ${path || "the matrix"}, ` +
          "both must have the same names",
      );
    }
    if (shape(slope) === shape(matrix)) continue;
    return new RangeError(
      `${cannot}${path || "the matrix"} is ${shape(matrix)} in the ` +
        `parameters and ${shape(slope)} in the gradient, ` +
        "both must have the same shape",
    );
  }
  const other = slopes.find(({ path }) => !among(parameters, path));
  if (other !== undefined) {
    return new TypeError(
      `${cannot}the gradient has ${other.path || "one matrix"} and the ` +
        "parameters have not, both must have the same names",
    );
  }
  return new TypeError(
    `${cannot}the parameters and the gradient are nested in different ways, ` +
      "the same arrays and records are needed",
  );
}
