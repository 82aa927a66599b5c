/** What the table of costs says on screen, in both languages. */
import type { Text } from "../cli/command_line.ts";

export const messages = {
  title: {
    ja: "勾配 1 回の費用（{rounds} 回の中央値。カッコ内は最小と最大）",
    en:
      "What a gradient costs (medians of {rounds} rounds, extremes in brackets)",
  },
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
  sampled: {
    ja: "* 重み {count} 個を選んで計り、全部の分に換算した値（種は 0）。",
    en: "* measured on {count} weights, drawn with seed 0, and scaled to all.",
  },
  meaning: {
    ja:
      "定義どおりの勾配には、重み 1 個につき損失の計算が 2 回要ります。誤差逆伝播は、重みがいくつ" +
      "あっても損失の計算 2〜4 回分で済みます。",
    en:
      "By its definition a gradient takes two evaluations of the loss for each weight. " +
      "Backpropagation takes about as long as two to four of them, however many weights there are.",
  },
  usage: {
    ja:
      "使い方：deno task bench [--lang ja|en] [--json] [--rounds N] [--net 2-16-3]",
    en:
      "Usage: deno task bench [--lang ja|en] [--json] [--rounds N] [--net 2-16-3]",
  },
  badRounds: {
    ja: "--rounds は 1 以上の整数です（「{value}」は使えません）。",
    en: '--rounds is an integer of 1 or more, found "{value}".',
  },
  badNet: {
    ja: "「{value}」というネットワークはありません。あるのは {nets} です。",
    en: 'There is no net "{value}", there are {nets}.',
  },
  badLanguage: {
    ja: "--lang は ja か en です（「{value}」は使えません）。",
    en: '--lang is ja or en, found "{value}".',
  },
  badArgument: {
    ja: "「{argument}」は分かりません。",
    en: 'Do not know what "{argument}" is.',
  },
  disagrees: {
    ja: "{net} の結果が合いません：{what}",
    en: "The results for {net} disagree: {what}",
  },
} as const satisfies Record<string, Text>;
