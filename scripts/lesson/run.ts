/** Running a cell: its values, and how each compares with what the lecture printed. */
import { Matrix } from "kobai";
import type { Cell, Input, Value } from "./cell.ts";
import { compare, type Comparison } from "./compare.ts";

/** A cell that has run. */
export interface Outcome {
  readonly cell: Cell;
  readonly inputs: Record<string, Input>;
  readonly values: Record<string, Value>;
  /** For each value that the lecture printed; none if an input was changed. */
  readonly comparisons: Record<string, Comparison>;
  /** Whether the reader changed an input, so that the printed values no longer apply. */
  readonly changed: boolean;
  /** Whether every comparison came out as the cell says. */
  readonly asExpected: boolean;
}

/** Runs a cell with its own inputs, some of them changed. */
export function runCell(
  cell: Cell,
  changes: Record<string, Input> = {},
): Outcome {
  const changed = Object.keys(changes).length > 0;
  const inputs = { ...cell.inputs, ...changes };
  const values = cell.run(inputs);
  const comparisons: Record<string, Comparison> = {};
  let asExpected = true;
  for (const [name, result] of Object.entries(cell.results)) {
    if (changed || result.printed === undefined) continue;
    const comparison = compare(cell, inputs, name, values[name], result);
    comparisons[name] = comparison;
    if (comparison.relation !== result.expected) asExpected = false;
  }
  return { cell, inputs, values, comparisons, changed, asExpected };
}

/** A value as JSON can hold it: nested arrays; NaN and infinities as their names. */
export function jsonValue(value: Value): unknown {
  if (value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") {
    return Number.isFinite(value) ? value : String(value);
  }
  if (value instanceof Matrix && value.rows === 1 && value.columns === 1) {
    return jsonValue(value.item());
  }
  return value.toArray().map((row) => row.map((number) => jsonValue(number)));
}

/** A cell that has run, as one object for JSON. */
export function jsonOutcome(
  outcome: Outcome,
  answers: boolean,
): Record<string, unknown> {
  const { cell } = outcome;
  const hidden = cell.exercise !== undefined && !answers;
  return {
    id: cell.name,
    section: cell.section,
    number: cell.number,
    title: cell.title,
    ...(cell.exercise === undefined ? {} : { exercise: cell.exercise }),
    inputs: mapEntries(outcome.inputs, (value) => jsonValue(value)),
    results: hidden ? {} : mapEntries(cell.results, (result, name) => {
      const comparison = outcome.comparisons[name];
      return {
        label: result.label,
        value: jsonValue(outcome.values[name]),
        ...(comparison === undefined ? {} : {
          printed: result.printed,
          relation: comparison.relation,
          ...(Number.isNaN(comparison.difference)
            ? {}
            : { difference: comparison.difference }),
          ...(comparison.bound === undefined
            ? {}
            : { bound: comparison.bound }),
          asExpected: comparison.relation === result.expected,
        }),
      };
    }),
    errata: outcome.changed ? [] : cell.errata ?? [],
  };
}

function mapEntries<From, To>(
  record: Readonly<Record<string, From>>,
  f: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, f(value, name)]),
  );
}
