/** A cell that has run, as a part of a page. */
import type { Language, Text } from "../cli/message.ts";
import type { Cell, Erratum } from "../lesson/cell.ts";
import { numberOf } from "../lesson/heading.ts";
import { bothNumbers } from "../lesson/erratum.ts";
import { pictureId } from "../lesson/picture.ts";
import type { Outcome } from "../lesson/run.ts";
import {
  beyondLecture,
  correction,
  inNumPy,
  lecturesWay,
  question,
  rightWay,
} from "../lesson/words.ts";
import { joined, type Markup, markup } from "../figures/markup.ts";
import {
  inputsText,
  pictureMarkup,
  resultsMarkup,
  workedText,
} from "./cell_parts.ts";
import { mathMarkup } from "./formula.ts";
import { inlineMarkup, textMarkup } from "./text.ts";
import { codeMarkup } from "./highlight.ts";

const answer: Text = { ja: "答えを見る", en: "Show the answer" };
const code: Text = { ja: "コード", en: "Code" };
const inputsWord: Text = { ja: "入力", en: "Inputs" };
const formula: Text = { ja: "式", en: "Formula" };
const change: Text = { ja: "入力を変えて試す", en: "Try other inputs" };

/** The name by which a page links to a cell. */
export function anchorOf(cell: Cell): string {
  return `cell-${numberOf(cell)}`;
}

/**
 * A cell as markup. What follows from its inputs stands in elements with
 * `data-part`, where `live/cell_form.ts` puts it again; of an exercise all but
 * the inputs is folded.
 *
 * @param outcome The cell and its values.
 * @param language The language of the page.
 */
export function cellSection(outcome: Outcome, language: Language): Markup {
  const { cell } = outcome;
  const anchor = anchorOf(cell);
  const work = joined([
    worked(outcome),
    figure(outcome, language),
    cell.exercise === undefined ? inputs(outcome, language) : undefined,
    program(outcome, language),
    markup`<div data-part="results">${resultsMarkup(outcome, language)}</div>`,
  ]);
  return markup`
<section class="cell" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title"><span class="number">${
    numberOf(cell)
  }<span class="place">${cell.number[language]}</span></span> ${
    cell.title[language]
  }</h3>
${
    cell.beyond
      ? markup`<p class="beyond">${beyondLecture[language]}</p>
`
      : undefined
  }${textMarkup(cell.text[language])}
${
    cell.formula === undefined
      ? undefined
      : markup`<div class="formula" role="group" aria-label="${
        formula[language]
      }">${mathMarkup(cell.formula)}</div>`
  }
${
    cell.exercise === undefined
      ? work
      : markup`<p class="exercise"><strong>${question[language]}</strong> ${
        inlineMarkup(cell.exercise[language])
      }</p>
${inputs(outcome, language)}
<details class="answer"><summary>${answer[language]}</summary>${work}</details>`
  }
${
    cell.numpy === undefined
      ? undefined
      : markup`<details class="numpy"><summary>${
        inNumPy[language]
      }</summary><pre class="code"><code>${
        codeMarkup(cell.numpy.code, "python")
      }</code></pre></details>`
  }
${(cell.errata ?? []).map((erratum) => erratumNote(outcome, erratum, language))}
</section>`;
}

function worked(outcome: Outcome): Markup | undefined {
  return outcome.cell.worked === undefined
    ? undefined
    : markup`<pre class="worked" data-part="worked">${workedText(outcome)}</pre>
`;
}

function figure(outcome: Outcome, language: Language): Markup | undefined {
  const picture = pictureMarkup(outcome, pictureId(outcome.cell), language);
  return picture && markup`<figure data-part="picture">${picture}</figure>
`;
}

/** What one computes with: of an exercise, it stands before the fold. */
function inputs(outcome: Outcome, language: Language): Markup | undefined {
  const text = inputsText(outcome);
  return text === ""
    ? undefined
    : markup`<div class="program"><h4>${inputsWord[language]}</h4>
<pre class="inputs" data-part="inputs">${text}</pre></div>
`;
}

function program(outcome: Outcome, language: Language): Markup | undefined {
  if (outcome.cell.code === "") return undefined;
  return markup`<div class="program">
${
    inputsText(outcome) === ""
      ? undefined
      : markup`<details class="change" data-cell="${
        numberOf(outcome.cell)
      }" hidden><summary>${change[language]}</summary></details>`
  }
<h4>${code[language]}</h4>
<pre class="code"><code>${codeMarkup(outcome.cell.code)}</code></pre>
${
    outcome.cell.helpers.map(({ name, source }) =>
      markup`<details class="numpy"><summary>${name}</summary><pre class="code"><code>${
        codeMarkup(source.trim())
      }</code></pre></details>
`
    )
  }</div>
`;
}

function erratumNote(
  outcome: Outcome,
  erratum: Erratum,
  language: Language,
): Markup {
  return markup`<details class="erratum"><summary>${
    correction[language]
  }</summary>
<p>${erratum.why[language]}</p>
${
    bothNumbers(outcome, erratum).map(({ lecture, right }) =>
      markup`<dl class="numbers">
<div><dt>${lecturesWay[language]}</dt><dd><pre>${lecture}</pre></dd></div>
<div><dt>${rightWay[language]}</dt><dd><pre>${right}</pre></dd></div>
</dl>`
    )
  }
</details>`;
}
