/** From a table to essays that a network can learn from. */
import { fromFloat64Array, type Matrix } from "kobai";
import { FileError, quoted, saying } from "../table/file_error.ts";
import { bandOf, type Bands, bandsOfLabels } from "../table/bands.ts";
import type { Table } from "../table/table.ts";
import { tableMessages } from "../table/table_messages.ts";

/** Essays as numbers. */
export interface Essays {
  /** The features, `[N, D]`, as they stand in the table. */
  readonly x: Matrix;
  /** The band of each essay, by its index. */
  readonly labels: readonly number[];
  readonly bands: Bands;
}

/**
 * The essays of a table that was read with a label column.
 *
 * @param table The table.
 * @param bands The bands; one for each label if not given.
 * @returns The essays.
 * @throws {FileError} If the labels make no bands, or one is in none of those given.
 */
export function essaysOf(table: Table, bands?: Bands): Essays {
  const chosen = bands ?? bandsOfLabels(table.labels);
  const known = new Map<string, number>();
  const labels = table.labels.map((label) => {
    let band = known.get(label);
    if (band === undefined) {
      band = requireBand(chosen, label);
      known.set(label, band);
    }
    return band;
  });
  return { x: featuresOf(table), labels, bands: chosen };
}

/** A reader that knew the bands has refused other labels already, with their places. */
function requireBand(bands: Bands, label: string): number {
  const band = bandOf(bands, label);
  if (band !== undefined) return band;
  const list = bands.labels.flat().map(quoted).join(", ");
  throw new FileError(
    saying(tableMessages.noBand, { found: quoted(label), bands: list }),
  );
}

/** The features of a table, a row for each essay. */
export function featuresOf({ features, rows }: Table): Matrix {
  const values = new Float64Array(rows * features.length);
  features.forEach((column, feature) => {
    for (let row = 0, i = feature; row < rows; row++, i += features.length) {
      values[i] = column[row]!;
    }
  });
  return fromFloat64Array(values, rows, features.length);
}

/** How many essays each band has. */
export function countBands({ labels, bands }: Essays): number[] {
  const counts = bands.names.map(() => 0);
  for (const label of labels) counts[label]!++;
  return counts;
}
