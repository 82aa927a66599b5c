/** The texts of a table's essays, and what is counted in them. */
import type { TextSource } from "kobai";
import { message, type Text } from "../../cli/message.ts";
import { FileError, quoted } from "../../table/file_error.ts";
import type { Table } from "../../table/table.ts";
import { errorsName, featureNames } from "../../text/feature_names.ts";
import { splitVersion } from "../../text/split_text.ts";
import { WINDOW } from "../../text/diversity.ts";
import {
  featureCounter,
  isShort,
  type TextFeatures,
} from "../../text/text_features.ts";
import { type EssayFile, readEssayFolder } from "./essay_files.ts";

/** Where the texts are, and how they are counted. */
export interface EssayTexts {
  /** The column of the texts; with a folder, that of their files' names. */
  readonly column: string;
  /** A folder in which each essay is a file. */
  readonly folder?: string;
  /** The language of the texts. */
  readonly language: string;
  /** The column of the errors that somebody counted. */
  readonly errors?: string;
}

/** What is kept of how they are counted. */
export function textSource(
  { column, folder, language, errors }: EssayTexts,
): TextSource {
  const files = folder !== undefined;
  return { column, files, language, errors: errors ?? null, ...splitVersion };
}

const counted = message({
  ja:
    "本文から数えた特徴量：言語 {language}、ICU {icu}（数え方の版 {rules}）。",
  en:
    "Features counted in the texts: language {language}, ICU {icu} (rules {rules}).",
});

/** By which word lists texts are counted: others may count otherwise. */
export function countedText({ language }: Pick<EssayTexts, "language">): Text {
  return counted({ language, ...splitVersion });
}

/** What the features of texts are called, as columns of a table. */
export function textFeatureColumns(
  { language, errors }: Pick<EssayTexts, "language" | "errors">,
): string[] {
  const columns = featureNames(language).map(({ column }) => column);
  return errors === undefined
    ? columns
    : [...columns, errorsName(language).column];
}

/** The features of one text, in the order of their columns. */
export function textFeatureValues(
  features: TextFeatures,
  language: string,
  errors?: number,
): number[] {
  const values = featureNames(language).map(({ key }) => features[key]);
  return errors === undefined
    ? values
    : [...values, 100 * errors / features.words];
}

const noWord: Text = {
  ja: "本文がありません。作文の本文が必要です",
  en: "found no word, the text of an essay is needed",
};
const noFile = message({
  ja: "{folder} に {name} がありません。そこにある .txt の名前が必要です",
  en: "found {name}, the name of a .txt in {folder} is needed",
});
const unlisted = message({
  ja: "{folder} の {count} ファイルは表になく、使いません（{list}）",
  en: "files in {folder} that no row names, not used: {count} ({list})",
});

const shortTexts = message({
  ja:
    "{total} 編のうち {count} 編は {window} 語（断片）より短く、MATTR は全体での割合です",
  en:
    "{count} of {total} texts have fewer than {window} words (or pieces): their MATTR is the share in the whole text",
});

/** So many texts are kept between the parts of a table. */
const MOST_KEPT = 20_000;

/** The texts of a table, counted as they are met. */
export class CountedTexts {
  /** The column of the texts, or of their files' names. */
  readonly column: string;
  readonly #where: EssayTexts;
  readonly #files: ReadonlyMap<string, string> | undefined;
  readonly #count: (text: string) => TextFeatures | undefined;
  /** By what stands in their cells. */
  readonly #found = new Map<string, TextFeatures>();
  #rows = 0;
  #short = 0;
  /** The files that no row has named yet. */
  readonly #unnamed: Set<string>;

  private constructor(
    where: EssayTexts,
    files: readonly EssayFile[] | undefined,
  ) {
    this.column = where.column;
    this.#where = where;
    this.#files = files &&
      new Map(files.map(({ name, text }) => [key(name), text]));
    this.#unnamed = new Set(this.#files?.keys());
    this.#count = featureCounter(where.language);
  }

  /**
   * Texts that can be counted.
   *
   * @throws {FileError} If there is a folder and it cannot be read.
   */
  static async at(where: EssayTexts): Promise<CountedTexts> {
    const { folder } = where;
    return new CountedTexts(
      where,
      folder === undefined ? undefined : await readEssayFolder(folder),
    );
  }

  /** What is wrong with a cell of the texts' column. */
  readonly check = (column: string, cell: string): Text | undefined => {
    if (column !== this.column || this.#found.has(cell)) {
      return undefined;
    }
    const text = this.#textOf(cell);
    if (text === undefined) {
      return noFile({ name: quoted(cell), folder: this.#where.folder! });
    }
    const features = this.#count(text);
    if (features === undefined) return noWord;
    this.#found.set(cell, features);
    return undefined;
  };

  /** The features of each row of a table that was read with `check`. */
  featuresIn(table: Table): TextFeatures[] {
    return this.#cellsOf(table).map((cell) => this.#found.get(cell)!);
  }

  /**
   * A table with the features of its texts behind its other numbers, the last
   * of which are the errors, if they were counted.
   */
  addTo(table: Table): Table {
    const { language, errors } = this.#where;
    const counted = errors === undefined ? undefined : table.numbers.at(-1)!;
    const rows = this.featuresIn(table).map((features, row) =>
      textFeatureValues(features, language, counted?.[row])
    );
    const others = counted === undefined
      ? table.numbers
      : table.numbers.slice(0, -1);
    const columns = textFeatureColumns(this.#where)
      .map((_, i) => Float64Array.from(rows, (values) => values[i]!));
    return {
      ...table,
      numbers: [...others, ...columns],
      texts: [...table.texts, ...this.#contents(table)],
    };
  }

  /** Looks at the rows of a table, or of a part of it, for `notes`. */
  see(table: Table): void {
    this.#rows += table.rows;
    this.#short += this.featuresIn(table).filter(isShort).length;
    for (const cell of this.#cellsOf(table)) {
      this.#unnamed.delete(key(cell));
      this.#unnamed.delete(key(`${cell.trim()}.txt`));
    }
  }

  /** Forgets what was counted in parts of a table, if it is much. */
  forget(): void {
    if (this.#found.size > MOST_KEPT) this.#found.clear();
  }

  /** Texts that are short for their MATTR, and files that no row names. */
  notes(): Text[] {
    const count = this.#short;
    const short = count === 0
      ? []
      : [shortTexts({ count, total: this.#rows, window: WINDOW })];
    return [...short, ...this.#unlisted()];
  }

  #unlisted(): Text[] {
    const others = [...this.#unnamed];
    if (others.length === 0) return [];
    const list = others.slice(0, 10).join(", ") +
      (others.length > 10 ? ", …" : "");
    return [
      unlisted({ folder: this.#where.folder!, count: others.length, list }),
    ];
  }

  #cellsOf({ texts }: Table): readonly string[] {
    return texts.find(({ name }) => name === this.column)!.cells;
  }

  #textOf(cell: string): string | undefined {
    if (this.#files === undefined) return cell;
    return this.#files.get(key(cell)) ??
      this.#files.get(key(`${cell.trim()}.txt`));
  }

  /** The same essay may stand in two files. */
  #contents(table: Table): Table["texts"] {
    if (this.#files === undefined) return [];
    const cells = this.#cellsOf(table).map((cell) => this.#textOf(cell)!);
    return [{ name: "text", cells }];
  }
}

/** Some systems keep accents apart in the names of files. */
function key(name: string): string {
  return name.trim().normalize("NFC");
}

/**
 * The features of one text.
 *
 * @throws {FileError} If there is no word in it.
 */
export function requireFeatures(
  { name, text }: EssayFile,
  language: string,
): TextFeatures {
  const features = featureCounter(language)(text);
  if (features === undefined) throw new FileError(emptyText({ file: name }));
  return features;
}

const emptyText = message({
  ja: "{file} には語がありません。作文の本文が必要です。",
  en:
    "Cannot use {file}: there is no word in it, the text of an essay is needed",
});
