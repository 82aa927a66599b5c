/**
 * The table that comes with the kit, for who has none at hand: 1,010 German essays, see
 * `examples/data/merlin-de/README.md`. It is imported, not read, so that it needs no permission.
 */
import text from "../../examples/data/merlin-de/merlin_de.csv" with {
  type: "text",
};
import { FileError, quoted, saying } from "../table/file_error.ts";
import { KeptRecords } from "../table/kept_records.ts";
import type { Table } from "../table/table.ts";
import { tableMessages } from "../table/table_messages.ts";

/** What it is called, and what is meant in it if nobody says. */
export const shipped = {
  name: "merlin_de.csv",
  features: ["words", "errors"],
  label: "score",
  bands: "A1-A2=1,2;B1=3;B2-C1=4,5",
} as const;

/**
 * The table with the given columns: whole numbers, in a plain CSV file.
 *
 * @throws {FileError} If it has no such column.
 */
export function shippedTable(
  features: readonly string[],
  label?: string,
): Table {
  const [header, ...rows] = text.trim().split(/\r?\n/).map((line) =>
    line.split(",")
  ) as [string[], ...string[][]];
  const column = (name: string): string[] => {
    const index = header.indexOf(name);
    if (index >= 0) return rows.map((fields) => fields[index]!);
    throw new FileError(saying(tableMessages.noColumn, {
      file: shipped.name,
      name: quoted(name),
      there: header.map(quoted).join(", "),
    }));
  };
  const records = new KeptRecords();
  for (const fields of rows) records.push(fields);
  return {
    ...{ file: shipped.name, encoding: "utf-8", separator: ",", header },
    decimal: ".",
    ...{ rows: rows.length, records, badRows: [], notes: [] },
    features: features.map((name) => Float64Array.from(column(name), Number)),
    labels: label === undefined ? [] : column(label),
  };
}
