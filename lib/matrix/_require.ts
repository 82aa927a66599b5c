/**
 * The checks that a family of functions shares. Each takes what its caller was
 * about to do (`"multiply matrices"`) and names it in the error:
 * `Cannot multiply matrices: ...`.
 */

/**
 * How a value is named in an error: `"a"`, `1.5`, `null`, `a function`, `an
 * array of 3`.
 */
export function describe(value: unknown): string {
  if (typeof value === "string") {
    const short = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return JSON.stringify(short);
  }
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) {
    const { constructor } = value, name = constructor?.name;
    // The tag, because bundlers rename classes.
    if (Reflect.get(value, Symbol.toStringTag) === "Matrix") {
      return value instanceof constructor
        ? `a ${shape(value as { rows: number; columns: number })} matrix`
        : "an object with the prototype of a matrix";
    }
    return name && name !== "Object"
      ? `an object of class ${name}`
      : "an object";
  }
  if (typeof value === "bigint") return `${value}n`;
  return String(value);
}

/** A shape as errors write it: `2x3`. */
export function shape(value: { rows: number; columns: number }): string {
  return `${value.rows}x${value.columns}`;
}

/** Requires a number of rows or columns: an integer of 0 or more. */
export function requireSize(value: number, what: string, action: string): void {
  if (typeof value !== "number") {
    throw new TypeError(
      `Cannot ${action}: the number of ${what} is ${
        describe(value)
      }, a number is needed`,
    );
  }
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(
      `Cannot ${action}: the number of ${what} is ${value}, an integer of 0 or more is needed`,
    );
  }
}

/** Requires an index between 0 and `size` - 1. */
export function requireIndex(
  value: number,
  size: number,
  what: string,
  action: string,
): void {
  if (typeof value !== "number") {
    throw new TypeError(
      `Cannot ${action}: ${what} is ${describe(value)}, a number is needed`,
    );
  }
  if (!Number.isInteger(value) || value < 0 || value >= size) {
    const needed = size === 0
      ? "but there is none to choose from"
      : `an integer from 0 to ${size - 1} is needed`;
    throw new RangeError(`Cannot ${action}: ${what} is ${value}, ${needed}`);
  }
}

/**
 * Requires something that has a length and indices; its members are not looked
 * at.
 */
export function requireList<T>(
  value: ArrayLike<T>,
  what: string,
  action: string,
): ArrayLike<T> {
  if (
    typeof value === "object" && value !== null &&
    typeof value.length === "number"
  ) return value;
  throw new TypeError(
    `Cannot ${action}: ${what} is ${describe(value)}, ` +
      "a list of numbers is needed",
  );
}

/** Requires two matrices of one shape. */
export function requireSameShape(
  left: { rows: number; columns: number },
  right: { rows: number; columns: number },
  names: readonly [string, string],
  action: string,
): void {
  if (left.rows !== right.rows || left.columns !== right.columns) {
    throw new RangeError(
      `Cannot ${action}: ${names[0]} is ${shape(left)} and ${names[1]} is ${
        shape(right)
      }, ` +
        "both must have the same shape",
    );
  }
}

/** Requires a finite number of 0 or more (or more than 0). */
export function requireFinite(
  value: number,
  what: string,
  needed: "more than 0" | "0 or more",
  action: string,
): void {
  if (typeof value !== "number") {
    throw new TypeError(
      `Cannot ${action}: ${what} is ${describe(value)}, a number is needed`,
    );
  }
  if (
    !Number.isFinite(value) || value < 0 ||
    (needed === "more than 0" && value === 0)
  ) {
    throw new RangeError(
      `Cannot ${action}: ${what} is ${value}, a finite number of ${needed} is needed`,
    );
  }
}

/** Requires an object of options with no names but those that are known. */
export function requireOptions(
  options: object,
  known: readonly string[],
  action: string,
): void {
  if (
    typeof options !== "object" || options === null || Array.isArray(options)
  ) {
    throw new TypeError(
      `Cannot ${action}: the options are ${describe(options)}, ` +
        `an object with ${known.join(", ")} is needed`,
    );
  }
  for (const name in options) {
    if (!known.includes(name)) {
      throw new TypeError(
        `Cannot ${action}: found the option ${describe(name)}, ` +
          `known are ${known.join(", ")}`,
      );
    }
  }
}

/** Requires the numbers of rows and columns of a matrix that can exist. */
export function requireSizes(
  rows: number,
  columns: number,
  action: string,
): void {
  requireSize(rows, "rows", action);
  requireSize(columns, "columns", action);
  if (rows * columns > 2 ** 31) {
    throw new RangeError(
      `Cannot ${action}: ${rows}x${columns} is ${rows * columns} numbers, ` +
        "at most 2**31 fit",
    );
  }
}
