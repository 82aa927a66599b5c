/** Lines in two columns, and styles for them. */
import { unicodeWidth } from "@std/cli/unicode-width";
import { pageWidth, wrapText } from "../cli/wrap_text.ts";

/** How a part of a line looks. */
export type Style = "bold" | "dim" | "green" | "yellow" | "red" | "cyan";

const styles: Record<Style, readonly [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** Wraps text in a terminal's codes for a style. */
export function painter(
  color: boolean,
): (style: Style, text: string) => string {
  return (style, text) =>
    color ? `\x1b[${styles[style][0]}m${text}\x1b[${styles[style][1]}m` : text;
}

/** Lines of a cell: a label on the left, the text on the right. */
export class Sheet {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #paint: (style: Style, text: string) => string;

  /**
   * The width of the left column follows from the labels that it has to hold.
   */
  constructor(labels: readonly string[], color: boolean) {
    this.#width = 2 +
      Math.max(10, ...labels.map((label) => unicodeWidth(label)));
    this.#paint = painter(color);
  }

  /** Adds a text as it is, its further lines below the first. */
  add(
    label: string,
    text: string,
    labelStyle: Style = "dim",
    textStyle?: Style,
  ): void {
    const lines = text.split("\n")
      .map((line) =>
        textStyle === undefined ? line : this.#paint(textStyle, line)
      );
    const gap = " ".repeat(this.#width - unicodeWidth(label));
    const indent = " ".repeat(2 + this.#width);
    this.lines.push(`  ${this.#paint(labelStyle, label)}${gap}${lines[0]}`);
    this.lines.push(...lines.slice(1).map((line) => line && indent + line));
  }

  /** Adds a sentence, broken where the page ends. */
  addSentence(
    label: string,
    text: string,
    labelStyle: Style = "dim",
    textStyle?: Style,
  ): void {
    this.add(
      label,
      wrapText(text, pageWidth - 2 - this.#width),
      labelStyle,
      textStyle,
    );
  }

  /** Adds lines, each broken where the page ends. */
  addSentences(label: string, text: string): void {
    const room = pageWidth - 2 - this.#width;
    const lines = text.split("\n").map((line) => wrapText(line, room));
    this.add(label, lines.join("\n"));
  }

  /** Adds a formula, its parts below each other where they do not fit. */
  addFormula(label: string, text: string): void {
    const room = pageWidth - 2 - this.#width;
    const lines = text.split("\n");
    const fits = lines.every((line) => unicodeWidth(line) <= room);
    // Parts that stand beside each other are this far apart.
    this.add(label, fits ? text : text.replaceAll(/ {5}/g, "\n"));
  }

  /** Adds lines without a label. */
  addLines(...lines: string[]): void {
    this.lines.push(...lines);
  }
}
