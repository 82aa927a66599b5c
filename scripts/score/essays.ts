/** From a table to essays that a model can learn from. */
import { fromFloat64Array, type Matrix, takeRows } from "kobai";
import { FileError } from "../table/file_error.ts";
import type { Table } from "../table/table.ts";
import { bandOf, type Bands, bandsOfLabels, noBandText } from "./bands.ts";

/** Essays as numbers. */
export interface Essays {
  /** The features, `[N, D]`, as they stand in the table. */
  readonly x: Matrix;
  /** The band that people gave each essay, by its index. */
  readonly given: readonly number[];
  readonly bands: Bands;
}

/**
 * The essays of a table that was read with a label column.
 *
 * @param table The table.
 * @param bands The bands; one for each label if not given.
 * @returns The essays.
 * @throws {FileError} If the labels make no bands, or one is in none of those
 * given.
 */
export function essaysOf(table: Table, bands?: Bands): Essays {
  const chosen = bands ?? bandsOfLabels(table.labels);
  const known = new Map<string, number>();
  const given = table.labels.map((label) => {
    let band = known.get(label);
    if (band === undefined) {
      band = requireBand(chosen, label);
      known.set(label, band);
    }
    return band;
  });
  return { x: featuresOf(table), given, bands: chosen };
}

/**
 * Where the bands were known, reading has refused other labels, with their
 * places.
 */
function requireBand(bands: Bands, label: string): number {
  const band = bandOf(bands, label);
  if (band === undefined) throw new FileError(noBandText(bands, label));
  return band;
}

/** Some of the essays. */
export function someEssays(
  { x, given, bands }: Essays,
  rows: readonly number[],
): Essays {
  return { x: takeRows(x, rows), given: rows.map((row) => given[row]!), bands };
}

/** The features of a table, a row for each essay. */
export function featuresOf({ numbers, rows }: Table): Matrix {
  const values = new Float64Array(rows * numbers.length);
  numbers.forEach((column, feature) => {
    for (let row = 0, i = feature; row < rows; row++, i += numbers.length) {
      values[i] = column[row]!;
    }
  });
  return fromFloat64Array(values, rows, numbers.length);
}

/** How many essays each band has. */
export function countBands({ given, bands }: Essays): number[] {
  const counts = bands.names.map(() => 0);
  for (const band of given) counts[band]!++;
  return counts;
}
