/** What is wrong with a lesson, told so that its author finds the place. */
import { type Language, message, type Text } from "../cli/message.ts";
import type { Cell } from "../lesson/cell.ts";

/** Where something stands in a cell: `["results", "y", "label"]`. */
export type Path = readonly string[];

const inCell = message({
  ja: "セル {cell} の {field}（{line} 行目）：{fault}",
  en: "Cell {cell}, {field}, line {line}: {fault}",
});
const inLesson = message({
  ja: "レッスンの {field}：{fault}",
  en: "The lesson's {field}: {fault}",
});

const noText = message({
  ja: "{language}の文がありません。{needed}が必要です",
  en: "has no text in {language}, {needed} is needed",
});
const bothNeeded: Text = {
  ja: "日本語と英語の文、または（一つの言語だけのレッスンなら）一つの文字列",
  en: "one in Japanese and one in English, or a single text",
};
const languages: Readonly<Record<Language, Text>> = {
  ja: { ja: "日本語", en: "Japanese" },
  en: { ja: "英語", en: "English" },
};

/** What a text lacks, a fault for each language. */
export function missingIn(text: Partial<Text> | undefined): Text[] {
  return (["ja", "en"] as const).filter((language) => {
    const written: unknown = text?.[language];
    return typeof written !== "string" || written.trim() === "";
  }).map((language) =>
    noText({ language: languages[language], needed: bothNeeded })
  );
}

/** The fault of a name that is not there, and what there is. */
export const unknownName: (
  blanks: { readonly found: string; readonly known: string | Text },
) => Text = message({
  ja: "「{found}」はありません。{known} のどれかが必要です",
  en: 'names "{found}", which is not there, one of {known} is needed',
});

/** A list, as what was found. */
export const aList: Text = { ja: "リスト", en: "a list" };
/** What an input or a value has to be. */
export const aValue: Text = {
  ja: "matrix(...) の行列、数、または文字列",
  en: "a matrix (matrix(...)), a number or a text",
};

/** A problem of a cell. */
export function cellProblem(
  cell: Pick<Cell, "name" | "source">,
  path: Path,
  fault: Text,
): Text {
  return inCell({
    cell: cell.name,
    field: path.join("."),
    line: lineOf(cell.source, path),
    fault,
  });
}

/** A problem of the lesson itself. */
export function lessonProblem(field: string, fault: Text): Text {
  return inLesson({ field, fault });
}

/**
 * The line where a field stands, as far as its path is found: each part of it
 * behind the one before.
 */
export function lineOf(source: string, path: readonly string[]): number {
  let at = 0;
  for (const part of path) {
    const name = part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const found = new RegExp(`(?<![\\w$.])["']?${name}["']?\\s*[:(,}]`)
      .exec(source.slice(at));
    if (found === null) break;
    at += found.index;
  }
  return source.slice(0, at).split("\n").length;
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
