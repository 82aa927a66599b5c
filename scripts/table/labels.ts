/** The labels of a column: which cells are one label, and what it is called. */
import type { Text } from "../cli/message.ts";
import { labelCell } from "./label_cell.ts";
import type { Decimal } from "./number_cell.ts";

/** What is wrong with a label: a text with its cell in it; else nothing. */
export type LabelCheck = (label: string, cell: string) => Text | undefined;

/** All cells with the same text. */
interface Cell {
  readonly text: string;
  readonly key: string;
  readonly label: string;
  readonly hasComma: boolean;
  readonly fault: Text | undefined;
  /** The line of the first of them. */
  readonly line: number;
  /** In how many rows that can be used. */
  used: number;
}

const noLabel: Text = {
  ja: "空です。ラベルが必要です",
  en: "found nothing, a label is needed",
};
const unreadable: Text = {
  ja: "読めない文字があります。ラベルが必要です",
  en: "found letters that cannot be read, a label is needed",
};

/** The labels of one column, as they come. */
export class Labels {
  readonly #cells = new Map<string, Cell>();
  readonly #check: LabelCheck;
  readonly #decimal: Decimal;

  constructor(decimal: Decimal, check: LabelCheck = () => undefined) {
    this.#decimal = decimal;
    this.#check = check;
  }

  /** What a cell is; `line` is asked where it was not there before. */
  read(text: string, line: () => number): Cell {
    const known = this.#cells.get(text);
    if (known !== undefined) return known;
    const { key, label, hasComma } = labelCell(text, this.#decimal);
    const fault = label === ""
      ? noLabel
      : label.includes("\ufffd")
      ? unreadable
      : this.#check(label, text);
    const cell = { text, key, label, hasComma, fault, line: line(), used: 0 };
    this.#cells.set(text, cell);
    return cell;
  }

  /**
   * What each label is called, by its key: as most cells have it, and where
   * there are as many, as the first one has it.
   */
  names(): Map<string, string> {
    const counts = new Map<string, Map<string, number>>();
    for (const { key, label, used } of this.#cells.values()) {
      const forms = counts.get(key) ?? new Map<string, number>();
      counts.set(key, forms.set(label, (forms.get(label) ?? 0) + used));
    }
    return new Map([...counts].map(([key, forms]) => {
      const most = Math.max(...forms.values());
      return [key, [...forms].find(([, count]) => count === most)![0]];
    }));
  }

  /**
   * The cells that are written otherwise than their label: how many, and the
   * first.
   */
  changed():
    | { readonly count: number; readonly line: number; readonly found: string }
    | undefined {
    const names = this.names();
    const cells = [...this.#cells.values()].filter((cell) =>
      cell.used > 0 && !cell.hasComma && cell.text !== names.get(cell.key)
    );
    const [first] = cells; // the cells stand in the order of their first lines
    if (first === undefined) return undefined;
    const count = cells.reduce((sum, { used }) => sum + used, 0);
    return { count, line: first.line, found: first.text };
  }

  /**
   * The labels that stand in no row that can be used, though nothing is wrong
   * with them.
   */
  lost(): string[] {
    const names = this.names(), used = new Map<string, number>();
    for (const cell of this.#cells.values()) {
      if (cell.fault !== undefined) continue;
      used.set(cell.key, (used.get(cell.key) ?? 0) + cell.used);
    }
    return [...used].filter(([, count]) => count === 0)
      .map(([key]) => names.get(key)!);
  }
}
