/** A value of a cell, as a matrix and as readers see it. */
import { formatArray, fromFloat64Array, Matrix } from "kobai";
import type { Language } from "../cli/message.ts";
import type { Result, Value } from "./cell.ts";

/** A value as text, in NumPy's form. */
export function valueText(value: Value, flat = false): string {
  if (value === undefined) return "undefined";
  if (typeof value === "string") return value;
  if (Number.isInteger(value)) return String(value);
  const matrix = toMatrix(value);
  // A 1×1 value prints as a float, also in a vector's place.
  return formatArray(matrix, { flat: flat && matrix.columns > 1 });
}

/** A value of a result: a word in the reader's language, if the cell has it. */
export function resultText(
  value: Value,
  { flat = false, words = {} }: Result,
  language: Language,
): string {
  const word = typeof value === "string" ? words[value] : undefined;
  return word?.[language] ?? valueText(value, flat);
}

/** A value that is computed with as a matrix: a number is 1×1. */
export function toMatrix(value: Matrix | number): Matrix {
  return value instanceof Matrix
    ? value
    : fromFloat64Array(new Float64Array([value]), 1, 1);
}
