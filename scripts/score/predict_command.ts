/** `score predict`: the bands of new essays. */
import type { Model } from "kobai";
import seedrandom from "seedrandom";
import { requestedLanguage } from "../cli/command_line.ts";
import { Options } from "../cli/options.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { csvText } from "../table/csv_text.ts";
import { parseBands } from "../table/bands.ts";
import { essaysOf, featuresOf } from "./essays.ts";
import { defaults, fit } from "./fit.ts";
import { makeModel, modelSeed } from "./make_model.ts";
import { message } from "./messages.ts";
import { readModelFile } from "./model_file.ts";
import { essayFeatures, essayText } from "./one_essay.ts";
import { predict } from "./prediction.ts";
import { openTable } from "./open_table.ts";
import {
  givenReadingOption,
  readingOptions,
  tableRequest,
  usage,
} from "./request.ts";
import { requireOutputs } from "./require.ts";
import { shipped, shippedTable } from "./shipped.ts";
import type { Table } from "../table/table.ts";
import { usageText } from "./usage.ts";

const { flags } = readingOptions;
const values = [
  ...["model", "out", "text", "text-language"],
  ...readingOptions.values,
];

/** Predicts a table or one essay, and prints what comes out. */
export async function predictCommand(args: readonly string[]): Promise<void> {
  if (args.some((arg) => arg === "--help" || arg === "-h")) {
    return console.log(usageText("predict", requestedLanguage(args)));
  }
  const file = modelOption(args);
  const model = file === undefined
    ? await shippedModel()
    : await readModelFile(file);
  // Each feature is an option, unless there is one of that name anyway.
  const taken: readonly string[] = ["help", "lang", ...flags, ...values];
  const own = model.features.filter((name) => !taken.includes(name));
  const options = new Options(args, { flags, values: [...values, ...own] });
  const { language } = options;
  const isEssay = ["text", ...own].some((name) =>
    options.value(name) !== undefined
  );
  if (isEssay) requireOneEssay(options);
  else if (options.value("text-language") !== undefined) {
    throw usage(options, "needsText", { option: "text-language" });
  }
  const request = tableRequest(options), { path, name, reading } = request;
  const out = options.value("out");
  requireOutputs(options, [out, reading.badRows], [], [path, file]);
  const essay = isEssay
    ? await essayFeatures(options, model.features)
    : undefined;
  if (file === undefined) console.error(message(language, "shippedModel"));
  if (essay !== undefined) {
    return console.log(essayText(model, essay, language));
  }

  const table = await openTable({
    ...path === undefined ? {} : { path },
    ...{ name, features: model.features, keepRecords: true },
    reading,
  }, language);
  if (out === undefined) {
    return await print(csvText(predictedRows(model, table, ".")));
  }
  const { separator, decimal } = table;
  const rows = predictedRows(model, table, decimal);
  await writeWhole(out, csvText(rows, { separator, bom: true }));
  console.error(message(language, "saved", { file: out }));
}

/** Which options there are depends on the model, so its own option is read before them. */
function modelOption(args: readonly string[]): string | undefined {
  const last = args.findLastIndex((arg) => /^--model(=|$)/.test(arg));
  if (last < 0) return undefined;
  const value = args[last]!.split(/=(.*)/s)[1] ?? args[last + 1];
  // What is missing is refused with all other options.
  return value === "" || value?.startsWith("-") ? undefined : value;
}

/** What `score train` makes of the table that comes with the kit. */
async function shippedModel(): Promise<Model> {
  const { features, label } = shipped, bands = parseBands(shipped.bands);
  const essays = essaysOf(shippedTable(features, label), bands);
  const { x, labels } = essays, classes = bands.names.length, seed = "1";
  const fitted = await fit(
    { x, labels, classes },
    defaults,
    seedrandom(modelSeed(seed)),
  );
  const settings = defaults;
  return makeModel({ features, label, essays, settings, seed, fitted });
}

/** One essay needs no table, and nothing that belongs to one. */
function requireOneEssay(options: Options): void {
  const [table] = options.others;
  if (table !== undefined) throw usage(options, "tableOrEssay", { table });
  const unused = options.value("out") === undefined
    ? givenReadingOption(options)
    : "out";
  if (unused !== undefined) {
    throw usage(options, "notWithEssay", { option: unused });
  }
}

/** The rows of a table as they were, each with its prediction behind it. */
function* predictedRows(
  model: Model,
  table: Table,
  decimal: "." | ",",
): Generator<string[]> {
  const { bands } = model;
  yield [
    ...table.header,
    "predicted",
    ...bands.map(({ name }) => `P(${name})`),
  ];
  let row = 0;
  for (const { band, probabilities } of predict(model, featuresOf(table))) {
    const fields = table.records.at(row++);
    while (fields.length < table.header.length) fields.push("");
    fields.length = table.header.length; // what is beyond them is empty
    yield [
      ...fields,
      bands[band]!.name,
      ...probabilities.map((probability) =>
        probability.toFixed(4).replace(".", decimal)
      ),
    ];
  }
}

/** Prints pieces of text; whoever reads them may stop, as `head` does. */
async function print(pieces: Iterable<string>): Promise<void> {
  const encoder = new TextEncoder();
  try {
    for (const piece of pieces) {
      const bytes = encoder.encode(piece);
      for (let from = 0; from < bytes.length;) {
        from += await Deno.stdout.write(bytes.subarray(from));
      }
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
