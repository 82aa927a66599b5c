/** A cell of a lesson as the cells of a notebook. */
import { type Language, message, type Text } from "../cli/message.ts";
import { drawPicture } from "../figures/draw.ts";
import type { Erratum } from "../lesson/cell.ts";
import { bothNumbers } from "../lesson/erratum.ts";
import { numberOf } from "../lesson/heading.ts";
import { pictureId, pictureOf } from "../lesson/picture.ts";
import { relationText } from "../lesson/relation.ts";
import type { Outcome } from "../lesson/run.ts";
import {
  beyondLecture,
  correction,
  inNumPy,
  lecturesWay,
  question,
  rightWay,
} from "../lesson/words.ts";
import { cellCode, inputsCode } from "./code.ts";
import { block, escapeMarkdown, safeMarkdown } from "./markdown.ts";
import { valueText } from "../lesson/value_text.ts";
import { outputOf } from "./outputs.ts";
import { code, markdown, type NotebookCell } from "./format.ts";

const yourTurn: Text = {
  ja: "ここに書いてください",
  en: "Your code goes here",
};
const answer: Text = { ja: "答え", en: "Answer" };

/** Above what was printed. */
const printed: Text = { ja: "講義の出力", en: "printed in the lecture" };
/** Before a comparison, which stays as it is when a reader changes an input. */
const compared = message({
  ja: "もとの入力で計算した値との比較　{relation}",
  en: "Compared with the value for the original inputs: {relation}",
});
const means = message({
  ja: "{word} は「{meaning}」という意味です。",
  en: "{word} means “{meaning}”.",
});

/** What becomes of the answers to exercises: folded, or left out. */
export type Answers = "fold" | "omit";

/** What stands in a notebook for a cell that has run. */
export function cellParts(
  outcome: Outcome,
  language: Language,
  answers: Answers,
): NotebookCell[] {
  const { cell } = outcome;
  const name = numberOf(cell);
  const labels = Object.fromEntries(
    Object.entries(cell.results).map((
      [key, { label }],
    ) => [key, label[language]]),
  );
  const values = Object.fromEntries(
    Object.keys(cell.results).map((key) => [key, outcome.values[key]]),
  );
  const remarks = remarksOf(outcome, language);
  const after = remarks === "" ? [] : [markdown(`${name}-remarks`, remarks)];
  const before = introduction(outcome, language);
  if (cell.code === "") return [before, ...after];
  if (cell.exercise === undefined) {
    const output = outputOf(values);
    return [
      before,
      code(`${name}-code`, cellCode(cell, labels), [output]),
      ...after,
    ];
  }
  const start = `${inputsCode(cell)}\n\n// ${yourTurn[language]}`;
  return [
    before,
    code(`${name}-start`, start.trim(), []),
    ...(answers === "fold"
      ? [markdown(`${name}-answer`, answerText(outcome, language))]
      : []),
    ...after,
  ];
}

/** An answer in a fold that every reader of notebooks knows, as it is HTML. */
function answerText(outcome: Outcome, language: Language): string {
  const { cell, inputs, values } = outcome;
  return [
    `<details><summary>${answer[language]}</summary>`,
    ...(cell.worked === undefined ? [] : [block(cell.worked(inputs, values))]),
    block(cell.code, "typescript"),
    ...Object.entries(cell.results).flatMap(([name, { label }]) => [
      `**${name}** ${escapeMarkdown(label[language])}`,
      block(valueText(values[name])),
    ]),
    ...workRemarks(outcome, language),
    "</details>",
  ].join("\n\n");
}

/** Heading, text, formula, picture and question. */
function introduction(outcome: Outcome, language: Language): NotebookCell {
  const { cell } = outcome;
  const parts = [
    `### ${numberOf(cell)} ${
      escapeMarkdown(`${cell.number[language]}　${cell.title[language]}`)
    }`,
    ...(cell.beyond ? [escapeMarkdown(beyondLecture[language])] : []),
    safeMarkdown(cell.text[language]),
  ];
  if (cell.formula !== undefined) parts.push(`$$${cell.formula}$$`);
  if (cell.worked !== undefined && cell.exercise === undefined) {
    parts.push(block(cell.worked(outcome.inputs, outcome.values)));
  }
  const picture = pictureOf(outcome);
  const file = `${pictureId(cell)}.svg`;
  if (picture !== undefined) {
    const { title, description } = picture;
    const words = `${title[language]}. ${description[language]}`;
    parts.push(`![${escapeMarkdown(words)}](attachment:${file})`);
  }
  if (cell.exercise !== undefined) {
    parts.push(
      `**${question[language]}** ${safeMarkdown(cell.exercise[language])}`,
    );
  }
  const whole = markdown(`${numberOf(cell)}-text`, parts.join("\n\n"));
  if (picture === undefined) return whole;
  const svg = `${
    drawPicture(picture, pictureId(cell), language, { place: "file" })
  }`;
  return {
    ...whole,
    attachments: {
      [file]: { "image/svg+xml": new TextEncoder().encode(svg).toBase64() },
    },
  };
}

/** What stands below a cell: of an exercise no word on its values. */
function remarksOf(outcome: Outcome, language: Language): string {
  const { cell } = outcome;
  const errata = (cell.errata ?? []).map((erratum) =>
    quoted(erratumText(outcome, erratum, language))
  );
  const work = cell.exercise === undefined
    ? workRemarks(outcome, language)
    : [];
  return [...work, ...errata].join("\n\n");
}

/** What words mean, what the lecture printed and how it compares, and NumPy. */
function workRemarks(outcome: Outcome, language: Language): string[] {
  const { cell, comparisons } = outcome;
  const printedOnes = Object.entries(comparisons).map(([name, comparison]) => {
    const result = cell.results[name]!;
    return `**${name}** ${printed[language]}\n\n${
      block(result.printed ?? "")
    }\n\n${
      escapeMarkdown(
        compared({ relation: relationText(cell, comparison, result) })[
          language
        ],
      )
    }`;
  });
  const numpy = cell.numpy === undefined ? [] : [
    `<details><summary>${inNumPy[language]}</summary>\n\n${
      block(cell.numpy.code, "python")
    }\n\n</details>`,
  ];
  return [...wordsOf(outcome, language), ...printedOnes, ...numpy];
}

/** What the words mean that the code gave, where the reader has others. */
function wordsOf({ cell, values }: Outcome, language: Language): string[] {
  return Object.entries(cell.results).flatMap(([name, result]) => {
    const word = String(values[name]);
    const meaning = result.words?.[word]?.[language] ?? word;
    return meaning === word
      ? []
      : `**${name}** ${escapeMarkdown(means({ word, meaning })[language])}`;
  });
}

function erratumText(
  outcome: Outcome,
  erratum: Erratum,
  language: Language,
): string {
  const numbers = bothNumbers(outcome, erratum).flatMap((
    { lecture, right },
  ) => [
    lecturesWay[language],
    block(lecture),
    rightWay[language],
    block(right),
  ]);
  const why = escapeMarkdown(erratum.why[language]);
  return [`**${correction[language]}** ${why}`, ...numbers].join("\n\n");
}

function quoted(text: string): string {
  return text.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
}
