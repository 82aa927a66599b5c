/** A teacher's table: columns of numbers and a column of labels. */
import type { Text } from "../cli/message.ts";
import type { BadRow } from "./bad_rows.ts";
import type { Separator } from "./header.ts";

/** A table that was read. */
export interface Table {
  readonly file: string;
  /** As `TextDecoder` calls it: `utf-8`, `shift_jis`. */
  readonly encoding: string;
  readonly separator: Separator;
  /**
   * What stands before decimals: a comma where it was asked for, or some were
   * found.
   */
  readonly decimal: "." | ",";
  /** Every column's name, those not asked for too. */
  readonly header: readonly string[];
  /** How many rows were read, bad ones not counted. */
  readonly rows: number;
  /**
   * One array for each column of numbers that was asked for, each `rows` long.
   */
  readonly numbers: readonly Float64Array[];
  /** Columns that were to be kept as they stand. */
  readonly texts: readonly TextColumn[];
  /** The line of the file on which a row begins, counted from 1. */
  readonly lineOf: (row: number) => number;
  /** The label of each row; empty without a label column. */
  readonly labels: readonly string[];
  /** Each row's fields as text; empty unless they were to be kept. */
  readonly records: KeptRecords;
  /** The rows that were skipped. */
  readonly badRows: readonly BadRow[];
  /** What was found out, changed or left out on the way. */
  readonly notes: readonly Text[];
}

/** A column as text. */
export interface TextColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

/**
 * A column of numbers that grows: one array, twice as long whenever it is full.
 */
export class NumberColumn {
  #values = new Float64Array(1024);
  #length = 0;

  /** Adds a number at the end. */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Float64Array(2 * this.#length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  /** The numbers so far, in an array of their own. */
  values(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}

/**
 * The fields of many rows, kept to be written out again. Each row is one text:
 * a million rows as lists of fields take four times the memory.
 */
export class KeptRecords {
  readonly #rows: string[] = [];

  /** How many there are. */
  get length(): number {
    return this.#rows.length;
  }

  /** Adds a row. */
  push(fields: readonly string[]): void {
    this.#rows.push(JSON.stringify(fields));
  }

  /** The fields of one row, counted from 0; none where there is no such row. */
  at(row: number): string[] {
    return JSON.parse(this.#rows[row] ?? "[]");
  }
}
