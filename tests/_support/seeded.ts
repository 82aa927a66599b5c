/**
 * Laws that must hold for every value are tried on seeded random ones: the same
 * ones each time, and the message names the seed of the case that failed.
 *
 * @module
 */
import seedrandom from "seedrandom";

/** What a case draws from. */
export interface Draw {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** A number from `least` to `most`. */
  number(least: number, most: number): number;
  /** Rows of numbers from `least` (-1) to `most` (1). */
  rows(
    rows: number,
    columns: number,
    least?: number,
    most?: number,
  ): number[][];
}

function drawFrom(random: () => number): Draw {
  const number = (least: number, most: number): number =>
    least + (most - least) * random();
  return {
    random,
    number,
    integer: (least, most) => least + Math.floor((most - least + 1) * random()),
    rows: (rows, columns, least = -1, most = 1) =>
      Array.from(
        { length: rows },
        () => Array.from({ length: columns }, () => number(least, most)),
      ),
  };
}

/**
 * Calls `check` once for each seed `name 1`, `name 2`, ...
 *
 * @param name The first part of the seeds, such as what the law is about.
 * @param count How many cases.
 * @param check Draws a case and throws if the law does not hold for it.
 * @throws {Error} What `check` threw, with the seed in front of its message.
 */
export function forSeeds(
  name: string,
  count: number,
  check: (draw: Draw) => void,
): void {
  for (let i = 1; i <= count; i++) {
    const seed = `${name} ${i}`;
    try {
      check(drawFrom(seedrandom(seed)));
    } catch (error) {
      if (error instanceof Error) {
        error.message = `With the seed "${seed}": ${error.message}`;
      }
      throw error;
    }
  }
}
