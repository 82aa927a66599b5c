/**
 * Intervals of whatever is computed from counts of essays, by drawing the
 * essays anew.
 */
import { numpyRandom } from "kobai";
import type { Groups } from "../essays/groups.ts";
import { binomial } from "./binomial.ts";
import { normalQuantile, normalShare } from "./normal.ts";

/** From what to what 95 % reach; NaN where that is not known. */
export type Interval = readonly [from: number, to: number];

/** The interval of a difference; not known where that of either is not. */
export function ofDifference(
  difference: Interval,
  ...sides: readonly Interval[]
): Interval {
  return sides.some(([from]) => Number.isNaN(from)) ? [NaN, NaN] : difference;
}

/** What is drawn or moved as one: an essay, or the essays of a group. */
export interface Units {
  readonly count: number;
  /** The rows of one unit after those of another. */
  readonly rows: Uint32Array;
  /** Where the rows of each unit begin, and where the last one's end. */
  readonly starts: Uint32Array;
}

/** The units of so many essays. */
export function unitsOf(length: number, groups: Groups | undefined): Units {
  // One more, as the end of the last: where each is by itself, row i begins at
  // i.
  const places = new Uint32Array(length + 1).map((_, i) => i);
  const rows = places.subarray(0, length);
  if (groups === undefined) return { count: length, rows, starts: places };
  const { of, count } = groups;
  const starts = new Uint32Array(count + 1);
  for (const group of of) starts[group + 1]!++;
  for (let group = 0; group < count; group++) {
    starts[group + 1]! += starts[group]!;
  }
  rows.sort((a, b) => of[a]! - of[b]! || a - b);
  return { count, rows, starts };
}

/** Those of the rows that are wanted; units without one are left out. */
export function someUnits(
  { count, rows, starts }: Units,
  isWanted: (row: number) => boolean,
): Units {
  const some: number[] = [], begins = [0];
  for (let unit = 0; unit < count; unit++) {
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) {
      if (isWanted(rows[at]!)) some.push(rows[at]!);
    }
    if (some.length > begins.at(-1)!) begins.push(some.length);
  }
  return {
    count: begins.length - 1,
    rows: Uint32Array.from(some),
    starts: Uint32Array.from(begins),
  };
}

/** Where each essay is counted: one count at `offset + of[row]`. */
export interface Cells {
  readonly offset: number;
  readonly of: Uint8Array;
}

/** Essays, and how they are counted. */
export interface Sample {
  readonly units: Units;
  readonly cells: readonly Cells[];
  /** How many counts there are. */
  readonly size: number;
}

/** Numbers that are computed from counts; NaN where one is not defined. */
export type Statistics = (counts: Float64Array) => readonly number[];

/** So often the essays are drawn anew. */
const MOST_REPLICATES = 2000;
/**
 * Fewer for large tables, whose intervals are narrow: so many steps at most.
 */
const STEPS = 1e8, FEWEST = 100;
/** Fewer replicates cannot tell how far their middle is from the value. */
const ENOUGH = 1000;
/** Any number: chance is the same each time. */
const SEED = 1;

/** How often something is repeated that takes so many steps. */
export function affordable(most: number, steps: number): number {
  return Math.max(FEWEST, Math.min(most, Math.floor(STEPS / steps)));
}

/** Intervals, and how they came about. */
export interface Bootstrap {
  /** The numbers of the essays as they are. */
  readonly values: readonly number[];
  readonly intervals: readonly Interval[];
  readonly replicates: number;
  readonly method: "BCa" | "percentile";
}

/**
 * 95 % intervals by a bootstrap: units are drawn anew from those that there
 * are. Bias-corrected and accelerated (BCa): with `z₀ = Φ⁻¹(share of replicates
 * below the value, ties half)` and `a = Σd³ / 6(Σd²)^1.5`, where `d` is how far
 * the value without one unit is from the mean of all such, the ends are the
 * replicates at the shares `Φ(z₀ + (z₀ ± 1.96) / (1 − a(z₀ ± 1.96)))`. Tables
 * so large that there are too few replicates for `z₀` have the percentiles,
 * from which BCa would hardly differ there.
 *
 * Where every replicate gives the same number, as where all essays are right,
 * it tells nothing of other essays, and is not known.
 *
 * Source: B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993),
 * chapters 13 and 14.
 *
 * @param sample The essays.
 * @param statistics What is computed.
 * @returns An interval for each number, in their order.
 */
export function bootstrap(sample: Sample, statistics: Statistics): Bootstrap {
  const { units, cells, size } = sample, kinds = kindsOf(sample);
  const drawn = kinds.length < units.count ? kinds.length : units.rows.length;
  const replicates = affordable(
    MOST_REPLICATES,
    Math.max(1, drawn * cells.length),
  );
  const counts = new Float64Array(size);
  for (let unit = 0; unit < units.count; unit++) {
    addUnit(counts, sample, unit, 1);
  }
  const values = statistics(counts);
  const found = values.map(() => new Float64Array(replicates));
  const random = numpyRandom(SEED), some = new Float64Array(size);
  for (let replicate = 0; replicate < replicates; replicate++) {
    some.fill(0);
    drawUnits(some, sample, kinds, random);
    statistics(some).forEach((value, i) => found[i]![replicate] = value);
  }
  const method = replicates < ENOUGH ? "percentile" : "BCa";
  const accelerations = method === "BCa"
    ? accelerationsOf(sample, kinds, counts, statistics)
    : values.map(() => NaN);
  return {
    values,
    intervals: values.map((value, i) =>
      intervalOf(value, found[i]!, accelerations[i]!)
    ),
    replicates,
    method,
  };
}

/** Draws as many units as there are, and counts them. */
function drawUnits(
  counts: Float64Array,
  sample: Sample,
  kinds: readonly Kind[],
  random: () => number,
): void {
  const { count } = sample.units;
  if (kinds.length === count) {
    for (let i = 0; i < count; i++) {
      addUnit(counts, sample, Math.floor(random() * count), 1);
    }
    return;
  }
  // How many of each kind there are, which is all that matters.
  let left = count, others = count;
  for (const { unit, times } of kinds) {
    const drawn = binomial(random, left, times / others);
    if (drawn > 0) addUnit(counts, sample, unit, drawn);
    left -= drawn;
    others -= times;
  }
}

function addUnit(
  counts: Float64Array,
  { units: { rows, starts }, cells }: Sample,
  unit: number,
  times: number,
): void {
  const end = starts[unit + 1]!;
  for (let at = starts[unit]!; at < end; at++) {
    const row = rows[at]!;
    for (const { offset, of } of cells) counts[offset + of[row]!]! += times;
  }
}

/**
 * The interval of a value from its replicates; by percentiles where the
 * acceleration is NaN.
 */
function intervalOf(
  value: number,
  drawn: Float64Array,
  acceleration: number,
): Interval {
  const found = drawn.filter((one) => !Number.isNaN(one)).sort();
  // Rounding is no difference.
  if (!(found.at(-1)! - found[0]! > 1e-12)) return [NaN, NaN];
  const at = (share: number) =>
    found[Math.round(share * (found.length - 1))] ?? NaN;
  if (Number.isNaN(acceleration)) return [at(0.025), at(0.975)];
  let below = 0;
  for (const one of found) {
    if (one < value - 1e-12) below++;
    else if (one <= value + 1e-12) below += 0.5;
  }
  const z0 = normalQuantile(below / found.length);
  const moved = (z: number) =>
    normalShare(z0 + (z0 + z) / (1 - acceleration * (z0 + z)));
  const z = normalQuantile(0.975);
  return [at(moved(-z)), at(moved(z))];
}

/** The acceleration of each number, by leaving out one unit after another. */
function accelerationsOf(
  sample: Sample,
  kinds: readonly Kind[],
  counts: Float64Array,
  statistics: Statistics,
): number[] {
  const without: { times: number; values: readonly number[] }[] = [];
  for (const { unit, times } of kinds) {
    addUnit(counts, sample, unit, -1);
    without.push({ times, values: statistics(counts) });
    addUnit(counts, sample, unit, 1);
  }
  return statistics(counts).map((_, i) => {
    const known = without.filter(({ values }) => !Number.isNaN(values[i]!));
    const over = (of: (value: number) => number) =>
      known.reduce((sum, { times, values }) => sum + times * of(values[i]!), 0);
    const mean = over((value) => value) / over(() => 1);
    const squares = over((value) => (mean - value) ** 2);
    const cubes = over((value) => (mean - value) ** 3);
    return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
  });
}

/** A unit, and how many are counted as it is. */
interface Kind {
  readonly unit: number;
  readonly times: number;
}

/**
 * Units that are counted differently. Those of several rows are taken as they
 * are.
 */
function kindsOf({ units: { count, rows }, cells }: Sample): Kind[] {
  if (rows.length > count) {
    return Array.from({ length: count }, (_, unit) => ({ unit, times: 1 }));
  }
  const kinds = new Uint32Array(count);
  for (const { of } of cells) {
    const numbers = new Map<number, number>();
    for (let unit = 0; unit < count; unit++) {
      const key = kinds[unit]! * 256 + of[rows[unit]!]!;
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, number = numbers.size);
      kinds[unit] = number;
    }
  }
  const found: { unit: number; times: number }[] = [];
  for (let unit = 0; unit < count; unit++) {
    const kind = found[kinds[unit]!];
    if (kind === undefined) found[kinds[unit]!] = { unit, times: 1 };
    else kind.times++;
  }
  return found;
}
