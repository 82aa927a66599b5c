/**
 * Parameters come as one matrix, or as any nesting of arrays and records of
 * matrices, such as `{ W1, b1, W2, b2 }` or `[{ W, b }, { W, b }]`; an object
 * of a class that has matrices and no methods is such a record. Each matrix in
 * it has a path of its own, such as `W2`, `[1].b` or `["a.b"]`, by which
 * messages and reports name it.
 */
import { describe } from "../matrix/_require.ts";
import { Matrix } from "../matrix/matrix.ts";

/**
 * What a nesting of parameters may consist of. A type that contains anything
 * but matrices, such as `{ learningRate: number }`, is refused by the compiler;
 * a part may be optional. A function of one's own that hands its parameters on
 * takes `at: T & Nesting<T>`, as those of this library do.
 */
export type Nesting<T> =
  & { readonly [Symbol.hasInstance]?: 1 }
  & (Matrix | { [Key in keyof T]: NestingPart<T[Key]> });

/** The same for a part of a nesting: see {@linkcode Nesting}. */
export type NestingPart<T> = T extends Matrix | undefined ? T
  : T extends (...args: never[]) => unknown ? never
  : T extends object ? { [Key in keyof T]: NestingPart<T[Key]> }
  : never;

/**
 * The bound of a type of parameters: any object but a function.
 *
 * It and {@linkcode Nesting} contradict each other in a member that only
 * functions have. So where a generic function hands on `at: T & Nesting<T>`,
 * the compiler cannot take that intersection for the type of the parameters and
 * finds the T that was meant, without its being spelled out. And it believes
 * `at` no less than `f`, because `f` takes `NonNullable<T>`: it may take more
 * than the parameters, such as `exp` does.
 */
export type AnyNesting = object & { readonly [Symbol.hasInstance]?: 2 };

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
    const mapped = emptyLike(part);
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
      listParts(part[key], memberOf(path, key))
    );
  }
  return [{ path, part }];
}

/** The path of a member; what could be taken for two names is put in quotes. */
function memberOf(path: string, key: string): string {
  if (!/^[\p{ID_Continue}$]+$/u.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === "" ? key : `${path}.${key}`;
}

/** Whether a value is a record, or an object of a class without methods. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  let prototype = Object.getPrototypeOf(value);
  while (prototype !== Object.prototype && prototype !== null) {
    if (Reflect.ownKeys(prototype).length > 1) return false;
    prototype = Object.getPrototypeOf(prototype);
  }
  return true;
}

/** A record of the same class without members. */
function emptyLike(record: object): Record<string, unknown> {
  const prototype = Object.getPrototypeOf(record);
  return prototype === Object.prototype ? {} : Object.create(prototype);
}
