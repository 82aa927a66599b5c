/** Reading what the scorer works on, and telling of it on standard error. */
import type { Language } from "../cli/command_line.ts";
import { Progress } from "../cli/progress.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { badRowsText, listedProblems } from "../table/bad_rows.ts";
import { message } from "./messages.ts";
import type { ReadingRequest } from "./request.ts";
import { shippedTable } from "./shipped.ts";
import { readTable } from "../table/read_table.ts";
import type { Table } from "../table/table.ts";

/** What to read. */
export interface Reading {
  /** None for the table that comes with the kit. */
  readonly path?: string;
  readonly name: string;
  readonly features: readonly string[];
  readonly label?: string;
  readonly bands?: Parameters<typeof readTable>[1]["bands"];
  readonly keepRecords?: boolean;
  readonly reading: ReadingRequest;
}

/** So many rows take long enough for their speed to be worth a line. */
const MANY = 100_000;

/**
 * Reads a table, tells what was found out or changed on the way, and writes the rows that cannot be
 * used to a file, if they are to be skipped.
 *
 * @param what What to read.
 * @param language The language to tell it in.
 * @param signal Stops reading.
 * @returns The table.
 * @throws {FileError} If the table cannot be used.
 */
export async function openTable(
  { path, name, features, label, bands, keepRecords, reading }: Reading,
  language: Language,
  signal?: AbortSignal,
): Promise<Table> {
  if (path === undefined) {
    console.error(message(language, "shippedTable", { file: name }));
    return shippedTable(features, label);
  }
  const { badRows, ...how } = reading;
  const start = performance.now();
  const number = new Intl.NumberFormat("en");
  const speed = (rows: number): string =>
    message(language, "rowsRead", {
      rows: number.format(rows),
      rate: number.format(
        Math.round(rows / (performance.now() - start) * 1000),
      ),
    });
  using progress = new Progress();
  const table = await readTable(path, {
    ...{ features, ...how },
    ...label === undefined ? {} : { label },
    ...bands === undefined ? {} : { bands },
    ...keepRecords === undefined ? {} : { keepRecords },
    ...signal === undefined ? {} : { signal },
    onProgress({ rows, bytes, totalBytes }) {
      if (totalBytes < 4_000_000) return;
      progress.show({ done: bytes, total: totalBytes, text: speed(rows) });
    },
  });
  progress[Symbol.dispose]();
  for (const note of table.notes) console.error(`${name}: ${note(language)}`);
  if (table.rows >= MANY) console.error(speed(table.rows));
  if (table.badRows.length > 0 && badRows !== undefined) {
    for (const line of listedProblems(name, table.badRows)) {
      console.error(`  ${line(language)}`);
    }
    await writeWhole(badRows, badRowsText(table));
    console.error(message(language, "badRowsWritten", { file: badRows }));
  }
  return table;
}
