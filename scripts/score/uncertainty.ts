/**
 * How sure a result is: what other essays might have given, and mere chance.
 */
import seedrandom from "seedrandom";
import { type Agreement, agreementOf } from "./agreement.ts";
import type { Groups } from "./groups.ts";

/** The predictions of an evaluation. */
export interface HeldOut {
  readonly given: readonly number[];
  /** For each run the band that was predicted for each essay. */
  readonly predicted: readonly Uint8Array[];
  readonly classes: number;
  readonly groups?: Groups;
}

/** From what to what 95 % of replicates reach. */
export type Interval = readonly [from: number, to: number];

/** Intervals of the means over the runs. */
export interface Intervals {
  readonly accuracy: Interval;
  readonly kappa: Interval;
  readonly unweightedKappa: Interval;
  readonly correlation: Interval;
  /** How often the essays were drawn anew. */
  readonly replicates: number;
}

/** So often the essays are drawn anew, and so often predictions are mixed. */
const MOST_REPLICATES = 2000, MOST_PERMUTATIONS = 2000;
/**
 * Fewer for large tables, whose intervals are narrow: so many steps at most.
 */
const STEPS = 4e8, FEWEST = 200;

function howMany(most: number, { given, predicted }: HeldOut): number {
  const affordable = Math.floor(STEPS / (given.length * predicted.length));
  return Math.max(FEWEST, Math.min(most, affordable));
}

/**
 * 95 % intervals by the percentiles of a bootstrap: essays are drawn anew from
 * those that there are, with all that was predicted for them; whole groups
 * where there are groups. It tells how far results for other essays of this
 * kind might be off; that the models would be others too, it leaves out.
 *
 * Source: B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993),
 * chapter 13.
 */
export function bootstrapIntervals(held: HeldOut): Intervals {
  const random = seedrandom("bootstrap");
  const replicates = howMany(MOST_REPLICATES, held);
  const units = unitsOf(held);
  const found = Array.from({ length: replicates }, () => {
    const tables = emptyTables(held);
    for (let i = 0; i < units.length; i++) {
      for (const row of units[Math.floor(random() * units.length)]!) {
        count(held, tables, row, row);
      }
    }
    return meanAgreement(tables, held.classes);
  });
  const interval = (name: keyof Agreement): Interval => {
    const values = Float64Array.from(found, (one) => one[name])
      .filter((value) => !Number.isNaN(value)).toSorted();
    const at = (part: number) =>
      values[Math.round(part * (values.length - 1))] ?? NaN;
    return [at(0.025), at(0.975)];
  };
  return {
    accuracy: interval("accuracy"),
    kappa: interval("kappa"),
    unweightedKappa: interval("unweightedKappa"),
    correlation: interval("correlation"),
    replicates,
  };
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
  const random = seedrandom("permutations");
  const permutations = howMany(MOST_PERMUTATIONS, held);
  const units = unitsOf(held).slice(), rows = units.flat();
  const agreement = (order: readonly number[]) => {
    const tables = emptyTables(held);
    rows.forEach((row, i) => count(held, tables, row, order[i]!));
    return meanAgreement(tables, held.classes)[name];
  };
  const found = agreement(rows);
  if (Number.isNaN(found)) return { p: 1, permutations };
  let asGood = 0;
  for (let i = 0; i < permutations; i++) {
    for (let last = units.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [units[last], units[other]] = [units[other]!, units[last]!];
    }
    // Rounding must not take a tie for less.
    if (!(agreement(units.flat()) < found - 1e-12)) asGood++;
  }
  return { p: (1 + asGood) / (1 + permutations), permutations };
}

/** What is drawn or moved as one: the rows of an essay, or of a group. */
function unitsOf({ given, groups }: HeldOut): (readonly number[])[] {
  if (groups === undefined) return given.map((_, row) => [row]);
  const units: number[][] = Array.from({ length: groups.count }, () => []);
  groups.of.forEach((group, row) => units[group]!.push(row));
  return units;
}

function emptyTables({ predicted, classes }: HeldOut): Float64Array[] {
  return predicted.map(() => new Float64Array(classes ** 2));
}

/**
 * Counts, in each run, the band given to one essay with that predicted for
 * another.
 */
function count(
  { given, predicted, classes }: HeldOut,
  tables: readonly Float64Array[],
  row: number,
  other: number,
): void {
  const first = given[row]! * classes;
  for (let run = 0; run < tables.length; run++) {
    tables[run]![first + predicted[run]![other]!]!++;
  }
}

function meanAgreement(
  tables: readonly Float64Array[],
  classes: number,
): Agreement {
  const all = tables.map((counts) => agreementOf(counts, classes));
  const mean = (name: keyof Agreement) =>
    all.reduce((sum, one) => sum + one[name], 0) / all.length;
  return {
    accuracy: mean("accuracy"),
    kappa: mean("kappa"),
    unweightedKappa: mean("unweightedKappa"),
    correlation: mean("correlation"),
  };
}
