/** What gradients cost, as a table for the terminal. */
import { align } from "../cli/align.ts";
import { counted, type Language, message, type Text } from "../cli/message.ts";
import { type Costs, sampleSize } from "./costs.ts";
import type { Spread } from "./measure.ts";

const title = message({
  ja: "勾配 1 回の計算の手間（{rounds} 回の中央値。カッコ内は最小と最大）",
  en: "What a gradient costs (medians of {rounds}, extremes in brackets)",
});
const heads = {
  net: { ja: "ネットワーク", en: "net" },
  weights: { ja: "重み", en: "weights" },
  samples: { ja: "件数", en: "samples" },
  byHand: { ja: "手書きの損失", en: "loss by hand" },
  loss: { ja: "損失", en: "loss" },
  gradient: { ja: "誤差逆伝播", en: "gradient" },
  formula: { ja: "式", en: "formula" },
  numerical: { ja: "数値微分", en: "numerical" },
  gradientRatio: { ja: "誤差逆伝播/損失", en: "gradient/loss" },
  numericalRatio: { ja: "数値微分/損失", en: "numerical/loss" },
  handRatio: { ja: "損失/手書き", en: "loss/by hand" },
} as const satisfies Record<string, Text>;
const sampled = message({
  ja: "* 重み {count} 個を選んで計り、全部の分に換算した値（種は 0）。",
  en: "* measured on {count} weights, drawn with seed 0, and scaled to all.",
});
const meaning: Text = {
  ja:
    "定義どおりの勾配には、重み 1 個につき損失の計算が 2 回要ります。誤差逆伝播は、重みがいくつあっても損失の計算 2〜4 回分で済みます。",
  en:
    "By its definition a gradient takes two evaluations of the loss for each weight. Backpropagation takes about as long as two to four of them, however many weights there are.",
};

/** What the nets cost: times, ratios, and what they mean. */
export function showCosts(
  nets: readonly Costs[],
  rounds: number,
  /** On what they were timed. */
  machine: string,
  language: Language,
): string {
  return [
    title({ rounds: counted(rounds, "round", "rounds") })[language],
    machine,
    "",
    timeTable(nets, language),
    "",
    ratioTable(nets, language),
    "",
    ...nets.some(isSampled) ? [sampled({ count: sampleSize })[language]] : [],
    meaning[language],
  ].join("\n");
}

function timeTable(nets: readonly Costs[], language: Language): string {
  const { net, weights, samples, byHand, loss, gradient, formula, numerical } =
    heads;
  return align([
    [net, weights, samples, byHand, loss, gradient, formula, numerical]
      .map((head) => head[language]),
    ...nets.map((costs) => [
      costs.net,
      costs.weights.toLocaleString("en"),
      String(costs.samples),
      time(costs.byHand),
      time(costs.loss),
      time(costs.gradient),
      costs.formula === undefined ? "–" : time(costs.formula),
      time(costs.numerical) +
      (isSampled(costs) ? "*" : " "),
    ]),
  ]);
}

/** Whether a part of the weights stood for all in the numerical gradient. */
function isSampled({ numericalSample, weights }: Costs): boolean {
  return numericalSample < weights;
}

function ratioTable(nets: readonly Costs[], language: Language): string {
  const { net, gradientRatio, numericalRatio, handRatio } = heads;
  return align([
    [net, gradientRatio, numericalRatio, handRatio]
      .map((head) => head[language]),
    ...nets.map((costs) => [
      costs.net,
      withExtremes(costs.gradientRatio, 2),
      withExtremes(costs.numericalRatio, 0),
      withExtremes(costs.handRatio, 2),
    ]),
  ]);
}

const units = ["ns", "µs", "ms", "s"];

/** A time in the unit that suits it, with three digits. */
function time({ median }: Spread): string {
  let value = median, unit = 0;
  // 999.7 would be shown as 1000.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const text = value < 999.5 ? value.toPrecision(3) : value.toFixed(0);
  return `${text} ${units[unit]}`;
}

function withExtremes({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${
    max.toFixed(digits)
  })`;
}
