/** Essays, evaluations and models in words and tables. */
import { classScores, fitScaler, type Matrix } from "kobai";
import { align } from "../cli/align.ts";
import type { Language } from "../cli/command_line.ts";
import { countBands, type Essays } from "./essays.ts";
import { type Evaluation, type Spread, spreadOf } from "./evaluation.ts";
import type { ReportTable } from "./report.ts";
import { message } from "./messages.ts";

/** A number with so many decimals; a dash for one that is not known. */
export function decimals(value: number, digits = 3): string {
  return Number.isFinite(value) ? value.toFixed(digits).replace("-", "−") : "–";
}

/** A number of things: `1,010`. */
export function count(value: number): string {
  return new Intl.NumberFormat("en").format(value);
}

/** A part of a whole: `72 %`. */
export function percent(part: number): string {
  return `${(100 * part).toFixed(1).replace("-", "−")} %`;
}

/** What a table holds, in two lines. */
export function describeEssays(
  name: string,
  features: readonly string[],
  essays: Essays,
  language: Language,
): string[] {
  const counts = countBands(essays);
  const list = essays.bands.names.map((band, i) => `${band} ${counts[i]}`);
  return [
    message(language, "table", {
      file: name,
      rows: count(essays.labels.length),
      features: features.join(", "),
    }),
    message(language, "bands", { list: list.join(", ") }),
  ];
}

/** What there is to beware of in a table, before anything is learned from it. */
export function tableWarnings(
  features: readonly string[],
  essays: Essays,
  folds: number | undefined,
  language: Language,
): string[] {
  const warnings: string[] = [];
  const deviation = fitScaler(essays.x).deviation.toArray()[0]!;
  const constant = features.filter((_, i) => deviation[i] === 0);
  if (constant.length > 0) {
    const list = constant.join(", ");
    warnings.push(message(language, "constantFeature", { list }));
  }
  const counts = countBands(essays);
  const few = essays.bands.names
    .map((band, i) => ({ band, count: counts[i]! }))
    .filter(({ count }) => folds !== undefined && count < folds);
  if (few.length > 0) {
    const list = few.map(({ band, count }) => `${band} (${count})`).join(", ");
    warnings.push(message(language, "fewRows", { list, folds: folds! }));
  }
  return warnings;
}

/** What a model is called: `network 2-16-3`. */
export function modelName(
  { settings, layers }: Pick<Evaluation, "settings" | "layers">,
  language: Language,
): string {
  const name = settings.hidden.length > 0 ? "network" : "softmaxRegression";
  return message(language, name, { layers });
}

/** Accuracy and kappa so near 0 that nothing was learned, or not even that. */
export function resultWarnings(
  evaluations: readonly Evaluation[],
  language: Language,
): string[] {
  return evaluations.flatMap((evaluation) => {
    const { accuracy, kappa } = meansOf(evaluation);
    const { majority } = evaluation;
    const blanks = {
      model: modelName(evaluation, language),
      accuracy: decimals(accuracy.mean),
      kappa: decimals(kappa.mean),
      majority: decimals(majority),
    };
    if (accuracy.mean <= majority) {
      return [message(language, "belowMajority", blanks)];
    }
    // NaN: every essay of one band, and predicted so
    if (!(Math.abs(kappa.mean) >= NEAR_ZERO)) {
      return [message(language, "learnedNothing", blanks)];
    }
    return [];
  });
}

/** A kappa closer to 0 than this is chance for a table of a hundred essays. */
const NEAR_ZERO = 0.1;

/** Means and spreads of an evaluation's runs. */
export function meansOf({ runs }: Evaluation): {
  readonly accuracy: Spread;
  readonly kappa: Spread;
  readonly correlation: Spread;
} {
  return {
    accuracy: spreadOf(runs.map((run) => run.accuracy)),
    kappa: spreadOf(runs.map((run) => run.kappa)),
    correlation: spreadOf(runs.map((run) => run.correlation)),
  };
}

function withSpread({ mean, deviation }: Spread): string {
  return Number.isFinite(deviation)
    ? `${decimals(mean)} ± ${decimals(deviation)}`
    : decimals(mean);
}

/** The results beside each other, the majority line first. */
export function resultTable(
  evaluations: readonly Evaluation[],
  language: Language,
): ReportTable {
  const say = (name: Parameters<typeof message>[1]) => message(language, name);
  const head = [
    ...[say("model"), say("accuracy"), say("kappa"), say("correlation")],
  ];
  const majority = decimals(evaluations[0]!.majority);
  const rows = evaluations.map((evaluation) => {
    const { accuracy, kappa, correlation } = meansOf(evaluation);
    return [
      modelName(evaluation, language),
      ...[accuracy, kappa, correlation].map(withSpread),
    ];
  });
  return {
    head,
    rows: [[say("majorityLine"), majority, decimals(0), "–"], ...rows],
  };
}

/** What the columns of the results mean. */
export function resultMeaning(
  evaluations: readonly Evaluation[],
  language: Language,
): string {
  const spread = evaluations[0]!.runs.length > 1
    ? message(language, "spread")
    : "";
  return message(language, "meaning", { spread }).trim();
}

/** How well each band is found. */
export function bandTable(
  { confusion, runs }: Evaluation,
  names: readonly string[],
  language: Language,
): ReportTable {
  const columns = ["band", "essays", "precision", "recall", "f1"] as const;
  const rows = classScores(confusion).map((scores, i) => [
    names[i]!,
    count(scores.samples / runs.length),
    decimals(scores.precision),
    decimals(scores.recall),
    decimals(scores.f1),
  ]);
  return { head: columns.map((name) => message(language, name)), rows };
}

/** The confusion matrix as a table. */
export function confusionTable(
  confusion: Matrix,
  names: readonly string[],
): ReportTable {
  const rows = confusion.toArray().map((row, i) => [
    names[i]!,
    ...row.map((number) => count(number)),
  ]);
  return { head: ["", ...names], rows };
}

/** A table as text. */
export function tableText({ head, rows }: ReportTable): string {
  return align([head, ...rows]);
}

/** What to say above the confusion matrix. */
export function confusionHeading(
  { runs }: Evaluation,
  language: Language,
): string {
  return runs.length > 1
    ? message(language, "confusion", { runs: runs.length })
    : message(language, "confusionOnce");
}

/** What to say below its picture. */
export function confusionCaption(
  evaluation: Evaluation,
  language: Language,
): string {
  const runs = evaluation.runs.length;
  return message(
    language,
    runs > 1 ? "confusionCaption" : "confusionCaptionOnce",
    { model: modelName(evaluation, language), runs },
  );
}

/** Warnings as lines. */
export function warningLines(
  warnings: readonly string[],
  language: Language,
): string[] {
  return warnings.map((text) => message(language, "warning", { text }));
}
