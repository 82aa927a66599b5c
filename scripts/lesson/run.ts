/** Running a cell: its values, and how each compares with what was printed. */
import type { Cell, CellData, Input, Value } from "./cell.ts";
import { compare, type Comparison } from "./compare.ts";

/** A cell that has run. */
export interface Outcome<C extends CellData = Cell> {
  readonly cell: C;
  readonly inputs: Record<string, Input>;
  readonly values: Record<string, Value>;
  /** For each value that the lecture printed; none if an input was changed. */
  readonly comparisons: Record<string, Comparison>;
  /** Whether an input was changed: the printed values no longer apply. */
  readonly changed: boolean;
  /** Whether every comparison came out as the cell says. */
  readonly asExpected: boolean;
}

/** Runs a cell with its own inputs, some of them changed. */
export function runCell<C extends CellData>(
  cell: C,
  changes: Record<string, Input> = {},
): Outcome<C> {
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
