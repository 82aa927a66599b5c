/**
 * What cases are drawn with: numbers that are the same on every machine for the
 * same seed, and short enough to be read.
 */
import seedrandom from "seedrandom";
import type { Rows, Slope, Surface } from "./arguments.ts";

/** Draws the arguments of a case. */
export interface Draw {
  /**
   * Which of the drawn cases it is, counted from 0: for what must be among
   * them.
   */
  readonly index: number;
  /** A whole number between two, both of which may come. */
  integer(from: number, to: number): number;
  /** A number of so many decimals, 2 by default. */
  number(from: number, to: number, decimals?: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** A table of numbers, of which no two in a row are the same. */
  rows(rows: number, columns: number, from: number, to: number): Rows;
  /** Rows of positive numbers of two decimals that add up to 1. */
  probabilities(rows: number, columns: number): Rows;
  /** Rows with a single 1 and zeros. */
  oneHot(rows: number, columns: number): Rows;
  /** A function of so many weights. */
  surface(rows: number, columns: number): Surface;
  /** The gradient of a bowl over so many weights. */
  slope(rows: number, columns: number): Slope;
}

/**
 * What draws one case.
 *
 * @param seed All that the case depends on.
 * @param index Which of the drawn cases it is.
 */
export function drawWith(seed: string, index: number): Draw {
  const random = seedrandom(`${seed} ${index}`);
  const integer = (from: number, to: number) =>
    from + Math.floor(random() * (to - from + 1));
  const number = (from: number, to: number, decimals = 2) => {
    const scale = 10 ** decimals;
    return integer(Math.ceil(from * scale), Math.floor(to * scale)) / scale;
  };
  const table = (rows: number, row: () => number[]): number[][] =>
    Array.from({ length: rows }, row);
  const rows = (count: number, columns: number, from: number, to: number) =>
    table(count, () => {
      const row = new Set<number>();
      while (row.size < columns) row.add(number(from, to));
      return [...row];
    });
  return {
    index,
    integer,
    number,
    pick: (list) => list[integer(0, list.length - 1)]!,
    rows,
    probabilities: (count, columns) =>
      table(count, () => {
        const parts = Array.from({ length: columns }, () => integer(5, 60));
        const total = parts.reduce((sum, part) => sum + part);
        const shares = parts.map((part) => Math.floor(100 * part / total));
        const rest = 100 - shares.reduce((sum, share) => sum + share);
        shares[integer(0, columns - 1)]! += rest;
        return shares.map((share) => share / 100);
      }),
    oneHot: (count, columns) =>
      table(count, () => {
        const one = integer(0, columns - 1);
        return Array.from({ length: columns }, (_, i) => i === one ? 1 : 0);
      }),
    surface: (count, columns) => ({
      linear: rows(count, columns, -3, 3),
      square: rows(count, columns, -3, 3),
      cube: rows(count, columns, -2, 2),
      together: number(0.5, 2),
    }),
    slope: (count, columns) => ({
      center: rows(count, columns, -3, 3),
      pull: number(0.5, 2),
      together: number(0.05, 0.5),
    }),
  };
}
