/**
 * Arrays as NumPy 1.24 prints them and floats as Python prints them. The rules
 * are those of NumPy's default print options, learnt from its `arrayprint.py`.
 *
 * @module
 */

import type { Numbers } from "./_numbers.ts";
import {
  exactScientificParts,
  fixedParts,
  scientificParts,
} from "./_float_digits.ts";

/** Digits after the point, at most. */
const PRECISION = 8;
/** Columns of a line, at most. */
const LINE_WIDTH = 75;
/** An array of more elements than this is shown by its corners only. */
const THRESHOLD = 1000;
/** How many rows and columns a corner has. */
const EDGE_ITEMS = 3;
const GAP = "...";

/** Options of {@linkcode formatValues}. */
export interface FormatValuesOptions {
  /** Print one row as the 1-D array it would be in NumPy. */
  flat?: boolean;
}

/**
 * `repr` of a 2-D float64 array with NumPy 1.24's default print options, for
 * example `array([[0.1, 0.2],\n       [1. , 2. ]])`.
 *
 * @param values The elements, row by row.
 * @param rows How many rows they make.
 * @param columns How many elements a row has.
 * @param options `flat` prints one row without its outer brackets.
 * @returns The text, with a newline between lines and none at the end.
 * @throws {RangeError} If `flat` is asked for and there is not one row.
 */
export function formatValues(
  values: Numbers,
  rows: number,
  columns: number,
  options: FormatValuesOptions = {},
): string {
  const { flat = false } = options;
  if (flat && rows !== 1) {
    throw new RangeError(
      `Cannot print array as 1-D: shape is ${rows}x${columns}, it must have one row`,
    );
  }
  if (values.length === 0) {
    const shape = flat ? "" : ` shape=(${rows}, ${columns}),`;
    return `array([],${shape} dtype=float64)`;
  }
  const isSummary = values.length > THRESHOLD;
  const shownRows = shownIndices(rows, isSummary);
  const shownColumns = shownIndices(columns, isSummary);
  const shown = shownRows.flatMap((row) =>
    shownColumns.map((column) => values[row * columns + column]!)
  );
  const cells = alignedTexts(shown);
  const dimensions = flat ? 1 : 2;
  const printedRows = shownRows.map((_, i) => {
    const start = i * shownColumns.length;
    const row = cells.slice(start, start + shownColumns.length);
    return bracketedRow(withGap(row, columns), dimensions);
  });
  if (flat) return `array(${printedRows[0]})`;
  return `array([${withGap(printedRows, rows).join(",\n       ")}])`;
}

/**
 * Python's `repr` of a float, for example `5.0`, `1e-07`, `-0.0`, `nan`: the
 * fewest digits that read back as the same number.
 *
 * @param x The number.
 * @returns Its text.
 */
export function formatFloat(x: number): string {
  if (!Number.isFinite(x)) return nonFiniteText(x);
  const { integer, fraction, exponent } = scientificParts(x, Infinity);
  if (exponent < -4 || exponent >= 16) {
    const mantissa = fraction === "" ? integer : `${integer}.${fraction}`;
    return mantissa + exponentText(exponent, 2);
  }
  const plain = fixedParts(x, Infinity);
  return `${plain.integer}.${plain.fraction || "0"}`;
}

/** Texts of one width for all elements that one array shows. */
function alignedTexts(shown: readonly number[]): string[] {
  const finite = shown.filter(Number.isFinite);
  const finiteTexts = needsExponent(finite)
    ? scientificTexts(finite)
    : fixedTexts(finite);
  let next = 0;
  const texts = shown.map((x) =>
    Number.isFinite(x) ? finiteTexts[next++]! : nonFiniteText(x)
  );
  const width = longest(texts);
  return texts.map((text) => text.padStart(width));
}

/** Zeros have no say: `[0., 1.]` needs no exponent, `[1e-05, 1.]` does. */
function needsExponent(finite: readonly number[]): boolean {
  const magnitudes = finite.filter((x) => x !== 0).map(Math.abs);
  if (magnitudes.length === 0) return false;
  const largest = Math.max(...magnitudes);
  const smallest = Math.min(...magnitudes);
  return largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000;
}

/** Each number with the room after its point that the longest one needs. */
function fixedTexts(finite: readonly number[]): string[] {
  const parts = finite.map((x) => fixedParts(x, PRECISION));
  const places = longest(parts.map(({ fraction }) => fraction));
  // Missing digits are spaces here, but zeros in scientific notation.
  return parts.map(({ integer, fraction }) =>
    `${integer}.${fraction.padEnd(places)}`
  );
}

/** Each number with the digits, and exponent digits, that the longest needs. */
function scientificTexts(finite: readonly number[]): string[] {
  const parts = finite.map((x) => scientificParts(x, PRECISION));
  const digits = longest(parts.map(({ fraction }) => fraction));
  const exponents = parts.map(({ exponent }) => String(Math.abs(exponent)));
  const exponentDigits = Math.max(2, longest(exponents));
  return finite.map((x) => {
    const { integer, fraction, exponent } = exactScientificParts(x, digits);
    return `${integer}.${fraction}${exponentText(exponent, exponentDigits)}`;
  });
}

function exponentText(exponent: number, digits: number): string {
  const sign = exponent < 0 ? "-" : "+";
  return `e${sign}${String(Math.abs(exponent)).padStart(digits, "0")}`;
}

function nonFiniteText(x: number): string {
  if (Number.isNaN(x)) return "nan";
  return x < 0 ? "-inf" : "inf";
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

/** Positions of one axis that are shown: all, or those of both ends. */
function shownIndices(length: number, isSummary: boolean): number[] {
  const all = Array.from({ length }, (_, i) => i);
  if (!isSummary || length <= 2 * EDGE_ITEMS) return all;
  return [...all.slice(0, EDGE_ITEMS), ...all.slice(-EDGE_ITEMS)];
}

/** Puts `...` between both ends of an axis that is not shown whole. */
function withGap(items: readonly string[], length: number): string[] {
  if (items.length === length) return [...items];
  return [...items.slice(0, EDGE_ITEMS), GAP, ...items.slice(EDGE_ITEMS)];
}

/**
 * One row in brackets, broken where the next element would not fit and
 * indented below its first element. Room is kept for the comma or bracket
 * after an element, for one more bracket in 2-D, and for the parenthesis.
 */
function bracketedRow(cells: readonly string[], dimensions: number): string {
  const indent = " ".repeat("array(".length + dimensions);
  const limit = LINE_WIDTH - dimensions - 1;
  const lines: string[] = [];
  let line = indent;
  cells.forEach((cell, i) => {
    if (line.length + cell.length > limit) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += i < cells.length - 1 ? `${cell}, ` : cell;
  });
  lines.push(line);
  return `[${lines.join("\n").slice(indent.length)}]`;
}
