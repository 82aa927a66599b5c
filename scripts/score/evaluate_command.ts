/** `score evaluate`: how well a way of training does. */
import { Options } from "../cli/options.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { essaysOf } from "./essays.ts";
import type { Evaluation } from "./evaluation.ts";
import {
  evaluationHtml,
  evaluationJson,
  evaluationText,
} from "./evaluation_report.ts";
import { softmaxRegression } from "./fit.ts";
import { judge } from "./judge.ts";
import { message } from "./messages.ts";
import { confusionPicture, writePictures } from "./pictures.ts";
import { openTable } from "./open_table.ts";
import {
  settingOptions,
  settingsOf,
  tableOptions,
  tableRequest,
} from "./request.ts";
import { requireEssays, requireOutputs } from "./require.ts";
import { describeEssays, resultWarnings, tableWarnings } from "./show.ts";
import { usageText } from "./usage.ts";

const names = {
  flags: ["json", ...tableOptions.flags],
  values: [
    ...tableOptions.values,
    ...settingOptions,
    ...["folds", "seeds", "html", "figures"],
  ],
};

/** Evaluates, and prints what was found. */
export async function evaluateCommand(args: readonly string[]): Promise<void> {
  const options = new Options(args, names);
  const { language } = options;
  if (options.has("help")) return console.log(usageText("evaluate", language));
  const request = tableRequest(options), { name, features } = request;
  const settings = settingsOf(options);
  const folds = options.number("folds", { integerFrom: 2 }, 5);
  const seeds = Array.from(
    { length: options.number("seeds", { integerFrom: 1 }, 5) },
    (_, i) => String(i + 1),
  );
  const html = options.value("html"), figures = options.value("figures");
  const { path, reading: { badRows } } = request;
  requireOutputs(options, [html, badRows], [figures], [path]);

  const table = await openTable(request, language);
  const essays = essaysOf(table, request.bands);
  requireEssays(essays, folds);
  const kinds = settings.hidden.length > 0
    ? [softmaxRegression(settings), settings]
    : [settings];
  const evaluations: Evaluation[] = [];
  for (const kind of kinds) {
    evaluations.push((await judge(essays, kind, { folds, seeds, language }))!);
  }

  const warnings = [
    ...tableWarnings(features, essays, folds, language),
    ...resultWarnings(evaluations, language),
  ];
  const bands = essays.bands.names, rows = essays.labels.length;
  const plan = message(language, seeds.length > 1 ? "plan" : "planOnce", {
    ...{ folds, seeds: seeds.length },
  });
  const about = [...describeEssays(name, features, essays, language), plan];
  const report = { language, about, bands, evaluations, warnings };
  if (options.has("json")) {
    const found = evaluations.map(evaluationJson);
    const all = { table: name, rows, features, bands, folds, seeds };
    console.log(
      JSON.stringify({ ...all, evaluations: found, warnings }, null, 2),
    );
  } else console.log(evaluationText(report));

  if (html === undefined && figures === undefined) return;
  const { confusion } = evaluations.at(-1)!;
  const picture = await confusionPicture(confusion, bands, language);
  if (figures !== undefined) {
    const files = await writePictures(figures, { confusion: picture });
    console.error(message(language, "figuresSaved", { files: files.join() }));
  }
  if (html !== undefined) {
    await writeWhole(html, evaluationHtml(report, picture, args));
    console.error(message(language, "reportSaved", { file: html }));
  }
}
