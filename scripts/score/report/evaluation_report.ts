/** An evaluation as a text, as a page and as JSON. */
import config from "../../../deno.json" with { type: "json" };
import { type Language, message, type Text } from "../../cli/message.ts";
import { eachAgreement, needOrder } from "../evaluation/agreement.ts";
import { bestOf, type Evaluation, overRuns } from "../evaluation/evaluation.ts";
import { isRegression, modelKind, type Settings } from "../model/fit.ts";
import { modelName } from "../model/model_name.ts";
import { reportHtml, type ReportTable } from "./report.ts";
import {
  agreementTable,
  bandIntervalTable,
  bandMeaning,
  bandTable,
  confusionCaption,
  confusionHeading,
  confusionTable,
  intervalMeaning,
  intervalTable,
  meaningOfAgreement,
  resultMeaning,
  resultTable,
  tableText,
} from "./result_tables.ts";
import { PENALTY_C, TOLERANCE } from "../model/newton.ts";
import { classScores } from "kobai";
import type { EssayPlaces } from "../essays/essay_places.ts";
import {
  calibrationFigure,
  confusionPicture,
  learningFigure,
  type Pictures,
} from "./pictures.ts";
import { type DetailSection, detailSections } from "./detail_sections.ts";
import type { LearningCurve } from "../evaluation/learning_curve.ts";
import type { SureAgreement } from "../evaluation/second_rater.ts";
import { FEW } from "../evaluation/subgroups.ts";
import { bewareOf, isRarelyGiven } from "../evaluation/warnings.ts";

/** What was found out, and about what. */
export interface EvaluationReport {
  readonly language: Language;
  /** What the table holds and what was done with it: a sentence each. */
  readonly about: readonly Text[];
  readonly bands: readonly string[];
  /**
   * Softmax regression, the network and ordinal regression; then the same
   * models where they choose the median band.
   */
  readonly evaluations: readonly Evaluation[];
  /** Whether whole groups were kept together and drawn. */
  readonly hasGroups: boolean;
  readonly warnings: readonly Text[];
  /** Where the essays stand; they are numbered where that is not known. */
  readonly places?: EssayPlaces;
  /** The column of the parts that are told of, too. */
  readonly by?: string | undefined;
  /** What more essays bring, if that was asked. */
  readonly curve?: LearningCurve | undefined;
  /** The rows that were left out, and why; none where all could be used. */
  readonly excluded?: readonly Text[];
}

const eachBand = message({
  ja: "バンドごと（{model}）",
  en: "Each band ({model})",
});

const further95: Text = {
  ja: "そのほかの一致の度合いと 95 % の区間",
  en: "Further measures of agreement, with 95 % intervals",
};
const leftOut: Text = { ja: "除いた行", en: "Rows left out" };

/** The report as lines for the screen. */
export function evaluationText(report: EvaluationReport): string {
  const { language, about, bands, evaluations, hasGroups, warnings } = report;
  const best = evaluations[bestOf(evaluations)]!;
  const further = agreementTable(evaluations, language);
  const beware = bewareOf(warnings).map((text) => text[language]);
  return [
    ...about.map((text) => text[language]),
    "",
    tableText(resultTable(evaluations, language)),
    "",
    tableText(intervalTable(evaluations, language)),
    "",
    ...(further === undefined ? [] : [
      further95[language],
      tableText(further),
      "",
    ]),
    resultMeaning(evaluations, bands)[language],
    intervalMeaning(evaluations, hasGroups)[language],
    ...(further === undefined ? [] : [meaningOfAgreement(bands)[language]]),
    "",
    eachBand({ model: modelName(best) })[language],
    tableText(bandTable(best, bands, language)),
    "",
    tableText(bandIntervalTable(best, bands, language)),
    "",
    bandMeaning[language],
    "",
    confusionHeading(best)[language],
    tableText(confusionTable(best.confusion, bands)),
    ...detailSections(best, report).flatMap((section) => [
      "",
      section.heading[language],
      tableText(detailTable(section, language)),
      ...section.text.map((text) => text[language]),
    ]),
    ...(beware.length > 0 ? ["", ...beware] : []),
  ].join("\n");
}

const title: Text = {
  ja: "作文の自動採点：評価",
  en: "Scoring essays: an evaluation",
};
const results: Text = { ja: "結果", en: "Results" };
const howSure: Text = { ja: "どこまで確かか", en: "How sure this is" };

function detailTable(
  { head, rows, texts = [] }: DetailSection,
  language: Language,
): ReportTable {
  const said = (cells: readonly Text[]) => cells.map((text) => text[language]);
  return { head: said(head), rows: rows.map(said), texts };
}

/** The pictures of a report, by the names of their files. */
export function evaluationPictures(
  { evaluations, bands, curve, language }: EvaluationReport,
): Pictures {
  const { confusion, calibration } = evaluations[bestOf(evaluations)]!;
  return {
    confusion: confusionPicture(confusion, bands, language),
    calibration: calibrationFigure(calibration, language),
    ...(curve === undefined
      ? {}
      : { learning_curve: learningFigure(curve, language) }),
  };
}

/** The report as one HTML file, with the pictures in it. */
export function evaluationHtml(
  report: EvaluationReport,
  pictures: Pictures,
  args: readonly string[],
): string {
  const { language, about, bands, evaluations, hasGroups, warnings } = report;
  const { excluded = [] } = report;
  const best = evaluations[bestOf(evaluations)]!;
  const further = agreementTable(evaluations, language);
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
          // Above the evaluations stands the majority line.
          best: 1 + bestOf(evaluations),
        },
        text: [resultMeaning(evaluations, bands)[language]],
      },
      {
        heading: howSure[language],
        table: intervalTable(evaluations, language),
        text: [intervalMeaning(evaluations, hasGroups)[language]],
      },
      ...(further === undefined ? [] : [{
        heading: further95[language],
        table: further,
        text: [meaningOfAgreement(bands)[language]],
      }]),
      {
        heading: eachBand({ model: modelName(best) })[language],
        table: bandTable(best, bands, language),
        text: [bandMeaning[language]],
      },
      { table: bandIntervalTable(best, bands, language) },
      {
        figure: pictures.confusion!,
        caption: confusionCaption(best)[language],
      },
      ...detailSections(best, report).map((section) => ({
        heading: section.heading[language],
        table: detailTable(section, language),
        text: section.text.map((text) => text[language]),
        ...(section.picture === undefined
          ? {}
          : { figure: pictures[section.picture]! }),
      })),
      ...(excluded.length === 0 ? [] : [{
        heading: leftOut[language],
        text: excluded.map((text) => text[language]),
      }]),
    ],
    footer: footerText("evaluate", args)[language],
  });
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
  bands: readonly string[],
  places?: EssayPlaces,
): Record<string, unknown> {
  const { settings, decision, layers, runs, confusion, majority } = evaluation;
  const { intervals, chance, ordered, secondRater, subgroups } = evaluation;
  return {
    model: modelKind(settings),
    decision,
    layers,
    settings: isRegression(settings) ? regressionSettings(settings) : settings,
    majority,
    ...overRuns(evaluation),
    intervals: {
      ...eachAgreement((name) =>
        ordered || !needOrder.has(name) ? intervals[name] : null
      ),
      replicates: intervals.replicates,
      method: intervals.method,
    },
    eachBand: classScores(confusion).map((scores, i) => ({
      band: bands[i],
      essays: scores.samples / runs.length,
      precision: scores.precision,
      recall: scores.recall,
      f1: scores.f1,
      intervals: intervals.bands[i],
      rarelyGiven: isRarelyGiven(confusion, i),
    })),
    chance,
    runs,
    confusion: confusion.toArray(),
    calibration: evaluation.calibration,
    farthest: evaluation.farthest.map(({ row, given, predicted, ...one }) => ({
      row: row + 1,
      line: places?.lineOf(row) ?? null,
      id: places?.ids?.cells[row] ?? null,
      beginning: places?.beginningOf?.(row) ?? null,
      given: bands[given],
      predicted: bands[predicted],
      probability: one.probability,
      probabilityOfGiven: one.ofGiven,
      distance: ordered ? one.distance : null,
    })),
    secondRater: secondRater === undefined ? null : {
      essays: secondRater.essays,
      people: withIntervals(secondRater.people),
      machine: withIntervals(secondRater.machine),
      degradation: withIntervals(secondRater.degradation),
      method: secondRater.method,
    },
    subgroups: subgroups?.map(({ numbers, ...one }) => ({
      ...one,
      ...numbers,
      small: one.units < FEW,
    })) ?? null,
  };
}

function withIntervals({ value, intervals }: SureAgreement) {
  return { ...value, intervals };
}

/**
 * How a regression was fitted: no step length, epoch or batch was used.
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
