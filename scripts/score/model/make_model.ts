/** A trained network as a model to keep. */
import type { Model } from "kobai";
import { type EssayTexts, textSource } from "../essays/essay_texts.ts";
import type { Essays } from "../essays/essays.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import { type Fitted, isRegression, type Settings } from "./fit.ts";
import type { Decision } from "./decision.ts";
import { PENALTY_C } from "./newton.ts";

/** How a model came about. */
export interface Making {
  readonly features: readonly string[];
  /** Where some of them are counted. */
  readonly texts?: EssayTexts;
  readonly label: string;
  readonly essays: Essays;
  readonly settings: Settings;
  readonly decision?: Decision;
  readonly seed: string;
  readonly fitted: Fitted;
}

/** How well its way of training did, and in how many folds. */
export interface Evaluated {
  readonly folds: number;
  readonly evaluation: Evaluation;
}

/** The seed of a model's random source, apart from those of an evaluation. */
export function modelSeed(seed: string): string {
  return `model ${seed}`;
}

/**
 * Puts a model together; without `evaluated` nothing is said of its quality.
 */
export function makeModel(
  { features, texts, label, essays, settings, decision, seed, fitted }: Making,
  evaluated?: Evaluated,
): Model {
  const { network, scaler, thresholds, learned } = fitted;
  const { epoch, history } = fitted.training;
  const { optimizer, learningRate, weightDecay, batchSize } =
    isRegression(settings) ? regressionRecord(learned) : settings;
  const { loss, validationLoss } = history[epoch - 1]!;
  const { names, labels } = essays.bands;
  return {
    features,
    ...(texts === undefined ? {} : { texts: textSource(texts) }),
    label,
    bands: names.map((name, i) => ({ name, labels: labels[i]! })),
    scaler,
    network,
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(decision === "median" ? { decision } : {}),
    training: {
      rows: learned,
      optimizer,
      learningRate,
      weightDecay,
      batchSize,
      epochs: history.length,
      epoch,
      loss,
      seed,
      validationLoss: validationLoss ?? null,
    },
    quality: evaluated === undefined ? null : qualityOf(evaluated, essays),
  };
}

/**
 * Newton's method, in the words of a record of training: whole steps by all
 * rows at once; the penalty as the share by which it draws weights to 0.
 */
function regressionRecord(rows: number) {
  return {
    optimizer: "newton",
    learningRate: 1,
    weightDecay: 1 / (PENALTY_C * rows),
    batchSize: rows,
  };
}

function qualityOf(
  { folds, evaluation: { runs, majority } }: Evaluated,
  { given }: Essays,
): Model["quality"] {
  const { accuracy, kappa } = runs[0]!;
  return {
    folds,
    rows: given.length,
    accuracy,
    majority,
    kappa: Number.isFinite(kappa) ? kappa : null,
  };
}
