/** `score train`: a model to keep. */
import { formatModel } from "kobai";
import seedrandom from "seedrandom";
import type { Language } from "../cli/command_line.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { Options } from "../cli/options.ts";
import { Progress } from "../cli/progress.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { type Essays, essaysOf } from "./essays.ts";
import { fit, type Fitted, type Settings } from "./fit.ts";
import { judge } from "./judge.ts";
import { makeModel, modelSeed } from "./make_model.ts";
import { message, type MessageName } from "./messages.ts";
import { openTable } from "./open_table.ts";
import {
  settingOptions,
  settingsOf,
  tableOptions,
  type TableRequest,
  tableRequest,
} from "./request.ts";
import { requireEssays, requireOutputs } from "./require.ts";
import {
  decimals,
  describeEssays,
  resultWarnings,
  tableWarnings,
  warningLines,
} from "./show.ts";
import {
  qualitySentence,
  saveTrainingPictures,
  trainingSentence,
  validationText,
} from "./training_report.ts";
import { usageText } from "./usage.ts";

/** Where a model goes if nobody says. */
const MODEL = "out/model.json";

const names = {
  flags: ["skip-evaluation", ...tableOptions.flags],
  values: [
    ...tableOptions.values,
    ...settingOptions,
    ...["model", "seed", "folds", "html", "figures"],
  ],
};

/** What a shell expects of a process that was interrupted. */
const INTERRUPTED = 130;

/** Trains a model, saves it, judges its way of training, and adds that to it. */
export async function trainCommand(args: readonly string[]): Promise<void> {
  const options = new Options(args, names);
  const { language } = options;
  if (options.has("help")) return console.log(usageText("train", language));
  const request = tableRequest(options), { name, features, label } = request;
  const settings = settingsOf(options);
  const seed = options.value("seed") ?? "1";
  const folds = options.has("skip-evaluation")
    ? undefined
    : options.number("folds", { integerFrom: 2 }, 5);
  const file = options.value("model") ?? MODEL;
  const html = options.value("html"), figures = options.value("figures");
  const { path, reading: { badRows } } = request;
  requireOutputs(options, [file, html, badRows], [figures], [path]);

  using interrupt = onInterrupt();
  const { signal } = interrupt;
  const heard = (name: MessageName, blanks: Record<string, number> = {}) => {
    console.error(message(language, name, blanks));
    Deno.exitCode = INTERRUPTED;
  };
  const essays = await readEssays(request, language, signal);
  if (essays === undefined) return heard("interruptedFirst");
  requireEssays(essays, folds);
  const about = describeEssays(name, features, essays, language);
  console.log(about.join("\n"));

  const fitted = await fitWithProgress(
    ...[essays, settings, seed, language, signal] as const,
  );
  const { training: { epoch, history, end } } = fitted;
  if (epoch === 0) return heard("interruptedFirst");
  if (end === "aborted") {
    heard("interrupted", { epoch: history.length, kept: epoch });
  } else if (end === "patience") {
    const { patience } = settings;
    console.log(message(language, "stoppedEarly", { patience }));
  }
  const sentence = trainingSentence(fitted, settings, language);
  console.log(sentence);
  const making = { features, label, essays, settings, seed, fitted };
  // Saved before it is judged: that takes longer, and may be interrupted too.
  let model = makeModel(making);
  await writeWhole(file, formatModel(model));

  const summary = [...about, sentence];
  const warnings = tableWarnings(features, essays, folds, language);
  const evaluation = folds === undefined || signal.aborted
    ? undefined
    : await judge(essays, settings, { folds, seeds: [seed], language, signal });
  if (folds !== undefined && evaluation !== undefined) {
    const quality = qualitySentence(evaluation, folds, language);
    console.log(quality);
    summary.push(quality);
    warnings.push(...resultWarnings([evaluation], language));
    model = makeModel(making, { folds, evaluation });
    await writeWhole(file, formatModel(model));
  } else if (end !== "aborted" && signal.aborted) heard("interruptedJudging");
  for (const line of warningLines(warnings, language)) console.log(line);
  console.log(message(language, "saved", { file }));

  await saveTrainingPictures(
    { model, essays, fitted, evaluation, language, warnings },
    { html, figures, summary, args },
  );
}

/** The essays; nothing if the signal was aborted. */
async function readEssays(
  request: TableRequest,
  language: Language,
  signal: AbortSignal,
): Promise<Essays | undefined> {
  try {
    const table = await openTable(request, language, signal);
    return essaysOf(table, request.bands);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function fitWithProgress(
  { x, labels, bands }: Essays,
  settings: Settings,
  seed: string,
  language: Language,
  signal: AbortSignal,
): Promise<Fitted> {
  using progress = new Progress();
  const start = performance.now();
  const learned = labels.length * (1 - settings.validation);
  const steps = Math.ceil(learned / settings.batchSize);
  const { epochs } = settings;
  const samples = { x, labels, classes: bands.names.length };
  return await fit(samples, settings, seedrandom(modelSeed(seed)), {
    signal,
    onEpoch({ epoch, loss, validationLoss }) {
      const rate = epoch * steps / (performance.now() - start) * 1000;
      const name = progress.isTerminal ? "epochProgress" : "epochLine";
      const text = message(language, name, {
        ...{ epoch, epochs, loss: decimals(loss, 4) },
        validation: validationText(validationLoss, language),
        rate: new Intl.NumberFormat("en").format(Math.round(rate)),
      });
      progress.show({ done: epoch, total: epochs, text });
      return progress.breathe();
    },
  });
}
