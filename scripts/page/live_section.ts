/**
 * The live figure as it stands in the page: complete at its first weights, so
 * that without a script only the moving is missing. `live/live.ts` finds its
 * parts by their `data-` attributes.
 */
import type { Matrix } from "kobai";
import { type Language, message, type Text } from "../cli/message.ts";
import type { Cell } from "../lesson/cell.ts";
import { cellNamed, type Lesson, type LiveFigure } from "../lesson/lesson.ts";
import { numberOf } from "../lesson/heading.ts";
import { Markup, markup } from "../figures/markup.ts";
import { anchorOf } from "./cell_section.ts";
import type { NetState, NetView } from "./live/net.ts";
import { viewOf } from "./live/net.ts";
import { drawPath, pathSize } from "./live/path.ts";
import { eight, four, reach, small } from "./live/number_texts.ts";
import { faultLine, liveNet, slider, textField } from "./live_net.ts";

const title: Text = { ja: "動かしてみる", en: "Try it" };
const lead: Text = {
  ja:
    "重みのつまみを動かしてください。スコア、確率、損失がすぐに変わります。矢印は、損失が減るほうへ向いています。「1 歩進む」を押すと、すべての重みが矢印の向きに少しずつ動きます。",
  en:
    "Drag a weight: scores, probabilities and loss answer at once. The arrows point to where the loss falls. Press “One step”, and every weight moves a little way along its arrow.",
};
const noScript: Text = {
  ja:
    "JavaScript が使えないので、この図のつまみとボタンは動きません。下の数は、はじめの重みでの値です。ほかの内容はすべてそのまま読めます。",
  en:
    "Without JavaScript the sliders and buttons of this figure do nothing; the numbers are those of the first weights. Everything else on this page is complete.",
};
const lossWord: Text = { ja: "損失", en: "loss" };
const oneStep: Text = { ja: "1 歩進む", en: "One step" };
const play: Text = { ja: "連続で進む", en: "Play" };
const pause: Text = { ja: "止める", en: "Pause" };
const reset: Text = { ja: "最初に戻す", en: "Reset" };
const rate: Text = { ja: "学習率", en: "learning rate" };
const path: Text = { ja: "損失の道すじ", en: "The path of the loss" };
const steps: Text = { ja: "歩数", en: "steps" };
const noStep = message({
  ja: "まだ 0 歩。損失は {first} です。",
  en: "No step yet; the loss is {first}.",
});
const afterSteps = message({
  ja: "{steps} 歩で、損失は {first} から {last} になりました。",
  en: "Steps taken: {steps}. The loss went from {first} to {last}.",
});
const byClasses = message({
  ja: "講義の関数なら、3 で割るので {third}",
  en: "The lecture’s function divides by 3: {third}",
});
const whyByClasses = message({
  ja:
    "はじめの重みで、講義は {printed} と出力しています。3 とは何の個数でしょうか。",
  en:
    "At the first weights the lecture printed {printed}. What are there 3 of?",
});
const moreIn = message({ ja: "くわしくは {number}", en: "More in {number}" });
const twoGradients = message({
  ja:
    "勾配は二通りに計算しています。「定義」は重みを一つずつ ±0.0001 動かして測ったもの（数値微分、損失の計算 12 回）、「逆伝播」は計算を一度だけ逆にたどったもの（誤差逆伝播）です。違いは最大で {difference}。矢印は勾配と逆の向きで、長さは勾配の大きさです（目盛りはつまみと同じ）。",
  en:
    "Each gradient is computed twice: “def.” by its definition, moving one weight at a time by ±0.0001 and measuring (12 losses), “back” by walking the computation backwards once (backpropagation). They differ by at most {difference}. An arrow points against the gradient and is as long as the gradient is large, on the slider’s scale.",
});

/** What the program in the page is told: where to begin, and what it says. */
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
export function liveSection(
  lesson: Lesson,
  live: LiveFigure,
  language: Language,
): Markup {
  const { x, t, W, learningRate } = startOf(cellNamed(lesson, live.start));
  const view = viewOf({ x, t, W });
  const data: LiveData = {
    x: x.toArray(),
    t: t.toArray(),
    W: W.toArray(),
    learningRate,
    play: play[language],
    pause: pause[language],
    // Their blanks are filled in the browser.
    pathStart: noStep({ first: "{first}" })[language],
    path: afterSteps({ steps: "{steps}", first: "{first}", last: "{last}" })[
      language
    ],
  };
  // In a script element only "<" could end it.
  const json = new Markup(JSON.stringify(data).replaceAll("<", "\\u003c"));
  return markup`
<section class="live" id="live" aria-labelledby="live-title">
<h2 id="live-title">${title[language]}</h2>
<p class="live-lead">${lead[language]}</p>
<noscript><p class="live-missing">${noScript[language]}</p></noscript>
<div class="live-board">
${liveNet({ x, t, W }, view, live.classes, language)}
<div class="live-side">
<div class="live-bar">
<p class="live-loss"><span>${lossWord[language]}</span> <strong data-loss>${
    eight(view.loss)
  }</strong></p>
<div class="live-buttons">
<button type="button" data-action="step" disabled>${oneStep[language]}</button>
<button type="button" data-action="play" disabled>${data.play}</button>
<button type="button" data-action="reset" disabled>${reset[language]}</button>
</div>
</div>
${divided(lesson, live, view, W, language)}
<p class="live-rate"><label for="live-rate">${rate[language]} <i>η</i></label>
${textField("rate", new Markup(`data-rate inputmode="decimal"`), learningRate)}
<input type="range" data-rate aria-label="${
    slider({ name: rate })[language]
  }" min="0" max="${reach.rate}" step="0.01" value="${learningRate}" disabled></p>
${faultLine("rate")}
<figure class="live-path">
<figcaption id="live-path-title">${path[language]}</figcaption>
<svg role="img" aria-labelledby="live-path-title live-path-text" viewBox="0 0 ${pathSize.width} ${pathSize.height}">
<g data-path>${new Markup(drawPath([view.loss]))}</g>
<text class="axis" x="${pathSize.width - 8}" y="${
    pathSize.height - 3
  }" text-anchor="end">${steps[language]}</text>
</svg>
<p class="live-path-text" id="live-path-text" data-path-text>${
    noStep({ first: four(view.loss) })[language]
  }</p>
</figure>
<p class="unseen" role="status" data-said></p>
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

/** What the lecture's function would give, which divides by the 3 classes. */
function divided(
  lesson: Lesson,
  { dividedByClasses }: LiveFigure,
  { loss }: NetView,
  W: Matrix,
  language: Language,
): Markup | undefined {
  if (dividedByClasses === undefined) return undefined;
  const { result } = dividedByClasses;
  const cell = cellNamed(lesson, dividedByClasses.cell);
  const printed = cell.results[result]?.printed ?? "";
  const third = markup`<span data-divided>${eight(loss / W.columns)}</span>`;
  return markup`<div class="live-divided">
<p>${withMarkup(byClasses({ third: HERE })[language], third)}</p>
<p>${whyByClasses({ printed })[language]} <a href="#${anchorOf(cell)}">${
    moreIn({ number: numberOf(cell) })[language]
  }</a></p>
</div>`;
}

function gradientNote(view: NetView, language: Language): Markup {
  return withMarkup(
    twoGradients({ difference: HERE })[language],
    markup`<span data-difference>${small(view.difference)}</span>`,
  );
}

/** What stands in a text where markup goes. */
const HERE = "\0";

/** A text with markup in its place. */
function withMarkup(text: string, part: Markup): Markup {
  const [before, after] = text.split(HERE);
  return markup`${before}${part}${after}`;
}
