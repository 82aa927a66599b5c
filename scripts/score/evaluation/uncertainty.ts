/**
 * How sure a result is: what other essays might have given, and mere chance.
 */
import { numpyRandom } from "kobai";
import { type Agreement, agreementOf, eachAgreement } from "./agreement.ts";
import type { Groups } from "../essays/groups.ts";
import {
  affordable,
  type Bootstrap,
  bootstrap,
  type Cells,
  type Interval,
  unitsOf,
} from "./bootstrap.ts";

/** The predictions of an evaluation. */
export interface HeldOut {
  readonly given: Uint8Array;
  /** For each run the band that was predicted for each essay. */
  readonly predicted: readonly Uint8Array[];
  readonly classes: number;
  readonly groups?: Groups;
}

/** Intervals of the means over the runs. */
export interface Intervals extends Readonly<Record<keyof Agreement, Interval>> {
  /** Of each band's scores in all runs together. */
  readonly bands: readonly BandIntervals[];
  /** How often the essays were drawn anew. */
  readonly replicates: number;
  /** How the ends were found: see `bootstrap`. */
  readonly method: Bootstrap["method"];
}

/** How sure it is how well a band is found. */
export interface BandIntervals {
  readonly precision: Interval;
  readonly recall: Interval;
  readonly f1: Interval;
}

/**
 * 95 % intervals by `bootstrap`: essays are drawn anew with all that was
 * predicted for them, whole groups where there are groups. It tells how far
 * results for other essays of this kind might be off; that the models would be
 * others too, it leaves out.
 */
export function bootstrapIntervals(held: HeldOut): Intervals {
  const { classes, given, groups } = held;
  const { intervals, replicates, method } = bootstrap({
    units: unitsOf(given.length, groups),
    cells: agreementCells(held),
    size: held.predicted.length * classes ** 2,
  }, (counts) => {
    const tables = tablesIn(counts, held);
    return [
      ...Object.values(meanAgreement(tables, classes)),
      ...bandScoresOf(tables, classes).flatMap(
        ({ precision, recall, f1 }) => [precision, recall, f1],
      ),
    ];
  });
  let next = 0;
  return {
    ...eachAgreement(() => intervals[next++]!),
    bands: Array.from({ length: classes }, () => ({
      precision: intervals[next++]!,
      recall: intervals[next++]!,
      f1: intervals[next++]!,
    })),
    replicates,
    method,
  };
}

/** Where each essay is counted: in a table for each run. */
export function agreementCells(
  { given, predicted, classes }: Omit<HeldOut, "groups">,
): Cells[] {
  return predicted.map((bands, run) => ({
    offset: run * classes ** 2,
    of: bands.map((band, row) => given[row]! * classes + band),
  }));
}

/** The tables of all runs, which are the first of the counts. */
export function tablesIn(
  counts: Float64Array,
  { predicted, classes }: Pick<HeldOut, "predicted" | "classes">,
): Float64Array[] {
  return predicted.map((_, run) =>
    counts.subarray(run * classes ** 2, (run + 1) * classes ** 2)
  );
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

/** So often predictions are mixed. */
const MOST_PERMUTATIONS = 2000;
/** Another chance than that of the bootstrap. */
const PERMUTATION_SEED = 2;

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
  const { given, predicted, classes } = held;
  const permutations = affordable(
    MOST_PERMUTATIONS,
    given.length * predicted.length,
  );
  const units = unitsOf(given.length, held.groups), { rows } = units;
  const agreement = (order: Uint32Array) => {
    const tables = predicted.map(() => new Float64Array(classes ** 2));
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

/** The mean of each number over the runs. */
export function meanAgreement(
  tables: readonly Float64Array[],
  classes: number,
): Agreement {
  const all = tables.map((counts) => agreementOf(counts, classes));
  return eachAgreement((name) =>
    all.reduce((sum, one) => sum + one[name], 0) / all.length
  );
}
