/**
 * How a computed value compares with what the lecture printed: computed, never
 * asserted.
 */
import { allClose, fromFloat64Array, type Matrix } from "kobai";
import type { CellData, Input, Relation, Result, Value } from "./cell.ts";
import { toMatrix, valueText } from "./value_text.ts";

/** A comparison and the numbers behind it. */
export interface Comparison {
  readonly relation: Relation;
  /**
   * How far the value is from the printed one, at its worst number; NaN if that
   * has no sense.
   */
  readonly difference: number;
  /** How far the rounding of the printed input can move that number. */
  readonly bound?: number;
}

/**
 * What was printed: its numbers in order, its rows, and the digits it was
 * printed with.
 */
interface Printed {
  readonly numbers: number[];
  readonly rows: number;
  /**
   * Digits behind the point; of an array its longest number's, as NumPy leaves
   * out closing zeros.
   */
  readonly decimals: number;
}

function readPrinted(printed: string): Printed {
  const texts = printed.match(/[-+]?\d+(?:\.\d*)?(?:e[-+]\d+)?/g) ?? [];
  const decimals = texts.map((text) => {
    const [mantissa, exponent] = text.split("e") as [string, string?];
    return (mantissa.split(".")[1]?.length ?? 0) - Number(exponent ?? 0);
  });
  return {
    numbers: texts.map(Number),
    rows: printed.match(/\[[^[\]]*\]/g)?.length ?? 1,
    decimals: Math.max(0, ...decimals),
  };
}

/**
 * Compares a value with what was printed for it.
 *
 * - `identical`: the same text, or the same numbers to every digit that was
 *   printed;
 * - `not reproducible`: the cell says why, and the shape at least is the same;
 * - `rounding`: not farther apart than the rounding of the printed input
 *   explains. Every number of that input may be off by half a unit of its 8th
 *   decimal; what moving each of them by so much does to the result is measured
 *   and added up, with half a unit of the result's last digit;
 * - `differs`: anything else.
 */
export function compare(
  cell: CellData,
  inputs: Record<string, Input>,
  name: string,
  value: Value,
  result: Result,
): Comparison {
  const { printed } = result;
  const incomparable = { relation: "differs", difference: NaN } as const;
  if (
    printed === undefined || typeof value === "string" || value === undefined
  ) return incomparable;
  if (valueText(value, result.flat) === printed) {
    return { relation: "identical", difference: 0 };
  }
  const matrix = toMatrix(value), numbers = matrix.toFloat64Array();
  const { numbers: wanted, rows, decimals } = readPrinted(printed);
  if (wanted.length !== numbers.length || rows !== matrix.rows) {
    return incomparable;
  }
  const differences = wanted.map((number, i) => Math.abs(numbers[i]! - number));
  const largest = Math.max(...differences);
  // The text of a lecture quotes few digits: 0.5835 as 0.58.
  const same = wanted.every((number, i) =>
    Number(numbers[i]!.toFixed(decimals)) === number
  );
  if (same) return { relation: "identical", difference: largest };
  if (result.reason !== undefined) {
    return { relation: "not reproducible", difference: NaN };
  }
  if (cell.rounded === undefined || Number.isNaN(largest)) {
    return { relation: "differs", difference: largest };
  }
  const bounds = roundingBounds(cell, inputs, name, cell.rounded)
    .map((bound) => bound + 0.5 * 10 ** -decimals);
  if (!bounds.every(Number.isFinite)) {
    return { relation: "differs", difference: largest };
  }
  const explained = wanted.every((number, i) =>
    allClose(numbers[i]!, number, { atol: bounds[i]!, rtol: 0 })
  );
  const shares = differences.map((difference, i) => difference / bounds[i]!);
  const worst = shares.indexOf(Math.max(...shares));
  return {
    relation: explained ? "rounding" : "differs",
    difference: differences[worst]!,
    bound: bounds[worst]!,
  };
}

/** What rounding one input to 8 decimals can do to each number of a result. */
function roundingBounds(
  cell: CellData,
  inputs: Record<string, Input>,
  name: string,
  rounded: string,
): number[] {
  const input = inputs[rounded] as Matrix;
  const values = input.toFloat64Array();
  const unit = 0.5e-8;
  const evaluate = () => {
    const moved = fromFloat64Array(values, input.rows, input.columns);
    const result = cell.run({ ...inputs, [rounded]: moved })[name];
    return toMatrix(result as Matrix | number).toFloat64Array();
  };
  const bounds: number[] = [];
  values.forEach((value, i) => {
    values[i] = value + unit;
    const above = evaluate();
    values[i] = value - unit;
    const below = evaluate();
    values[i] = value;
    above.forEach((number, k) => {
      bounds[k] = (bounds[k] ?? 0) + Math.abs(number - below[k]!) / 2;
    });
  });
  return bounds;
}
