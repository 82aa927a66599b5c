/**
 * How sure a result is: what other essays might have given, and mere chance.
 */
import { numpyRandom } from "kobai";
import { type Agreement, agreementOf, eachAgreement } from "./agreement.ts";
import type { Groups } from "../essays/groups.ts";

/** The predictions of an evaluation. */
export interface HeldOut {
  readonly given: Uint8Array;
  /** For each run the band that was predicted for each essay. */
  readonly predicted: readonly Uint8Array[];
  readonly classes: number;
  readonly groups?: Groups;
}

/** From what to what 95 % of replicates reach; NaN where that is not known. */
export type Interval = readonly [from: number, to: number];

/** Intervals of the means over the runs. */
export interface Intervals extends Readonly<Record<keyof Agreement, Interval>> {
  /** Of each band's scores in all runs together. */
  readonly bands: readonly BandIntervals[];
  /** How often the essays were drawn anew. */
  readonly replicates: number;
}

/** How sure it is how well a band is found. */
export interface BandIntervals {
  readonly precision: Interval;
  readonly recall: Interval;
  readonly f1: Interval;
}

/** So often the essays are drawn anew, and so often predictions are mixed. */
const MOST_REPLICATES = 2000, MOST_PERMUTATIONS = 2000;
/**
 * Fewer for large tables, whose intervals are narrow: so many steps at most.
 */
const STEPS = 1e8, FEWEST = 100;
/** Any two numbers: chance is the same each time, and not the same twice. */
const BOOTSTRAP_SEED = 1, PERMUTATION_SEED = 2;

function howMany(most: number, { given, predicted }: HeldOut): number {
  const affordable = Math.floor(STEPS / (given.length * predicted.length));
  return Math.max(FEWEST, Math.min(most, affordable));
}

/**
 * 95 % intervals by the percentiles of a bootstrap: essays are drawn anew from
 * those that there are, with all that was predicted for them; whole groups
 * where there are groups. It tells how far results for other essays of this
 * kind might be off; that the models would be others too, it leaves out. Where
 * every replicate gives the same number, as where all essays are right, it
 * tells nothing of others, and is not known.
 *
 * Source: B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993),
 * chapter 13.
 */
export function bootstrapIntervals(held: HeldOut): Intervals {
  const random = numpyRandom(BOOTSTRAP_SEED);
  const replicates = howMany(MOST_REPLICATES, held);
  const { count, rows, starts } = unitsOf(held), cells = cellsOf(held);
  const found = Array.from({ length: replicates }, () => {
    const tables = emptyTables(held);
    for (let i = 0; i < count; i++) {
      const unit = Math.floor(random() * count), end = starts[unit + 1]!;
      for (let at = starts[unit]!; at < end; at++) {
        const row = rows[at]!;
        for (let run = 0; run < cells.length; run++) {
          tables[run]![cells[run]![row]!]!++;
        }
      }
    }
    return {
      ...meanAgreement(tables, held.classes),
      bands: bandScoresOf(tables, held.classes),
    };
  });
  const interval = (of: (one: typeof found[0]) => number): Interval => {
    const values = Float64Array.from(found, of)
      .filter((value) => !Number.isNaN(value)).toSorted();
    // Rounding is no difference.
    if (!(values.at(-1)! - values[0]! > 1e-12)) return [NaN, NaN];
    const at = (part: number) =>
      values[Math.round(part * (values.length - 1))]!;
    return [at(0.025), at(0.975)];
  };
  return {
    ...eachAgreement((name) => interval((one) => one[name])),
    bands: Array.from({ length: held.classes }, (_, band) => ({
      precision: interval((one) => one.bands[band]!.precision),
      recall: interval((one) => one.bands[band]!.recall),
      f1: interval((one) => one.bands[band]!.f1),
    })),
    replicates,
  };
}

/** Precision, recall and F1 of each band, as `classScores` has them. */
function bandScoresOf(tables: readonly Float64Array[], classes: number) {
  return Array.from({ length: classes }, (_, band) => {
    let found = 0, given = 0, predicted = 0;
    for (const counts of tables) {
      found += counts[band * classes + band]!;
      for (let other = 0; other < classes; other++) {
        given += counts[band * classes + other]!;
        predicted += counts[other * classes + band]!;
      }
    }
    return {
      precision: found / predicted,
      recall: found / given,
      f1: 2 * found / (given + predicted),
    };
  });
}

/** How likely chance alone agrees so well. */
export interface PermutationTest {
  /** `(1 + those that agree as well) / (1 + all)`. */
  readonly p: number;
  readonly permutations: number;
}

/**
 * Mixes what was predicted among the essays, whole groups where there are
 * groups, and looks how often that agrees with people as well as the
 * predictions themselves do.
 *
 * @param held The predictions.
 * @param name By which number.
 * @returns p; 1 where the number is not defined.
 */
export function permutationTest(
  held: HeldOut,
  name: "kappa" | "unweightedKappa",
): PermutationTest {
  const random = numpyRandom(PERMUTATION_SEED);
  const permutations = howMany(MOST_PERMUTATIONS, held);
  const units = unitsOf(held), { rows } = units;
  const { given, predicted, classes } = held;
  const agreement = (order: Uint32Array) => {
    const tables = emptyTables(held);
    for (let i = 0; i < rows.length; i++) {
      const first = given[rows[i]!]! * classes, other = order[i]!;
      for (let run = 0; run < tables.length; run++) {
        tables[run]![first + predicted[run]![other]!]!++;
      }
    }
    return meanAgreement(tables, held.classes)[name];
  };
  const found = agreement(rows);
  if (Number.isNaN(found)) return { p: 1, permutations };
  const mixed = new Uint32Array(units.count).map((_, unit) => unit);
  const order = new Uint32Array(rows.length);
  let asGood = 0;
  for (let i = 0; i < permutations; i++) {
    for (let last = units.count - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1)), moved = mixed[last]!;
      mixed[last] = mixed[other]!;
      mixed[other] = moved;
    }
    let end = 0;
    for (const unit of mixed) {
      for (let at = units.starts[unit]!; at < units.starts[unit + 1]!; at++) {
        order[end++] = rows[at]!;
      }
    }
    // Rounding must not take a tie for less.
    if (!(agreement(order) < found - 1e-12)) asGood++;
  }
  return { p: (1 + asGood) / (1 + permutations), permutations };
}

/** What is drawn or moved as one: an essay, or the essays of a group. */
interface Units {
  readonly count: number;
  /** The rows of one unit after those of another. */
  readonly rows: Uint32Array;
  /** Where the rows of each unit begin, and where the last one's end. */
  readonly starts: Uint32Array;
}

function unitsOf({ given, groups }: HeldOut): Units {
  // One more, as the end of the last: where each is by itself, row i begins at
  // i.
  const places = new Uint32Array(given.length + 1).map((_, i) => i);
  const rows = places.subarray(0, given.length);
  if (groups === undefined) return { count: rows.length, rows, starts: places };
  const { of, count } = groups;
  const starts = new Uint32Array(count + 1);
  for (const group of of) starts[group + 1]!++;
  for (let group = 0; group < count; group++) {
    starts[group + 1]! += starts[group]!;
  }
  rows.sort((a, b) => of[a]! - of[b]! || a - b);
  return { count, rows, starts };
}

function emptyTables({ predicted, classes }: HeldOut): Float64Array[] {
  return predicted.map(() => new Float64Array(classes ** 2));
}

/** For each run, where in its table each essay is counted. */
function cellsOf({ given, predicted, classes }: HeldOut): Uint32Array[] {
  return predicted.map((bands) =>
    new Uint32Array(bands).map((band, row) => given[row]! * classes + band)
  );
}

function meanAgreement(
  tables: readonly Float64Array[],
  classes: number,
): Agreement {
  const all = tables.map((counts) => agreementOf(counts, classes));
  return eachAgreement((name) =>
    all.reduce((sum, one) => sum + one[name], 0) / all.length
  );
}
