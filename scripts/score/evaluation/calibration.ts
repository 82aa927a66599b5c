/** How often a model is right when it says that it is so sure. */
import {
  type Bootstrap,
  bootstrap,
  type Interval,
  unitsOf,
} from "./bootstrap.ts";
import type { HeldOut } from "./uncertainty.ts";

/** Probabilities are put together in so many bins of one width. */
export const BINS = 10;

/** What became of the predictions of which a model was about as sure. */
export interface CalibrationBin {
  /** The probability is above `from`, and `to` at most. */
  readonly from: number;
  readonly to: number;
  /** In all runs together. */
  readonly predictions: number;
  /** The mean probability that the model gave to what it predicted. */
  readonly said: number;
  /** The share that was right. */
  readonly right: number;
  readonly interval: Interval;
}

/** Whether a model's probabilities are to be believed. */
export interface Calibration {
  /** Those that have a prediction. */
  readonly bins: readonly CalibrationBin[];
  /** The mean over all predictions. */
  readonly said: number;
  readonly right: number;
  /** Of `said − right`: above 0 for a model that is too sure of itself. */
  readonly excess: Interval;
  readonly method: Bootstrap["method"];
}

/** How sure a model was of its predictions, essay by essay. */
export class Sureness {
  /** For each run, the bin of each essay's prediction. */
  readonly bins: readonly Uint8Array[];
  /** The sum of the probabilities in each bin. */
  readonly #said = new Float64Array(BINS);

  constructor(essays: number, runs: number) {
    this.bins = Array.from({ length: runs }, () => new Uint8Array(essays));
  }

  /** Adds the probability of what was predicted for an essay. */
  add(run: number, row: number, probability: number): void {
    const bin = binOf(probability);
    this.bins[run]![row] = bin;
    this.#said[bin]! += probability;
  }

  /** The mean probability in a bin with so many predictions. */
  said(bin: number, predictions: number): number {
    return this.#said[bin]! / predictions;
  }
}

/** As scikit-learn's `calibration_curve`: the upper end belongs to a bin. */
function binOf(probability: number): number {
  let bin = 0;
  while (bin < BINS - 1 && probability > (bin + 1) / BINS) bin++;
  return bin;
}

/** Compares how sure a model was with how often it was right. */
export function calibrationOf(held: HeldOut, sure: Sureness): Calibration {
  const { given, predicted, groups } = held;
  const units = unitsOf(given.length, groups), runs = predicted.length;
  // For each bin how many predictions are wrong, and how many are right.
  const cells = predicted.map((bands, run) => ({
    offset: 0,
    of: bands.map((band, row) =>
      2 * sure.bins[run]![row]! + Number(band === given[row])
    ),
  }));
  const counts = new Float64Array(2 * BINS);
  for (const { of } of cells) for (const cell of of) counts[cell]!++;
  const right = (counts: Float64Array, bin: number) =>
    counts[2 * bin + 1]! / (counts[2 * bin]! + counts[2 * bin + 1]!);
  const all = Array.from({ length: BINS }, (_, bin) => bin);
  const predictions = (counts: Float64Array, bin: number) =>
    counts[2 * bin]! + counts[2 * bin + 1]!;
  const said = all.map((bin) =>
    predictions(counts, bin) === 0
      ? 0
      : sure.said(bin, predictions(counts, bin))
  );
  // Each bin with its mean probability: what differs inside of it is little.
  const { intervals, method } = bootstrap(
    { units, cells, size: 2 * BINS },
    (counts) => {
      let predicted = 0, sum = 0;
      for (const bin of all) {
        predicted += predictions(counts, bin);
        sum += predictions(counts, bin) * said[bin]! - counts[2 * bin + 1]!;
      }
      return [...all.map((bin) => right(counts, bin)), sum / predicted];
    },
  );
  const excess = intervals[BINS]!;
  const total = given.length * runs;
  const agreeing = all.reduce((sum, bin) => sum + counts[2 * bin + 1]!, 0);
  return {
    bins: all.map((bin) => ({
      from: bin / BINS,
      to: (bin + 1) / BINS,
      predictions: predictions(counts, bin),
      said: said[bin]!,
      right: right(counts, bin),
      interval: intervals[bin]!,
    })).filter(({ predictions }) => predictions > 0),
    said: all.reduce(
      (sum, bin) => sum + predictions(counts, bin) * said[bin]!,
      0,
    ) / total,
    right: agreeing / total,
    // How often it will be wrong, or right, is not known where it never was.
    excess: agreeing === 0 || agreeing === total ? [NaN, NaN] : excess,
    method,
  };
}
