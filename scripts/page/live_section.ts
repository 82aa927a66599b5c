/**
 * The live figure as it stands in the page: complete at its first weights, so that without a script
 * only the moving is missing. `live/live.ts` finds its parts by their `data-` attributes.
 */
import type { Matrix } from "kobai";
import type { Language } from "../cli/command_line.ts";
import type { Cell } from "../lesson/cell.ts";
import type { LiveFigure } from "../lesson/lesson.ts";
import { numberOf } from "../lesson/heading.ts";
import { Markup, markup } from "../figures/markup.ts";
import { anchorOf } from "./cell_section.ts";
import type { NetState, NetView } from "./live/net.ts";
import { viewOf } from "./live/net.ts";
import { drawPath, pathSize } from "./live/path.ts";
import { arrow, eight, field, four, reach, small } from "./live/texts.ts";
import { message } from "./messages.ts";

/** What the program in the page is told: where to begin, and the words that change. */
export interface LiveData {
  readonly x: number[][];
  readonly t: number[][];
  readonly W: number[][];
  readonly learningRate: number;
  readonly play: string;
  readonly pause: string;
  readonly pathStart: string;
  readonly path: string;
}

/** The live figure. */
export function liveSection(live: LiveFigure, language: Language): Markup {
  const { x, t, W, learningRate } = startOf(live.start);
  const view = viewOf({ x, t, W });
  const say = (name: Parameters<typeof message>[1], blanks = {}): string =>
    message(language, name, blanks);
  const data: LiveData = {
    x: x.toArray(),
    t: t.toArray(),
    W: W.toArray(),
    learningRate,
    play: say("livePlay"),
    pause: say("livePause"),
    pathStart: say("livePathStart"),
    path: say("livePathText"),
  };
  // In a script element only "<" could end it.
  const json = new Markup(JSON.stringify(data).replaceAll("<", "\\u003c"));
  return markup`
<section class="live" id="live" aria-labelledby="live-title">
<h2 id="live-title">${say("liveTitle")}</h2>
<p class="live-lead">${say("liveLead")}</p>
<noscript><p class="live-missing">${say("liveNoScript")}</p></noscript>
<div class="live-board">
<div class="live-net" role="group" aria-label="${say("liveNet")}">
${[0, 1].map((row) => inputRow({ x, t, W }, view, row, language))}
${[0, 1, 2].map((column) => outputColumn({ x, t, W }, view, column, language))}
</div>
<div class="live-side">
<div class="live-bar">
<p class="live-loss"><span>${say("liveLoss")}</span> <output data-loss>${
    eight(view.loss)
  }</output></p>
<div class="live-buttons">
<button type="button" data-action="step" disabled>${say("liveStep")}</button>
<button type="button" data-action="play" disabled>${data.play}</button>
<button type="button" data-action="reset" disabled>${say("liveReset")}</button>
</div>
</div>
${divided(live, view, W, language)}
<p class="live-rate"><label for="live-rate">${say("liveRate")} <i>η</i></label>
<input type="number" id="live-rate" data-rate min="0" max="100" step="0.01" value="${
    field(learningRate)
  }" disabled>
<input type="range" data-rate aria-label="${
    say("liveSlider", { name: say("liveRate") })
  }" min="0" max="${reach.rate}" step="0.01" value="${learningRate}" disabled></p>
<figure class="live-path">
<figcaption id="live-path-title">${say("livePath")}</figcaption>
<svg role="img" aria-labelledby="live-path-title live-path-text" viewBox="0 0 ${pathSize.width} ${pathSize.height}">
<g data-path>${new Markup(drawPath([view.loss]))}</g>
<text class="axis" x="${pathSize.width - 8}" y="${
    pathSize.height - 3
  }" text-anchor="end">${say("liveSteps")}</text>
</svg>
<p class="live-path-text" id="live-path-text" data-path-text role="status">${
    say("livePathStart", { first: four(view.loss) })
  }</p>
</figure>
</div>
</div>
<p class="live-note">${gradientNote(view, language)}</p>
<script type="application/json" id="live-data">${json}</script>
</section>`;
}

/** The inputs of the cell that a live figure begins with. */
function startOf({ name, inputs }: Cell): NetState & { learningRate: number } {
  const { x, t, W, learningRate } = inputs as Record<
    string,
    Matrix | undefined
  >;
  const shapes = [x, t, W].map((m) => `${m?.rows}x${m?.columns}`).join(", ");
  if (shapes !== "1x2, 1x3, 2x3" || typeof learningRate !== "number") {
    throw new RangeError(
      `Cannot make a live figure: the inputs x, t and W of cell ${name} are ${shapes} and its ` +
        `learningRate is ${learningRate}, 1x2, 1x3, 2x3 and a number are needed`,
    );
  }
  return { x: x!, t: t!, W: W!, learningRate };
}

/** One input and the weights that lead from it to the three classes. */
function inputRow(
  { x, W }: NetState,
  view: NetView,
  row: number,
  language: Language,
): Markup {
  const name = `x${row + 1}`;
  const value = x.at(0, row);
  return markup`<div class="live-input">
<label for="live-${name}"><i>x</i><sub>${row + 1}</sub></label>
<input type="number" id="live-${name}" data-input="${row}" min="-100" max="100" step="0.1" value="${
    field(value)
  }" disabled>
<input type="range" data-input="${row}" aria-label="${
    message(language, "liveSlider", {
      name: message(language, "liveInput", { name }),
    })
  }" min="-${reach.input}" max="${reach.input}" step="0.1" value="${value}" disabled>
</div>
${[0, 1, 2].map((column) => weightCard(W, view, row, column, language))}
`;
}

function weightCard(
  W: Matrix,
  view: NetView,
  row: number,
  column: number,
  language: Language,
): Markup {
  const name = `w${row + 1}${column + 1}`;
  const place = `${row},${column}`;
  const value = W.at(row, column);
  const { left, size, direction } = arrow(
    value,
    view.backpropagation.at(row, column),
  );
  const label = message(language, "liveWeight", {
    name,
    row: row + 1,
    column: column + 1,
  });
  return markup`<div class="live-weight" role="group" aria-label="${label}">
<label for="live-${name}"><i>w</i><sub>${row + 1}${column + 1}</sub></label>
<input type="number" id="live-${name}" data-weight="${place}" min="-100" max="100" step="0.1" value="${
    field(value)
  }" disabled>
<input type="range" data-weight="${place}" aria-label="${
    message(language, "liveSlider", { name })
  }" min="-${reach.weight}" max="${reach.weight}" step="0.01" value="${value}" disabled>
<div class="live-arrow" aria-hidden="true"><span data-arrow="${place}" class="${direction}" style="left:${left};width:${size}"></span></div>
<dl><dt>${
    message(language, "liveDefinition")
  }</dt><dd data-definition="${place}">${
    eight(view.definition.at(row, column))
  }</dd><dt>${
    message(language, "liveBackpropagation")
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
  language: Language,
): Markup {
  const probability = view.probabilities.at(0, column);
  const right = t.at(0, column) === 1;
  return markup`<div class="live-output${
    right ? " right" : ""
  }" data-class="${column}">
<p class="live-class">${
    message(language, "liveClass", { column: column + 1 })
  }</p>
<div class="live-probability" aria-hidden="true"><span data-bar="${column}" style="height:${
    (100 * probability).toFixed(2)
  }%"></span></div>
<dl><dt>${message(language, "liveScore")}</dt><dd data-score="${column}">${
    four(view.scores.at(0, column))
  }</dd><dt>${
    message(language, "liveProbability")
  }</dt><dd data-probability="${column}">${four(probability)}</dd></dl>
<label class="live-target"><input type="radio" name="live-target" data-target="${column}"${
    right ? new Markup(" checked") : undefined
  } disabled aria-label="${message(language, "liveTarget")}: ${
    message(language, "liveClass", { column: column + 1 })
  }"><span aria-hidden="true">${message(language, "liveTarget")}</span></label>
</div>`;
}

/** What the lecture's function would give, which divides by the 3 classes. */
function divided(
  { dividedByClasses }: LiveFigure,
  { loss }: NetView,
  W: Matrix,
  language: Language,
): Markup | undefined {
  if (dividedByClasses === undefined) return undefined;
  const { cell, result } = dividedByClasses;
  const printed = cell.results[result]?.printed ?? "";
  const erratum = cell.errata?.find(({ id }) => id === "divided-by-classes");
  const [before, after] = message(language, "liveDivided").split("{third}");
  return markup`<div class="live-divided">
<p>${before}<output data-divided>${eight(loss / W.columns)}</output>${after}</p>
<p>${
    message(language, "liveDividedWhy", {
      printed,
      why: erratum?.why[language] ?? "",
    })
  } <a href="#${anchorOf(cell)}">${
    message(language, "liveDividedLink", { number: numberOf(cell) })
  }</a></p>
</div>`;
}

function gradientNote(view: NetView, language: Language): Markup {
  const [before, after] = message(language, "liveGradientNote")
    .split("{difference}");
  return markup`${before}<span data-difference>${
    small(view.difference)
  }</span>${after}`;
}
