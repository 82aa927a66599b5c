/** An evaluation as a text and as a page. */
import config from "../../deno.json" with { type: "json" };
import type { Language } from "../cli/command_line.ts";
import type { Evaluation } from "./evaluation.ts";
import { reportHtml } from "./report.ts";
import { message } from "./messages.ts";
import {
  bandTable,
  confusionCaption,
  confusionHeading,
  confusionTable,
  meansOf,
  modelName,
  resultMeaning,
  resultTable,
  tableText,
  warningLines,
} from "./show.ts";

/** What was found out, and about what. */
export interface EvaluationReport {
  readonly language: Language;
  /** What the table holds and what was done with it: a sentence each. */
  readonly about: readonly string[];
  readonly bands: readonly string[];
  /** Softmax regression and the network; the last one is the one that was asked for. */
  readonly evaluations: readonly Evaluation[];
  readonly warnings: readonly string[];
}

/** The report as lines for the screen. */
export function evaluationText(report: EvaluationReport): string {
  const { language, about, bands, evaluations, warnings } = report;
  const last = evaluations.at(-1)!;
  return [
    ...about,
    "",
    tableText(resultTable(evaluations, language)),
    "",
    resultMeaning(evaluations, language),
    "",
    message(language, "eachBand", { model: modelName(last, language) }),
    tableText(bandTable(last, bands, language)),
    "",
    confusionHeading(last, language),
    tableText(confusionTable(last.confusion, bands)),
    ...warnings.length > 0 ? ["", ...warningLines(warnings, language)] : [],
  ].join("\n");
}

/** The report as one HTML file, with a picture of the confusion matrix in it. */
export function evaluationHtml(
  { language, about, bands, evaluations, warnings }: EvaluationReport,
  picture: string,
  args: readonly string[],
): string {
  const last = evaluations.at(-1)!;
  const model = modelName(last, language);
  return reportHtml({
    ...{ language, warnings, summary: about },
    title: message(language, "reportEvaluation"),
    sections: [
      {
        heading: message(language, "results"),
        table: {
          ...resultTable(evaluations, language),
          best: bestRow(evaluations),
        },
        text: [resultMeaning(evaluations, language)],
      },
      {
        heading: message(language, "eachBand", { model }),
        table: bandTable(last, bands, language),
      },
      {
        figure: picture,
        caption: confusionCaption(last, language),
      },
    ],
    footer: footerText("evaluate", args, language),
  });
}

/** The row with the highest kappa; above the evaluations stands the majority line. */
function bestRow(evaluations: readonly Evaluation[]): number {
  const kappas = evaluations.map((one) => meansOf(one).kappa.mean);
  const best = kappas.lastIndexOf(Math.max(...kappas));
  return 1 + (best < 0 ? evaluations.length - 1 : best);
}

/** Which version and which command made a report. */
export function footerText(
  name: string,
  args: readonly string[],
  language: Language,
): string {
  // As it may be typed again.
  const command = args.map((arg) =>
    /^[-\w./\\,:=]+$/.test(arg) ? arg : JSON.stringify(arg)
  );
  return message(language, "footer", {
    version: config.version,
    command: ["deno task score", name, ...command].join(" "),
  });
}

/** An evaluation with all its digits; what is not known is null. */
export function evaluationJson(
  evaluation: Evaluation,
): Record<string, unknown> {
  const { settings, layers, runs, confusion, majority } = evaluation;
  return {
    ...{ layers, settings, majority, ...meansOf(evaluation) },
    ...{ runs, confusion: confusion.toArray() },
  };
}
