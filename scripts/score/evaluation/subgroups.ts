/** How a model does in each part of the essays. */
import { type Agreement, eachAgreement, knownOf } from "./agreement.ts";
import {
  type Bootstrap,
  bootstrap,
  type Interval,
  someUnits,
  unitsOf,
} from "./bootstrap.ts";
import {
  agreementCells,
  type HeldOut,
  meanAgreement,
  tablesIn,
} from "./uncertainty.ts";

/** Parts of the essays, by the values of a column. */
export interface Parts {
  readonly column: string;
  readonly names: readonly string[];
  /** The part of each essay, `NO_PART` where the column says nothing. */
  readonly of: Uint8Array;
}

/** In place of a part, where an essay is in none. */
export const NO_PART = 255;

/** Below so many essays (or groups of them) nothing is computed. */
export const FEWEST = 10;
/** Below so many, numbers are pointed out as uncertain. */
export const FEW = 30;

/** The numbers of a part. */
export interface PartNumbers extends Agreement {
  /**
   * RSMTool's difference of standardised means, `mean(z_M − z_H)`, z by the
   * means and deviations (N − 1) of all essays: above 0 where the machine
   * favours this part more than people do.
   */
  readonly standardisedMeansDifference: number;
}

/** How a model does in a part of the essays. */
export interface Subgroup {
  readonly name: string;
  readonly essays: number;
  /** How many essays, or groups of them, are drawn: what small refers to. */
  readonly units: number;
  /** All NaN where there are fewer than `FEWEST`. */
  readonly numbers: PartNumbers;
  readonly intervals: Readonly<Record<keyof PartNumbers, Interval>>;
  readonly method: Bootstrap["method"];
}

/** The numbers of each part, each the mean over the runs. */
export function subgroupsOf(
  held: HeldOut,
  parts: Parts,
  ordered: boolean,
): Subgroup[] {
  const { given, predicted, classes, groups } = held;
  const all = unitsOf(given.length, groups), cells = agreementCells(held);
  const size = predicted.length * classes ** 2;
  const countsOf = (rows: Uint32Array): Float64Array => {
    const counts = new Float64Array(size);
    for (const { offset, of } of cells) {
      for (const row of rows) counts[offset + of[row]!]!++;
    }
    return counts;
  };
  const whole = tablesIn(countsOf(all.rows), held)
    .map((table) => moments(table, classes));
  const numbersOf = (counts: Float64Array): PartNumbers => {
    const tables = tablesIn(counts, held);
    const differences = tables.map((table, run) => {
      const own = moments(table, classes), { people, machine } = whole[run]!;
      return (own.machine.mean - machine.mean) / machine.deviation -
        (own.people.mean - people.mean) / people.deviation;
    });
    const mean = differences.reduce((a, b) => a + b, 0) / differences.length;
    return {
      ...knownOf(meanAgreement(tables, classes), ordered),
      standardisedMeansDifference: ordered && Number.isFinite(mean)
        ? mean
        : NaN,
    };
  };
  return parts.names.map((name, part) => {
    const units = someUnits(all, (row) => parts.of[row] === part);
    const found = { name, essays: units.rows.length, units: units.count };
    if (units.count < FEWEST) {
      const nothing = numbersOf(new Float64Array(size));
      const intervals = each(() => [NaN, NaN] as const);
      return { ...found, numbers: nothing, intervals, method: "BCa" };
    }
    const { intervals, method } = bootstrap(
      { units, cells, size },
      (counts) => Object.values(numbersOf(counts)),
    );
    let next = 0;
    return {
      ...found,
      numbers: numbersOf(countsOf(units.rows)),
      intervals: each(() => intervals[next++]!),
      method,
    };
  });
}

function each<T>(of: () => T): Readonly<Record<keyof PartNumbers, T>> {
  return { ...eachAgreement(of), standardisedMeansDifference: of() };
}

interface Moments {
  readonly mean: number;
  /** By N − 1. */
  readonly deviation: number;
}

/** Mean and deviation of the bands in a table, people's and the machine's. */
function moments(
  table: Float64Array,
  classes: number,
): { readonly people: Moments; readonly machine: Moments } {
  const of = (bandOf: (cell: number) => number): Moments => {
    let total = 0, sum = 0, squares = 0;
    table.forEach((count, cell) => {
      const band = bandOf(cell);
      total += count;
      sum += count * band;
      squares += count * band ** 2;
    });
    const mean = sum / total, variance = squares / total - mean ** 2;
    return {
      mean,
      deviation: Math.sqrt(variance * total / (total - 1)),
    };
  };
  return {
    people: of((cell) => Math.floor(cell / classes)),
    machine: of((cell) => cell % classes),
  };
}
