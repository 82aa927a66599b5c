/**
 * The parts of a cell that follow from its inputs, as markup: made with the
 * page, and made again in the browser when somebody changes an input.
 */
import { type Language, message, type Text } from "../cli/message.ts";
import { drawPicture } from "../figures/draw.ts";
import { joined, type Markup, markup } from "../figures/markup.ts";
import type { CellData, Result, Value } from "../lesson/cell.ts";
import type { Comparison } from "../lesson/compare.ts";
import { inputLines } from "../lesson/input.ts";
import { pictureOf } from "../lesson/picture.ts";
import { relationNames, relationText } from "../lesson/relation.ts";
import type { Outcome } from "../lesson/run.ts";
import { resultText } from "../lesson/value_text.ts";

const computed: Text = { ja: "計算した値", en: "computed here" };
const printed: Text = { ja: "講義の出力", en: "printed in the lecture" };
const notCompared: Text = {
  ja: "比べていません：入力を変えたため",
  en: "not compared: an input was changed",
};
const unexpected = message({
  ja: "予想と違います：「{expected}」のはずでした",
  en: "not as expected: it should be “{expected}”",
});

type CellOutcome = Outcome<CellData>;

/** The inputs as code; empty if there are none. */
export function inputsText({ inputs }: CellOutcome): string {
  return Object.entries(inputs).map(inputLines).join("\n");
}

/** A hyphen, but for those inside a word. */
const minus = /(?<![A-Za-z])-|-(?![A-Za-z])/g;

/**
 * The formula with the numbers put in, with the minus of formulas; empty if the
 * cell has none.
 */
export function workedText({ cell, inputs, values }: CellOutcome): string {
  return cell.worked?.(inputs, values).replaceAll(minus, "−") ?? "";
}

/** The picture with its title; nothing if the cell has none. */
export function pictureMarkup(
  outcome: CellOutcome,
  id: string,
  language: Language,
): Markup | undefined {
  const picture = pictureOf(outcome);
  if (picture === undefined) return undefined;
  return markup`${drawPicture(picture, id, language)}
<figcaption>${picture.title[language]}</figcaption>`;
}

/** Every value, and how it compares with what was printed. */
export function resultsMarkup(
  outcome: CellOutcome,
  language: Language,
): Markup {
  return joined(
    Object.entries(outcome.cell.results).map(([name, result]) =>
      resultBlock(outcome, name, result, language)
    ),
  );
}

function resultBlock(
  outcome: CellOutcome,
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
      ? markup`${value}${notComparedLine(outcome, result, language)}`
      : markup`<div class="pair">
<div><span class="whose">${computed[language]}</span>${value}</div>
<div><span class="whose">${
        printed[language]
      }</span><pre>${result.printed}</pre></div>
</div>
${comparisonLine(outcome.cell, comparison, result, language)}`
  }
</div>`;
}

/** What would have been compared with the lecture, had nobody changed it. */
function notComparedLine(
  { changed }: CellOutcome,
  { printed }: Result,
  language: Language,
): Markup | undefined {
  return changed && printed !== undefined
    ? markup`
<p class="comparison not-compared"><span class="sign" aria-hidden="true">–</span> ${
      notCompared[language]
    }</p>`
    : undefined;
}

function valueBlock(value: Value, result: Result, language: Language): Markup {
  const text = resultText(value, result, language);
  return typeof value === "string"
    ? markup`<p class="words">${text}</p>`
    : markup`<pre class="value">${text}</pre>`;
}

function comparisonLine(
  cell: CellData,
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
