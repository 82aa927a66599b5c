/** What is wrong with what a cell computes, compares and draws. */
import { Matrix } from "kobai";
import { message, type Text } from "../cli/message.ts";
import { drawPicture } from "../figures/draw.ts";
import type { Cell, Value } from "../lesson/cell.ts";
import { pictureOf } from "../lesson/picture.ts";
import { relationNames } from "../lesson/relation.ts";
import { runCell } from "../lesson/run.ts";
import { aList, aValue, cellProblem, messageOf, type Path } from "./problem.ts";

const throws = message({
  ja: "計算が止まりました：{error}",
  en: "does not compute: {error}",
});
const wrongKind = message({
  ja: "{found}になりました。{needed}が必要です",
  en: "gives {found}, {needed} is needed",
});
const aPromise: Text = { ja: "Promise", en: "a Promise" };
const noWait: Text = {
  ja: "async でない run で計算した値",
  en: "a value computed by a run that is not async",
};
const notANumber: Text = { ja: "NaN（数でない値）", en: "NaN" };
const aNumber: Text = { ja: "数", en: "a number" };
const missing: Text = { ja: "どこにもない値", en: "nothing" };
const notAsExpected = message({
  ja:
    "講義の出力「{printed}」との比較は「{relation}」ですが、セルには「{expected}」とあります。値か printed か expected を直す必要があります",
  en:
    'compares with "{printed}" as {relation}, the cell expects {expected}: value, printed or expected must be mended',
});

/** What is wrong with what a cell computes, compares and draws. */
export function valueProblems(cell: Cell): Text[] {
  const outside = (path: Path, compute: () => unknown): Text[] => {
    try {
      compute();
      return [];
    } catch (error) {
      return [cellProblem(cell, path, throws({ error: messageOf(error) }))];
    }
  };
  let values: Record<string, Value> = {};
  const failed = outside(["run"], () => values = cell.run(cell.inputs));
  if (failed.length > 0) return failed;
  if (typeof (values as unknown as Promise<unknown>).then === "function") {
    return [cellProblem(
      cell,
      ["run"],
      wrongKind({ found: aPromise, needed: noWait }),
    )];
  }
  const kinds = Object.keys(cell.results).flatMap((name) => {
    const fault = faultOf(name in values ? values[name] : MISSING);
    return fault === undefined
      ? []
      : [cellProblem(cell, ["results", name], fault)];
  });
  if (kinds.length > 0) return kinds;
  const outcome = runCell(cell);
  const compared = Object.entries(outcome.comparisons).flatMap((
    [name, { relation }],
  ) => {
    const { printed = "", expected = "differs" } = cell.results[name]!;
    return relation === expected ? [] : [cellProblem(
      cell,
      ["results", name],
      notAsExpected({
        printed,
        relation: relationNames[relation],
        expected: relationNames[expected],
      }),
    )];
  });
  return [
    ...compared,
    ...outside(["worked"], () => cell.worked?.(cell.inputs, outcome.values)),
    ...outside(["picture"], () => {
      const picture = pictureOf(outcome);
      if (picture === undefined) return;
      for (const language of ["ja", "en"] as const) {
        drawPicture(picture, "checked", language).toString();
      }
    }),
  ];
}

const MISSING = Symbol("no value");

/** What is wrong with a value, by its kind. */
function faultOf(value: unknown): Text | undefined {
  const needs = (found: Text | string, needed: Text): Text =>
    wrongKind({ found, needed });
  if (value === MISSING) return needs(missing, aValue);
  if (value instanceof Promise) return needs(aPromise, noWait);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return needs(aList, aValue);
  }
  if (value instanceof Matrix) {
    const numbers = value.toFloat64Array();
    return numbers.some(Number.isNaN) ? needs(notANumber, aNumber) : undefined;
  }
  if (Number.isNaN(value)) return needs(notANumber, aNumber);
  if (["number", "string", "undefined"].includes(typeof value)) {
    return undefined;
  }
  return needs(typeof value === "object" ? "object" : String(value), aValue);
}
