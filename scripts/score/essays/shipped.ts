/**
 * The table that comes with the kit, for who has none at hand: 1,010 German
 * essays, see `examples/data/merlin-de/README.md`. It is imported, not read, so
 * that it needs no permission.
 */
import text from "../../../examples/data/merlin-de/merlin_de.csv" with {
  type: "text",
};
import type { Text } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { missingColumn } from "../../table/header.ts";
import { KeptRecords, type Table } from "../../table/table.ts";

/** What it is called, and what is meant in it if nobody says. */
export const shipped = {
  name: "merlin_de.csv",
  features: ["words", "errors"],
  label: "score",
  bands: "A1-A2=1,2;B1=3;B2-C1=4,5",
} as const;

/** What becomes of a command line without a table. */
export const withoutTable: Text = {
  ja:
    "表を省くと、付属の merlin_de.csv（語数と誤り数、CEFR による評価）を使います。",
  en:
    "Without a table, the merlin_de.csv that comes with the kit is used (words, errors, CEFR ratings).",
};

/**
 * The table with the given columns: whole numbers, in a plain CSV file.
 *
 * @throws {FileError} If it has no such column.
 */
export function shippedTable(
  features: readonly string[],
  label?: string,
  texts: readonly string[] = [],
): Table {
  const [header, ...rows] = text.trim().split(/\r?\n/).map((line) =>
    line.split(",")
  ) as [string[], ...string[][]];
  const column = (name: string): string[] => {
    const index = header.indexOf(name);
    if (index >= 0) return rows.map((fields) => fields[index]!);
    throw new FileError(missingColumn(shipped.name, name, header));
  };
  const records = new KeptRecords();
  for (const fields of rows) records.push(fields);
  return {
    file: shipped.name,
    encoding: "utf-8",
    separator: ",",
    decimal: ".",
    header,
    rows: rows.length,
    numbers: features.map((name) => Float64Array.from(column(name), Number)),
    texts: texts.map((name) => ({ name, cells: column(name) })),
    lineOf: (row) => row + 2,
    labels: label === undefined ? [] : column(label),
    records,
    badRows: [],
    notes: [],
  };
}
