/** A trained network as a model to keep. */
import type { Model } from "kobai";
import type { Essays } from "./essays.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Fitted, Settings } from "./fit.ts";

/** How a model came about. */
export interface Making {
  readonly features: readonly string[];
  readonly label: string;
  readonly essays: Essays;
  readonly settings: Settings;
  readonly seed: string;
  readonly fitted: Fitted;
}

/** How its way of training was judged. */
export interface Judged {
  readonly folds: number;
  readonly evaluation: Evaluation;
}

/** The seed of a model's random source, apart from those of an evaluation. */
export function modelSeed(seed: string): string {
  return `model ${seed}`;
}

/** Puts a model together; without `judged` nothing is said of its quality. */
export function makeModel(
  { features, label, essays, settings, seed, fitted }: Making,
  judged?: Judged,
): Model {
  const { network, scaler, training: { epoch, history }, learned } = fitted;
  const { optimizer, learningRate, weightDecay, batchSize } = settings;
  const { loss, validationLoss } = history[epoch - 1]!;
  const { names, labels } = essays.bands;
  return {
    ...{ features, label, scaler, network },
    bands: names.map((name, i) => ({ name, labels: labels[i]! })),
    training: {
      ...{ rows: learned, optimizer, learningRate, weightDecay, batchSize },
      ...{ epochs: history.length, epoch, loss, seed },
      validationLoss: validationLoss ?? null,
    },
    quality: judged === undefined ? null : qualityOf(judged, essays),
  };
}

function qualityOf(
  { folds, evaluation: { runs, majority } }: Judged,
  { labels }: Essays,
): Model["quality"] {
  const { accuracy, kappa } = runs[0]!;
  return {
    ...{ folds, rows: labels.length, accuracy, majority },
    kappa: Number.isFinite(kappa) ? kappa : null,
  };
}
