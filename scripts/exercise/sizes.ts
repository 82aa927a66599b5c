/** The sizes of arguments that go together, as the tasks tell them. */
import type { Argument, Rows } from "./arguments.ts";
import type { Call } from "./call.ts";

/** Rows and columns; a letter is any number, and the same wherever it stands in a call. */
type Size = readonly [rows: string | number, columns: string | number];

/** For each function those of its tables, a function among the arguments counted as one. */
const sizes: Readonly<Record<string, readonly Size[]>> = {
  forward: [["N", "D"], ["D", "M"], [1, "M"]],
  probabilities: [[1, "K"]],
  category: [[1, 3]],
  sumSquaredError: [[1, "K"], [1, "K"]],
  crossEntropy: [[1, "K"], [1, "K"]],
  crossEntropyOfBatch: [["N", "K"], ["N", "K"]],
  softmax: [["N", "K"]],
  loss: [["N", "D"], ["N", "K"], ["D", "K"]],
  numericalGradient: [["D", "K"], ["D", "K"]],
  step: [["D", "K"], ["D", "K"]],
  descend: [["D", "K"], ["D", "K"]],
};

/** Rows and columns of a table: `2x3`. */
export function sizeOf(rows: Rows): string {
  return `${rows.length}x${rows[0]!.length}`;
}

/** The sizes of a call's tables; those of a function are of the weights that it takes. */
export function sizesOf(call: Call): string[] {
  return tablesOf(call).map(sizeOf);
}

/** Whether the arguments of a call go together. */
export function haveFittingSizes(call: Call): boolean {
  const tables = tablesOf(call), letters = new Map<string | number, number>();
  return sizes[call.name]!.every((size, i) => {
    const found = [tables[i]!.length, tables[i]![0]!.length];
    return size.every((wanted, k) => {
      const known = letters.get(wanted) ??
        (typeof wanted === "number" ? wanted : found[k]!);
      letters.set(wanted, known);
      return found[k] === known;
    });
  });
}

function tablesOf({ arguments: values }: Call): Rows[] {
  return values.flatMap((value: Argument) => {
    if (typeof value === "number") return [];
    if ("linear" in value) return [value.linear];
    return "center" in value ? [value.center] : [value];
  });
}
