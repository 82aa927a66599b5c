/**
 * The fields of many rows, kept to be written out again. Each row is one text: a million rows as
 * lists of fields take four times the memory.
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
