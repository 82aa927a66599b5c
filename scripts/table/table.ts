/** A teacher's table: columns of numbers and a column of labels. */
import type { Saying } from "./file_error.ts";
import type { BadRow } from "./bad_rows.ts";
import type { Bands } from "./bands.ts";
import type { Separator } from "./header.ts";
import type { KeptRecords } from "./kept_records.ts";

/** What to read, and how. */
export interface ReadTableOptions {
  /** The names of the columns that hold numbers, in this order. */
  readonly features: readonly string[];
  /** The name of the column that holds the labels; none where there is nothing to learn. */
  readonly label?: string;
  /** A label outside them makes a bad row. */
  readonly bands?: Bands;
  /** What the bytes mean, such as `shift_jis`; found out if not given. */
  readonly encoding?: string;
  /** What stands between two fields; found out if not given. */
  readonly separator?: Separator;
  /** What stands before a number's decimals; see `number_cell.ts` for what holds if not given. */
  readonly decimal?: "." | ",";
  /** Whether to go on without bad rows; they are then listed in the table. */
  readonly skipBadRows?: boolean;
  /** Whether to keep every field of every row, to write them out again. */
  readonly keepRecords?: boolean;
  /** Told now and then how far it is. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Stops reading. */
  readonly signal?: AbortSignal;
}

/** How far reading is. */
export interface ReadingProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** A table that was read. */
export interface Table {
  readonly file: string;
  /** As `TextDecoder` calls it: `utf-8`, `shift_jis`. */
  readonly encoding: string;
  readonly separator: Separator;
  /** What stands before decimals: a comma where it was asked for, or some were found. */
  readonly decimal: "." | ",";
  /** Every column's name, those not asked for too. */
  readonly header: readonly string[];
  /** How many rows were read, bad ones not counted. */
  readonly rows: number;
  /** The numbers, one array for each of `features`, each `rows` long. */
  readonly features: readonly Float64Array[];
  /** The label of each row; empty without a label column. */
  readonly labels: readonly string[];
  /** Each row's fields as text; empty unless `keepRecords`. */
  readonly records: KeptRecords;
  /** The rows that were skipped. */
  readonly badRows: readonly BadRow[];
  /** What was found out, changed or left out on the way. */
  readonly notes: readonly Saying[];
}
