/** Data for pictures: small, and the same every time. */
import seedrandom from "seedrandom";
import { matrix } from "kobai";
import type { Language } from "../../../scripts/cli/message.ts";
import { calibrationPicture } from "../../../scripts/figures/calibration.ts";
import { confusionMatrix } from "../../../scripts/figures/confusion.ts";
import { drawPicture } from "../../../scripts/figures/draw.ts";
import { type EssayMap, gridFor } from "../../../scripts/figures/essay_map.ts";
import { learningCurvePicture } from "../../../scripts/figures/learning_curve.ts";
import type { LossCurves } from "../../../scripts/figures/loss_curves.ts";
import type { Picture } from "../../../scripts/figures/picture.ts";
import type { TrainedNetwork } from "../../../scripts/figures/trained_network.ts";

/** A picture as a report has it. */
export function svgOf(picture: Picture, language: Language, id = "x"): string {
  const options = { place: "file", heading: true } as const;
  return `${drawPicture(picture, id, language, options)}`;
}

export const bands = ["悪い", "普通", "良い"];

export const losses: LossCurves = {
  training: Array.from({ length: 80 }, (_, i) => 0.4 + Math.exp(-i / 10)),
  validation: Array.from({ length: 80 }, (_, i) => 0.5 + Math.exp(-i / 12)),
  kept: 61,
};

export const counts = [[31, 4, 0], [5, 22, 7], [0, 6, 26]];

export const confusion = confusionMatrix(bands, counts);

export const calibration = calibrationPicture([
  { said: 0.46, right: 0.5, interval: [0.2, 0.8], predictions: 10 },
  { said: 0.75, right: 0.6, interval: [0.55, 0.65], predictions: 12345 },
  { said: 1, right: 1, interval: [NaN, NaN], predictions: 1234 },
]);

export const learningCurve = learningCurvePicture([
  { essays: 50, kappa: 0.4, interval: [0.2, 0.6] },
  { essays: 100, kappa: 0.6, interval: [0.5, 0.7] },
  { essays: 200, kappa: 1, interval: [NaN, NaN] },
]);

/**
 * Bands in upright stripes: the first up to 100 words, the last from 200 on.
 */
export function stripes(count = 150): EssayMap {
  const random = seedrandom("map");
  const essays = Array.from({ length: count }, () => {
    const x = Math.round(300 * random());
    return {
      x,
      y: Math.round(60 * random()),
      band: Math.min(2, Math.floor(x / 100)),
    };
  });
  const grid = gridFor(essays);
  const probabilities = grid.points.flatMap(([x]) => {
    const raw = [50, 150, 250].map((middle) =>
      Math.exp(-Math.abs(x - middle) / 20)
    );
    const total = raw.reduce((sum, p) => sum + p, 0);
    return raw.map((p) => p / total);
  });
  return { bands, axes: ["語数", "誤り"], essays, grid, probabilities };
}

/** A network with drawn weights. */
export function network(...sizes: number[]): TrainedNetwork {
  const random = seedrandom("network");
  const draw = (length: number): number[] =>
    Array.from({ length }, () => 4 * random() - 2);
  const pairs = sizes.slice(1).map((to, i) => [sizes[i]!, to] as const);
  return {
    inputs: Array.from({ length: sizes[0]! }, (_, i) => `x${i + 1}`),
    outputs: Array.from(
      { length: sizes.at(-1)! },
      (_, i) => bands[i] ?? `${i}`,
    ),
    weights: pairs.map(([from, to]) =>
      matrix(Array.from({ length: from }, () => draw(to)))
    ),
    biases: pairs.map(([, to]) => matrix([draw(to)])),
    activations: pairs.map((_, i) =>
      i < pairs.length - 1 ? "sigmoid" : "softmax"
    ),
  };
}
