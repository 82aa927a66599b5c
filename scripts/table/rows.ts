/**
 * Taking a row of a table apart: its numbers and its label, or what is wrong.
 */
import { message, type Text } from "../cli/message.ts";
import type { Header } from "./header.ts";
import { type LabelCheck, Labels } from "./labels.ts";
import {
  type Change,
  type Decimal,
  numberCell,
  refusalText,
} from "./number_cell.ts";

/** What is wrong with a row. */
export interface Problem {
  /** The column; none where the whole row is wrong. */
  readonly column?: string;
  /** What was found, and what is needed. */
  readonly text: Text;
}

/** Something that was done with a row on the way. */
export type RowChange =
  | Change
  | "blankRows"
  | "unreadable"
  | "extraFields"
  | "missingFields";

/** What is wrong with the text of a column; nothing if all is well. */
export type TextCheck = (column: string, cell: string) => Text | undefined;

/** How to take rows apart. */
export interface RowOptions {
  readonly header: Header;
  /** How many of the wanted columns hold numbers; they come first. */
  readonly numbers: number;
  /** Whether the next one holds the label. */
  readonly hasLabel: boolean;
  readonly checkLabel?: LabelCheck | undefined;
  /** What the others are called, which hold texts. */
  readonly texts: readonly string[];
  readonly checkText?: TextCheck | undefined;
  readonly decimal: Decimal;
  /** The line of the row that is being read. */
  readonly line: () => number;
  /** Told of every change, and of the text that was changed. */
  readonly onChange: (change: RowChange, found: string) => void;
}

const wrongCount = message({
  ja:
    '項目が {found} 個あります。1 行目と同じ {needed} 個が必要です（コンマを含む項目は " で囲みます）',
  en:
    "found {found} fields, {needed} are needed as in the first row (a field with a separator in it needs quotes)",
});

/** Takes rows apart, one after another. */
export class RowReader {
  /** The numbers of the row that was read last. */
  readonly numbers: Float64Array;
  /** The key of its label; "" without a label column. */
  label = "";
  /** The labels of all rows. */
  readonly labels: Labels;
  readonly #options: RowOptions;

  constructor(options: RowOptions) {
    this.#options = options;
    this.numbers = new Float64Array(options.numbers);
    this.labels = new Labels(options.decimal, options.checkLabel);
  }

  /** Reads a row, and returns what is wrong with it. */
  read(fields: readonly string[]): readonly Problem[] {
    const { header: { names, indexes }, hasLabel, line } = this.#options;
    const problems = this.#requireLength(fields);
    if (problems.length > 0) return problems;
    const found = (index: number, text: Text | undefined) => {
      if (text !== undefined) problems.push({ column: names[index]!, text });
    };
    for (let i = 0; i < this.numbers.length; i++) {
      const index = indexes[i]!;
      found(index, this.#readNumber(i, fields[index]!));
    }
    const { texts, checkText } = this.#options;
    const firstText = this.numbers.length + Number(hasLabel);
    for (const [i, name] of texts.entries()) {
      const index = indexes[firstText + i]!;
      found(index, checkText?.(name, fields[index]!));
    }
    if (!hasLabel) return problems;
    const index = indexes[this.numbers.length]!, cell = fields[index]!;
    found(index, this.#readLabel(cell));
    if (problems.length === 0) this.labels.read(cell, line).used++;
    return problems;
  }

  /**
   * As many fields as columns; fewer or more only where nothing is lost and
   * nothing can be shifted.
   */
  #requireLength(fields: readonly string[]): Problem[] {
    const { header, onChange } = this.#options, needed = header.names.length;
    if (fields.length >= header.named && fields.length <= needed) return [];
    const more = fields.slice(needed);
    if (fields.length > needed && more.every((field) => field.trim() === "")) {
      onChange("extraFields", fields.join(header.separator));
      return [];
    }
    if (
      fields.length < needed &&
      header.indexes.every((index) => index < fields.length)
    ) {
      onChange("missingFields", fields.join(header.separator));
      return [];
    }
    return [{ text: wrongCount({ found: fields.length, needed }) }];
  }

  #readNumber(i: number, cell: string): Text | undefined {
    const read = numberCell(cell, this.#options.decimal);
    if ("refusal" in read) return refusalText(read.refusal, cell);
    this.numbers[i] = read.value;
    for (const change of read.changes) this.#options.onChange(change, cell);
  }

  #readLabel(cell: string): Text | undefined {
    const { line, onChange } = this.#options;
    const { key, fault, hasComma } = this.labels.read(cell, line);
    this.label = key;
    if (fault === undefined && hasComma) onChange("decimalComma", cell);
    return fault;
  }
}
