/** From the records of a file to the columns of a table. */
import { decoded, type Encoding } from "./encoding.ts";
import { eachRecord, type Place } from "./records.ts";
import { type Saying, saying } from "./file_error.ts";
import { BadRows } from "./bad_rows.ts";
import { Column } from "./column.ts";
import type { Header } from "./header.ts";
import { KeptRecords } from "./kept_records.ts";
import { Notes } from "./notes.ts";
import { RowReader } from "./rows.ts";
import type { ReadTableOptions, Table } from "./table.ts";
import { tableMessages as messages } from "./table_messages.ts";

/** Reads the rows of one table. */
export class TableReader {
  readonly #file: string;
  readonly #encoding: Encoding;
  readonly #header: Header;
  readonly #options: ReadTableOptions;
  readonly #notes = new Notes();
  readonly #row: RowReader;
  readonly #features: Column[];
  readonly #labels: string[] = [];
  readonly #records = new KeptRecords();
  readonly #bad: BadRows;
  #record = 0;
  #place: () => Place = () => ({ line: 1, text: "" });

  constructor(
    file: string,
    encoding: Encoding,
    header: Header,
    options: ReadTableOptions,
  ) {
    this.#file = file;
    this.#encoding = encoding;
    this.#header = header;
    this.#options = options;
    this.#bad = new BadRows(file, options.skipBadRows ?? false);
    this.#features = options.features.map(() => new Column());
    const { separator } = header;
    this.#row = new RowReader({
      header,
      numbers: options.features.length,
      bands: options.bands,
      decimal: options.decimal ?? (separator === ";" ? "either" : "."),
      onChange: (change, found) =>
        this.#notes.count(change, found, this.#place),
    });
  }

  async read(): Promise<Table> {
    const { signal } = this.#options;
    let isHeader = true;
    await this.#each((fields, place) => {
      signal?.throwIfAborted();
      this.#place = place;
      if (fields?.every((field) => field.trim() === "")) {
        this.#notes.count("blankRows", fields.join(""), place);
      } else if (isHeader) isHeader = false;
      else this.#visit(fields);
    });
    if (this.#bad.count > 0 && !this.#options.skipBadRows) {
      throw this.#bad.refusal(
        saying(messages.badRows, {
          file: this.#file,
          count: this.#bad.count,
          total: this.#record,
        }),
        saying(messages.skip),
      );
    }
    const rows = this.#record - this.#bad.count;
    if (rows === 0) {
      throw this.#bad.refusal(saying(messages.noRows, { file: this.#file }));
    }
    return {
      file: this.#file,
      encoding: this.#encoding.name,
      separator: this.#header.separator,
      decimal: this.#options.decimal ??
        (this.#notes.has("decimalComma") ? "," : "."),
      header: this.#header.names,
      rows,
      features: this.#features.map((column) => column.values()),
      labels: this.#labels,
      records: this.#records,
      badRows: this.#bad.kept,
      notes: this.#allNotes(),
    };
  }

  async #each(visit: Parameters<typeof eachRecord>[2]): Promise<void> {
    const { onProgress } = this.#options, totalBytes = this.#encoding.bytes;
    let bytes = 0;
    const pieces = decoded(this.#file, this.#encoding, (count) => {
      bytes += count;
      onProgress?.({ rows: this.#record, bytes, totalBytes });
    });
    try {
      await eachRecord(pieces, this.#header.separator, visit);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw this.#bad.refusal(
        saying(messages.tooManyQuotes, { file: this.#file }),
      );
    }
    onProgress?.({ rows: this.#record, bytes, totalBytes });
  }

  #visit(fields: readonly string[] | undefined): void {
    this.#record++;
    const problems = fields === undefined
      ? [{ say: saying(messages.quotes) }]
      : this.#row.read(fields);
    if (problems.length > 0 || fields === undefined) {
      return this.#bad.add(this.#record, this.#place, problems);
    }
    for (const [i, column] of this.#features.entries()) {
      column.push(this.#row.numbers[i]!);
    }
    if (this.#options.label !== undefined) this.#labels.push(this.#row.label);
    if (this.#options.keepRecords) this.#records.push(fields);
  }

  #allNotes(): Saying[] {
    const { name, how } = this.#encoding, { separator, notes } = this.#header;
    const found: Saying[] = [];
    if (name !== "utf-8" && how !== "asked") {
      found.push(saying(messages.readAs, { encoding: name }));
    }
    if (separator !== "," && this.#options.separator === undefined) {
      const sign = separator === ";" ? messages.semicolon : messages.tab;
      found.push(saying(messages.separatedBy, { separator: saying(sign) }));
    }
    found.push(...notes, ...this.#notes.list());
    if (this.#bad.count > 0) {
      found.push(saying(messages.skipped, { count: this.#bad.count }));
    }
    return found;
  }
}
