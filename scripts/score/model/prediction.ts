/** What a model says about essays. */
import {
  cumulativeLogit,
  fromFloat64Array,
  type Matrix,
  type Model,
  standardize,
} from "kobai";
import { message } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { decide } from "./decision.ts";

/** What a model says about one essay. */
export interface Prediction {
  /** The band that the model chooses, by its index. */
  readonly band: number;
  /** The probability of each band. */
  readonly probabilities: readonly number[];
}

const tooLarge = message({
  ja:
    "{row} 件目の作文は予測できません：値が大きすぎて、計算できる範囲を超えます。",
  en:
    "Cannot predict essay {row}: its numbers are so large that the model cannot compute with them",
});

/**
 * How probable each band is, by a model of any kind.
 *
 * @param model The model.
 * @param x The features as they stand in the table, `[N, D]`.
 * @returns `[N, K]`.
 */
export function bandProbabilities(
  { network, scaler, thresholds }: Pick<
    Model,
    "network" | "scaler" | "thresholds"
  >,
  x: Matrix,
): Matrix {
  const scaled = standardize(x, scaler);
  return thresholds === undefined
    ? network.probabilities(scaled)
    : cumulativeLogit(network.predict(scaled), thresholds);
}

/** So many essays are predicted at once. */
const ROWS = 10_000;

/**
 * Predicts essays, as they come.
 *
 * @param model The model.
 * @param x The features as they stand in the table, `[N, D]`.
 * @param before How many essays came before these, for the error.
 * @returns A prediction for each row, in order.
 * @throws {FileError} If one cannot be computed.
 */
export function* predictions(
  model: Model,
  x: Matrix,
  before = 0,
): Generator<Prediction> {
  const values = x.toFloat64Array(), { columns } = x;
  for (let first = 0; first < x.rows; first += ROWS) {
    const rows = Math.min(ROWS, x.rows - first);
    const some = fromFloat64Array(
      values.subarray(first * columns, (first + rows) * columns),
      rows,
      columns,
    );
    const y = bandProbabilities(model, some);
    const bands = decide(y, model.decision ?? "mostProbable");
    for (const [i, probabilities] of y.toArray().entries()) {
      if (!probabilities.every(Number.isFinite)) {
        throw new FileError(tooLarge({ row: before + first + i + 1 }));
      }
      yield { band: bands[i]!, probabilities };
    }
  }
}

/** What becomes of an essay's prediction when one feature is replaced. */
export interface Effect {
  readonly feature: string;
  readonly value: number;
  /** The feature's mean among the essays that the model learned from. */
  readonly mean: number;
  /**
   * The probability, then, of the band that is predicted for the essay as it
   * is.
   */
  readonly probability: number;
}

/**
 * Replaces each feature of an essay, one at a time, by its mean in training.
 *
 * @param model The model.
 * @param values The essay's features.
 * @param band The band whose probability is of interest.
 * @returns The effect of each feature, in their order.
 */
export function effectsOf(
  model: Model,
  values: readonly number[],
  band: number,
): Effect[] {
  const means = model.scaler.mean.toArray()[0]!;
  return model.features.map((feature, i) => {
    const replaced = Float64Array.from(values);
    replaced[i] = means[i]!;
    const x = fromFloat64Array(replaced, 1, values.length);
    const [prediction] = predictions(model, x);
    return {
      feature,
      value: values[i]!,
      mean: means[i]!,
      probability: prediction!.probabilities[band]!,
    };
  });
}
