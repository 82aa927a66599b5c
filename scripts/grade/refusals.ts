/** Why a submission is not even run. */
import type { Text } from "../cli/message.ts";

const texts = {
  noFile: {
    ja:
      "提出物の中に .ts ファイルがありません（さらに中のフォルダは見ません）。",
    en:
      "There is no .ts file in what was handed in; folders inside it are not looked into.",
  },
  severalFiles: {
    ja:
      ".ts ファイルが複数あります。exercises.ts という名前のものを一つ提出してください。",
    en: "There are several .ts files; hand in one, called exercises.ts.",
  },
  symbolicLink: {
    ja:
      "シンボリックリンクは採点しません。ファイルそのものを提出してください。",
    en: "A symbolic link is not graded; hand in the file itself.",
  },
  unreadable: {
    ja:
      "ファイルを開けません（読む権限がないか、名前の文字コードが UTF-8 ではありません）。",
    en:
      "The file cannot be opened: it may not be read, or its name is not in UTF-8.",
  },
  tooLong: {
    ja: "ファイルが 200 kB を超えています。",
    en: "The file is longer than 200 kB.",
  },
  noText: {
    ja: "テキストファイルではありません。",
    en: "This is not a text file.",
  },
  notUtf8: {
    ja: "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。",
    en: "The file is not in UTF-8; save it again as UTF-8.",
  },
} as const satisfies Record<string, Text>;

/** The name of a reason. */
export type Refusal = keyof typeof texts;

/** All reasons. */
export const refusals: Readonly<Record<Refusal, Text>> = texts;
