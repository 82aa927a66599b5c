/** Taking a row of a table apart: its numbers and its label, or what is wrong with it. */
import { quoted, type Saying, saying } from "./file_error.ts";
import { bandOf, type Bands, plainLabel } from "./bands.ts";
import type { Header } from "./header.ts";
import {
  type Change,
  type Decimal,
  numberCell,
  type Refusal,
} from "./number_cell.ts";
import { plainText } from "./plain_text.ts";
import { tableMessages as messages } from "./table_messages.ts";

/** What is wrong with a row. */
export interface Problem {
  /** The column; none where the whole row is wrong. */
  readonly column?: string;
  /** What was found, and what is needed. */
  readonly say: Saying;
}

/** Something that was done with a row on the way. */
export type RowChange =
  | Change
  | "label"
  | "blankRows"
  | "extraFields"
  | "missingFields";

/** How to take rows apart. */
export interface RowOptions {
  readonly header: Header;
  /** How many of the wanted columns hold numbers; one that follows them holds the label. */
  readonly numbers: number;
  readonly bands?: Bands | undefined;
  readonly decimal: Decimal;
  /** Told of every change, and of the text that was changed. */
  readonly onChange: (change: RowChange, found: string) => void;
}

/** A label that has been seen. */
interface Label {
  readonly label: string;
  /** Whether a band has it. */
  readonly known: boolean;
  /** How it had to be changed to be compared. */
  readonly change: RowChange | undefined;
}

const refusals: Readonly<
  Record<Refusal, typeof messages[keyof typeof messages]>
> = {
  empty: messages.emptyCell,
  notANumber: messages.notANumber,
  comma: messages.comma,
  ambiguous: messages.ambiguous,
  tooLarge: messages.tooLarge,
};

/** Takes rows apart, one after another. */
export class RowReader {
  /** The numbers of the row that was read last. */
  readonly numbers: Float64Array;
  /** Its label; "" without a label column. */
  label = "";
  readonly #options: RowOptions;
  /** Labels as they stand in the file, and as they are compared. */
  readonly #labels = new Map<string, Label>();

  constructor(options: RowOptions) {
    this.#options = options;
    this.numbers = new Float64Array(options.numbers);
  }

  /** Reads a row, and returns what is wrong with it. */
  read(fields: readonly string[]): readonly Problem[] {
    const { header } = this.#options;
    const problems: Problem[] = this.#requireLength(fields);
    if (problems.length > 0) return problems;
    for (const [i, index] of header.indexes.entries()) {
      const cell = fields[index]!;
      const problem = i < this.numbers.length
        ? this.#readNumber(i, cell)
        : this.#readLabel(cell);
      if (problem !== undefined) {
        problems.push({ column: header.names[index]!, say: problem });
      }
    }
    return problems;
  }

  /** As many fields as columns; fewer or more only where nothing is lost and nothing can be shifted. */
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
    return [{ say: saying(messages.fields, { found: fields.length, needed }) }];
  }

  #readNumber(i: number, cell: string): Saying | undefined {
    const read = numberCell(cell, this.#options.decimal);
    if ("refusal" in read) {
      return saying(refusals[read.refusal], { found: quoted(cell) });
    }
    this.numbers[i] = read.value;
    for (const change of read.changes) this.#options.onChange(change, cell);
  }

  #readLabel(cell: string): Saying | undefined {
    const { bands, onChange } = this.#options;
    let known = this.#labels.get(cell);
    if (known === undefined) {
      const pointed = this.#withPoint(cell);
      const label = plainLabel(pointed);
      known = {
        label,
        known: bands === undefined || bandOf(bands, label) !== undefined,
        change: pointed !== cell
          ? "decimalComma"
          : label !== cell
          ? "label"
          : undefined,
      };
      this.#labels.set(cell, known);
    }
    this.label = known.label;
    if (known.label === "") return saying(messages.emptyLabel);
    if (!known.known) {
      const list = bands!.labels.flat().slice(0, 20).map(quoted).join(", ");
      return saying(messages.noBand, { found: quoted(cell), bands: list });
    }
    if (known.change !== undefined) onChange(known.change, cell);
  }

  /** A label such as the grade `1,3` with a decimal point, where commas may stand for it. */
  #withPoint(cell: string): string {
    if (this.#options.decimal === ".") return cell;
    const [, whole, part] =
      plainText(cell).match(/^\s*([+-]?\d+),(\d{1,2})\s*$/) ?? [];
    return whole === undefined ? cell : `${whole}.${part}`;
  }
}
