/** Everything that a lesson says on screen by itself, in both languages. */
import { fill, type Language, type Text } from "../cli/command_line.ts";

const texts = {
  formula: { ja: "式", en: "formula" },
  code: { ja: "コード", en: "code" },
  inputs: { ja: "入力", en: "inputs" },
  question: { ja: "問題", en: "exercise" },
  answerHidden: {
    ja: "答えは --answers を付けると表示されます。",
    en: "Add --answers to see the answer.",
  },
  printed: { ja: "講義の出力", en: "lecture" },
  comparison: { ja: "比較", en: "compared" },
  erratum: { ja: "訂正", en: "erratum" },
  changed: {
    ja:
      "入力を変えたので、講義の出力とは比べません。説明の文は、もとの入力についてのものです。",
    en:
      "An input was changed, so nothing is compared with the lecture. What the text says of " +
      "numbers is about the original ones.",
  },
  unexpected: {
    ja: "予想と違います：「{expected}」のはずでした",
    en: 'not as expected: it should be "{expected}"',
  },
  summary: {
    ja:
      "{cells} セルを実行。講義の出力 {printed} 個との比較 {comparisons} 件：" +
      "一致 {identical}、丸めの範囲内 {rounding}、異なる {differs}、再現不能 {none}。" +
      "訂正 {errata} 件。",
    en:
      "{cells} cells ran. {comparisons} comparisons with {printed} printed values: " +
      "{identical} identical, {rounding} equal within rounding, {differs} different, " +
      "{none} not reproducible. {errata} errata shown.",
  },
  failed: {
    ja: "予想と違うセル：{cells}",
    en: "Cells that did not come out as expected: {cells}",
  },
  lessonUsage: {
    ja: "使い方：{command} [節またはセル] [オプション]",
    en: "Usage: {command} [section or cell] [options]",
  },
  cellUsage: {
    ja: "使い方：deno run {file} [オプション]",
    en: "Usage: deno run {file} [options]",
  },
  optionInput: {
    ja: "入力を変える。既定値 {value}",
    en: "change the input; default {value}",
  },
  optionLang: {
    ja: "表示の言語（ja または en）",
    en: "language on screen (ja or en)",
  },
  optionAnswers: {
    ja: "問題の答えも表示する",
    en: "show the answers to exercises",
  },
  optionJson: {
    ja: "JSON で出力する（1 行に 1 セル）",
    en: "print JSON, one object a line for each cell",
  },
  optionNoColor: { ja: "色を付けない", en: "no colour" },
  optionList: { ja: "セルの一覧を表示する", en: "list the cells" },
  optionFigures: {
    ja: "図を SVG ファイルにして、このフォルダに書き出す",
    en: "write the pictures as SVG files into this folder",
  },
  optionLesson: {
    ja: "自分で作ったレッスンのファイル。既定は講義",
    en: "the file of a lesson of your own, not the lecture",
  },
  noFigures: { ja: "図のあるセルはありません。", en: "No cell has a picture." },
  optionHelp: { ja: "この説明を表示する", en: "show this text" },
  wholeLesson: {
    ja:
      "講義の全部、一つの節（例 {section}）、または一つのセルを実行します。セルは名前（例 {cell}）か、" +
      "番号（例 {number}）で選びます。セルを一つ選ぶと、その入力も変えられます（セルのファイルに --help を" +
      "付けると、変えられる入力が分かります）。",
    en:
      "Runs all of the lecture, a section (such as {section}), or a cell, by its name (such as " +
      "{cell}) or its number ({number}). The inputs of a single cell can be changed; the cell's own --help " +
      "lists them.",
  },
  unknownOption: {
    ja: "オプション {option} はありません。近いもの：{nearest}",
    en: "There is no option {option}. Near it: {nearest}",
  },
  unknownCell: {
    ja: "「{name}」というセルや節はありません。近いもの：{nearest}",
    en: 'There is no cell or section "{name}". Near it: {nearest}',
  },
  inputOfOneCell: {
    ja: "--{option} はセルを一つ選んだときに使えます。",
    en: "--{option} needs a single cell to be chosen.",
  },
  oneName: {
    ja: "名前は一つだけ指定してください（{names}）。",
    en: "Give one name only, found {names}.",
  },
  noName: {
    ja:
      "このセルは名前を取りません（「{name}」）。入力は --{option} のように変えます。",
    en:
      'This cell takes no name ("{name}"). Inputs are changed as in --{option}.',
  },
  badLanguage: {
    ja: "--lang は ja か en です（「{value}」は使えません）。",
    en: '--lang is ja or en, found "{value}".',
  },
  badNumber: {
    ja: "--{option} には数を書いてください（「{value}」は数ではありません）。",
    en: '--{option} needs a number, found "{value}".',
  },
  badMatrix: {
    ja:
      "--{option} には {example} のように数を並べてください（「{value}」は読めません）。",
    en: '--{option} needs numbers such as {example}, found "{value}".',
  },
  missingValue: {
    ja: "--{option} に値がありません。",
    en: "--{option} needs a value.",
  },
  badInput: {
    ja: "この入力では計算できません：{error}",
    en: "This input cannot be used: {error}",
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
