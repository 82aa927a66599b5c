/** Whether the sizes of arguments go together. */
import type { Argument, Rows } from "./arguments.ts";
import type { Parameters } from "./exercise.ts";

/** Rows and columns of a table: `2x3`. */
export function sizeOf(rows: Rows): string {
  return `${rows.length}x${rows[0]!.length}`;
}

/**
 * The sizes of the tables among arguments; those of a function are of the
 * weights that it takes.
 */
export function sizesOf(values: readonly Argument[]): string[] {
  return values.flatMap((value) => {
    const table = tableOf(value);
    return table === undefined ? [] : [sizeOf(table)];
  });
}

/** Whether arguments go together, as the parameters tell their sizes. */
export function haveFittingSizes(
  parameters: Parameters,
  values: readonly Argument[],
): boolean {
  const letters = new Map<string | number, number>();
  return Object.values(parameters).every(({ size = [] }, i) => {
    const table = tableOf(values[i]!);
    const found = table === undefined ? [] : [table.length, table[0]!.length];
    return size.every((wanted, k) => {
      const known = letters.get(wanted) ??
        (typeof wanted === "number" ? wanted : found[k]!);
      letters.set(wanted, known);
      return found[k] === known;
    });
  });
}

/** The table that an argument is, or that its weights are. */
export function tableOf(value: Argument): Rows | undefined {
  if (typeof value === "number" || isText(value)) return undefined;
  if ("linear" in value) return value.linear;
  return "center" in value ? value.center : value;
}

/** Whether an argument is a text, or a list of texts. */
export function isText(value: Argument): value is string | readonly string[] {
  return typeof value === "string" ||
    Array.isArray(value) && !Array.isArray(value[0]);
}
