/** The numbers that an erratum is about. */
import type { CellData, Erratum } from "./cell.ts";
import type { Outcome } from "./run.ts";
import { valueText } from "./value_text.ts";

/** A number of the lecture and the right one, as readers see them. */
export interface BothNumbers {
  readonly lecture: string;
  readonly right: string;
}

/** The pairs of numbers that a cell names for an erratum. */
export function bothNumbers(
  { cell, values }: Outcome<CellData>,
  { id }: Erratum,
): BothNumbers[] {
  const text = (name: string): string =>
    valueText(values[name], cell.results[name]!.flat);
  return (cell.bothNumbers?.[id] ?? []).map(([lecture, right]) => ({
    lecture: right === undefined
      ? cell.results[lecture]!.printed ?? ""
      : text(lecture),
    right: text(right ?? lecture),
  }));
}
