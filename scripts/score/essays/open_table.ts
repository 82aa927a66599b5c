/** Reading what the scorer works on, and telling of it on standard error. */
import { type Language, message } from "../../cli/message.ts";
import { Progress } from "../../cli/progress.ts";
import { writeWhole } from "../../cli/write_whole.ts";
import { badRowsText, listedProblems } from "../../table/bad_rows.ts";
import { type Parts, readTable } from "../../table/read_table.ts";
import type { Table } from "../../table/table.ts";
import { faultOfLabel } from "./bands.ts";
import type { CountedTexts } from "./essay_texts.ts";
import { identifies } from "./groups.ts";
import { count } from "../report/numbers.ts";
import { shippedTable } from "./shipped.ts";
import { isWorkbook, openWorkbook } from "../../workbook/open_workbook.ts";
import { isFile } from "../outputs.ts";
import type { TableRequest } from "../table_options.ts";

/** What to read. */
export interface Reading extends Omit<TableRequest, "label"> {
  /** None where nothing is to be learned. */
  readonly label?: string;
  readonly keepRecords?: boolean;
  /** Takes the rows in parts; none are kept then. */
  readonly take?: (part: Table) => Promise<void>;
  /** Counts in the texts of a column. */
  readonly counting?: CountedTexts;
  /** Further columns to keep as they stand. */
  readonly beside?: readonly string[];
  readonly signal?: AbortSignal;
}

/** So many rows take long enough for their speed to be worth a line. */
const MANY = 100_000;
/** So many bytes take long enough for progress to be shown. */
const LONG = 4_000_000;

const shippedUsed = message({
  ja:
    "表の指定がないので、付属の {file}（MERLIN コーパスのドイツ語作文、CC BY-SA 4.0）を使います。",
  en:
    "No table was given: the {file} that comes with the kit is used (German essays of the MERLIN corpus, CC BY-SA 4.0).",
});
const rowsRead = message({
  ja: "{rows} 行を読みました（毎秒 {rate} 行）",
  en: "{rows} rows read ({rate} rows a second)",
});
const badRowsWritten = message({
  ja: "使えない行を {file} に書きました。",
  en: "The rows that cannot be used were written to {file}.",
});

/**
 * Reads a table, tells what was found out or changed on the way, and writes the
 * rows that cannot be used to a file, if they are to be skipped.
 *
 * @param what What to read.
 * @param language The language to tell it in.
 * @returns The table; without its rows where they were taken in parts.
 * @throws {FileError} If the table cannot be used.
 */
export async function openTable(
  what: Reading,
  language: Language,
): Promise<Table> {
  const { path, name, features, label, group, keepRecords, counting } = what;
  const { signal, take, beside = [] } = what;
  const wanted = [
    ...new Set([group, counting?.column, ...beside]),
  ].filter((name) => name !== undefined);
  if (path === undefined) {
    console.error(shippedUsed({ file: name })[language]);
    const table = shippedTable(features, label, beside);
    await take?.(table);
    return table;
  }
  const { badRows, sheet, ...how } = what.reading;
  const workbook = isWorkbook(path) && isFile(path)
    ? await openWorkbook(path, sheet)
    : undefined;
  // Before its rows: they may be refused for what is told here.
  for (const note of workbook?.notes ?? []) {
    console.error(`${name}: ${note[language]}`);
  }
  const start = performance.now();
  const speed = (rows: number): string => {
    const rate = Math.round(rows / (performance.now() - start) * 1000);
    return rowsRead({ rows: count(rows), rate: count(rate) })[language];
  };
  using progress = new Progress();
  const table = await readTable(path, {
    ...how,
    ...(workbook === undefined ? {} : { text: workbook.text }),
    numbers: features,
    ...(label === undefined ? {} : { label }),
    ...(keepRecords === undefined ? {} : { keepRecords }),
    texts: wanted,
    ...(counting === undefined ? {} : { checkText: counting.check }),
    ...(label === undefined ? {} : { keepsText: identifies }),
    ...(signal === undefined ? {} : { signal }),
    ...(take === undefined ? {} : { parts: partsFor(take, counting) }),
    checkLabel: (label, cell) => faultOfLabel(label, cell, what),
    onProgress({ rows, bytes, totalBytes }) {
      if (totalBytes < LONG) return;
      progress.show({ done: bytes, total: totalBytes, text: speed(rows) });
    },
  });
  progress[Symbol.dispose]();
  if (take === undefined) counting?.see(table);
  const notes = [
    ...table.notes,
    ...counting?.notes() ?? [],
  ];
  for (const note of notes) console.error(`${name}: ${note[language]}`);
  if (table.rows >= MANY) console.error(speed(table.rows));
  if (table.badRows.length > 0 && badRows !== undefined) {
    for (const line of listedProblems(name, table.badRows)) {
      console.error(`  ${line[language]}`);
    }
    await writeWhole(badRows, badRowsText(table));
    console.error(badRowsWritten({ file: badRows })[language]);
  }
  return table;
}

function partsFor(
  take: (part: Table) => Promise<void>,
  counting: CountedTexts | undefined,
): Parts {
  return {
    look(part) {
      counting?.see(part);
      counting?.forget();
    },
    async take(part) {
      await take(part);
      counting?.forget();
    },
  };
}
