/** What there is to beware of in a table and in a result. */
import { classScores, fitScaler, type Matrix, type Model } from "kobai";
import { joinTexts, message, type Text } from "../../cli/message.ts";
import type { Table } from "../../table/table.ts";
import { countBands, type Essays } from "../essays/essays.ts";
import { type Evaluation, overRuns } from "./evaluation.ts";
import { modelName } from "../model/model_name.ts";
import { findOutliers } from "../essays/outliers.ts";
import { count, decimals } from "../report/numbers.ts";

const constantFeature = message({
  ja: "{list} はどの作文でも同じ値なので、役に立ちません。",
  en: "{list}: the same in every essay, so nothing can be learned from it.",
});
const fewEssays = message({
  ja:
    "{list} は {folds} 編より少なく、評価のどの分割にも 1 編ずつは入りません。作文を増やすか、--folds を小さくしてください。",
  en:
    "{list}: fewer than {folds} essays, so not every fold has one to judge. Add essays, or lower --folds.",
});

/**
 * What there is to beware of in a table, before anything is learned from it.
 *
 * @param features The names of the features.
 * @param essays The essays.
 * @param folds How many folds there are, if there are any.
 * @param lineOf On which line of the file an essay begins.
 * @returns The warnings.
 */
export function tableWarnings(
  features: readonly string[],
  essays: Essays,
  folds: number | undefined,
  lineOf: Table["lineOf"],
): Text[] {
  const warnings: Text[] = [];
  const deviation = fitScaler(essays.x).deviation.toArray()[0]!;
  const constant = features.filter((_, i) => deviation[i] === 0);
  if (constant.length > 0) {
    warnings.push(constantFeature({ list: constant.join(", ") }));
  }
  warnings.push(...outlierWarnings(features, essays, lineOf));
  if (folds === undefined) return warnings;
  const counts = countBands(essays);
  const few = essays.bands.names
    .map((band, i) => ({ band, count: counts[i]! }))
    .filter(({ count }) => count < folds);
  if (few.length > 0) {
    const list = few.map(({ band, count }) => `${band} (${count})`).join(", ");
    warnings.push(fewEssays({ list, folds }));
  }
  return warnings;
}

const farValues = message({
  ja:
    "{feature} に、ほかと大きくかけ離れた値があります（{list}）。入力の誤りなら直してください。学習の妨げになります。",
  en:
    "{feature} has values far from all others ({list}). If they are mistakes, mend them: they spoil what is learned.",
});
const negativeValues = message({
  ja:
    "{feature} に、ほかにはない負の値があります（{list}）。入力の誤りなら直してください。",
  en:
    "{feature} has values below 0, unlike the others ({list}). If they are mistakes, mend them.",
});
const onLine = message({
  ja: "{line} 行目の {value}",
  en: "{value} on line {line}",
});
const andMore = message({ ja: "ほか {count} 編", en: "{count} more" });
const comma: Text = { ja: "、", en: ", " };

/** So many values are listed; the others are counted. */
const MOST_LISTED = 5;

/** Numbers that look like mistakes. */
function outlierWarnings(
  features: readonly string[],
  { x }: Essays,
  lineOf: Table["lineOf"],
): Text[] {
  const found = Map.groupBy(
    findOutliers(x),
    ({ feature, kind }) => `${kind} ${feature}`,
  );
  return [...found.values()].map((outliers) => {
    const shown = outliers.slice(0, MOST_LISTED)
      .map(({ row, value }) =>
        onLine({ line: lineOf(row), value: `${value}` })
      );
    const count = outliers.length - shown.length;
    const list = joinTexts(
      count > 0 ? [...shown, andMore({ count })] : shown,
      comma,
    );
    const { kind, feature } = outliers[0]!;
    const say = kind === "far" ? farValues : negativeValues;
    return say({ feature: features[feature]!, list });
  });
}

const belowMajority = message({
  ja:
    "{model} の正解率（{accuracy}）は、最頻バンドだけの場合（{majority}）を超えていません。",
  en: "{model} ({accuracy}) does not beat the majority line ({majority}).",
});
const maybeChance = message({
  ja:
    "{model} の正解率は最頻バンドだけの場合（{majority}）を超えていますが、偶然でもこのくらい一致します（p = {p}）。何かを学んだとは言えません。",
  en:
    "{model} beats the majority line ({majority}), but chance agrees as well (p = {p}): nothing shows that it has learned anything.",
});

const rarelyGiven = message({
  ja:
    "{models}：{bands} をほとんどつけません（人がそうつけた作文の 10 分の 1 未満）。そのバンドについては、採点を信頼できません。",
  en:
    "{models}: {bands} practically never given (to less than a tenth of the essays to which people do), not to be trusted for such essays.",
});

/** Below this recall, a band is practically never given. */
const RARELY = 0.1;

/** Whether a model practically never gives a band that people do give. */
export function isRarelyGiven(confusion: Matrix, band: number): boolean {
  return classScores(confusion)[band]!.recall < RARELY;
}

/** The bands that models practically never give, once for models alike. */
export function rareBandWarnings(
  evaluations: readonly Evaluation[],
  bands: readonly string[],
): Text[] {
  const alike = Map.groupBy(
    evaluations,
    ({ confusion }) =>
      bands.filter((_, i) => isRarelyGiven(confusion, i)).join(", "),
  );
  alike.delete("");
  return [...alike].map(([bands, those]) =>
    rarelyGiven({
      models: joinTexts(those.map(modelName), { ja: "、", en: "; " }),
      bands,
    })
  );
}

/** What chance gives more often than this is no result. */
const LIKELY = 0.05;

/** Accuracy that a constant reaches, and agreement that chance does. */
export function resultWarnings(evaluations: readonly Evaluation[]): Text[] {
  return evaluations.flatMap((evaluation) => {
    const { accuracy } = overRuns(evaluation), { p } = evaluation.chance;
    const model = modelName(evaluation);
    const majority = decimals(evaluation.majority);
    if (accuracy.mean <= evaluation.majority) {
      const reached = decimals(accuracy.mean);
      return [belowMajority({ model, accuracy: reached, majority })];
    }
    if (p < LIKELY) return [];
    return [maybeChance({ model, majority, p: decimals(p) })];
  });
}

const farFromAll = message({
  ja: "{list} は、学習した作文の範囲から大きく外れています。",
  en: "{list}: far from the essays that the model learned from.",
});

/**
 * Further from the mean than so many standard deviations, a model has seen
 * nothing.
 */
const FAR = 5;

/**
 * The features in which an essay is unlike all those that a model learned from.
 */
export function unusualFeatures(
  { features, scaler: { mean, deviation } }: Pick<Model, "features" | "scaler">,
  values: ArrayLike<number>,
): string[] {
  return features.filter((_, i) => {
    const distance = Math.abs(values[i]! - mean.at(0, i));
    return distance > FAR * deviation.at(0, i) && distance > 0;
  });
}

/** What is said of an essay unlike all those that a model learned from. */
export function essayWarnings(
  model: Pick<Model, "features" | "scaler">,
  values: readonly number[],
): Text[] {
  const far = unusualFeatures(model, values);
  return far.length === 0 ? [] : [farFromAll({ list: far.join(", ") })];
}

const farEssays = message({
  ja:
    "{total} 編のうち {count} 編に、学習した作文の平均から標準偏差の {far} 倍以上離れた特徴量があります（列 unusual）。",
  en:
    "Essays with a feature more than {far} standard deviations from the mean of those learned from: {count} of {total} (see the column unusual).",
});

/** What is said of a table in which some essays are. */
export function unusualText(far: number, all: number): Text {
  return farEssays({ count: count(far), total: count(all), far: FAR });
}

const beware = message({ ja: "注意：{warning}", en: "Beware: {warning}" });

/** Warnings as sentences that say so. */
export function bewareOf(warnings: readonly Text[]): Text[] {
  return warnings.map((warning) => beware({ warning }));
}
