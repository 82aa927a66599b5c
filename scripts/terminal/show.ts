/** A lesson in the terminal. */
import { unicodeWidth } from "@std/cli/unicode-width";
import { type Language, message, type Text } from "../cli/message.ts";
import { pageWidth, wrapText } from "../cli/wrap_text.ts";
import type { Input, Result } from "../lesson/cell.ts";
import { resultText } from "../lesson/value_text.ts";
import { headingOf } from "../lesson/heading.ts";
import { inputLines } from "../lesson/input.ts";
import { relationNames, relationText } from "../lesson/relation.ts";
import type { Outcome } from "../lesson/run.ts";
import { beyondLecture, changedInputs } from "../lesson/words.ts";
import { plainFormula } from "./formula.ts";
import { plainMarkdown } from "./plain_markdown.ts";
import { painter, Sheet } from "./sheet.ts";

/** How to show. */
export interface ShowOptions {
  readonly language: Language;
  readonly answers: boolean;
  /** Whether to show the same in NumPy. */
  readonly numpy: boolean;
  readonly color: boolean;
}

/** What stands on the left. */
const labels = {
  formula: { ja: "式", en: "formula" },
  worked: { ja: "数を入れる", en: "in numbers" },
  code: { ja: "コード", en: "code" },
  inputs: { ja: "入力", en: "inputs" },
  question: { ja: "問題", en: "exercise" },
  printed: { ja: "講義の出力", en: "lecture" },
  comparison: { ja: "比較", en: "compared" },
  erratum: { ja: "訂正", en: "erratum" },
} as const satisfies Record<string, Text>;

const answerHidden: Text = {
  ja: "答えは --answers を付けると表示されます。",
  en: "Add --answers to see the answer.",
};
const unexpected = message({
  ja: "予想と違います：「{expected}」のはずでした",
  en: 'not as expected: it should be "{expected}"',
});

/** A cell that has run, for the terminal. */
export function showOutcome(outcome: Outcome, options: ShowOptions): string {
  const { cell } = outcome, { language, color } = options;
  const paint = painter(color);
  const hidden = cell.exercise !== undefined && !options.answers;
  const names = hidden ? [] : Object.keys(cell.results);
  const sheet = new Sheet([labels.printed[language], ...names], color);

  const heading = headingOf(cell, language);
  const rule = "─".repeat(Math.max(2, pageWidth - unicodeWidth(heading) - 4));
  sheet.addLines(
    `${paint("dim", "──")} ${paint("bold", heading)} ${paint("dim", rule)}`,
    "",
  );
  const beyond = cell.beyond ? `${beyondLecture[language]} ` : "";
  for (const paragraph of plainMarkdown(beyond + cell.text[language])) {
    const lines = wrapText(paragraph, pageWidth - 2).split("\n");
    sheet.addLines(...lines.map((line) => `  ${line}`), "");
  }

  if (cell.formula !== undefined) {
    sheet.addFormula(labels.formula[language], plainFormula(cell.formula));
  }
  const isExercise = cell.exercise !== undefined;
  const addWorked = (): void => {
    const worked = cell.worked?.(outcome.inputs, outcome.values);
    if (worked !== undefined) {
      sheet.addSentences(labels.worked[language], worked);
    }
  };
  if (!isExercise) addWorked();
  if (cell.exercise !== undefined) {
    sheet.addSentence(
      labels.question[language],
      plainMarkdown(cell.exercise[language]).join(" "),
      "cyan",
    );
  }
  const inputs = Object.entries(outcome.inputs);
  if (inputs.length > 0) {
    sheet.add(labels.inputs[language], inputs.map(shownInput).join("\n"));
  }
  if (isExercise && !hidden) addWorked();
  if (hidden) {
    sheet.addLines("", `  ${answerHidden[language]}`);
  } else if (cell.code !== "") {
    // As far to the left as in its file, so that it needs no more room than
    // there.
    const code = cell.code.split("\n");
    sheet.addLines(
      `  ${paint("dim", labels.code[language])}`,
      ...code.map((line) => line && `    ${line}`),
    );
    for (const [name, result] of Object.entries(cell.results)) {
      sheet.addLines("", `  ${paint("bold", result.label[language])}`);
      addResult(sheet, outcome, name, result, language);
    }
  }
  sheet.addLines("");
  if (outcome.changed) {
    const note = wrapText(changedInputs[language], pageWidth - 2);
    sheet.addLines(...note.split("\n").map((line) => `  ${line}`), "");
  }
  if (cell.numpy !== undefined && options.numpy) {
    sheet.addLines(
      `  ${paint("dim", "NumPy")}`,
      ...cell.numpy.code.split("\n").map((line) => line && `    ${line}`),
      "",
    );
  }
  for (const erratum of outcome.changed ? [] : cell.errata ?? []) {
    sheet.addSentence(
      labels.erratum[language],
      erratum.why[language],
      "yellow",
    );
    sheet.addLines("");
  }
  return sheet.lines.join("\n");
}

/** An input as code; a long text is broken where there is a space. */
function shownInput(input: [string, Input]): string {
  const line = inputLines(input);
  return typeof input[1] === "string" ? wrapText(line, 60) : line;
}

function addResult(
  sheet: Sheet,
  outcome: Outcome,
  name: string,
  result: Result,
  language: Language,
): void {
  const value = outcome.values[name];
  const text = resultText(value, result, language);
  if (typeof value === "string") sheet.addSentence(name, text, "dim", "bold");
  else sheet.add(name, text, "dim", "bold");
  const comparison = outcome.comparisons[name];
  if (comparison === undefined || result.printed === undefined) return;
  sheet.add(labels.printed[language], result.printed);
  const { relation } = comparison;
  const met = relation === "identical" || relation === "rounding";
  const sign = met ? "=" : relation === "differs" ? "≠" : "?";
  sheet.addSentence(
    labels.comparison[language],
    `${sign} ${relationText(outcome.cell, comparison, result)[language]}`,
    "dim",
    met ? "green" : "yellow",
  );
  if (relation !== result.expected) {
    const expected = relationNames[result.expected ?? "differs"];
    sheet.addSentence(
      "",
      `! ${unexpected({ expected })[language]}`,
      "dim",
      "red",
    );
  }
}
