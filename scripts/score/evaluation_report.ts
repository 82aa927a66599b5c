/** An evaluation as a text, as a page and as JSON. */
import config from "../../deno.json" with { type: "json" };
import { type Language, message, type Text } from "../cli/message.ts";
import { chosenKappa, type Evaluation, overRuns } from "./evaluation.ts";
import { isRegression, type Settings } from "./fit.ts";
import { modelName } from "./model_name.ts";
import { reportHtml } from "./report.ts";
import {
  bandTable,
  confusionCaption,
  confusionHeading,
  confusionTable,
  intervalMeaning,
  intervalTable,
  resultMeaning,
  resultTable,
  tableText,
} from "./result_tables.ts";
import { PENALTY_C, TOLERANCE } from "./softmax_regression.ts";
import { bewareOf } from "./warnings.ts";

/** What was found out, and about what. */
export interface EvaluationReport {
  readonly language: Language;
  /** What the table holds and what was done with it: a sentence each. */
  readonly about: readonly Text[];
  readonly bands: readonly string[];
  /**
   * Softmax regression and the network; the last one is the one that was asked
   * for.
   */
  readonly evaluations: readonly Evaluation[];
  /** Whether whole groups were kept together and drawn. */
  readonly hasGroups: boolean;
  readonly warnings: readonly Text[];
}

const eachBand = message({
  ja: "バンドごと（{model}）",
  en: "Each band ({model})",
});

/** The report as lines for the screen. */
export function evaluationText(report: EvaluationReport): string {
  const { language, about, bands, evaluations, hasGroups, warnings } = report;
  const last = evaluations.at(-1)!;
  const beware = bewareOf(warnings).map((text) => text[language]);
  return [
    ...about.map((text) => text[language]),
    "",
    tableText(resultTable(evaluations, language)),
    "",
    tableText(intervalTable(evaluations, language)),
    "",
    resultMeaning(evaluations, bands)[language],
    intervalMeaning(evaluations, hasGroups)[language],
    "",
    eachBand({ model: modelName(last) })[language],
    tableText(bandTable(last, bands, language)),
    "",
    confusionHeading(last)[language],
    tableText(confusionTable(last.confusion, bands)),
    ...(beware.length > 0 ? ["", ...beware] : []),
  ].join("\n");
}

const title: Text = {
  ja: "作文の自動採点：評価",
  en: "Scoring essays: an evaluation",
};
const results: Text = { ja: "結果", en: "Results" };
const howSure: Text = { ja: "どこまで確かか", en: "How sure this is" };

/**
 * The report as one HTML file, with a picture of the confusion matrix in it.
 */
export function evaluationHtml(
  { language, about, bands, evaluations, hasGroups, warnings }:
    EvaluationReport,
  picture: string,
  args: readonly string[],
): string {
  const last = evaluations.at(-1)!;
  return reportHtml({
    language,
    title: title[language],
    summary: about.map((text) => text[language]),
    warnings: warnings.map((text) => text[language]),
    sections: [
      {
        heading: results[language],
        table: {
          ...resultTable(evaluations, language),
          best: bestRow(evaluations),
        },
        text: [resultMeaning(evaluations, bands)[language]],
      },
      {
        heading: howSure[language],
        table: intervalTable(evaluations, language),
        text: [intervalMeaning(evaluations, hasGroups)[language]],
      },
      {
        heading: eachBand({ model: modelName(last) })[language],
        table: bandTable(last, bands, language),
      },
      { figure: picture, caption: confusionCaption(last)[language] },
    ],
    footer: footerText("evaluate", args)[language],
  });
}

/**
 * The row with the highest kappa; above the evaluations stands the majority
 * line.
 */
function bestRow(evaluations: readonly Evaluation[]): number {
  const kappas = evaluations.map((one) => chosenKappa(one).mean);
  const best = kappas.lastIndexOf(Math.max(...kappas));
  return 1 + (best < 0 ? evaluations.length - 1 : best);
}

const footer = message({
  ja: "Kobai {version}。{command}",
  en: "Kobai {version}. {command}",
});

/** Which version and which command made a report. */
export function footerText(name: string, args: readonly string[]): Text {
  // As it may be typed again.
  const command = args.map((arg) =>
    /^[-\w./\\,:=]+$/.test(arg) ? arg : JSON.stringify(arg)
  );
  return footer({
    version: config.version,
    command: ["deno task score", name, ...command].join(" "),
  });
}

/** An evaluation with all its digits; what is not known is null. */
export function evaluationJson(
  evaluation: Evaluation,
): Record<string, unknown> {
  const { settings, layers, runs, confusion, majority } = evaluation;
  const { intervals, chance, ordered } = evaluation;
  return {
    layers,
    settings: isRegression(settings) ? regressionSettings(settings) : settings,
    majority,
    ...overRuns(evaluation),
    intervals: {
      accuracy: intervals.accuracy,
      kappa: ordered ? intervals.kappa : null,
      correlation: ordered ? intervals.correlation : null,
      unweightedKappa: intervals.unweightedKappa,
      replicates: intervals.replicates,
    },
    chance,
    runs,
    confusion: confusion.toArray(),
  };
}

/**
 * How softmax regression was fitted: no step length, epoch or batch was used.
 */
function regressionSettings({ hidden, activation }: Settings) {
  return {
    hidden,
    activation,
    optimizer: "newton",
    learningRate: null,
    weightDecay: null,
    epochs: null,
    batchSize: null,
    validation: null,
    patience: null,
    C: PENALTY_C,
    tolerance: TOLERANCE,
  };
}
