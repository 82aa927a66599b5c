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
import { outputsOf } from "./outputs.ts";
import { code, markdown, type NotebookCell } from "./format.ts";

const yourTurn: Text = {
  ja: "ここに書いてください",
  en: "Your code goes here",
};
const answer: Text = {
  ja: "答えは次のセルにあります（折りたたんであります）。",
  en: "The answer is in the next cell, which is folded.",
};

/** Above a comparison, which stays as it is when a reader changes an input. */
const printed: Text = {
  ja: "講義の出力（もとの入力のとき）",
  en: "printed in the lecture, for the original inputs",
};
const means = message({
  ja: "{word} は「{meaning}」という意味です。",
  en: "{word} means “{meaning}”.",
});

/** What stands in a notebook for a cell that has run. */
export function cellParts(
  outcome: Outcome,
  language: Language,
): NotebookCell[] {
  const { cell } = outcome;
  const name = numberOf(cell);
  const labels = Object.fromEntries(
    Object.entries(cell.results).map((
      [key, { label }],
    ) => [key, label[language]]),
  );
  const outputs = Object.keys(cell.results)
    .flatMap((key) => outputsOf(key, outcome.values[key]));
  const work = code(`${name}-code`, cellCode(cell, labels), outputs);
  const remarks = remarksOf(outcome, language);
  const after = remarks === "" ? [] : [markdown(`${name}-remarks`, remarks)];
  const before = introduction(outcome, language);
  if (cell.code === "") return [before, ...after];
  if (cell.exercise === undefined) return [before, work, ...after];
  const start = `${inputsCode(cell)}\n\n// ${yourTurn[language]}`;
  const folded = {
    jupyter: { outputs_hidden: true, source_hidden: true },
    tags: ["answer"],
  };
  return [
    before,
    code(`${name}-start`, start.trim(), []),
    markdown(`${name}-answer`, escapeMarkdown(answer[language])),
    { ...work, metadata: folded },
    ...after,
  ];
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

/** What the lecture printed, how it compares, and errata. */
function remarksOf(outcome: Outcome, language: Language): string {
  const { cell, comparisons } = outcome;
  const compared = Object.entries(comparisons).map(([name, comparison]) => {
    const result = cell.results[name]!;
    return `**${name}** ${printed[language]}\n\n${
      block(result.printed ?? "")
    }\n\n${escapeMarkdown(relationText(cell, comparison, result)[language])}`;
  });
  const errata = (cell.errata ?? []).map((erratum) =>
    quoted(erratumText(outcome, erratum, language))
  );
  const numpy = cell.numpy === undefined ? [] : [
    `<details><summary>${inNumPy[language]}</summary>\n\n${
      block(cell.numpy.code, "python")
    }\n\n</details>`,
  ];
  return [...wordsOf(outcome, language), ...compared, ...numpy, ...errata]
    .join("\n\n");
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
