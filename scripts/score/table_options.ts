/** Which table is meant, what in it, and how it is to be read. */
import type { Line } from "../cli/command.ts";
import { message, type Text } from "../cli/message.ts";
import { dashed, grouped, Misfit, text, valued } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { ReadTableOptions } from "../table/read_table.ts";
import { foldLabel, plainLabel } from "../table/label_cell.ts";
import { readingOptions } from "../table/reading_options.ts";
import { isWorkbook } from "../workbook/open_workbook.ts";
import { type Bands, type Order, parseBands } from "./essays/bands.ts";
import { type EssayTexts, textFeatureColumns } from "./essays/essay_texts.ts";
import { shipped } from "./essays/shipped.ts";
import { essayTexts, textColumnOptions } from "./text_column_options.ts";

const differentNames: Text = {
  ja: "違う列の名前をコンマで区切ったもの",
  en: "different column names with commas between",
};

function readNames(written: string): readonly string[] {
  const names = written.split(/[,，、]/).map((name) => name.trim());
  if (!names.includes("") && new Set(names).size === names.length) return names;
  throw new Misfit(differentNames);
}

const twoLabels: Text = {
  ja: "違うラベルを低い順にコンマで区切ったもの、または none",
  en: "different labels from low to high with commas between, or none",
};

function readOrder(written: string): Order {
  if (foldLabel(written) === "none") return "none";
  const labels = written.split(/[,，、]/).map(plainLabel);
  const folded = new Set(labels.map(foldLabel));
  if (!folded.has("") && folded.size === labels.length && folded.size > 1) {
    return labels;
  }
  throw new Misfit(twoLabels);
}

/** What a word beside the options is. */
export const tableWord: Text = { ja: "表", en: "table" };

/** Above which heading these options stand. */
export const theTable: Text = { ja: "表", en: "The table" };

/** What a table means, and how it is to be read. */
export const tableOptions = grouped(theTable, {
  features: valued<readonly string[], readonly string[]>({
    takes: "A,B",
    help: {
      ja: "使う列の名前（コンマ区切り）",
      en: "columns to use, with commas between",
    },
    preset: shipped.features,
    shown: shipped.features.join(),
  }, readNames),
  label: text({
    takes: "NAME",
    help: {
      ja: "人がつけた評価の列",
      en: "column of the ratings that people gave",
    },
    preset: shipped.label,
  }),
  bands: valued<Bands>({
    takes: "SPEC",
    help: {
      ja:
        'バンド。"名前=ラベル,ラベル;…" または "名前=60..79;…"。省くとラベルごと',
      en:
        'bands: "name=label,label;..." or "name=60..79;..."; else one for each label',
    },
  }, parseBands),
  order: valued<Order>({
    takes: "LIST",
    help: {
      ja: 'ラベルの低い順（"不可,可,良,優"）。順序がなければ none。省くと自動',
      en:
        'the labels from low to high, "fail,pass,good"; none if they have no order; else found out',
    },
  }, readOrder),
  group: text({
    takes: "COLUMN",
    help: {
      ja: "書き手などの列。値が同じ作文は、学習と評価に分けない",
      en:
        "column of the writers, say: essays with the same value are kept together",
    },
  }),
  ...textColumnOptions,
  ...readingOptions,
});

/** How a table is to be read, and where its bad rows go if they are skipped. */
export type ReadingRequest =
  & Pick<
    ReadTableOptions,
    "encoding" | "separator" | "decimal" | "skipBadRows"
  >
  & { readonly badRows?: string; readonly sheet?: string };

/** A table to read. */
export interface TableRequest {
  /** None for the table that comes with the kit. */
  readonly path?: string;
  /** As it is called on screen. */
  readonly name: string;
  readonly features: readonly string[];
  /** Where some of the features are counted; none where all are columns. */
  readonly texts?: EssayTexts;
  readonly label: string;
  /** None for a band for each label. */
  readonly bands?: Bands;
  /** None where it is to be found out. */
  readonly order?: Order;
  /** The column that says which essays belong together. */
  readonly group?: string;
  readonly reading: ReadingRequest;
}

const labelIsFeature = message({
  ja: "列 {name} が --features と --label の両方にあります。",
  en: "The column {name} is in --features and is the --label too.",
});

const bandsAndOrder: Text = {
  ja: "--bands に書いた順がバンドの順なので、--order は一緒に使えません。",
  en: "--bands gives the order too, so --order cannot be used beside it.",
};

/**
 * The table that is meant: the one named, or the one that comes with the kit.
 */
export function tableRequest(line: Line<typeof tableOptions>): TableRequest {
  const [path] = line.others;
  const { label } = line.values, texts = essayTexts(line);
  const features = requestedFeatures(line, texts);
  if (features.includes(label)) {
    throw new UsageError(labelIsFeature({ name: label }));
  }
  const { order, group } = line.values;
  if (group !== undefined && path === undefined) {
    throw new UsageError(needsTable({ option: "--group" }));
  }
  if (texts !== undefined && path === undefined) {
    throw new UsageError(needsTable({ option: "--text-column" }));
  }
  if (order !== undefined && line.values.bands !== undefined) {
    throw new UsageError(bandsAndOrder);
  }
  const isShipped = order === undefined && path === undefined &&
    label === shipped.label;
  const bands = line.values.bands ??
    (isShipped ? parseBands(shipped.bands) : undefined);
  return {
    ...(path === undefined ? {} : { path }),
    name: path ?? shipped.name,
    features,
    ...(texts === undefined ? {} : { texts }),
    label,
    ...(bands === undefined ? {} : { bands }),
    ...(order === undefined ? {} : { order }),
    ...(group === undefined ? {} : { group }),
    reading: readingRequest(line, path),
  };
}

const countedFeature = message({
  ja: "{name} は本文から数えるので、--features には書けません。",
  en: "{name} is counted in the texts, so it cannot be one of --features.",
});

/** The features that are columns, if any, then those counted in texts. */
function requestedFeatures(
  line: Line<typeof tableOptions>,
  texts: EssayTexts | undefined,
): readonly string[] {
  const { features } = line.values;
  if (texts === undefined) return features;
  const counted = textFeatureColumns(texts);
  if (!line.given("features")) return counted;
  const name = features.find((name) => counted.includes(name));
  if (name !== undefined) throw new UsageError(countedFeature({ name }));
  return [...features, ...counted];
}

/** The first option that says how a table is to be read, if there is one. */
export function givenReadingOption(
  line: Line<typeof readingOptions>,
): string | undefined {
  const keys = Object.keys(readingOptions) as (keyof typeof readingOptions)[];
  const found = keys.find((key) => line.given(key));
  return found === undefined ? undefined : `--${dashed(found)}`;
}

const needsTable = message({
  ja: "{option} は、表を指定したときに使えます。",
  en: "{option} needs a table of your own.",
});

/** How a table is to be read; the one that comes with the kit is not read. */
export function readingRequest(
  line: Line<typeof readingOptions>,
  path: string | undefined,
): ReadingRequest {
  const unused = path === undefined ? givenReadingOption(line) : undefined;
  if (unused !== undefined) {
    throw new UsageError(needsTable({ option: unused }));
  }
  const { encoding, separator, decimal, badRows: asked, sheet } = line.values;
  requireFormat(line, path);
  const skipBadRows = line.values.skipBadRows || asked !== undefined;
  const badRows = skipBadRows && path !== undefined
    ? asked ?? badRowsPath(path)
    : undefined;
  return {
    skipBadRows,
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(badRows === undefined ? {} : { badRows }),
  };
}

const onlyCsv = message({
  ja: "{option} は CSV のためのもので、Excel のブックには使いません。",
  en: "{option} is for CSV and has no use with an Excel workbook.",
});
const onlyWorkbook: Text = {
  ja: "--sheet は Excel のブック（.xlsx）に使います。",
  en: "--sheet needs an Excel workbook (.xlsx).",
};

/** A workbook says itself what a CSV file leaves open, and has sheets. */
function requireFormat(
  line: Line<typeof readingOptions>,
  path: string | undefined,
): void {
  if (path === undefined || !isWorkbook(path)) {
    if (line.given("sheet")) throw new UsageError(onlyWorkbook);
    return;
  }
  for (const key of ["encoding", "separator", "decimal"] as const) {
    if (line.given(key)) throw new UsageError(onlyCsv({ option: `--${key}` }));
  }
}

/** Where bad rows go if nobody says. */
function badRowsPath(name: string): string {
  const file = name.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  return `out/${file}_bad_rows.csv`;
}
