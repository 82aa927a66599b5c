/** How well two people agree, beside the machine. */
import {
  type Agreement,
  agreementOf,
  eachAgreement,
  knownOf,
} from "./agreement.ts";
import {
  type Bootstrap,
  bootstrap,
  type Interval,
  ofDifference,
  someUnits,
  unitsOf,
} from "./bootstrap.ts";
import {
  agreementCells,
  type HeldOut,
  meanAgreement,
  tablesIn,
} from "./uncertainty.ts";

/** In place of a band, where there is no second rating. */
export const UNRATED = 255;

/** An agreement, and how sure it is. */
export interface SureAgreement {
  readonly value: Agreement;
  readonly intervals: Readonly<Record<keyof Agreement, Interval>>;
}

/** Two raters and the machine, on the same essays. */
export interface SecondRater {
  /** How many essays both have rated. */
  readonly essays: number;
  /** The second rater with the first. */
  readonly people: SureAgreement;
  /** The machine with the first rater, the mean over the runs. */
  readonly machine: SureAgreement;
  /**
   * The machine less people: below 0 where two people agree better (above, for
   * the mean difference, where the machine is higher than the second rater).
   */
  readonly degradation: SureAgreement;
  readonly method: Bootstrap["method"];
}

/**
 * Compares the machine with a second rater, on the essays that both people
 * have rated: RSMTool's degradation, (human–machine) − (human–human).
 *
 * @param held The predictions, and the first rater's bands.
 * @param second The second rater's bands, `UNRATED` where there is none.
 * @param ordered Whether bands have an order.
 */
export function compareWithSecond(
  held: HeldOut,
  second: Uint8Array,
  ordered: boolean,
): SecondRater {
  const { given, classes, groups } = held, size = classes ** 2;
  const units = someUnits(
    unitsOf(given.length, groups),
    (row) => second[row] !== UNRATED,
  );
  // The table of people stands behind those of the runs.
  const offset = held.predicted.length * size;
  const ofPeople = second.map((band, row) => given[row]! * classes + band);
  const sample = {
    units,
    cells: [...agreementCells(held), { offset, of: ofPeople }],
    size: offset + size,
  };
  const compared = (counts: Float64Array): Agreement[] => {
    const people = agreementOf(counts.subarray(offset), classes);
    const machine = meanAgreement(tablesIn(counts, held), classes);
    const degradation = eachAgreement((name) => machine[name] - people[name]);
    return [people, machine, degradation].map((one) => knownOf(one, ordered));
  };
  const { values, intervals, method } = bootstrap(
    sample,
    (counts) => compared(counts).flatMap((one) => Object.values(one)),
  );
  let next = 0;
  const [people, machine, degradation] = [0, 1, 2].map(() => {
    const from = next;
    const value = eachAgreement(() => values[next++]!);
    next = from;
    return { value, intervals: eachAgreement(() => intervals[next++]!) };
  });
  return {
    essays: units.rows.length,
    people: people!,
    machine: machine!,
    degradation: {
      value: degradation!.value,
      intervals: eachAgreement((name) =>
        ofDifference(
          degradation!.intervals[name],
          people!.intervals[name],
          machine!.intervals[name],
        )
      ),
    },
    method,
  };
}
