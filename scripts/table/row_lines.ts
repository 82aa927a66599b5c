/** On which line of its file each row of a table begins. */

/**
 * Lines of rows. Most rows take one line each, so only where that is not so
 * anything is kept.
 */
export class RowLines {
  /** The rows before which a line was left out, and their lines. */
  readonly #rows: number[] = [];
  readonly #lines: number[] = [];
  #length = 0;
  #next = -1;

  /** Adds the line of the next row. */
  push(line: number): void {
    if (line !== this.#next) {
      this.#rows.push(this.#length);
      this.#lines.push(line);
    }
    this.#length++;
    this.#next = line + 1;
  }

  /** The line of a row, counted from 0. */
  at(row: number): number {
    let low = 0, high = this.#rows.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#rows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return this.#lines[low]! + row - this.#rows[low]!;
  }
}
