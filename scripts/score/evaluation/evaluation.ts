/** How well a way of training does on essays that were not learned from. */
import {
  add,
  confusionMatrix,
  majorityAccuracy,
  type Matrix,
  takeRows,
} from "kobai";
import seedrandom from "seedrandom";
import {
  type Agreement,
  agreementOf,
  eachAgreement,
  knownOf,
} from "./agreement.ts";
import { type Calibration, calibrationOf, Sureness } from "./calibration.ts";
import { type FarEssay, farthestOf } from "./farthest.ts";
import { compareWithSecond, type SecondRater } from "./second_rater.ts";
import { type Parts, type Subgroup, subgroupsOf } from "./subgroups.ts";
import { type Essays, someEssays } from "../essays/essays.ts";
import { eachFold } from "./folds.ts";
import { decide, type Decision } from "../model/decision.ts";
import { fit, type Settings } from "../model/fit.ts";
import { bandProbabilities } from "../model/prediction.ts";
import {
  bootstrapIntervals,
  type HeldOut,
  type Intervals,
  type PermutationTest,
  permutationTest,
} from "./uncertainty.ts";

/**
 * What one cross-validation gave: every essay was predicted once, by a model
 * that had not seen it.
 */
export interface Run extends Agreement {
  readonly seed: string;
}

/** What several cross-validations gave. */
export interface Evaluation {
  readonly settings: Settings;
  /** How bands were chosen. */
  readonly decision: Decision;
  /**
   * The same, where the same models chose the median band: for three and more
   * bands that have an order.
   */
  readonly median?: Evaluation;
  /** The layers, such as `2-16-3`. */
  readonly layers: string;
  readonly runs: readonly Run[];
  /** Whether the bands have an order. */
  readonly ordered: boolean;
  /** How far results for other essays of this kind might be off. */
  readonly intervals: Intervals;
  /** How likely chance alone agrees so well. */
  readonly chance: PermutationTest;
  /** The band of each essay, in each run. */
  readonly predicted: readonly Uint8Array[];
  /** All runs together. */
  readonly confusion: Matrix;
  /** The accuracy of the most frequent band. */
  readonly majority: number;
  readonly calibration: Calibration;
  /** The essays that are furthest from where people put them. */
  readonly farthest: readonly FarEssay[];
  /** Where essays have a second rating. */
  readonly secondRater?: SecondRater;
  /** Where the essays are told of in parts. */
  readonly subgroups?: readonly Subgroup[];
}

/** How to evaluate. */
export interface EvaluationPlan {
  readonly folds: number;
  /** A cross-validation for each. */
  readonly seeds: readonly string[];
  /** The second rater's bands, `UNRATED` where there is none. */
  readonly second?: Uint8Array;
  /** Parts of the essays that are told of, too. */
  readonly parts?: Parts;
  /** Told after each fold; what it returns is waited for. */
  readonly onFold?: () => void | Promise<void> | undefined;
  /** Told of essays that were held out, some at a time. */
  readonly onHeldOut?: (heldOut: HeldOutEssays) => void;
  readonly signal?: AbortSignal;
}

/** What a model said about essays that it had not seen. */
export interface HeldOutEssays {
  readonly seed: string;
  /** Counted from 0. */
  readonly fold: number;
  /** Which essays, by their rows. */
  readonly rows: Uint32Array;
  /** The most probable band of each. */
  readonly predicted: readonly number[];
  /** The probability of each band, `[rows, K]`. */
  readonly probabilities: Matrix;
}

/** So many essays are predicted at once: the rest of a table waits. */
const AT_ONCE = 1000;

/**
 * Evaluates a way of training by stratified cross-validation, once for each
 * seed. The same seed makes the same folds, whatever is trained in them.
 *
 * @param essays The essays.
 * @param settings How to train.
 * @param plan How to evaluate.
 * @returns What was found, or nothing if the signal was aborted.
 * @throws {DivergenceError} If a training leaves all bounds.
 */
export async function evaluate(
  essays: Essays,
  settings: Settings,
  plan: EvaluationPlan,
): Promise<Evaluation | undefined> {
  const { folds, seeds, onFold, onHeldOut, signal } = plan;
  const { x, given } = essays, { names, ordered } = essays.bands;
  const classes = names.length;
  const decisions: Decision[] = ordered && classes > 2
    ? ["mostProbable", "median"]
    : ["mostProbable"];
  const told = decisions.map((): Told => ({
    predicted: [],
    sure: new Sureness(given.length, seeds.length),
  }));
  const sums = new Float64Array(given.length * classes);
  for (const [run, seed] of seeds.entries()) {
    for (const { predicted } of told) {
      predicted.push(new Uint8Array(given.length));
    }
    const random = seedrandom(`folds ${seed}`);
    let fold = -1;
    for (const { train, test } of eachFold(essays, { random, folds })) {
      fold++;
      const fitted = await fit(
        someEssays(essays, train),
        settings,
        seedrandom(`fold ${fold} ${seed}`),
      );
      for (let from = 0; from < test.length; from += AT_ONCE) {
        const rows = test.subarray(from, from + AT_ONCE);
        const probabilities = bandProbabilities(fitted, takeRows(x, rows));
        const values = probabilities.toFloat64Array();
        const found = decisions.map((how) => decide(probabilities, how));
        for (const [i, row] of rows.entries()) {
          for (const [way, { predicted, sure }] of told.entries()) {
            const band = found[way]![i]!;
            predicted[run]![row] = band;
            sure.add(run, row, values[i * classes + band]!);
          }
          for (let band = 0; band < classes; band++) {
            sums[row * classes + band]! += values[i * classes + band]!;
          }
        }
        onHeldOut?.({ seed, fold, rows, predicted: found[0]!, probabilities });
      }
      await onFold?.();
      if (signal?.aborted) return undefined;
    }
  }
  const layers = layersOf(x.columns, settings, classes);
  const [mostProbable, median] = decisions.map((decision, i): Evaluation => ({
    ...{ settings, decision, layers },
    ...judged(essays, plan, told[i]!, sums),
  }));
  return median === undefined ? mostProbable : { ...mostProbable!, median };
}

/** What was predicted in each run, and how sure the models were. */
interface Told {
  readonly predicted: Uint8Array[];
  readonly sure: Sureness;
}

/** How well predictions agree, those of each seed. */
function judged(
  { given, bands: { names, ordered }, groups }: Essays,
  { seeds, second, parts }: EvaluationPlan,
  { predicted, sure }: Told,
  sums: Float64Array,
) {
  const classes = names.length;
  const counts = predicted.map((own) => confusionMatrix(given, own, classes));
  const confusion = counts.reduce((all, own) => add(all, own));
  const held: HeldOut = {
    given: new Uint8Array(given),
    predicted,
    classes,
    ...(groups === undefined ? {} : { groups }),
  };
  return {
    runs: seeds.map((seed, i): Run => {
      const agreement = agreementOf(counts[i]!.toFloat64Array(), classes);
      return { seed, ...knownOf(agreement, ordered) };
    }),
    ordered,
    intervals: bootstrapIntervals(held),
    chance: permutationTest(held, ordered ? "kappa" : "unweightedKappa"),
    predicted,
    confusion,
    majority: majorityAccuracy(confusion),
    calibration: calibrationOf(held, sure),
    farthest: farthestOf(held, sums, ordered),
    ...(second === undefined
      ? {}
      : { secondRater: compareWithSecond(held, second, ordered) }),
    ...(parts === undefined
      ? {}
      : { subgroups: subgroupsOf(held, parts, ordered) }),
  };
}

/** The layers of a network, such as `2-16-3`. */
export function layersOf(
  features: number,
  { hidden }: Settings,
  classes: number,
): string {
  return [features, ...hidden, classes].join("-");
}

/** A number over the runs of an evaluation. */
export interface OverRuns {
  readonly mean: number;
  /** The standard deviation over the seeds; NaN for a single run. */
  readonly deviation: number;
}

/** Mean and deviation of each number of an evaluation. */
export function overRuns(
  { runs }: Evaluation,
): Readonly<Record<keyof Agreement, OverRuns>> {
  return eachAgreement((name) =>
    meanAndDeviation(runs.map((run) => run[name]))
  );
}

/** The mean of some numbers, and their standard deviation with n − 1. */
export function meanAndDeviation(numbers: readonly number[]): OverRuns {
  const { length } = numbers;
  const mean = numbers.reduce((total, x) => total + x, 0) / length;
  const squares = numbers.reduce((total, x) => total + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (length - 1)) };
}

/**
 * The kappa that there is: with quadratic weights where bands have an order.
 */
export function chosenKappa(evaluation: Evaluation): OverRuns {
  const { kappa, unweightedKappa } = overRuns(evaluation);
  return evaluation.ordered ? kappa : unweightedKappa;
}

/**
 * Which model is called the best: the one with the highest kappa, the first of
 * them in a tie or where none is known.
 */
export function bestOf(evaluations: readonly Evaluation[]): number {
  const kappas = evaluations.map((one) => chosenKappa(one).mean);
  const best = Math.max(...kappas.filter((kappa) => !Number.isNaN(kappa)));
  return Math.max(0, kappas.indexOf(best));
}
