/**
 * Moodle's grading worksheet: who is in it, and where a mark goes. Its headings
 * are in the language of whoever downloaded it, so columns are known by what
 * stands in them, and by their headings where several would do.
 *
 * Source: Moodle, mod/assign/gradingtable.php and
 * mod/assign/feedback/offline/importgradeslib.php.
 */
import { message } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { nameHeading, numberHeading, participantNumber } from "../roster.ts";
import type { Cell } from "./csv_cells.ts";
import type { GradebookColumns } from "./gradebook_columns.ts";

const noGrade = message({
  ja:
    "{path} に評定と最大評点の列が見つかりません。評定なし、尺度（スケール）、評価基準表の課題には点数を書き込めません。",
  en:
    "Cannot find grade and maximum grade in {path}: an assignment without grade, with a scale or a rubric takes no points",
});

const uneven = message({
  ja:
    "{path} は読めません：見出しの項目は {needed}、{row} 人目の行の項目は {found} です。",
  en:
    "Cannot read {path}: the row of student {row} has {found} cells, {needed} are needed as there are headings",
});

/** The headings of its columns of marks, in languages that we know. */
const grade =
  /^(?:grade|評定|評点|成績|bewertung|note|calificación|valutazione|nota|成绩|成績|점수|성적)$/i;

/** The headings of its columns of dates. */
const modified = /modif|更新|geändert|modificación|修改|수정/i;

/**
 * Finds its way in a worksheet.
 *
 * @returns Undefined if it is none.
 * @throws {FileError} If it has no column for points.
 */
export function moodleColumns(
  [headings = [], ...all]: readonly (readonly Cell[])[],
  path: string,
): GradebookColumns | undefined {
  // Spreadsheets leave rows of empty cells.
  const rows = all.filter((row) => row.some(({ text }) => text.trim() !== ""));
  const text = (row: readonly Cell[], i: number) => row[i]?.text.trim() ?? "";
  const isOne = headings.length >= 5 && rows.length > 0 &&
    rows.every((row) => participantNumber(text(row, 0)) !== undefined);
  if (!isOne) return undefined;
  const other = rows.findIndex((row) => row.length !== headings.length);
  if (other >= 0) {
    const found = rows[other]!.length, needed = headings.length;
    throw new FileError(uneven({ path, row: other + 1, found, needed }));
  }
  /** Whether a column has one and the same number everywhere, but not 0. */
  const isMost = (i: number) =>
    /^(?![0.,]*$)\d+(?:[.,]\d+)?$/.test(text(rows[0]!, i)) &&
    rows.every((row) => text(row, i) === text(rows[0]!, i));
  const isMark = (i: number) =>
    rows.every((row) => /^[-–]?$|^\d+(?:[.,]\d+)?$/.test(text(row, i)));
  const candidates = headings.keys().filter((i) =>
    i >= 2 && isMark(i) && isMost(i + 1)
  ).toArray();
  const titles = headings.map(({ text }) => text.trim());
  const column = candidates.find((i) => grade.test(titles[i]!)) ??
    candidates.at(-1);
  if (column === undefined) throw new FileError(noGrade({ path }));
  const known = titles.findIndex((title) => nameHeading.test(title));
  // Without a name, where marking is blind, the status follows the number.
  const second = new Set(rows.map((row) => text(row, 1)));
  const name = known < 0 && second.size === rows.length ? 1 : known;
  const identities = titles.keys().filter((i) =>
    i > 0 && i < column && numberHeading(titles[i]!) !== undefined
  ).toArray();
  // What follows the last date is the teacher's: feedback.
  const last = titles.findLastIndex((title) => modified.test(title));
  return {
    platform: "moodle",
    rows: rows.map((row) => ({
      listed: {
        student: participantNumber(text(row, 0))!,
        name: text(row, name),
        others: identities.map((i) => text(row, i)).filter(Boolean),
      },
      mark: row[column]!,
      before: row.slice(0, column).map(({ text }) => text.trim()),
    })),
    most: text(rows[0]!, column + 1),
    ofStudents: rows.flatMap((row) =>
      row.filter((_, i) => i !== column && i < Math.max(column, last))
    ),
  };
}
