/** What a model is called. */
import { message, type Text } from "../../cli/message.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import { modelKind } from "./fit.ts";

const softmaxRegression = message({
  ja: "ソフトマックス回帰 {layers}",
  en: "softmax regression {layers}",
});
const ordinalRegression = message({
  ja: "順序回帰 {layers}",
  en: "ordinal regression {layers}",
});
const network = message({
  ja: "ネットワーク {layers}",
  en: "network {layers}",
});
const names = { softmaxRegression, ordinalRegression, network };

const byMedian = message({ ja: "{model}（中央値）", en: "{model}, median" });

/**
 * What a model is called: `network 2-16-3`; `network 2-16-3, median` where it
 * does not choose the most probable band.
 */
export function modelName(
  { settings, layers, decision = "mostProbable" }:
    & Pick<Evaluation, "settings" | "layers">
    & Partial<Pick<Evaluation, "decision">>,
): Text {
  const model = names[modelKind(settings)]({ layers });
  return decision === "median" ? byMedian({ model }) : model;
}
