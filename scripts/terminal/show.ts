/** A lesson in the terminal. */
import { unicodeWidth } from "@std/cli";
import type { Language } from "../cli/command_line.ts";
import { pageWidth, wrapText } from "../cli/wrap_text.ts";
import type { Result } from "../lesson/cell.ts";
import { valueText } from "../lesson/value_text.ts";
import { headingOf } from "../lesson/heading.ts";
import { inputLines } from "../lesson/input.ts";
import { relationNames, relationText } from "../lesson/relation.ts";
import { plainFormula } from "./formula.ts";
import { message } from "./messages.ts";
import type { Outcome } from "../lesson/run.ts";

/** How to show. */
export interface ShowOptions {
  readonly language: Language;
  readonly answers: boolean;
  readonly color: boolean;
}

type Style = "bold" | "dim" | "green" | "yellow" | "red" | "cyan";

const styles: Record<Style, readonly [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** Wraps text in a terminal's codes for a style. */
function painter(color: boolean): (style: Style, text: string) => string {
  return (style, text) =>
    color ? `\x1b[${styles[style][0]}m${text}\x1b[${styles[style][1]}m` : text;
}

/** Lines of a cell: a label on the left, the text on the right. */
class Sheet {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #paint: (style: Style, text: string) => string;

  /** The width of the left column follows from the labels that it has to hold. */
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

  /** Adds lines without a label. */
  addLines(...lines: string[]): void {
    this.lines.push(...lines);
  }
}

/** A cell that has run, for the terminal. */
export function showOutcome(outcome: Outcome, options: ShowOptions): string {
  const { cell } = outcome, { language, color } = options;
  const paint = painter(color);
  const hidden = cell.exercise !== undefined && !options.answers;
  const names = hidden ? [] : Object.keys(cell.results);
  const sheet = new Sheet([message(language, "printed"), ...names], color);

  const heading = headingOf(cell, language);
  const rule = "─".repeat(Math.max(2, pageWidth - unicodeWidth(heading) - 4));
  sheet.addLines(
    `${paint("dim", "──")} ${paint("bold", heading)} ${paint("dim", rule)}`,
    "",
  );
  const text = wrapText(cell.text[language], pageWidth - 2).split("\n");
  sheet.addLines(...text.map((line) => `  ${line}`), "");

  if (cell.formula !== undefined) {
    sheet.add(message(language, "formula"), plainFormula(cell.formula));
  }
  if (cell.exercise !== undefined) {
    sheet.addSentence(
      message(language, "question"),
      cell.exercise[language],
      "cyan",
    );
  }
  const inputs = Object.entries(outcome.inputs);
  if (inputs.length > 0) {
    sheet.add(message(language, "inputs"), inputs.map(inputLines).join("\n"));
  }
  if (hidden) {
    sheet.addLines("", `  ${message(language, "answerHidden")}`);
  } else {
    // As far to the left as in its file, so that it needs no more room than there.
    const code = cell.code.split("\n");
    sheet.addLines(
      `  ${paint("dim", message(language, "code"))}`,
      ...code.map((line) => line && `    ${line}`),
    );
    for (const [name, result] of Object.entries(cell.results)) {
      sheet.addLines("", `  ${paint("bold", result.label[language])}`);
      addResult(sheet, outcome, name, result, language);
    }
  }
  sheet.addLines("");
  if (outcome.changed) {
    const note = wrapText(message(language, "changed"), pageWidth - 2);
    sheet.addLines(...note.split("\n").map((line) => `  ${line}`), "");
  }
  for (const erratum of outcome.changed ? [] : cell.errata ?? []) {
    sheet.addSentence(
      message(language, "erratum"),
      erratum.why[language],
      "yellow",
    );
    sheet.addLines("");
  }
  return sheet.lines.join("\n");
}

function addResult(
  sheet: Sheet,
  outcome: Outcome,
  name: string,
  result: Result,
  language: Language,
): void {
  const value = outcome.values[name];
  if (typeof value === "string") sheet.addSentence(name, value, "dim", "bold");
  else sheet.add(name, valueText(value, result.flat), "dim", "bold");
  const comparison = outcome.comparisons[name];
  if (comparison === undefined || result.printed === undefined) return;
  sheet.add(message(language, "printed"), result.printed);
  const { relation } = comparison;
  const met = relation === "identical" || relation === "rounding";
  const sign = met ? "=" : relation === "differs" ? "≠" : "?";
  sheet.addSentence(
    message(language, "comparison"),
    `${sign} ${relationText(outcome.cell, comparison, result)[language]}`,
    "dim",
    met ? "green" : "yellow",
  );
  if (relation !== result.expected) {
    const expected = relationNames[result.expected ?? "differs"][language];
    sheet.addSentence(
      "",
      `! ${message(language, "unexpected", { expected })}`,
      "dim",
      "red",
    );
  }
}
