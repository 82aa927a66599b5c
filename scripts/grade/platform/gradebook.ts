/**
 * The table in which a platform takes marks back: Moodle's grading worksheet or
 * Canvas's gradebook. It serves as class list too.
 */
import { message, type Text } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { openText } from "../../table/text_file.ts";
import type { Listed } from "../roster.ts";
import { canvasColumns } from "./canvas_gradebook.ts";
import { type Cell, cellsOf, withCells } from "./csv_cells.ts";
import type { GradebookColumns } from "./gradebook_columns.ts";
import { moodleColumns } from "./moodle_worksheet.ts";

/** A platform's table of marks. */
export interface Gradebook extends GradebookColumns {
  readonly path: string;
  readonly text: string;
  readonly separator: string;
  /** What stood before the text, which goes back there. */
  readonly mark: string;
}

const unknown = message({
  ja:
    "{path} は、Moodle の評定ワークシートでも Canvas の成績表でもありません。名簿なら --roster に指定してください。",
  en:
    "Cannot use {path}: it is neither Moodle's grading worksheet nor Canvas's gradebook; a class list is named with --roster",
});
const openQuote = message({
  ja: '{path} には閉じていない引用符（"）があります。',
  en: 'Cannot read {path}: a quote (") in it is never closed',
});

/**
 * Reads a platform's table.
 *
 * @param path The file.
 * @param assignment The title or number of the assignment, where a table has
 * several.
 * @throws {FileError} If it cannot be read, or is no such table.
 */
export async function readGradebook(
  path: string,
  assignment?: string,
): Promise<Gradebook> {
  using file = await openText(path);
  const text = (await Array.fromAsync(file.pieces())).join("");
  const isMarked = file.how === "marked" || file.encoding !== "utf-8";
  const mark = isMarked ? "\ufeff" : "";
  return gradebookIn(text, path, mark, assignment);
}

/** The same of a text that was read. */
export function gradebookIn(
  text: string,
  path: string,
  mark = "",
  assignment?: string,
): Gradebook {
  let isOpen = false;
  for (const separator of [",", ";", "\t", ":"]) {
    const rows = cellsOf(text, separator);
    isOpen ||= rows === undefined;
    const columns = rows && (canvasColumns(rows, path, assignment) ??
      moodleColumns(rows, path));
    if (columns !== undefined) {
      return { ...columns, path, text, separator, mark };
    }
  }
  throw new FileError((isOpen ? openQuote : unknown)({ path }));
}

/** What was done to a platform's table. */
export interface Filled {
  readonly text: string;
  /** How many marks were written. */
  readonly written: number;
  /** Who keeps another mark that stood there. */
  readonly kept: readonly Listed[];
  /** Who is excused there, or not asked; no mark of ours changes that. */
  readonly excused: readonly Listed[];
  /** Who has none of ours, and none there. */
  readonly empty: readonly Listed[];
}

/** What our points become there. */
export interface Points {
  /** The most that our tasks give. */
  readonly most: number;
  /** Our points of a student; none where there is no mark. */
  readonly of: (listed: Listed) => number | undefined;
  /** Whether they take the place of marks that stand there. */
  readonly replace: boolean;
}

/**
 * Fills in marks, scaled to the most points that stand there. Words of students
 * that a spreadsheet would run are made harmless with an apostrophe; every
 * other byte stays.
 */
export function fillGradebook(gradebook: Gradebook, points: Points): Filled {
  const { text, separator, mark, rows, most, ofStudents } = gradebook;
  const changes = new Map<Cell, string>();
  const kept: Listed[] = [], excused: Listed[] = [], empty: Listed[] = [];
  let written = 0;
  for (const { listed, mark } of rows) {
    const ours = points.of(listed);
    const stands = mark.text.trim(), isEmpty = /^[-–]?$/.test(stands);
    if (ours === undefined) {
      if (isEmpty) empty.push(listed);
      continue;
    }
    const value = scaled(ours, points.most, most);
    if (isSameNumber(stands, value)) continue;
    if (/^(?:EX|N\/A)$/i.test(stands)) excused.push(listed);
    else if (!isEmpty && !points.replace) kept.push(listed);
    else {
      changes.set(mark, value);
      written++;
    }
  }
  for (const cell of ofStudents) {
    if (isFormula(cell.text)) changes.set(cell, `'${cell.text}`);
  }
  const filled = withCells(text, separator, changes);
  return { text: mark + filled, written, kept, excused, empty };
}

/**
 * Points, which are tenths, as a platform writes them: in hundredths. Halves
 * are whole numbers until the last division, and go up.
 */
function scaled(points: number, most: number, written: string): string {
  const tenths = Math.round(points * 10), there = numberIn(written);
  const value = there > 0 ? tenths * there * 10 / most : tenths * 10;
  const text = String(Math.round(value) / 100);
  return /,\d{1,2}$/.test(written.trim()) ? text.replace(".", ",") : text;
}

/** The most points that a table gives; not a number if it does not say. */
export function mostIn({ most }: GradebookColumns): number {
  return numberIn(most);
}

function numberIn(written: string): number {
  return written.trim() === "" ? NaN : Number(written.trim().replace(",", "."));
}

function isSameNumber(a: string, b: string): boolean {
  return numberIn(a) === numberIn(b);
}

/** As in `safe_text.ts`; a telephone number or a dash is none. */
function isFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/.test(text) && !/^[+-]?[\d\s()./-]*$/.test(text);
}

/** Both of a sentence that names a table's platform. */
export const platformNames: Readonly<Record<"moodle" | "canvas", Text>> = {
  moodle: {
    ja: "Moodle の評定ワークシート",
    en: "Moodle's grading worksheet",
  },
  canvas: { ja: "Canvas の成績表", en: "Canvas's gradebook" },
};
