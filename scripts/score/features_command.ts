/** `score features`: what can be counted in essays. */
import { align } from "../cli/align.ts";
import {
  type Command,
  type Line,
  type Options,
  readLine,
} from "../cli/command.ts";
import { helpText } from "../cli/help_text.ts";
import { type Language, message, type Text } from "../cli/message.ts";
import { flag, grouped, text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { csvText } from "../table/csv_text.ts";
import { readingOptions } from "../table/reading_options.ts";
import type { Separator } from "../table/header.ts";
import { WINDOW } from "../text/diversity.ts";
import { errorsName, featureNames } from "../text/feature_names.ts";
import { hasPieces, splitVersion } from "../text/split_text.ts";
import {
  isShort,
  LONG_PIECE,
  LONG_WORD,
  type TextFeatures,
} from "../text/text_features.ts";
import {
  isFolder,
  readEssayFile,
  readEssayFolder,
} from "./essays/essay_files.ts";
import {
  CountedTexts,
  requireFeatures,
  textFeatureColumns,
  textFeatureValues,
} from "./essays/essay_texts.ts";
import { theResult } from "./evaluate_command.ts";
import { decimals } from "./report/numbers.ts";
import { openTable } from "./essays/open_table.ts";
import { requireOutputs, saved } from "./outputs.ts";
import { readingRequest, theTable } from "./table_options.ts";
import { essayTexts, textColumnOptions } from "./text_column_options.ts";

/** What `score features` does, in a line. */
export const featuresAbout: Text = {
  ja: "作文の本文から、語数や語彙の豊かさなどを数える",
  en: "count words, their variety and their length in the texts of essays",
};

export const features = {
  call: {
    ja:
      "deno task score features <表.csv | フォルダ | 作文.txt> --text-language ja [オプション]",
    en:
      "deno task score features <table.csv | folder | essay.txt> --text-language en [options]",
  },
  about: [featuresAbout],
  word: {
    ja: "表かフォルダか作文",
    en: "table, folder or essay",
  },
  options: {
    ...grouped(theTable, { ...textColumnOptions, ...readingOptions }),
    ...grouped(theResult, {
      json: flag({ ja: "JSON で出力する", en: "print JSON" }),
      out: text({
        takes: "FILE",
        help: {
          ja: "数えた結果を書く CSV ファイル",
          en: "CSV file for what was counted",
        },
      }),
    }),
  },
  notes: [{
    ja:
      "例：deno task score features essays.csv --text-column 本文 --text-language ja",
    en:
      "Example: deno task score features essays.csv --text-column text --text-language de",
  }],
} satisfies Command<Options>;

/** What was counted, and the rows that it goes to. */
interface Counted {
  readonly language: string;
  /** The column of the names, and of the errors in a hundred words. */
  readonly header: readonly string[];
  readonly essays: readonly {
    readonly name: string;
    /** The fields in front of what was counted, in a CSV file. */
    readonly fields: readonly string[];
    readonly features: TextFeatures;
    readonly errors?: number;
  }[];
  readonly hasErrors: boolean;
  readonly separator?: Separator;
  readonly decimal?: "." | ",";
}

/** Counts, and prints what was found. */
export async function featuresCommand(args: readonly string[]): Promise<void> {
  const line = readLine(args, features), { language } = line;
  if (line.help) return console.log(helpText(features, language));
  const [path] = line.others, { json, out, texts } = line.values;
  if (path === undefined) throw new UsageError(nothingNamed);
  const isTable = line.given("textColumn") || texts !== undefined;
  const reading = readingRequest(line, path);
  requireOutputs([out, reading.badRows], [], [path]);
  const counted = isTable
    ? await countTable(line, path)
    : await countFiles(line, path);
  if (out !== undefined) {
    const { separator = ",", decimal = "." } = counted;
    await writeWhole(
      out,
      csvText(csvRows(counted, decimal), { separator, bom: true }),
    );
    console.error(saved({ file: out })[language]);
  }
  console.log(json ? jsonOf(counted, path) : shown(counted, language));
}

const nothingNamed: Text = {
  ja:
    "表（--text-column と一緒に）、フォルダ、または作文の .txt を書いてください。",
  en: "Name a table (with --text-column), a folder or the .txt of an essay.",
};
const needsColumn = message({
  ja: "{file} を表として読むには、本文の列を --text-column に書いてください。",
  en: "To read {file} as a table, name the column of the texts: --text-column.",
});
const needsLanguage: Text = {
  ja: "--text-language に作文の言語を書いてください（de、en、ja など）。",
  en:
    "--text-language is needed: the language of the essays (de, en or ja, say).",
};
const needsTable: Text = {
  ja: "--errors-column は表と --text-column に使います。",
  en: "--errors-column needs a table and --text-column.",
};

async function countTable(
  line: Line<typeof features.options>,
  path: string,
): Promise<Counted> {
  const texts = essayTexts(line)!, { errors, language } = texts;
  const counting = await CountedTexts.at(texts);
  const table = await openTable({
    path,
    name: path,
    features: errors === undefined ? [] : [errors],
    counting,
    keepRecords: true,
    reading: readingRequest(line, path),
  }, line.language);
  const added = [...textFeatureColumns(texts), SHORTER];
  // What an earlier count added is not there twice.
  const kept = table.header.flatMap((name, i) =>
    added.includes(name) ? [] : [i]
  );
  const cells = table.texts.find(({ name }) => name === texts.column)!.cells;
  return {
    language,
    header: kept.map((i) => table.header[i]!),
    essays: counting.featuresIn(table).map((features, row) => {
      const fields = table.records.at(row);
      const one = {
        name: texts.folder === undefined ? `${row + 1}` : cells[row]!.trim(),
        fields: kept.map((i) => fields[i] ?? ""),
        features,
      };
      if (errors === undefined) return one;
      const count = table.numbers[0]![row]!;
      return { ...one, errors: 100 * count / features.words };
    }),
    hasErrors: errors !== undefined,
    separator: table.separator,
    decimal: table.decimal,
  };
}

async function countFiles(
  line: Line<typeof features.options>,
  path: string,
): Promise<Counted> {
  const { textLanguage: language, errorsColumn } = line.values;
  const folder = isFolder(path);
  if (!folder && !/\.txt$/i.test(path)) {
    throw new UsageError(needsColumn({ file: path }));
  }
  if (language === undefined) throw new UsageError(needsLanguage);
  if (errorsColumn !== undefined) throw new UsageError(needsTable);
  const files = folder
    ? await readEssayFolder(path)
    : [await readEssayFile(path)];
  return {
    language,
    header: ["file"],
    essays: files.map((file) => ({
      name: file.name,
      fields: [file.name],
      features: requireFeatures(file, language),
    })),
    hasErrors: false,
  };
}

const SHORTER = "shorter_than_window";

function* csvRows(
  { header, essays, language, hasErrors }: Counted,
  decimal: "." | ",",
): Generator<string[]> {
  const errors = hasErrors ? [errorsName(language).column] : [];
  const columns = featureNames(language).map(({ column }) => column);
  yield [...header, ...columns, ...errors, SHORTER];
  for (const { fields, features, errors } of essays) {
    const values = [
      ...textFeatureValues(features, language),
      ...(errors === undefined ? [] : [errors]),
    ];
    yield [
      ...fields,
      ...values.map((value) => String(value).replace(".", decimal)),
      isShort(features) ? "1" : "0",
    ];
  }
}

function jsonOf(counted: Counted, source: string): string {
  const { language, essays } = counted, errorsKey = errorsName(language).column;
  return JSON.stringify(
    {
      source,
      language,
      window: WINDOW,
      ...splitVersion,
      essays: essays.map(({ name, features, errors }) => ({
        name,
        ...Object.fromEntries(
          featureNames(language).map(({ key, column }) => [
            column,
            features[key],
          ]),
        ),
        ...(errors === undefined ? {} : { [errorsKey]: errors }),
        shorterThanWindow: isShort(features),
      })),
    },
    null,
    2,
  );
}

const essay: Text = { ja: "作文", en: "essay" };
const howCounted = message({
  ja:
    "{spoken}として数えました（ICU {icu}）。ギロー指数は長い作文ほど大きくなるので、同じくらいの長さの作文だけを比べられます。MATTR は続く {window} {unit}ごとの異なりの割合の平均で、長さによりません。長い{unit}は {long} 字以上の割合です。",
  en:
    "Counted as {spoken} (ICU {icu}). Guiraud's index grows with the length, so it compares essays of like length alone; MATTR, the mean share of different {unit} in {window} that follow each other, does not. Long {unit} have {long} letters or more: their share.",
});
const pieces: Text = {
  ja: "断片は、辞書で区切った文字の並びで、語より小さいことがあります。",
  en:
    "Pieces are what a word list finds where no spaces stand; they may be less than words.",
};
const shorter = message({
  ja: "* {window} {unit}より短い作文：全体での割合で、ほかとは比べられません。",
  en:
    "* Shorter than {window} {unit}: the share in the whole text, which compares with no other.",
});

/** A table for people, and how to read it. */
function shown(counted: Counted, language: Language): string {
  const { essays, hasErrors } = counted, spoken = counted.language;
  const names = featureNames(spoken);
  const isPieces = hasPieces(spoken);
  const unit = isPieces
    ? { ja: "断片", en: "pieces" }
    : { ja: "語", en: "words" };
  const head = [
    essay[language],
    ...names.map(({ shown }) => shown[language]),
    ...(hasErrors ? [errorsName(spoken).shown[language]] : []),
  ];
  const rows = essays.map(({ name, features, errors }) => [
    name,
    ...names.map(({ key }) => cell(features, key)),
    ...(errors === undefined ? [] : [decimals(errors, 1)]),
  ]);
  const about = howCounted({
    spoken: new Intl.DisplayNames(language, { type: "language" }).of(spoken)!,
    icu: splitVersion.icu,
    window: WINDOW,
    unit,
    long: isPieces ? LONG_PIECE : LONG_WORD,
  });
  return [
    align([head, ...rows]),
    "",
    about[language],
    ...(isPieces ? [pieces[language]] : []),
    ...(essays.some(({ features }) => isShort(features))
      ? [shorter({ window: WINDOW, unit })[language]]
      : []),
  ].join("\n");
}

const DIGITS: Readonly<Record<keyof TextFeatures, number>> = {
  words: 0,
  sentences: 0,
  types: 0,
  guiraud: 2,
  mattr: 3,
  sentenceLength: 1,
  wordLength: 2,
  longWords: 3,
};

function cell(features: TextFeatures, key: keyof TextFeatures): string {
  const mark = key === "mattr" && isShort(features) ? "*" : "";
  return mark + decimals(features[key], DIGITS[key]);
}
