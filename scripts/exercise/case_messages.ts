/** What can be wrong with a file of cases, told to its owner in both languages. */
import type { Text } from "../cli/command_line.ts";
import type { Kind } from "./arguments.ts";
import { mostSteps } from "./tasks.ts";

/** What is wrong. */
export const caseMessages = {
  noJson: {
    ja: "JSON として読めません（{error}）",
    en: "it is no JSON ({error})",
  },
  noCases: {
    ja: '{ "cases": [...] } の形が必要です',
    en: '{ "cases": [...] } is needed',
  },
  inCase: { ja: "cases[{index}]：{problem}", en: "cases[{index}]: {problem}" },
  noObject: { ja: "オブジェクトが必要です", en: "an object is needed" },
  unknownKey: {
    ja: "「{key}」は使えません",
    en: '"{key}" is not known here',
  },
  call: {
    ja: '"call" は {names} のどれかです',
    en: '"call" must be one of {names}',
  },
  arguments: {
    ja: '"arguments" には ({names}) に渡す値を並べてください',
    en: '"arguments" must be a list for ({names})',
  },
  argument: {
    ja: "{name} には、{needed}が必要です",
    en: "{name} must be {needed}",
  },
  also: {
    ja: '"also" は "unchanged" か "evaluations" です',
    en: '"also" must be "unchanged" or "evaluations"',
  },
  noEvaluations: {
    ja: "{name} には数える計算がありません",
    en: "{name} has no evaluations to count",
  },
  noAnswer: {
    ja: "{name} は、大きさ {sizes} のこの値では答えを求められません",
    en: "{name} has no answer for sizes {sizes}",
  },
} as const satisfies Record<string, Text>;

const rows: Text = {
  ja: "長さのそろった数の並び（[[1, 2], [3, 4]] など）",
  en: "rows of numbers, all of one length",
};

/** What an argument has to be. */
export const neededTexts: Readonly<Record<Kind, Text>> = {
  matrix: rows,
  rows,
  number: { ja: "数", en: "a number" },
  count: {
    ja: `0 から ${mostSteps} までの整数`,
    en: `a whole number from 0 to ${mostSteps}`,
  },
  surface: {
    ja:
      '同じ大きさの数の並び "linear"、"square"、"cube" と、数 "together" を持つオブジェクト',
    en:
      'an object with rows of numbers "linear", "square" and "cube", all of one size, and a number "together"',
  },
  slope: {
    ja: '数の並び "center" と、数 "pull"、"together" を持つオブジェクト',
    en:
      'an object with rows of numbers "center" and numbers "pull" and "together"',
  },
};
