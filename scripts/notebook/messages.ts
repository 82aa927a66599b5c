/** What the command says, in both languages. */
import { fill, type Language, type Text } from "../cli/command_line.ts";

const texts = {
  usage: {
    ja: `使い方：deno task notebook [オプション]

レッスンを Jupyter（Deno カーネル）のノートブックにします。lesson.ja.ipynb と lesson.en.ipynb の二つを書き出します。

  --out     書き出すフォルダ。既定値 examples
  --kit     Kobai の mod.ts の URL。既定ではこのフォルダの mod.ts への相対パス
  --lang    使い方の説明の言語（ja または en）
  --lesson  自分で作ったレッスンのファイル。既定は講義
  -h, --help  この説明を表示する`,
    en: `Usage: deno task notebook [options]

Makes notebooks of a lesson for Jupyter with Deno's kernel: lesson.ja.ipynb and lesson.en.ipynb.

  --out     the folder to write to; default examples
  --kit     the URL of Kobai's mod.ts; without it, the relative path to the mod.ts of this folder
  --lang    language of this text (ja or en)
  --lesson  the file of a lesson of your own; the lecture if there is none
  -h, --help  show this text`,
  },
  unknown: {
    ja: "{argument} は分かりません。--help で使い方が出ます。",
    en: "{argument} is not understood; --help shows what is.",
  },
  missing: {
    ja: "--{option} に値がありません。",
    en: "--{option} needs a value.",
  },
  badLanguage: {
    ja: "--lang は ja か en です（「{value}」は使えません）。",
    en: '--lang is ja or en, found "{value}".',
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
