/** The pictures of a model, from the model and its essays. */
import {
  fromFloat64Array,
  type Matrix,
  type Network,
  type Scaler,
  type Training,
} from "kobai";
import { type Language, message, type Text } from "../../cli/message.ts";
import { writeWhole } from "../../cli/write_whole.ts";
import type { Essays } from "../essays/essays.ts";
import { calibrationPicture } from "../../figures/calibration.ts";
import { confusionMatrix } from "../../figures/confusion.ts";
import { drawPicture } from "../../figures/draw.ts";
import { essayMap, gridFor } from "../../figures/essay_map.ts";
import { learningCurvePicture } from "../../figures/learning_curve.ts";
import { lossCurves } from "../../figures/loss_curves.ts";
import type { Picture } from "../../figures/picture.ts";
import { trainedNetwork } from "../../figures/trained_network.ts";
import type { Calibration } from "../evaluation/calibration.ts";
import type { LearningCurve } from "../evaluation/learning_curve.ts";
import { claims, type Decision } from "../model/decision.ts";
import { bandProbabilities } from "../model/prediction.ts";
import { decimals } from "./numbers.ts";

/** A model as far as a picture needs it. */
export interface Pictured {
  readonly features: readonly string[];
  readonly scaler: Scaler;
  readonly network: Network;
  readonly thresholds?: Matrix;
  readonly decision?: Decision;
}

/** A picture for a report and for keeping: its title is in it. */
function draw(picture: Picture, id: string, language: Language): string {
  return `${
    drawPicture(picture, id, language, { place: "file", heading: true })
  }\n`;
}

/** The loss after each epoch. */
export function lossPicture(
  { history, epoch }: Training,
  language: Language,
): string {
  const curves = lossCurves({
    training: history.map(({ loss }) => loss),
    validation: history.flatMap(({ validationLoss }) => validationLoss ?? []),
    kept: epoch,
  });
  return draw(curves, "loss-curves", language);
}

const heldStill = message({
  ja: "ほかの特徴量は平均に固定：{list}。",
  en: "The other features are held at their means: {list}.",
});

/**
 * The essays on the plane of the first two features, and what is predicted
 * there. Further features are held at their means. Nothing for a model with a
 * single feature.
 */
export function mapPicture(
  { x, given, bands }: Essays,
  model: Pictured,
  language: Language,
): string | undefined {
  const { features, scaler } = model, [first, second] = features;
  if (first === undefined || second === undefined) return undefined;
  const values = x.toFloat64Array();
  const essays = Array.from(given, (band, row) => ({
    x: values[row * x.columns]!,
    y: values[row * x.columns + 1]!,
    band,
  }));
  const grid = gridFor(essays);
  const means = scaler.mean.toArray()[0]!;
  const points = new Float64Array(grid.points.length * x.columns);
  grid.points.forEach(([x, y], i) => {
    points.set([x, y, ...means.slice(2)], i * means.length);
  });
  const asked = fromFloat64Array(points, grid.points.length, x.columns);
  const others = features.slice(2).map((name, i) =>
    `${name} ${decimals(means[i + 2]!, 1)}`
  );
  const map = essayMap({
    bands: bands.names,
    axes: [first, second],
    essays,
    grid,
    probabilities: claims(
      bandProbabilities(model, asked),
      model.decision ?? "mostProbable",
    ).toFloat64Array(),
    ...(others.length === 0
      ? {}
      : { remark: heldStill({ list: others.join(", ") }) }),
  });
  return draw(map, "essay-map", language);
}

/** How often each band was taken for which. */
export function confusionPicture(
  counts: Matrix,
  bands: readonly string[],
  language: Language,
): string {
  const matrix = confusionMatrix(bands, counts.toArray());
  return draw(matrix, "confusion-matrix", language);
}

/** What more essays bring. */
export function learningFigure(
  { points }: LearningCurve,
  language: Language,
): string {
  const picture = learningCurvePicture(
    points.map(({ essays, kappa, intervals }) => ({
      ...{ essays, kappa },
      interval: intervals.kappa,
    })),
  );
  return draw(picture, "learning-curve", language);
}

/** How often a model is right, beside how sure it is. */
export function calibrationFigure(
  { bins }: Calibration,
  language: Language,
): string {
  return draw(calibrationPicture(bins), "calibration", language);
}

const score: Text = { ja: "得点", en: "score" };

/** The network as the lecture draws it. */
export function networkPicture(
  { features, network, thresholds }: Pictured,
  bands: readonly string[],
  language: Language,
): string {
  const { sizes, activations, output, parameters } = network;
  const layers = sizes.slice(1).map((_, i) => i + 1);
  const trained = trainedNetwork({
    inputs: features,
    outputs: thresholds === undefined ? bands : [score[language]],
    weights: layers.map((layer) => parameters[`W${layer}`]!),
    // Beside thresholds the bias of the score is 0.
    ...(thresholds === undefined
      ? { biases: layers.map((layer) => parameters[`b${layer}`]!) }
      : {}),
    activations: [...activations, output],
  });
  return draw(trained, "network", language);
}

/** Pictures by the names of their files. */
export type Pictures = Readonly<Record<string, string>>;

/** Writes pictures into a folder, and returns their paths. */
export async function writePictures(
  folder: string,
  pictures: Pictures,
): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, svg] of Object.entries(pictures)) {
    const path = `${folder.replace(/[/\\]$/, "")}/${name}.svg`;
    await writeWhole(path, svg);
    paths.push(path);
  }
  return paths;
}
