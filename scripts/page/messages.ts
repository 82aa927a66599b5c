/** What the command says, in both languages. */
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
