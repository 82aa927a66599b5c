/** The net of the live figure: inputs, weights, and a column for each class. */
import type { Matrix } from "kobai";
import { type Language, message, type Text } from "../cli/message.ts";
import { Markup, markup } from "../figures/markup.ts";
import type { NetState, NetView } from "./live/net.ts";
import { arrow, eight, field, four, reach } from "./live/number_texts.ts";

const netLabel: Text = {
  ja: "入力、重み、スコア、確率",
  en: "Inputs, weights, scores, probabilities",
};
const input = message({ ja: "入力 {name}", en: "input {name}" });
const weight = message({
  ja: "{name}：入力 {row} から「{column}」への重み",
  en: "{name}: weight from input {row} to “{column}”",
});
const target: Text = { ja: "正解", en: "right" };
const score: Text = { ja: "スコア", en: "score" };
const probabilityWord: Text = { ja: "確率", en: "probability" };
const definition: Text = { ja: "定義", en: "def." };
const backpropagation: Text = { ja: "逆伝播", en: "back" };

/** What a slider is called that moves a number. */
export const slider = message({
  ja: "{name} のつまみ",
  en: "{name}, slider",
});

/**
 * A field for a number. It is one for text, because number fields take pasted
 * numbers apart: `−3` becomes 3 and `0,5` becomes 05.
 */
export function textField(
  name: string,
  data: Markup,
  value: number,
): Markup {
  return markup`<input type="text" id="live-${name}" ${data} autocomplete="off" spellcheck="false" aria-describedby="live-${name}-fault" value="${
    field(value)
  }" disabled>`;
}

/** Where it is said that a field cannot be read. */
export function faultLine(name: string): Markup {
  return markup`<p class="live-fault" id="live-${name}-fault" role="status"></p>`;
}

/** The net at its first weights. */
export function liveNet(
  state: NetState,
  view: NetView,
  classes: readonly Text[],
  language: Language,
): Markup {
  const names = classes.map((name) => name[language]);
  return markup`<div class="live-net" role="group" aria-label="${
    netLabel[language]
  }">
${[0, 1].map((row) => inputRow(state, view, row, names, language))}
${[0, 1, 2].map((column) => outputColumn(state, view, column, names, language))}
</div>`;
}

/** One input and the weights that lead from it to the three classes. */
function inputRow(
  { x, W }: NetState,
  view: NetView,
  row: number,
  classes: readonly string[],
  language: Language,
): Markup {
  const name = `x${row + 1}`;
  const value = x.at(0, row);
  return markup`<div class="live-input">
<label for="live-${name}"><i>x</i><sub>${row + 1}</sub></label>
${textField(name, new Markup(`data-input="${row}"`), value)}
<input type="range" data-input="${row}" aria-label="${
    slider({ name: input({ name }) })[language]
  }" min="-${reach.input}" max="${reach.input}" step="0.1" value="${value}" disabled>
${faultLine(name)}
</div>
${
    [0, 1, 2].map((column) =>
      weightCard(W, view, row, column, classes[column]!, language)
    )
  }
`;
}

function weightCard(
  W: Matrix,
  view: NetView,
  row: number,
  column: number,
  className: string,
  language: Language,
): Markup {
  const name = `w${row + 1}${column + 1}`;
  const place = `${row},${column}`;
  const value = W.at(row, column);
  const { left, size, direction } = arrow(
    value,
    view.backpropagation.at(row, column),
  );
  const label = weight({ name, row: row + 1, column: className })[language];
  return markup`<div class="live-weight" role="group" aria-label="${label}">
<label for="live-${name}"><i>w</i><sub>${row + 1}${column + 1}</sub></label>
${textField(name, new Markup(`data-weight="${place}"`), value)}
<input type="range" data-weight="${place}" aria-label="${
    slider({ name })[language]
  }" min="-${reach.weight}" max="${reach.weight}" step="0.01" value="${value}" disabled>
<div class="live-arrow" aria-hidden="true"><span data-arrow="${place}" class="${direction}" style="left:${left};width:${size}"></span></div>
${faultLine(name)}
<dl><dt>${definition[language]}</dt><dd data-definition="${place}">${
    eight(view.definition.at(row, column))
  }</dd><dt>${
    backpropagation[language]
  }</dt><dd data-backpropagation="${place}">${
    eight(view.backpropagation.at(row, column))
  }</dd></dl>
</div>`;
}

/** A class: its score, its probability, and whether it is the right one. */
function outputColumn(
  { t }: NetState,
  view: NetView,
  column: number,
  classes: readonly string[],
  language: Language,
): Markup {
  const className = classes[column]!;
  const probability = view.probabilities.at(0, column);
  const right = t.at(0, column) === 1;
  return markup`<div class="live-output${
    right ? " right" : ""
  }" data-class="${column}">
<p class="live-class">${className}</p>
<div class="live-probability" aria-hidden="true"><span data-bar="${column}" style="height:${
    (100 * probability).toFixed(2)
  }%"></span></div>
<dl><dt>${score[language]}</dt><dd data-score="${column}">${
    four(view.scores.at(0, column))
  }</dd><dt>${probabilityWord[language]}</dt><dd data-probability="${column}">${
    four(probability)
  }</dd></dl>
<label class="live-target"><input type="radio" name="live-target" data-target="${column}"${
    right ? new Markup(" checked") : undefined
  } disabled aria-label="${
    target[language]
  }: ${className}"><span aria-hidden="true">${target[language]}</span></label>
</div>`;
}
