/**
 * The figure in which a network learns from real essays, as it stands in the
 * page; `live/essays/figure.ts` makes it live.
 */
import type { Language, Text } from "../cli/message.ts";
import { Markup, markup } from "../figures/markup.ts";
import type { EssaysFigure } from "../lesson/lesson.ts";
import { faultLine, textField } from "./live_net.ts";
import { pathSize } from "./live/path.ts";

/** What it is called, in the contents too. */
export const essaysTitle: Text = {
  ja: "本物の作文から学ぶ",
  en: "Learning from real essays",
};
const lead: Text = {
  ja:
    "点の一つ一つが作文です。ネットワークは語数と誤りの数だけを見て、人の付けた評価を学びます。はじめの重みは乱数です。「1 歩進む」を押すたびに、学習用の作文全部の損失の勾配を一度計算し、重みを一歩動かします。背景の色は、そこにある作文の評価をどう予測するか、濃さはその確率です。作文の 5 分の 1 は学習に使わず、評価用に取ってあります（縁の太い点）。",
  en:
    "Each sign is an essay. The network sees the number of words and of errors alone, and learns which band people gave, beginning with random weights. “One step” computes the gradient of the loss on all the essays to learn from, and moves the weights once. The colour behind says which band is predicted there, and its depth how surely. A fifth of the essays is held out and never learned from (signs with a thick outline).",
};
const noScript: Text = {
  ja: "JavaScript が使えないので、この図は表示できません。",
  en: "Without JavaScript this figure cannot be shown.",
};
const words = {
  mapLabel: { ja: "作文の地図", en: "A map of the essays" },
  held: { ja: "評価用の損失", en: "loss, held out" },
  agreed: { ja: "一致", en: "agree" },
  step: { ja: "1 歩進む", en: "One step" },
  play: { ja: "連続で進む", en: "Play" },
  reset: { ja: "最初に戻す", en: "Reset" },
  rate: { ja: "学習率", en: "learning rate" },
  hidden: { ja: "中間層のユニット数", en: "hidden units" },
  withoutErrors: {
    ja: "誤りの数を使わない（語数だけで学ぶ）",
    en: "leave the errors out (learn from the words alone)",
  },
  path: {
    ja: "評価用の作文での損失の道すじ",
    en: "The path of the loss on the essays held out",
  },
  steps: { ja: "歩数", en: "steps" },
  table: {
    ja: "評価用の作文：人の評価と予測",
    en: "The essays held out: people and network",
  },
  one: { ja: "一つの作文", en: "One essay" },
  slider: {
    ja: "作文を選ぶ（語数の順）",
    en: "choose an essay (in order of length)",
  },
  own: {
    ja: "自分の作文なら、語数と誤りの数を書き込んでください。",
    en: "For an essay of your own, type its two numbers.",
  },
  wordCount: { ja: "語数", en: "words" },
  errorCount: { ja: "誤りの数", en: "errors" },
  file: {
    ja:
      "自分の CSV で試す（words, errors, score の列。ここに落としても読めます）",
    en:
      "try a CSV of your own (columns words, errors, score; it can be dropped here)",
  },
  stays: {
    ja: "ファイルはこのページの中だけで読まれ、どこにも送られません。",
    en: "The file is read inside this page and sent nowhere.",
  },
  shipped: { ja: "もとの作文に戻す", en: "Back to the first essays" },
} as const satisfies Record<string, Text>;

/** The figure. */
export function essaysSection(
  { table, bands, about, source, licence }: EssaysFigure,
  language: Language,
): Markup {
  const said = (name: keyof typeof words): string => words[name][language];
  const named = bands.map(({ name, scores }) => ({
    name: name[language],
    scores,
  }));
  // In a script element only "<" could end it.
  const data = new Markup(table.replaceAll("<", ""));
  return markup`
<section class="live essays" id="essays" aria-labelledby="essays-title" data-bands="${
    JSON.stringify(named)
  }">
<h2 id="essays-title">${essaysTitle[language]}</h2>
<p class="live-lead">${lead[language]}</p>
<p class="live-lead">${about[language]}</p>
<noscript><p class="live-missing">${noScript[language]}</p></noscript>
<div class="live-board">
<figure class="essays-map" aria-label="${said("mapLabel")}">
<div data-map aria-hidden="true"><canvas></canvas><svg></svg></div>
<ul class="essays-legend" data-legend></ul>
</figure>
<div class="live-side">
<div class="live-bar">
<p class="live-loss"><span>${
    said("held")
  }</span> <strong data-loss></strong> <span>${
    said("agreed")
  }</span> <strong data-agreed></strong></p>
<div class="live-buttons">
<button type="button" data-action="step" disabled>${said("step")}</button>
<button type="button" data-action="play" disabled>${said("play")}</button>
<button type="button" data-action="reset" disabled>${said("reset")}</button>
</div>
</div>
<div class="essays-settings">
<label for="live-essays-rate">${said("rate")} <i>η</i></label>
${textField("essays-rate", new Markup(`data-rate inputmode="decimal"`), 1)}
${faultLine("essays-rate")}
<label for="essays-hidden">${
    said("hidden")
  } <strong data-hidden-text>0</strong></label>
<input type="range" id="essays-hidden" data-hidden min="0" max="16" step="1" value="0" disabled>
<label class="essays-check"><input type="checkbox" data-without-errors disabled> ${
    said("withoutErrors")
  }</label>
</div>
<figure class="live-path">
<figcaption id="essays-path-title">${said("path")}</figcaption>
<svg role="img" aria-labelledby="essays-path-title essays-path-text" viewBox="0 0 ${pathSize.width} ${pathSize.height}">
<g data-path></g>
<text class="axis" x="${pathSize.width - 8}" y="${
    pathSize.height - 3
  }" text-anchor="end">${said("steps")}</text>
</svg>
<p class="live-path-text" id="essays-path-text" data-path-text></p>
</figure>
<table class="essays-table" data-table><caption>${
    said("table")
  }</caption></table>
</div>
</div>
<fieldset class="essays-one">
<legend>${said("one")}</legend>
<input type="range" data-essay aria-label="${
    said("slider")
  }" min="0" max="0" step="1" value="0" disabled>
<p data-one></p>
<p class="essays-fields"><label>${said("wordCount")} ${
    textField("essays-words", new Markup(`data-words inputmode="decimal"`), 0)
  }</label> <label>${said("errorCount")} ${
    textField("essays-errors", new Markup(`data-errors inputmode="decimal"`), 0)
  }</label> <span>${said("own")}</span></p>
${faultLine("essays-words")}
${faultLine("essays-errors")}
</fieldset>
<div class="essays-own">
<label for="essays-file">${said("file")}</label>
<input type="file" id="essays-file" data-file accept=".csv,.tsv,.txt,text/csv" disabled>
<button type="button" data-action="shipped" disabled hidden>${
    said("shipped")
  }</button>
<p>${said("stays")}</p>
<p data-own-text role="status"></p>
</div>
<p class="unseen" role="status" data-said></p>
<p class="live-note">${
    source[language]
  } <a rel="license" href="${licence.url}">${licence.name}</a></p>
<script type="text/csv" id="essays-data" data-licence="${licence.name}">
${data}</script>
</section>`;
}
