/** What a run of a lesson says at its end. */
import { counted, message, type Text } from "../cli/message.ts";
import type { Relation } from "../lesson/cell.ts";
import type { Outcome } from "../lesson/run.ts";

const summary = message({
  ja:
    "{cells} セルを実行。講義の出力 {printed} 個との比較 {comparisons} 件：一致 {identical}、丸めの範囲内 {rounding}、異なる {differs}、再現不能 {none}。訂正 {errata} 件。",
  en:
    "{cells} ran. {comparisons} with {printed}: {identical} identical, {rounding} equal within rounding, {differs} different, {none} not reproducible. {errata} shown.",
});

/**
 * How many cells ran, and how what was shown of them compares with the lecture.
 */
export function summaryOf(
  outcomes: readonly Outcome[],
  answers: boolean,
): Text {
  const shown = outcomes.filter(({ cell }) =>
    cell.exercise === undefined || answers
  );
  const relations = shown.flatMap(({ comparisons }) =>
    Object.values(comparisons).map(({ relation }) => relation)
  );
  const count = (relation: Relation): number =>
    relations.filter((found) => found === relation).length;
  const printed = shown.flatMap(({ cell, comparisons }) => [
    ...new Set(
      Object.keys(comparisons).map((name) => cell.results[name]!.printed),
    ),
  ]);
  const errata = new Set(
    outcomes.flatMap(({ cell, changed }) =>
      changed ? [] : (cell.errata ?? []).map(({ id }) => id)
    ),
  );
  return summary({
    cells: counted(outcomes.length, "cell", "cells"),
    comparisons: counted(relations.length, "comparison", "comparisons"),
    printed: counted(printed.length, "printed value", "printed values"),
    identical: count("identical"),
    rounding: count("rounding"),
    differs: count("differs"),
    none: count("not reproducible"),
    errata: counted(errata.size, "erratum", "errata"),
  });
}
