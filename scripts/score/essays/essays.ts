/** From a table to essays that a model can learn from. */
import { fromFloat64Array, type Matrix, takeRows } from "kobai";
import { FileError } from "../../table/file_error.ts";
import type { Table } from "../../table/table.ts";
import { type Groups, groupsOf, someGroups } from "./groups.ts";
import {
  bandOf,
  type Bands,
  bandsOfLabels,
  faultOfLabel,
  type Order,
} from "./bands.ts";

/** A band for each essay: bytes, where there may be a million. */
export type Given = ArrayLike<number> & Iterable<number>;

/** Essays as numbers. */
export interface Essays {
  /** The features, `[N, D]`, as they stand in the table. */
  readonly x: Matrix;
  /** The band that people gave each essay, by its index. */
  readonly given: Given;
  readonly bands: Bands;
  /** Which essays belong together; none where each is one by itself. */
  readonly groups?: Groups;
}

/** Which bands there are; each label is one where nothing is given. */
export interface Sorting {
  readonly bands?: Bands;
  readonly order?: Order;
  /** The column that says which essays belong together. */
  readonly group?: string;
}

/**
 * The essays of a table that was read with a label column.
 *
 * @param table The table.
 * @param sorting The bands, or the order of the labels.
 * @returns The essays.
 * @throws {FileError} If the labels make no bands, or one is in none of those
 * given.
 */
export function essaysOf(table: Table, sorting: Sorting = {}): Essays {
  const bands = sorting.bands ?? bandsOfLabels(table.labels, sorting.order);
  const known = new Map<string, number>();
  // Not `Uint8Array.from`, which makes a list of all rows first.
  const given = new Uint8Array(table.labels.length);
  for (const [row, label] of table.labels.entries()) {
    let band = known.get(label);
    if (band === undefined) {
      band = requireBand(bands, label, sorting);
      known.set(label, band);
    }
    given[row] = band;
  }
  const groups = groupsOf(table, sorting.group);
  return {
    x: featuresOf(table),
    given,
    bands,
    ...(groups === undefined ? {} : { groups }),
  };
}

/** Reading has refused other labels already, with their places. */
function requireBand(bands: Bands, label: string, sorting: Sorting): number {
  const fault = faultOfLabel(label, label, sorting);
  if (fault !== undefined) throw new FileError(fault);
  return bandOf(bands, label)!;
}

/** Some of the essays. */
export function someEssays(
  { x, given, bands, groups }: Essays,
  rows: ArrayLike<number>,
): Essays {
  const own = new Uint8Array(rows.length);
  for (let i = 0; i < own.length; i++) own[i] = given[rows[i]!]!;
  const some = { x: takeRows(x, rows), given: own, bands };
  if (groups === undefined) return some;
  return { ...some, groups: someGroups(groups, rows) };
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
