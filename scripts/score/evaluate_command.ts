/** `score evaluate`: how well a way of training does. */
import { type Command, type Options, readLine } from "../cli/command.ts";
import { UsageError } from "../cli/usage_error.ts";
import { helpText } from "../cli/help_text.ts";
import { type Language, message, type Text } from "../cli/message.ts";
import { flag, grouped, number, text } from "../cli/option.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { listedProblems } from "../table/bad_rows.ts";
import { placesOf } from "./essays/essay_places.ts";
import { essaysOf } from "./essays/essays.ts";
import { countedText, textSource } from "./essays/essay_texts.ts";
import { identifies } from "./essays/groups.ts";
import { partsOf, partsText } from "./essays/parts.ts";
import { secondRatings, secondText } from "./essays/second_ratings.ts";
import {
  curveWithProgress,
  evaluateWithProgress,
} from "./evaluation/evaluate_with_progress.ts";
import {
  bestOf,
  type Evaluation,
  type EvaluationPlan,
  layersOf,
} from "./evaluation/evaluation.ts";
import {
  evaluationHtml,
  evaluationJson,
  evaluationPictures,
  evaluationText,
} from "./report/evaluation_report.ts";
import {
  isRegression,
  ordinalRegression,
  softmaxRegression,
} from "./model/fit.ts";
import { openEssays } from "./essays/open_essays.ts";
import {
  figuresSaved,
  pageOptions,
  reportSaved,
  requireOutputs,
  saved,
} from "./outputs.ts";
import { writePictures } from "./report/pictures.ts";
import { countSameNumbers, planText } from "./evaluation/plan_text.ts";
import {
  HeldOutPredictions,
  predictionRows,
} from "./evaluation/held_out_predictions.ts";
import { modelName } from "./model/model_name.ts";
import { csvText } from "../table/csv_text.ts";
import { requireEssays, requireOrder } from "./essays/require_essays.ts";
import { describeEssays, excludedTexts } from "./report/result_tables.ts";
import { withoutTable } from "./essays/shipped.ts";
import {
  tableOptions,
  type TableRequest,
  tableRequest,
  tableWord,
  theTable,
} from "./table_options.ts";
import { settingsOf, trainingOptions, unusedText } from "./training_options.ts";
import {
  rareBandWarnings,
  resultWarnings,
  tableWarnings,
} from "./evaluation/warnings.ts";

/** How many folds there are if nobody says. */
export const foldsOption = number({
  takes: "N",
  help: { ja: "交差検証の分割数", en: "folds of the cross-validation" },
  preset: 5,
  integer: true,
  from: 2,
});

/** What comes out. */
export const theResult: Text = { ja: "結果", en: "What comes out" };

/** What `score evaluate` does, in a line. */
export const evaluateAbout: Text = {
  ja: "採点のしかたを交差検証で評価する（コマンドを省いたとき）",
  en: "judge a way of scoring by cross-validation (if no command is given)",
};

export const evaluate = {
  call: {
    ja: "deno task score evaluate [表.csv] [オプション]",
    en: "deno task score evaluate [table.csv] [options]",
  },
  about: [evaluateAbout, withoutTable],
  word: tableWord,
  options: {
    ...tableOptions,
    ...grouped(theTable, {
      secondLabel: text({
        takes: "COLUMN",
        help: {
          ja: "二人目がつけた評価の列。人どうしの一致を機械と比べる",
          en:
            "column of a second person's ratings: how well two people agree, beside the machine",
        },
      }),
      by: text({
        takes: "COLUMN",
        help: {
          ja: "グループの列（母語など）。グループごとの結果も示す",
          en: "column of groups, first languages say: results for each, too",
        },
      }),
    }),
    ...trainingOptions,
    ...grouped(theResult, {
      folds: foldsOption,
      seeds: number({
        takes: "N",
        help: {
          ja: "交差検証を繰り返す回数",
          en: "how many cross-validations",
        },
        preset: 5,
        integer: true,
        from: 1,
      }),
      predictions: text({
        takes: "FILE",
        help: {
          ja:
            "評価で得た予測を書く CSV ファイル（作文ごとに種、分割、行番号、予測、確率）",
          en:
            "CSV file for what was predicted: seed, fold, line, band and probabilities of each essay",
        },
      }),
      learningCurve: flag({
        ja: "学習曲線：作文を増やせばよくなるか（時間は 2 倍近くまで）",
        en:
          "learning curve: would more essays help? (takes up to twice the time)",
      }),
      json: flag({ ja: "JSON で出力する", en: "print JSON" }),
      ...pageOptions,
    }),
  },
  notes: [{
    ja:
      '例：deno task score evaluate essays.csv --features 語数,誤り数 --label 評価 --bands "不可=0..59;可=60..79;良=80..100"',
    en:
      'Example: deno task score evaluate essays.csv --features 語数,誤り数 --label 評価 --bands "不可=0..59;可=60..79;良=80..100"',
  }],
} satisfies Command<Options>;

const secondIsLabel = message({
  ja: "--second-label は --label（{name}）とは別の列にしてください。",
  en: "--second-label needs another column than --label ({name}).",
});

const noCurve: Text = {
  ja:
    "作文が少なく、半分にするとバンドが欠けることがあるので、学習曲線は出していません。",
  en:
    "There is no learning curve: half of the essays may lack a band, because there are so few.",
};

/** What is compared besides. */
interface Beside {
  readonly secondLabel: string | undefined;
  readonly by: string | undefined;
}

/**
 * The essays with what is compared, and the rows that were left out. The table
 * itself is not kept: a large one would be in memory twice.
 */
async function readEssays(
  request: TableRequest,
  { secondLabel, by }: Beside,
  language: Language,
) {
  const beside = [secondLabel, by].filter((name) => name !== undefined);
  const table = await openEssays({ ...request, beside }, language);
  // A grade or a first language that two essays share makes no group of them.
  const texts = table.texts.filter(({ name }) =>
    !beside.includes(name) || name === request.group || identifies(name)
  );
  const essays = essaysOf({ ...table, texts }, request);
  const second = secondLabel === undefined
    ? undefined
    : secondRatings(table, secondLabel, essays.bands, request.label);
  const parts = by === undefined ? undefined : partsOf(table, by);
  return {
    essays,
    places: placesOf(table, request.texts),
    badRows: table.badRows,
    compared: {
      ...(second === undefined ? {} : { second }),
      ...(parts === undefined ? {} : { parts }),
    },
    told: [
      ...(second === undefined ? [] : [secondText(secondLabel!, second)]),
      ...(parts === undefined ? [] : [partsText(parts)]),
    ].filter((text) => text !== undefined),
  };
}

/** Evaluates, and prints what was found. */
export async function evaluateCommand(args: readonly string[]): Promise<void> {
  const line = readLine(args, evaluate), { language } = line;
  if (line.help) return console.log(helpText(evaluate, language));
  const request = tableRequest(line), { name, features, texts } = request;
  const settings = settingsOf(line), unused = unusedText(line);
  if (unused !== undefined) console.error(unused[language]);
  const { folds, json, html, figures, predictions } = line.values;
  const { secondLabel, by } = line.values;
  if (secondLabel === request.label) {
    throw new UsageError(secondIsLabel({ name: request.label }));
  }
  const seeds = Array.from(
    { length: line.values.seeds },
    (_, i) => String(i + 1),
  );
  const { path, reading: { badRows } } = request;
  requireOutputs([html, badRows, predictions], [figures], [path]);

  const read = await readEssays(request, { secondLabel, by }, language);
  const { essays, badRows: excluded, places, compared } = read;
  requireEssays(essays, folds);
  const warned = tableWarnings(features, essays, folds, places.lineOf);
  const plan = planText(essays, { folds, seeds: seeds.length });
  const about = [
    ...describeEssays(name, features, essays, request),
    ...(texts === undefined ? [] : [countedText(texts)]),
    ...excludedTexts(excluded.length),
    ...read.told,
    plan,
  ];
  if (settings.ordinal) requireOrder(essays, "--ordinal");
  const { names, ordered } = essays.bands;
  const kinds = [
    softmaxRegression(settings),
    ...(isRegression(settings) ? [] : [settings]),
    // Of two bands, it would be softmax regression once more.
    ...(settings.ordinal || ordered && names.length > 2
      ? [ordinalRegression(settings)]
      : []),
  ];
  const evaluated: Evaluation[] = [], kept: HeldOutPredictions[] = [];
  for (const kind of kinds) {
    let plan: Omit<EvaluationPlan, "onFold"> = { folds, seeds, ...compared };
    if (predictions !== undefined) {
      const layers = layersOf(
        essays.x.columns,
        kind,
        essays.bands.names.length,
      );
      const model = modelName({ settings: kind, layers }).en;
      const own = new HeldOutPredictions(essays, seeds, model, places.lineOf);
      kept.push(own);
      plan = { ...plan, onHeldOut: (found) => own.add(found) };
    }
    evaluated.push(
      (await evaluateWithProgress(essays, kind, plan, language))!,
    );
  }
  const evaluations = [
    ...evaluated,
    ...evaluated.flatMap(({ median }) => median ?? []),
  ];

  const best = evaluations[bestOf(evaluations)]!;
  const curve = line.values.learningCurve
    ? await curveWithProgress(essays, best, { folds, seeds }, language)
    : undefined;

  const warnings = [
    ...warned,
    ...(line.values.learningCurve && curve === undefined ? [noCurve] : []),
    ...resultWarnings(evaluations),
    ...rareBandWarnings(evaluations, essays.bands.names),
  ];
  const bands = essays.bands.names;

  const hasGroups = essays.groups !== undefined;
  const report = {
    ...{ language, about, bands, evaluations, hasGroups, warnings, places },
    ...{ by, curve },
    excluded: listedProblems(name, excluded),
  };
  if (json) {
    const found = {
      table: name,
      rows: essays.given.length,
      excludedRows: excluded.length,
      features,
      texts: texts === undefined ? null : textSource(texts),
      bands,
      ordered: essays.bands.ordered,
      groups: essays.groups?.count ?? null,
      groupedBy: essays.groups?.columns ?? null,
      sameNumbers: countSameNumbers(essays),
      folds,
      seeds,
      secondLabel: secondLabel ?? null,
      by: by ?? null,
      evaluations: evaluations.map((one) => evaluationJson(one, bands, places)),
      learningCurve: curve === undefined ? null : {
        evaluation: evaluations.indexOf(best),
        ...curve,
      },
      warnings: warnings.map((text) => text[language]),
    };
    console.log(JSON.stringify(found, null, 2));
  } else console.log(evaluationText(report));

  if (predictions !== undefined) {
    await writeWhole(predictions, csvText(predictionRows(kept, bands)));
    console.error(saved({ file: predictions })[language]);
  }
  if (html === undefined && figures === undefined) return;
  const pictures = evaluationPictures(report);
  if (figures !== undefined) {
    const files = await writePictures(figures, pictures);
    console.error(figuresSaved({ files: files.join(", ") })[language]);
  }
  if (html !== undefined) {
    await writeWhole(html, evaluationHtml(report, pictures, args));
    console.error(reportSaved({ file: html })[language]);
  }
}
