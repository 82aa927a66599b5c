/** Evaluations for tests, made up. */
import { matrix } from "../../../mod.ts";
import type { Evaluation } from "../../../scripts/score/evaluation/evaluation.ts";
import { defaults } from "../../../scripts/score/model/fit.ts";

/** An evaluation with the given numbers; each run is 0.01 more accurate. */
export function evaluationOf(
  accuracy: number,
  kappa: number,
  majority: number,
  runs = 1,
  p = 0.0005,
): Evaluation {
  return {
    settings: defaults,
    decision: "mostProbable",
    layers: "2-16-3",
    runs: Array.from({ length: runs }, (_, i) => ({
      seed: `${i}`,
      accuracy: accuracy + 0.01 * i,
      adjacent: 0.9,
      standardisedMeanDifference: -0.05,
      kappa,
      unweightedKappa: kappa / 2,
      correlation: kappa,
    })),
    ordered: true,
    intervals: {
      accuracy: [accuracy - 0.1, accuracy + 0.1],
      kappa: [kappa - 0.1, kappa + 0.1],
      unweightedKappa: [kappa / 2 - 0.1, kappa / 2 + 0.1],
      correlation: [kappa - 0.1, kappa + 0.1],
      adjacent: [0.85, 0.95],
      standardisedMeanDifference: [-0.1, 0.02],
      bands: [0, 1].map(() => ({
        precision: [0.4, 0.6] as const,
        recall: [0.3, 0.5] as const,
        f1: [NaN, NaN] as const,
      })),
      replicates: 2000,
      method: "BCa",
    },
    chance: { p, permutations: 2000 },
    predicted: [],
    confusion: matrix([[1, 0], [0, 1]]),
    majority,
    calibration: {
      bins: [{
        from: 0.7,
        to: 0.8,
        predictions: 12,
        said: 0.75,
        right: 0.5,
        interval: [0.3, 0.7],
      }],
      said: 0.75,
      right: 0.5,
      excess: [0.05, 0.45],
      method: "BCa",
    },
    farthest: [{
      row: 1,
      given: 0,
      predicted: 1,
      probability: 0.9,
      ofGiven: 0.1,
      distance: 1,
    }],
  };
}
