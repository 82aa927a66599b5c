/** How much a model gains from more essays. */
import { takeRows } from "kobai";
import seedrandom from "seedrandom";
import { type Essays, someEssays } from "../essays/essays.ts";
import { decide } from "../model/decision.ts";
import { fit } from "../model/fit.ts";
import { bandProbabilities } from "../model/prediction.ts";
import { type Agreement, knownOf } from "./agreement.ts";
import {
  bootstrap,
  type Interval,
  ofDifference,
  unitsOf,
} from "./bootstrap.ts";
import type { Evaluation } from "./evaluation.ts";
import { eachFold, splitOf } from "./folds.ts";
import { agreementCells, meanAgreement, tablesIn } from "./uncertainty.ts";

/** What a model reaches that learns from so many essays. */
export interface LearningPoint {
  /** How many it learns from, the mean over all folds. */
  readonly essays: number;
  readonly accuracy: number;
  /** With quadratic weights where bands have an order. */
  readonly kappa: number;
  readonly intervals: {
    readonly accuracy: Interval;
    readonly kappa: Interval;
  };
}

/** What a model reaches that learns from more and more essays. */
export interface LearningCurve {
  /** From few essays to all. */
  readonly points: readonly LearningPoint[];
  /** By how much the last doubling of the essays raised kappa. */
  readonly gain: number;
  readonly interval: Interval;
}

/** Each share of the essays learned from is half of the next. */
const HALVINGS = 3;

/** So many shares are learned from anew; all essays are known already. */
export const LEARNED_ANEW = HALVINGS;

/** How a curve is followed. */
export interface CurvePlan {
  readonly folds: number;
  readonly seeds: readonly string[];
  /** Told after each training; what it returns is waited for. */
  readonly onFold?: () => void | Promise<void> | undefined;
}

/**
 * Trains a model again on an eighth, a quarter and a half of what it learned
 * from in an evaluation, each share a part of the next with about as much of
 * each band and whole groups; the same essays are held out as there. This takes
 * less time than the evaluation itself. A share in which some fold lacks a band
 * is left out.
 *
 * @param essays The essays.
 * @param evaluation The evaluation.
 * @param plan The folds and seeds of that evaluation.
 * @returns The curve; none where not even half of the essays has every band.
 */
export async function learningCurve(
  essays: Essays,
  { settings, decision, predicted, ordered }: Evaluation,
  { folds, seeds, onFold }: CurvePlan,
): Promise<LearningCurve | undefined> {
  const { x, given, bands, groups } = essays, classes = bands.names.length;
  const shares = Array.from({ length: HALVINGS }, () => ({
    predicted: seeds.map(() => new Uint8Array(given.length)),
    learned: 0,
    hasAllBands: true,
  }));
  let all = 0;
  for (const [run, seed] of seeds.entries()) {
    const random = seedrandom(`folds ${seed}`);
    let fold = -1;
    for (const { train, test } of eachFold(essays, { random, folds })) {
      fold++;
      all += train.length;
      const chance = seedrandom(`shares ${fold} ${seed}`);
      let rows: ArrayLike<number> = train;
      for (const share of shares) {
        rows = halfOf(essays, rows, chance);
        share.learned += rows.length;
        const learned = someEssays(essays, rows);
        share.hasAllBands &&= new Set(learned.given).size === classes;
        if (share.hasAllBands) {
          const seeded = seedrandom(`fold ${fold} ${seed}`);
          const fitted = await fit(learned, settings, seeded);
          const found = decide(
            bandProbabilities(fitted, takeRows(x, test)),
            decision,
          );
          test.forEach((row, i) => share.predicted[run]![row] = found[i]!);
        }
        await onFold?.();
      }
    }
  }
  const trainings = folds * seeds.length;
  const points = [
    ...shares.filter(({ hasAllBands }) => hasAllBands).reverse(),
    { predicted, learned: all },
  ];
  if (points.length < 2) return undefined;
  const held = { given: new Uint8Array(given), classes };
  const size = seeds.length * classes ** 2;
  const agreements = (counts: Float64Array): Agreement[] =>
    points.map(({ predicted }, i) => {
      const own = counts.subarray(i * size, (i + 1) * size);
      const tables = tablesIn(own, { predicted, classes });
      return knownOf(meanAgreement(tables, classes), ordered);
    });
  const kappaOf = ({ kappa, unweightedKappa }: Agreement) =>
    ordered ? kappa : unweightedKappa;
  const statistics = (counts: Float64Array): number[] => {
    const found = agreements(counts);
    const [last, all] = found.slice(-2).map(kappaOf);
    return [
      ...found.flatMap((one) => [one.accuracy, kappaOf(one)]),
      all! - last!,
    ];
  };
  const units = unitsOf(given.length, groups);
  const cells = points.flatMap(({ predicted }, i) =>
    agreementCells({ ...held, predicted })
      .map(({ offset, of }) => ({ offset: offset + i * size, of }))
  );
  const { values, intervals } = bootstrap(
    { units, cells, size: points.length * size },
    statistics,
  );
  return {
    points: points.map(({ learned }, i) => ({
      essays: learned / trainings,
      accuracy: values[2 * i]!,
      kappa: values[2 * i + 1]!,
      intervals: {
        accuracy: intervals[2 * i]!,
        kappa: intervals[2 * i + 1]!,
      },
    })),
    gain: values.at(-1)!,
    interval: ofDifference(
      intervals.at(-1)!,
      ...[1, 2].map((back) => intervals[2 * (points.length - back) + 1]!),
    ),
  };
}

/** Half of some rows, by whole groups and with about half of each band. */
function halfOf(
  essays: Essays,
  rows: ArrayLike<number>,
  random: () => number,
): ArrayLike<number> {
  const { test } = splitOf(someEssays(essays, rows), { random, part: 0.5 });
  return test.map((i) => rows[i]!);
}
