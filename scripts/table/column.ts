/** A column of numbers that grows: one array, twice as long whenever it is full. */
export class Column {
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
