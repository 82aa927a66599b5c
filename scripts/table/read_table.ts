/** Reading a teacher's table from a CSV file. */
import { message, type Text } from "../cli/message.ts";
import { BadRows } from "./bad_rows.ts";
import { quoted } from "./file_error.ts";
import { type Header, readHeader, type Separator } from "./header.ts";
import type { LabelCheck } from "./labels.ts";
import { labelNote, Notes } from "./notes.ts";
import { eachRecord, type Place } from "./records.ts";
import { RowLines } from "./row_lines.ts";
import { RowReader, type TextCheck } from "./rows.ts";
import { KeptRecords, NumberColumn, type Table } from "./table.ts";
import { openText, type TextFile } from "./text_file.ts";

/** What to read, and how. */
export interface ReadTableOptions {
  /** The text of the table, where the file holds it in another form. */
  readonly text?: TextFile;
  /** The names of the columns that hold numbers, in this order. */
  readonly numbers: readonly string[];
  /** The name of the column that holds the labels, if that is wanted. */
  readonly label?: string;
  /** The names of columns to keep as text. */
  readonly texts?: readonly string[];
  /** What is wrong with a cell of these columns, which makes a bad row. */
  readonly checkText?: TextCheck;
  /** Whether to keep another column as text, by its name. */
  readonly keepsText?: (name: string) => boolean;
  /** What is wrong with a label, which makes a bad row. */
  readonly checkLabel?: LabelCheck;
  /** What the bytes mean, such as `shift_jis`; found out if not given. */
  readonly encoding?: string;
  /** What stands between two fields; found out if not given. */
  readonly separator?: Separator;
  /**
   * What stands before a number's decimals; see `number_cell.ts` for what holds
   * if not given.
   */
  readonly decimal?: "." | ",";
  /** Whether to go on without bad rows; they are then listed in the table. */
  readonly skipBadRows?: boolean;
  /** Whether to keep every field of every row, to write them out again. */
  readonly keepRecords?: boolean;
  /** Takes the rows in parts; none are kept then. */
  readonly parts?: Parts;
  /** Told now and then how far it is. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Stops reading. */
  readonly signal?: AbortSignal;
}

/**
 * Who takes a table of any length in parts: it is read twice, so that nothing
 * is taken from a table that cannot be used.
 */
export interface Parts {
  /** Looks at some rows, the first time. */
  readonly look?: (part: Table) => void;
  /** Takes some rows, the second time; what it returns is waited for. */
  readonly take: (part: Table) => Promise<void>;
}

/** How far reading is. */
export interface ReadingProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

const nameEncoding: Text = {
  ja: "--encoding で指定してください（例：euc-jp、windows-1252）。",
  en: "name the encoding with --encoding, such as euc-jp or windows-1252",
};

/**
 * Reads a table from a CSV file, as a stream.
 *
 * @param path The file, which is opened once.
 * @param options What to read, and how.
 * @returns The table; without its rows where they were taken in parts.
 * @throws {FileError} If the file or a column is missing, or rows cannot be
 * used.
 */
export async function readTable(
  path: string,
  options: ReadTableOptions,
): Promise<Table> {
  const { numbers, label, texts = [], encoding, separator, parts } = options;
  using file = options.text ?? await openText(path, {
    remedy: nameEncoding,
    mayBeDamaged: true,
    ...(encoding === undefined ? {} : { encoding }),
  });
  const labels = label === undefined ? [] : [label];
  const columns = [...numbers, ...labels, ...texts];
  const header = await readHeader(file, columns, separator);
  const read = (onPart?: PartVisit) =>
    new TableReader(file, header, options, onPart).read();
  if (parts === undefined) return await read();
  const { look, take } = parts;
  const table = await read((part) => look?.(part));
  await read((part) => take({ ...part, decimal: table.decimal }));
  return table;
}

type PartVisit = (part: Table) => void | Promise<void>;

/** So many rows are a part. */
const PART = 10_000;

const someBad = message({
  ja: "{file} の {total} 行のうち {count} 行が使えません：",
  en: "Cannot read {file}: {count} of its {total} rows cannot be used:",
});
const mendOrSkip: Text = {
  ja:
    "直すか、--skip-bad-rows を付けてください。付けると、使えない行は除いて続けます。",
  en: "Mend them, or add --skip-bad-rows to go on without them.",
};
const noRows = message({
  ja: "{file} には使える行がありません。",
  en: "Cannot read {file}: it has no row that can be used, one is needed",
});
const tooManyQuotes = message({
  ja:
    '{file} には引用符（"）の合わない行が多すぎます。CSV として書き出し直してください：',
  en:
    'Cannot read {file}: the quotes (") of too many rows do not fit, write the file as CSV again:',
});
const brokenQuotes: Text = {
  ja:
    '引用符（"）が合いません。項目の中の " は "" と書き、項目全体を " で囲みます',
  en:
    'its quotes (") do not fit: a " inside a field must be doubled, and the field be put in quotes',
};
const readAs = message({
  ja: "{encoding} として読みました（中身から判断。--encoding で変えられます）",
  en: "read as {encoding} (found out from its bytes; --encoding overrides it)",
});
const separatedBy = message({
  ja: "{separator} 区切りとして読みました",
  en: "its fields are separated by {separator}",
});
const semicolon: Text = { ja: "「;」", en: '";"' };
const tab: Text = { ja: "タブ", en: "tabs" };
const skipped = message({
  ja: "使えない {count} 行を除きました",
  en: "rows that cannot be used, skipped: {count}",
});

const lostLabels = message({
  ja: "除いた行にしかないラベルがあり、使われません：{list}",
  en: "labels that stand in skipped rows alone and are lost with them: {list}",
});

/** Rows that were read. */
interface Rows {
  count: number;
  readonly numbers: readonly NumberColumn[];
  /** Their keys. */
  readonly labels: string[];
  readonly texts: readonly string[][];
  readonly records: KeptRecords;
  readonly lines: RowLines;
}

/** Reads the rows of one table. */
class TableReader {
  readonly #file: TextFile;
  readonly #header: Header;
  readonly #options: ReadTableOptions;
  readonly #notes = new Notes();
  readonly #row: RowReader;
  readonly #onPart: PartVisit | undefined;
  readonly #texts: readonly { readonly name: string; readonly index: number }[];
  #rows: Rows;
  readonly #bad: BadRows;
  #record = 0;
  #place: () => Place = () => ({ line: 1, text: "" });

  constructor(
    file: TextFile,
    header: Header,
    options: ReadTableOptions,
    onPart?: PartVisit,
  ) {
    this.#file = file;
    this.#header = header;
    this.#options = options;
    this.#bad = new BadRows(file.path, options.skipBadRows ?? false);
    this.#onPart = onPart;
    const { separator, names, indexes } = header;
    const hasLabel = options.label !== undefined;
    const asked = indexes.slice(options.numbers.length + Number(hasLabel));
    const others = names.flatMap((name, index) =>
      options.keepsText?.(name) && !indexes.includes(index) ? [index] : []
    );
    this.#texts = [...asked, ...others].map((index, i) => ({
      name: options.texts?.[i] ?? names[index]!,
      index,
    }));
    this.#rows = this.#noRows();
    this.#row = new RowReader({
      header,
      numbers: options.numbers.length,
      hasLabel,
      checkLabel: options.checkLabel,
      texts: options.texts ?? [],
      checkText: options.checkText,
      decimal: options.decimal ?? (separator === ";" ? "either" : "."),
      line: () => this.#place().line,
      onChange: (change, found) =>
        this.#notes.count(change, found, this.#place),
    });
  }

  async read(): Promise<Table> {
    const { signal } = this.#options, { path } = this.#file;
    let isHeader = true;
    await this.#each((fields, place) => {
      signal?.throwIfAborted();
      this.#place = place;
      if (fields?.every((field) => field.trim() === "")) {
        this.#notes.count("blankRows", fields.join(""), place);
      } else if (isHeader) isHeader = false;
      else return this.#visit(fields);
    });
    const { count } = this.#bad, total = this.#record;
    if (count > 0 && !this.#options.skipBadRows) {
      const first = someBad({ file: path, count, total });
      throw this.#bad.refusal(first, mendOrSkip);
    }
    if (total === count) throw this.#bad.refusal(noRows({ file: path }));
    if (this.#rows.count > 0) await this.#onPart?.(this.#taken());
    return { ...this.#table(), rows: total - count, notes: this.#allNotes() };
  }

  /** The rows that are there; none are, afterwards. */
  #taken(): Table {
    const part = this.#table();
    this.#rows = this.#noRows();
    return part;
  }

  #noRows(): Rows {
    return {
      count: 0,
      numbers: this.#options.numbers.map(() => new NumberColumn()),
      labels: [],
      texts: this.#texts.map(() => []),
      records: new KeptRecords(),
      lines: new RowLines(),
    };
  }

  #table(): Table {
    const names = this.#row.labels.names();
    const { count, numbers, labels, texts, records, lines } = this.#rows;
    return {
      file: this.#file.path,
      encoding: this.#file.encoding,
      separator: this.#header.separator,
      decimal: this.#options.decimal ??
        (this.#notes.has("decimalComma") ? "," : "."),
      header: this.#header.names,
      rows: count,
      numbers: numbers.map((column) => column.values()),
      texts: this.#texts.map(({ name }, i) => ({ name, cells: texts[i]! })),
      lineOf: (row) => lines.at(row),
      labels: labels.map((key) => names.get(key)!),
      records,
      badRows: this.#bad.kept,
      notes: [],
    };
  }

  async #each(visit: Parameters<typeof eachRecord>[2]): Promise<void> {
    const { onProgress } = this.#options, totalBytes = this.#file.bytes;
    let bytes = 0;
    const pieces = this.#file.pieces((count) => {
      bytes += count;
      onProgress?.({ rows: this.#record, bytes, totalBytes });
    });
    try {
      await eachRecord(pieces, this.#header.separator, visit);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw this.#bad.refusal(tooManyQuotes({ file: this.#file.path }));
    }
    onProgress?.({ rows: this.#record, bytes, totalBytes });
  }

  #visit(read: readonly string[] | undefined): void | Promise<void> {
    this.#record++;
    const { restore } = this.#file;
    const fields = restore === undefined ? read : read?.map(restore);
    if (this.#file.isDamaged) {
      const field = fields?.find((field) => field.includes("\ufffd"));
      if (field !== undefined) {
        this.#notes.count("unreadable", field, this.#place);
      }
    }
    const problems = fields === undefined
      ? [{ text: brokenQuotes }]
      : this.#row.read(fields);
    if (problems.length > 0 || fields === undefined) {
      return this.#bad.add(this.#record, this.#place, problems);
    }
    const { numbers, labels, texts, records, lines } = this.#rows;
    lines.push(this.#place().line);
    for (const [i, column] of numbers.entries()) {
      column.push(this.#row.numbers[i]!);
    }
    if (this.#options.label !== undefined) labels.push(this.#row.label);
    for (const [i, { index }] of this.#texts.entries()) {
      texts[i]!.push(fields[index] ?? "");
    }
    if (this.#options.keepRecords) records.push(fields);
    if (++this.#rows.count === PART && this.#onPart !== undefined) {
      return this.#onPart(this.#taken());
    }
  }

  #allNotes(): Text[] {
    const { encoding, how } = this.#file, { separator, notes } = this.#header;
    const found: Text[] = [];
    if (encoding !== "utf-8" && how !== "asked") {
      found.push(readAs({ encoding }));
    }
    if (separator !== "," && this.#options.separator === undefined) {
      const sign = separator === ";" ? semicolon : tab;
      found.push(separatedBy({ separator: sign }));
    }
    found.push(...notes, ...this.#notes.list());
    const written = this.#row.labels.changed();
    if (written !== undefined) found.push(labelNote(written));
    if (this.#bad.count > 0) found.push(skipped({ count: this.#bad.count }));
    const lost = this.#row.labels.lost();
    if (lost.length > 0) {
      found.push(
        lostLabels({ list: lost.slice(0, 20).map(quoted).join(", ") }),
      );
    }
    return found;
  }
}
