/** A cell that has run, as `--json` prints it. */
import { Matrix } from "kobai";
import type { Value } from "../lesson/cell.ts";
import type { Outcome } from "../lesson/run.ts";

/** A value as JSON holds it: nested arrays; NaN and infinities by name. */
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
    ...(cell.beyond ? { beyond: true } : {}),
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
