/**
 * Parameters come as one matrix, or as any nesting of arrays and records of
 * matrices, such as `{ W1, b1, W2, b2 }` or `[{ W, b }, { W, b }]`. These
 * helpers walk such a nesting; each matrix in it has a path, such as `W2` or
 * `[1].b`, by which messages and reports name it.
 */
import { describe } from "./_check.ts";
import { Matrix } from "./matrix.ts";

/**
 * What a nesting of parameters may consist of. A type that contains anything
 * but matrices, such as `{ learningRate: number }`, is refused by the compiler.
 */
export type Nesting<T> = T extends Matrix ? T
  : T extends (...args: never[]) => unknown ? never
  : T extends object
    ? { [Key in keyof T]: T[Key] extends object ? Nesting<T[Key]> : never }
  : never;

/** Builds the same nesting from what `f` makes of each matrix. */
export function mapNesting<T extends object>(
  at: T,
  f: (matrix: Matrix, path: string) => Matrix,
  action: string,
): T {
  return mapPart(at, "", f, action) as T;
}

/** The matrices of a nesting, in the order of their keys, with their paths. */
export function listNesting(
  at: object,
  action: string,
): { path: string; matrix: Matrix }[] {
  const list: { path: string; matrix: Matrix }[] = [];
  mapNesting(at, (matrix, path) => {
    list.push({ path, matrix });
    return matrix;
  }, action);
  return list;
}

function mapPart(
  part: unknown,
  path: string,
  f: (matrix: Matrix, path: string) => Matrix,
  action: string,
): unknown {
  if (part instanceof Matrix) return f(part, path);
  if (Array.isArray(part)) {
    return part.map((item, i) => mapPart(item, `${path}[${i}]`, f, action));
  }
  if (isRecord(part)) {
    const mapped: Record<string, unknown> = {};
    for (const key of Object.keys(part)) {
      const next = path === "" ? key : `${path}.${key}`;
      mapped[key] = mapPart(part[key], next, f, action);
    }
    return mapped;
  }
  throw new TypeError(
    `Cannot ${action}: ${path === "" ? "the parameters are" : `${path} is`} ` +
      `${
        describe(part)
      }, a matrix, or arrays and records of matrices are needed`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
