/** Everything that a page says by itself, in both languages. */
import { fill, type Language, type Text } from "../cli/command_line.ts";

const texts = {
  usage: {
    ja: `使い方：deno task page [オプション]

レッスンを 1 枚のウェブページにします。ネットワークなしで、ファイルのまま開けます。

  --out     書き出すファイル。既定値 lesson.ja.html
  --lang    ページの言語（ja または en）
  --lesson  自分で作ったレッスンのファイル。既定は講義
  -h, --help  この説明を表示する`,
    en: `Usage: deno task page [options]

Makes a web page of a lesson: one file, which opens from disk without a network.

  --out     the file to write; default lesson.en.html
  --lang    language of the page (ja or en)
  --lesson  the file of a lesson of your own; the lecture if there is none
  -h, --help  show this text`,
  },
  unknown: {
    ja: "{argument} は分かりません。--help で使い方が出ます。",
    en: "{argument} is not understood; --help shows what is.",
  },
  badLanguage: {
    ja: "--lang は ja か en です（「{value}」は使えません）。",
    en: '--lang is ja or en, found "{value}".',
  },
  noFile: {
    ja: "--out にファイル名がありません。",
    en: "--out needs the name of a file.",
  },
  written: {
    ja: "{out} を書き出しました（{size} kB）。",
    en: "{out} is written ({size} kB).",
  },
  contents: { ja: "目次", en: "Contents" },
  skip: { ja: "本文へ", en: "Skip to the lesson" },
  question: { ja: "問題", en: "Exercise" },
  answer: { ja: "答えを見る", en: "Show the answer" },
  code: { ja: "コード", en: "Code" },
  inputs: { ja: "入力", en: "Inputs" },
  unexpected: {
    ja: "予想と違います：「{expected}」のはずでした",
    en: "not as expected: it should be “{expected}”",
  },
  value: { ja: "計算した値", en: "computed here" },
  printed: { ja: "講義の出力", en: "printed in the lecture" },
  erratum: { ja: "訂正", en: "Erratum" },
  lectureNumber: { ja: "講義の計算", en: "the lecture's way" },
  rightNumber: { ja: "正しくは", en: "right" },
  formula: { ja: "式", en: "Formula" },
  terminal: {
    ja: "ターミナルで数を変えて試す：",
    en: "Try other numbers in a terminal:",
  },
  footer: {
    ja:
      "このページは、ターミナルで動く同じセルから Kobai が作りました。計算はすべて Kobai のライブラリによるもので、数は倍精度です。",
    en:
      "Made by Kobai from the very cells that run in a terminal. All numbers were computed by its library, in double precision.",
  },
  liveTitle: { ja: "動かしてみる", en: "Try it" },
  liveLead: {
    ja:
      "重みのつまみを動かしてください。スコア、確率、損失がすぐに変わります。矢印は、損失が減るほうへ向いています。「1 歩進む」を押すと、すべての重みが矢印の向きに少しずつ動きます。",
    en:
      "Drag a weight: scores, probabilities and loss answer at once. The arrows point to where the loss falls. Press “One step”, and every weight moves a little way along its arrow.",
  },
  liveNoScript: {
    ja:
      "JavaScript が使えないので、この図のつまみとボタンは動きません。下の数は、はじめの重みでの値です。ほかの内容はすべてそのまま読めます。",
    en:
      "Without JavaScript the sliders and buttons of this figure do nothing; the numbers are those of the first weights. Everything else on this page is complete.",
  },
  liveNet: {
    ja: "入力、重み、スコア、確率",
    en: "Inputs, weights, scores, probabilities",
  },
  liveInput: { ja: "入力 {name}", en: "input {name}" },
  liveWeight: {
    ja: "{name}：入力 {row} からクラス {column} への重み",
    en: "{name}: weight from input {row} to class {column}",
  },
  liveSlider: { ja: "{name} のつまみ", en: "{name}, slider" },
  liveScore: { ja: "スコア", en: "score" },
  liveProbability: { ja: "確率", en: "probability" },
  liveClass: { ja: "クラス {column}", en: "class {column}" },
  liveTarget: { ja: "正解", en: "right" },
  liveDefinition: { ja: "定義", en: "def." },
  liveBackpropagation: { ja: "逆伝播", en: "back" },
  liveGradientNote: {
    ja:
      "勾配は二通りに計算しています。「定義」は重みを一つずつ ±0.0001 動かして測ったもの（数値微分、損失の計算 12 回）、「逆伝播」は計算を一度だけ逆にたどったもの（誤差逆伝播）です。違いは最大で {difference}。矢印は勾配と逆の向きで、長さは勾配の大きさです（目盛りはつまみと同じ）。",
    en:
      "Each gradient is computed twice: “def.” by its definition, moving one weight at a time by ±0.0001 and measuring (12 losses), “back” by walking the computation backwards once (backpropagation). They differ by at most {difference}. An arrow points against the gradient and is as long as the gradient is large, on the slider’s scale.",
  },
  liveLoss: { ja: "損失", en: "loss" },
  liveDivided: {
    ja: "講義の関数なら、3 で割るので {third}",
    en: "The lecture’s function divides by 3: {third}",
  },
  liveDividedWhy: {
    ja: "はじめの重みで、講義は {printed} と出力しています。{why}",
    en: "At the first weights the lecture printed {printed}. {why}",
  },
  liveDividedLink: { ja: "くわしくは {number}", en: "More in {number}" },
  liveStep: { ja: "1 歩進む", en: "One step" },
  livePlay: { ja: "連続で進む", en: "Play" },
  livePause: { ja: "止める", en: "Pause" },
  liveReset: { ja: "最初に戻す", en: "Reset" },
  liveRate: { ja: "学習率", en: "learning rate" },
  livePath: { ja: "損失の道すじ", en: "The path of the loss" },
  liveSteps: { ja: "歩数", en: "steps" },
  livePathStart: {
    ja: "まだ 0 歩。損失は {first} です。",
    en: "No step yet; the loss is {first}.",
  },
  livePathText: {
    ja: "{steps} 歩で、損失は {first} から {last} になりました。",
    en: "After {steps} steps the loss went from {first} to {last}.",
  },
} as const satisfies Record<string, Text>;

/** The name of a message. */
export type MessageName = keyof typeof texts;

/** A message in one language, with its `{blanks}` filled in. */
export function message(
  language: Language,
  name: MessageName,
  blanks: Record<string, string | number> = {},
): string {
  return fill(texts[name], language, blanks);
}

/** All messages, for the test that none is missing. */
export const allMessages: Record<string, Text> = texts;
