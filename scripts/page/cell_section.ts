/** A cell that has run, as a part of a page. */
import { type Language, message, type Text } from "../cli/message.ts";
import { dashed } from "../cli/option.ts";
import { drawPicture } from "../figures/draw.ts";
import type { Cell, Erratum, Result, Value } from "../lesson/cell.ts";
import type { Comparison } from "../lesson/compare.ts";
import { resultText } from "../lesson/value_text.ts";
import { numberOf } from "../lesson/heading.ts";
import { bothNumbers } from "../lesson/erratum.ts";
import { inputLines, inputText } from "../lesson/input.ts";
import { pictureId, pictureOf } from "../lesson/picture.ts";
import { relationNames, relationText } from "../lesson/relation.ts";
import type { Outcome } from "../lesson/run.ts";
import {
  correction,
  lecturesWay,
  question,
  rightWay,
} from "../lesson/words.ts";
import { joined, type Markup, markup } from "../figures/markup.ts";
import { mathMarkup } from "./formula.ts";
import { codeMarkup } from "./highlight.ts";

const answer: Text = { ja: "答えを見る", en: "Show the answer" };
const code: Text = { ja: "コード", en: "Code" };
const inputsWord: Text = { ja: "入力", en: "Inputs" };
const formula: Text = { ja: "式", en: "Formula" };
const computed: Text = { ja: "計算した値", en: "computed here" };
const printed: Text = { ja: "講義の出力", en: "printed in the lecture" };
const terminal: Text = {
  ja: "ターミナルで数を変えて試す：",
  en: "Try other numbers in a terminal:",
};
const unexpected = message({
  ja: "予想と違います：「{expected}」のはずでした",
  en: "not as expected: it should be “{expected}”",
});

/** The name by which a page links to a cell. */
export function anchorOf(cell: Cell): string {
  return `cell-${numberOf(cell)}`;
}

/**
 * A cell as markup.
 *
 * @param outcome The cell and its values.
 * @param language The language of the page.
 * @param command What runs the lesson in a terminal: `deno task lesson`.
 */
export function cellSection(
  outcome: Outcome,
  language: Language,
  command: string,
): Markup {
  const { cell } = outcome;
  const anchor = anchorOf(cell);
  const work = joined([
    codeBlock(outcome, language, command),
    ...Object.entries(cell.results).map(([name, result]) =>
      resultBlock(outcome, name, result, language)
    ),
  ]);
  return markup`
<section class="cell" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><span class="number">${
    numberOf(cell)
  }<span class="place">${cell.number[language]}</span></span> ${
    cell.title[language]
  }</h3>
<p>${cell.text[language]}</p>
${
    cell.formula === undefined
      ? undefined
      : markup`<div class="formula" role="group" aria-label="${
        formula[language]
      }" tabindex="0">${mathMarkup(cell.formula)}</div>`
  }
${figure(outcome, language)}
${
    cell.exercise === undefined
      ? work
      : markup`<p class="exercise"><strong>${question[language]}</strong> ${
        cell.exercise[language]
      }</p>
<details class="answer"><summary>${answer[language]}</summary>${work}</details>`
  }
${(cell.errata ?? []).map((erratum) => erratumNote(outcome, erratum, language))}
</section>`;
}

function figure(outcome: Outcome, language: Language): Markup | undefined {
  const picture = pictureOf(outcome);
  if (picture === undefined) return undefined;
  const id = pictureId(outcome.cell);
  return markup`<figure>${drawPicture(picture, id, language)}
<figcaption>${picture.title[language]}</figcaption></figure>`;
}

function codeBlock(
  outcome: Outcome,
  language: Language,
  command: string,
): Markup {
  const inputs = Object.entries(outcome.inputs).map(inputLines).join("\n");
  return markup`<div class="program">
${
    inputs === "" ? undefined : markup`<h4>${inputsWord[language]}</h4>
<pre class="inputs" tabindex="0">${inputs}</pre>`
  }
<h4>${code[language]}</h4>
<pre class="code" tabindex="0"><code>${
    codeMarkup(outcome.cell.code)
  }</code></pre>
<p class="terminal">${terminal[language]} <code>${
    terminalLine(outcome.cell, command)
  }</code></p>
</div>`;
}

/** How to run a cell with another input: the last single number or word. */
function terminalLine(cell: Cell, command: string): string {
  const inputs = Object.entries(cell.inputs);
  const [name, value] =
    inputs.findLast(([, value]) => typeof value !== "object") ?? inputs[0] ??
      [];
  const option = name === undefined || value === undefined
    ? ""
    : ` --${dashed(name)} ${inputText(value)}`;
  return `${command} ${numberOf(cell)}${option}`;
}

function resultBlock(
  outcome: Outcome,
  name: string,
  result: Result,
  language: Language,
): Markup {
  const comparison = outcome.comparisons[name];
  const value = valueBlock(outcome.values[name], result, language);
  return markup`<div class="result">
<h4>${result.label[language]} <code>${name}</code></h4>
${
    comparison === undefined || result.printed === undefined
      ? value
      : markup`<div class="pair">
<div><span class="whose">${computed[language]}</span>${value}</div>
<div><span class="whose">${
        printed[language]
      }</span><pre tabindex="0">${result.printed}</pre></div>
</div>
${comparisonLine(outcome.cell, comparison, result, language)}`
  }
</div>`;
}

function valueBlock(
  value: Value,
  result: Result,
  language: Language,
): Markup {
  const text = resultText(value, result, language);
  return typeof value === "string"
    ? markup`<p class="words">${text}</p>`
    : markup`<pre class="value" tabindex="0">${text}</pre>`;
}

function comparisonLine(
  cell: Cell,
  comparison: Comparison,
  result: Result,
  language: Language,
): Markup {
  const { relation } = comparison;
  const kind = relation.replaceAll(" ", "-");
  const sign = relation === "differs"
    ? "≠"
    : relation === "not reproducible"
    ? "?"
    : "=";
  return markup`<p class="comparison ${kind}"><span class="sign" aria-hidden="true">${sign}</span> ${
    relationText(cell, comparison, result)[language]
  }${
    relation === result.expected ? undefined : markup` <strong>${
      unexpected({
        expected: relationNames[result.expected ?? "differs"],
      })[language]
    }</strong>`
  }</p>`;
}

function erratumNote(
  outcome: Outcome,
  erratum: Erratum,
  language: Language,
): Markup {
  return markup`<div class="erratum" role="note" aria-label="${
    correction[language]
  }">
<p><strong>${correction[language]}</strong> ${erratum.why[language]}</p>
${
    bothNumbers(outcome, erratum).map(({ lecture, right }) =>
      markup`<dl class="numbers">
<div><dt>${
        lecturesWay[language]
      }</dt><dd><pre tabindex="0">${lecture}</pre></dd></div>
<div><dt>${
        rightWay[language]
      }</dt><dd><pre tabindex="0">${right}</pre></dd></div>
</dl>`
    )
  }
</div>`;
}
