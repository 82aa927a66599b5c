/**
 * Parameters come as one matrix, or as any nesting of arrays and records of
 * matrices, such as `{ W1, b1, W2, b2 }` or `[{ W, b }, { W, b }]`. Each matrix
 * in it has a path, such as `W2` or `[1].b`, by which messages and reports name
 * it.
 */
import { describe } from "../matrix/_require.ts";
import { Matrix } from "../matrix/matrix.ts";

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
  f: (matrix: Matrix) => Matrix,
  action: string,
): T {
  return mapPart(at, f, action, at) as T;
}

function mapPart(
  part: unknown,
  f: (matrix: Matrix) => Matrix,
  action: string,
  whole: object,
): unknown {
  if (part instanceof Matrix) return f(part);
  if (Array.isArray(part)) {
    return part.map((item) => mapPart(item, f, action, whole));
  }
  if (isRecord(part)) {
    const mapped: Record<string, unknown> = {};
    for (const key of Object.keys(part)) {
      mapped[key] = mapPart(part[key], f, action, whole);
    }
    return mapped;
  }
  throw refusal(whole, action);
}

/** The matrices of a nesting with their paths, in the order of their keys. */
export function listNesting(
  at: object,
  action: string,
  what = "the parameters are",
): { path: string; matrix: Matrix }[] {
  return listParts(at, "").map(({ path, part }) => {
    if (!(part instanceof Matrix)) throw refusal(at, action, what);
    return { path, matrix: part };
  });
}

/** Names what is no matrix. Walking for its name is left until it is needed. */
function refusal(
  at: object,
  action: string,
  what = "the parameters are",
): TypeError {
  const { path, part } = listParts(at, "").find(({ part }) =>
    !(part instanceof Matrix)
  )!;
  const name = path === "" ? what : `${path} is`;
  return new TypeError(
    `Cannot ${action}: ${name} ${describe(part)}, ` +
      "a matrix, or arrays and records of matrices are needed",
  );
}

/** What a nesting holds at its ends, with the paths there. */
function listParts(
  part: unknown,
  path: string,
): { path: string; part: unknown }[] {
  if (Array.isArray(part)) {
    return part.flatMap((item, i) => listParts(item, `${path}[${i}]`));
  }
  if (isRecord(part)) {
    return Object.keys(part).flatMap((key) =>
      listParts(part[key], path === "" ? key : `${path}.${key}`)
    );
  }
  return [{ path, part }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
