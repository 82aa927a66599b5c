/** Rows that cannot be used, and how that is told. */
import { joinTexts, message, type Text } from "../cli/message.ts";
import { csvText } from "./csv_text.ts";
import { FileError, quoted } from "./file_error.ts";
import type { Place } from "./records.ts";
import type { Problem } from "./rows.ts";

/** So many problems are listed; the others are counted. */
const MOST_LISTED = 20;

/** A row that cannot be used. */
export interface BadRow extends Place {
  /** Counted from 1; the header and blank rows do not count. */
  readonly record: number;
  /** What is wrong with it. */
  readonly problems: readonly Problem[];
}

/** The rows of one table that cannot be used. */
export class BadRows {
  /** All of them, or as many as can be listed. */
  readonly kept: BadRow[] = [];
  readonly #file: string;
  readonly #keepAll: boolean;
  #rows = 0;
  #problems = 0;

  constructor(file: string, keepAll: boolean) {
    this.#file = file;
    this.#keepAll = keepAll;
  }

  /** How many there are, those that were not kept too. */
  get count(): number {
    return this.#rows;
  }

  /** Adds a row. */
  add(
    record: number,
    place: () => Place,
    problems: readonly Problem[],
  ): void {
    this.#rows++;
    this.#problems += problems.length;
    if (this.#keepAll || this.kept.length < MOST_LISTED) {
      this.kept.push({ record, ...place(), problems });
    }
  }

  /** What is wrong, the first problems of all, and what to do. */
  refusal(first: Text, ...last: readonly Text[]): FileError {
    const list = listedProblems(this.#file, this.kept, this.#problems);
    const lines = [first, ...list, ...last];
    return new FileError(joinTexts(lines, { ja: "\n  ", en: "\n  " }));
  }
}

const inRow = message({
  ja: "{file}  {record} 件目（{line} 行目）：{problem}",
  en: "{file}, record {record} (line {line}): {problem}",
});
const inColumn = message({
  ja: "{file}  {record} 件目（{line} 行目）列 {column}：{problem}",
  en: "{file}, record {record} (line {line}), column {column}: {problem}",
});
const more = message({ ja: "ほかに {count} か所", en: "and {count} more" });

/**
 * What is wrong with rows, one sentence for each problem.
 *
 * @param file The file's name.
 * @param rows The rows.
 * @returns A sentence for each problem, with the place where it is.
 */
export function problemLines(file: string, rows: readonly BadRow[]): Text[] {
  return rows.flatMap(({ record, line, problems }) =>
    problems.map(({ column, text }) => {
      const blanks = { file, record, line, problem: text };
      return column === undefined
        ? inRow(blanks)
        : inColumn({ ...blanks, column: quoted(column) });
    })
  );
}

/**
 * What is wrong with rows: the first problems of all, and how many more there
 * are.
 *
 * @param file The file's name.
 * @param rows The rows, or as many as can be listed.
 * @param count How many problems there are, where not all rows are given.
 * @returns A sentence for each line.
 */
export function listedProblems(
  file: string,
  rows: readonly BadRow[],
  count = rows.reduce((sum, { problems }) => sum + problems.length, 0),
): Text[] {
  const list = problemLines(file, rows.slice(0, MOST_LISTED))
    .slice(0, MOST_LISTED);
  const rest = count - list.length;
  return rest > 0 ? [...list, more({ count: rest })] : list;
}

/** The rows of a table that cannot be used, and its header. */
export interface Unusable {
  readonly header: readonly string[];
  readonly separator: string;
  readonly badRows: readonly BadRow[];
}

/**
 * Writes the rows that a table could not use, as they stood in its file, below
 * its header: once they are mended they can be read like the table itself.
 *
 * @param unusable The rows, and the header.
 * @returns Pieces of text; UTF-8 is meant, whatever the table was in.
 */
export function* badRowsText(
  { header, separator, badRows }: Unusable,
): Generator<string> {
  yield* csvText([header], { separator, bom: true });
  for (const { text } of badRows) yield `${text}\r\n`;
}
