/** `score train`: a model to keep. */
import { formatModel } from "kobai";
import seedrandom from "seedrandom";
import { type Command, type Options, readLine } from "../cli/command.ts";
import { helpText } from "../cli/help_text.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { type Language, message, type Text } from "../cli/message.ts";
import { choice, flag, grouped, text } from "../cli/option.ts";
import { Progress } from "../cli/progress.ts";
import { writeWhole } from "../cli/write_whole.ts";
import type { Table } from "../table/table.ts";
import { type Essays, essaysOf } from "./essays/essays.ts";
import { evaluateWithProgress } from "./evaluation/evaluate_with_progress.ts";
import { layersOf } from "./evaluation/evaluation.ts";
import { foldsOption, theResult } from "./evaluate_command.ts";
import { fit, type Fitted, type Settings } from "./model/fit.ts";
import { makeModel, modelSeed } from "./model/make_model.ts";
import { count, decimals } from "./report/numbers.ts";
import { countedText } from "./essays/essay_texts.ts";
import { openEssays } from "./essays/open_essays.ts";
import { isFile, pageOptions, requireOutputs, saved } from "./outputs.ts";
import { seenText } from "./evaluation/plan_text.ts";
import { requireEssays, requireOrder } from "./essays/require_essays.ts";
import { describeEssays, excludedTexts } from "./report/result_tables.ts";
import { withoutTable } from "./essays/shipped.ts";
import {
  tableOptions,
  type TableRequest,
  tableRequest,
  tableWord,
} from "./table_options.ts";
import { settingsOf, trainingOptions, unusedText } from "./training_options.ts";
import {
  certaintySentence,
  qualitySentence,
  saveTrainingPictures,
  trainingSentence,
  validationText,
} from "./report/training_report.ts";
import {
  bewareOf,
  rareBandWarnings,
  resultWarnings,
  tableWarnings,
} from "./evaluation/warnings.ts";

/** What `score train` does, in a line. */
export const trainAbout: Text = {
  ja: "モデルを学習して保存する",
  en: "train a model and save it",
};

export const train = {
  call: {
    ja: "deno task score train [表.csv] [オプション]",
    en: "deno task score train [table.csv] [options]",
  },
  about: [trainAbout, withoutTable],
  word: tableWord,
  options: {
    ...tableOptions,
    ...trainingOptions,
    ...grouped(theResult, {
      model: text({
        takes: "FILE",
        help: {
          ja: "モデルを保存するファイル",
          en: "where the model goes",
        },
        preset: "out/model.json",
      }),
      decision: choice(["mostProbable", "median"], {
        takes: "NAME",
        help: {
          ja:
            "バンドの選び方：mostProbable（最も確率の高いバンド）、median（中央のバンド）",
          en:
            "how a band is chosen: mostProbable, or median, the one in the middle",
        },
        preset: "mostProbable" as const,
      }),
      seed: text({
        takes: "TEXT",
        help: { ja: "乱数の種", en: "seed of the random numbers" },
        preset: "1",
      }),
      folds: foldsOption,
      skipEvaluation: flag({
        ja: "交差検証をしない",
        en: "leave the cross-validation out",
      }),
      ...pageOptions,
    }),
  },
  notes: [{
    ja:
      "例：deno task score train essays.csv --features words,errors --label score --model out/model.json --html out/report.html",
    en:
      "Example: deno task score train essays.csv --features words,errors --label score --model out/model.json --html out/report.html",
  }],
} satisfies Command<Options>;

/** What a shell expects of a process that was interrupted. */
const INTERRUPTED = 130;

const interruptedFirst: Text = {
  ja: "最初のエポックが終わる前に中断したので、何も保存していません。",
  en: "Interrupted before the first epoch ended: nothing is saved.",
};
const interrupted = message({
  ja:
    "エポック {epoch} で中断しました。そこまでで最もよいモデル（エポック {kept}）を保存します。",
  en:
    "Interrupted in epoch {epoch}. The best model so far (epoch {kept}) is saved.",
});
const interruptedEvaluation: Text = {
  ja: "交差検証を中断しました。学習したモデルは保存します。",
  en: "The cross-validation was interrupted. The trained model is saved.",
};
const stoppedEarly = message({
  ja: "検証の損失が {patience} エポック下がらなかったので、そこで止めました。",
  en: "Stopped: the validation loss had not fallen for {patience} epochs.",
});

/**
 * Trains a model, saves it, evaluates its way of training, and adds that to it.
 */
export async function trainCommand(args: readonly string[]): Promise<void> {
  const line = readLine(args, train), { language } = line;
  if (line.help) return console.log(helpText(train, language));
  const request = tableRequest(line), { name, features, label } = request;
  const settings = settingsOf(line), unused = unusedText(line);
  if (unused !== undefined) console.error(unused[language]);
  const { model: asked, decision, seed, html, figures } = line.values;
  const folds = line.values.skipEvaluation ? undefined : line.values.folds;
  const { path, reading: { badRows } } = request;
  requireOutputs([asked, html, badRows], [figures], [path]);

  using interrupt = onInterrupt();
  const { signal } = interrupt;
  const heard = (text: Text) => {
    console.error(text[language]);
    Deno.exitCode = INTERRUPTED;
  };
  const read = await readEssays(request, language, signal);
  if (read === undefined) return heard(interruptedFirst);
  const { essays, lineOf, badRows: excluded } = read;
  requireEssays(essays, folds);
  if (settings.ordinal) requireOrder(essays, "--ordinal");
  if (decision === "median") requireOrder(essays, "--decision median");
  const about = [
    ...describeEssays(name, features, essays, request),
    ...(request.texts === undefined ? [] : [countedText(request.texts)]),
    ...excludedTexts(excluded.length),
  ];
  for (const text of about) console.log(text[language]);

  const fitted = await fitWithProgress(
    essays,
    settings,
    seed,
    language,
    signal,
  );
  const { training: { epoch, history, end } } = fitted;
  if (epoch === 0) return heard(interruptedFirst);
  if (end === "aborted") {
    heard(interrupted({ epoch: history.length, kept: epoch }));
  } else if (end === "patience") {
    console.log(stoppedEarly({ patience: settings.patience })[language]);
  }
  const layers = layersOf(
    essays.x.columns,
    settings,
    essays.bands.names.length,
  );
  const summary = [
    ...about,
    trainingSentence(fitted, { settings, layers, decision }),
  ];
  console.log(summary.at(-1)![language]);
  const { texts } = request;
  const making = {
    ...{ features, label, essays, settings, decision, seed, fitted },
    ...(texts === undefined ? {} : { texts }),
  };
  // Saved before it is evaluated: that takes longer, and may be interrupted
  // too.
  let model = makeModel(making);
  const file = end === "aborted" && isFile(asked) ? besideOf(asked) : asked;
  await writeWhole(file, formatModel(model));

  const warnings = tableWarnings(features, essays, folds, lineOf);
  const plan = { folds: folds ?? 0, seeds: [seed], signal };
  const evaluated = folds === undefined || signal.aborted
    ? undefined
    : await evaluateWithProgress(essays, settings, plan, language);
  const evaluation = decision === "median"
    ? evaluated?.median ?? evaluated
    : evaluated;
  if (folds !== undefined && evaluation !== undefined) {
    const told = [
      qualitySentence(evaluation, folds),
      certaintySentence(evaluation, essays.groups !== undefined),
    ];
    if (essays.groups !== undefined) told.push(seenText(essays));
    for (const text of told) console.log(text[language]);
    summary.push(...told);
    warnings.push(
      ...resultWarnings([evaluation]),
      ...rareBandWarnings([evaluation], essays.bands.names),
    );
    model = makeModel(making, { folds, evaluation });
    await writeWhole(file, formatModel(model));
  } else if (end !== "aborted" && signal.aborted) heard(interruptedEvaluation);
  for (const text of bewareOf(warnings)) console.log(text[language]);
  console.log(saved({ file })[language]);

  await saveTrainingPictures(
    { model, essays, fitted, evaluation },
    { html, figures, summary, warnings, args },
    language,
  );
}

/** Where a model goes that is not finished, if another stands in its place. */
function besideOf(path: string): string {
  return `${path.replace(/\.json$/, "")}.unfinished.json`;
}

/** The essays, and where they stand; nothing if the signal was aborted. */
async function readEssays(
  request: TableRequest,
  language: Language,
  signal: AbortSignal,
): Promise<{ essays: Essays } & Pick<Table, "lineOf" | "badRows"> | undefined> {
  try {
    const table = await openEssays({ ...request, signal }, language);
    const { lineOf, badRows } = table;
    return { essays: essaysOf(table, request), lineOf, badRows };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

const epochDone = message({
  ja: "エポック {epoch} / {epochs}  損失 {loss}{validation}",
  en: "epoch {epoch} of {epochs}  loss {loss}{validation}",
});
const stepsASecond = message({
  ja: "{done}  毎秒 {rate} 歩",
  en: "{done}  {rate} steps a second",
});

async function fitWithProgress(
  essays: Essays,
  settings: Settings,
  seed: string,
  language: Language,
  signal: AbortSignal,
): Promise<Fitted> {
  using progress = new Progress();
  const start = performance.now();
  const learned = essays.given.length * (1 - settings.validation);
  const steps = Math.ceil(learned / settings.batchSize);
  const { epochs } = settings;
  return await fit(essays, settings, seedrandom(modelSeed(seed)), {
    signal,
    onEpoch({ epoch, loss, validationLoss }) {
      const rate = epoch * steps / (performance.now() - start) * 1000;
      const done = epochDone({
        epoch,
        epochs,
        loss: decimals(loss, 4),
        validation: validationText(validationLoss),
      });
      // Speed is of no use in lines that are kept.
      const text = progress.isTerminal
        ? stepsASecond({ done, rate: count(Math.round(rate)) })
        : done;
      progress.show({ done: epoch, total: epochs, text: text[language] });
      return progress.breathe();
    },
  });
}
