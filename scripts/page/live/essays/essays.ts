/** Essays from which the page's network learns: two numbers and a band each. */
import {
  fromFloat64Array,
  type Matrix,
  stratifiedSplit,
  takeRows,
} from "kobai";
import seedrandom from "seedrandom";

/** Essays, some of them set aside. */
export interface Essays {
  /** Words and errors, `[N, 2]`. */
  readonly x: Matrix;
  /** The band of each, as an index into `bands`. */
  readonly labels: readonly number[];
  readonly bands: readonly string[];
  /** The essays to learn from; the others are held out. */
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** An essay as it was read. */
export interface Row {
  readonly words: number;
  readonly errors: number;
  /** An index into the bands. */
  readonly band: number;
}

/** Sets a fifth of the essays aside, the same part of every band. */
export function essaysOf(
  rows: readonly Row[],
  bands: readonly string[],
): Essays {
  const labels = rows.map(({ band }) => band);
  const { train, test } = stratifiedSplit(labels, {
    random: seedrandom("essays"),
  });
  const x = fromFloat64Array(
    Float64Array.from(rows.flatMap(({ words, errors }) => [words, errors])),
    rows.length,
    2,
  );
  return { x, labels, bands, train, test };
}

/** The numbers of some essays. */
export function featuresOf({ x }: Essays, rows: readonly number[]): Matrix {
  return takeRows(x, rows);
}

/** The lecture's bands of a table with a score for each essay. */
export interface BandOfScores {
  readonly name: string;
  readonly scores: readonly string[];
}

/**
 * The essays that come with the page: `words,errors,score`, a line each, below
 * a line with these names.
 */
export function shippedEssays(
  csv: string,
  bands: readonly BandOfScores[],
): Essays {
  const lines = csv.trim().split(/\r?\n/).filter((line) => /^\d/.test(line));
  const rows = lines.map((line): Row => {
    const [words, errors, score] = line.split(",");
    return {
      words: Number(words),
      errors: Number(errors),
      band: bands.findIndex(({ scores }) => scores.includes(score!)),
    };
  });
  return essaysOf(rows, bands.map(({ name }) => name));
}
