/** `score predict`: the bands of new essays. */
import type { Model } from "kobai";
import seedrandom from "seedrandom";
import { asksForHelp, peek } from "../cli/argument.ts";
import {
  type Command,
  type Line,
  type Options,
  readLine,
} from "../cli/command.ts";
import { helpText } from "../cli/help_text.ts";
import { requestedLanguage } from "../cli/language.ts";
import { message, type Text } from "../cli/message.ts";
import { grouped, number, text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { csvText } from "../table/csv_text.ts";
import { readingOptions } from "../table/reading_options.ts";
import type { Table } from "../table/table.ts";
import { parseBands } from "./essays/bands.ts";
import { essaysOf, featuresOf } from "./essays/essays.ts";
import { defaults, fit } from "./model/fit.ts";
import { makeModel, modelSeed } from "./model/make_model.ts";
import { readModelFile } from "./model/model_file.ts";
import {
  essayFeatures,
  essayText,
  oneEssay,
  textOptions,
} from "./essays/one_essay.ts";
import { openEssays } from "./essays/open_essays.ts";
import { requireOutputs, saved } from "./outputs.ts";
import { predictions } from "./model/prediction.ts";
import { shipped, shippedTable, withoutTable } from "./essays/shipped.ts";
import {
  countedEssay,
  givenFeatures,
  predictedTexts,
  versionNotice,
} from "./essays/predicted_texts.ts";
import { textColumnOptions } from "./text_column_options.ts";
import { unusualFeatures, unusualText } from "./evaluation/warnings.ts";
import {
  givenReadingOption,
  readingRequest,
  tableWord,
  theTable,
} from "./table_options.ts";

/** What `score predict` does, in a line. */
export const predictAbout: Text = {
  ja: "新しい作文のバンドを予測する",
  en: "predict the bands of new essays",
};

const options = {
  ...grouped(theTable, {
    model: text({
      takes: "FILE",
      help: {
        ja: "train で保存したモデル。省くと付属の表で学習する",
        en:
          "a model that train saved; else one of the table that comes with the kit",
      },
    }),
    out: text({
      takes: "FILE",
      help: {
        ja: "予測を書く CSV ファイル。省くと標準出力",
        en: "CSV file for the predictions; else standard output",
      },
    }),
    textColumn: textColumnOptions.textColumn,
    texts: textColumnOptions.texts,
    ...readingOptions,
  }),
  ...textOptions,
};

/** An option for a feature, by whatever name. */
const feature = number({
  takes: "X",
  help: {
    ja: "モデルの特徴量ごとに一つ（例 --words 120 --errors 8）",
    en: "one for each feature of the model (such as --words 120 --errors 8)",
  },
});

/** The command for a model, each of whose features is an option. */
export function predictWith(features: readonly string[]) {
  const own = Object.fromEntries(features.map((name) => [name, feature]));
  return {
    call: {
      ja:
        "deno task score predict [表.csv] [オプション]、または deno task score predict --words 120 --errors 8",
      en:
        "deno task score predict [table.csv] [options], or deno task score predict --words 120 --errors 8",
    },
    about: [predictAbout, withoutTable],
    word: tableWord,
    options,
    own: grouped(oneEssay, own),
    notes: [{
      ja:
        "例：deno task score predict new.csv --model out/model.json --out out/predicted.csv",
      en:
        "Example: deno task score predict new.csv --model out/model.json --out out/predicted.csv",
    }],
  } satisfies Command<Options, number | undefined>;
}

const shippedUsed: Text = {
  ja:
    "--model がないので、付属の MERLIN の作文で学習したモデルを使います。自分の作文に合うとは限りません。",
  en:
    "No --model was given: a model of the MERLIN essays that come with the kit is used. It need not fit your essays.",
};

/** Predicts a table or one essay, and prints what comes out. */
export async function predictCommand(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) {
    const command = predictWith(["FEATURE"]);
    return console.log(helpText(command, requestedLanguage(args)));
  }
  // Which options there are depends on the model, so it is read before them.
  const file = peek(args, "model");
  const { model, notice } = file === undefined ? {} : await readModelFile(file);
  const features = model?.features ?? shipped.features;
  const source = model?.texts;
  const line = readLine(args, predictWith(givenFeatures(features, source)));
  const { language } = line;
  const { out, text, textLanguage } = line.values;
  const given = new Map(
    Object.entries(line.own).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]]
    ),
  );
  const isEssay = text !== undefined || given.size > 0;
  if (isEssay) requireOneEssay(line);
  else if (textLanguage !== undefined) throw new UsageError(needsText);
  const texts = predictedTexts(line, source, isEssay);
  const [path] = line.others, reading = readingRequest(line, path);
  requireOutputs([out, reading.badRows], [], [path, file]);
  const essay = isEssay
    ? source !== undefined
      ? await countedEssay({ given, text }, features, source, language)
      : await essayFeatures(
        { given, text, textLanguage },
        features,
        language,
      )
    : undefined;
  if (model === undefined) console.error(shippedUsed[language]);
  if (notice !== undefined) console.error(notice[language]);
  const otherVersion = source && versionNotice(source);
  if (otherVersion !== undefined) console.error(otherVersion[language]);
  const chosen = model ?? await shippedModel();
  if (essay !== undefined) {
    return console.log(essayText(chosen, essay, language));
  }

  const predicted = new PredictedTable(chosen, out === undefined);
  const read = (write: (piece: string) => Promise<void>) =>
    openEssays({
      ...(path === undefined ? {} : { path }),
      name: path ?? shipped.name,
      features,
      ...(texts === undefined ? {} : { texts }),
      keepRecords: true,
      reading,
      async take(part) {
        for (const piece of predicted.pieces(part)) await write(piece);
      },
    }, language);
  if (out === undefined) await untilClosed(() => read(print));
  else {
    await writeWhole(out, piecesOf(read));
    console.error(saved({ file: out })[language]);
  }
  const { rows, unusual } = predicted;
  if (unusual > 0) console.error(unusualText(unusual, rows)[language]);
}

/** What `score train` makes of the table that comes with the kit. */
async function shippedModel(): Promise<Model> {
  const { features, label } = shipped, bands = parseBands(shipped.bands);
  const essays = essaysOf(shippedTable(features, label), { bands });
  const settings = defaults, seed = "1";
  const fitted = await fit(essays, settings, seedrandom(modelSeed(seed)));
  return makeModel({ features, label, essays, settings, seed, fitted });
}

const needsText: Text = {
  ja: "--text-language は --text と一緒に使います。",
  en: "--text-language needs --text.",
};
const tableOrEssay = message({
  ja: "表（{table}）と作文 1 編の値は一緒に使えません。",
  en: "Give a table ({table}) or the values of one essay, not both.",
});
const notWithEssay = message({
  ja: "{option} は作文 1 編の予測では使えません。",
  en: "{option} cannot be used with a single essay.",
});

/** One essay needs no table, and nothing that belongs to one. */
function requireOneEssay(line: Line<typeof options>): void {
  const [table] = line.others;
  if (table !== undefined) throw new UsageError(tableOrEssay({ table }));
  const option = line.given("out") ? "--out" : givenReadingOption(line);
  if (option !== undefined) throw new UsageError(notWithEssay({ option }));
}

/** A table with its predictions, as CSV, made from one part after another. */
class PredictedTable {
  /** How many rows there were. */
  rows = 0;
  /** How many of them are unlike all that the model learned from. */
  unusual = 0;
  readonly #model: Model;
  /** Whether it is for a screen or a program: commas, and decimal points. */
  readonly #isPlain: boolean;

  constructor(model: Model, isPlain: boolean) {
    this.#model = model;
    this.#isPlain = isPlain;
  }

  /** The text of a part; the header stands in front of the first. */
  pieces(part: Table): Iterable<string> {
    const { separator } = part;
    const rows = this.#rowsOf(part, this.rows === 0);
    if (this.#isPlain) return csvText(rows);
    return csvText(rows, { separator, bom: this.rows === 0 });
  }

  /** Rows as they were, each with its prediction behind it. */
  *#rowsOf(part: Table, isFirst: boolean): Generator<string[]> {
    const { bands } = this.#model;
    const decimal = this.#isPlain ? "." : part.decimal;
    const chances = bands.map(({ name }) => `P(${name})`);
    const added = ["predicted", ...chances, "unusual"];
    // What an earlier prediction added is not there twice.
    const kept = part.header.flatMap((name, i) =>
      added.includes(name) ? [] : [i]
    );
    if (isFirst) yield [...kept.map((i) => part.header[i]!), ...added];
    const first = this.rows;
    this.rows += part.rows;
    let row = -1;
    for (
      const { band, probabilities } of predictions(
        this.#model,
        featuresOf(part),
        first,
      )
    ) {
      const fields = part.records.at(++row);
      const unusual = unusualFeatures(
        this.#model,
        part.numbers.map((column) => column[row]!),
      );
      if (unusual.length > 0) this.unusual++;
      yield [
        ...kept.map((i) => fields[i] ?? ""),
        bands[band]!.name,
        ...probabilities.map((p) => String(p).replace(".", decimal)),
        unusual.join(" "),
      ];
    }
  }
}

/**
 * The pieces that `write` is told of, as they come: whoever takes them is
 * waited for.
 */
async function* piecesOf(
  read: (write: (piece: string) => Promise<void>) => Promise<unknown>,
): AsyncGenerator<string> {
  const { readable, writable } = new TransformStream<string, string>();
  const writer = writable.getWriter();
  const reading = read((piece) => writer.write(piece))
    .then(() => writer.close(), (error) => writer.abort(error));
  yield* readable;
  await reading;
}

async function print(piece: string): Promise<void> {
  const bytes = new TextEncoder().encode(piece);
  for (let from = 0; from < bytes.length;) {
    from += await Deno.stdout.write(bytes.subarray(from));
  }
}

/** Whoever reads what is printed may stop, as `head` does. */
async function untilClosed(printing: () => Promise<unknown>): Promise<void> {
  try {
    await printing();
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
