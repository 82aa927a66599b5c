/** Whether the sizes of arguments go together. */
import type { Argument, Rows } from "./arguments.ts";
import type { Call } from "./call.ts";
import { functionNamed } from "./tasks.ts";

/** Rows and columns of a table: `2x3`. */
export function sizeOf(rows: Rows): string {
  return `${rows.length}x${rows[0]!.length}`;
}

/**
 * The sizes of a call's tables; those of a function are of the weights that it
 * takes.
 */
export function sizesOf({ arguments: values }: Call): string[] {
  return values.flatMap((value) => {
    const table = tableOf(value);
    return table === undefined ? [] : [sizeOf(table)];
  });
}

/**
 * Whether the arguments of a call go together, as its task tells their sizes.
 */
export function haveFittingSizes({ name, arguments: values }: Call): boolean {
  const letters = new Map<string | number, number>();
  const parameters = Object.values(functionNamed(name)!.parameters);
  return parameters.every(({ size = [] }, i) => {
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

function tableOf(value: Argument): Rows | undefined {
  if (typeof value === "number") return undefined;
  if ("linear" in value) return value.linear;
  return "center" in value ? value.center : value;
}
