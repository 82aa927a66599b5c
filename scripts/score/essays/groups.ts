/** Essays that belong together: those of one writer, or one essay twice. */
import { message } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { foldLabel } from "../../table/label_cell.ts";
import type { Table } from "../../table/table.ts";

/** Columns whose values name an essay or its writer, by their usual names. */
const NAMES =
  /^(id|(essay|text|file)[ _-]?(id|name)|(student|writer|author|learner|participant|candidate|examinee)s?([ _-]?(id|no|number|name|code))?|file|(学籍|学生|受験|参加者|作文|識別)番号|(作文|学生|学習者|参加者|受験者)ID|氏名|書き手|学習者|参加者|受験者|ファイル名)$/i;
/** Columns that may hold the essay itself. */
const TEXTS =
  /^(text|essay|essay[ _]text|answer|response|本文|作文|文章|回答|原文)$/i;
/**
 * A text that is shorter may be the same by chance, or the number of a task.
 */
const LONG = 40;

/** Whether a column tells essays or writers apart, by its name. */
export function identifies(name: string): boolean {
  return namesEssays(name) || holdsTexts(name);
}

/** Whether a column's values name essays or their writers, by its name. */
export function namesEssays(name: string): boolean {
  return NAMES.test(name.normalize("NFKC").trim());
}

/** Whether a column holds the essays themselves, by its name. */
export function holdsTexts(name: string): boolean {
  return TEXTS.test(name.normalize("NFKC").trim());
}

/** Which essays belong together. */
export interface Groups {
  /** The group of each essay, numbered in the order in which they come. */
  readonly of: readonly number[];
  readonly count: number;
  /** The columns in which a value stands twice. */
  readonly columns: readonly string[];
  /**
   * How many essays have an empty cell in the column that was asked for: each
   * is by itself, unless another column joins it.
   */
  readonly unnamed?: { readonly column: string; readonly essays: number };
}

const nothing = message({
  ja: "列 {column} には値がないので、作文を組にできません。",
  en: "Cannot keep essays together by {column}: nothing stands in it",
});

/**
 * The groups of a table's essays: those with the same value in a column that
 * tells essays or writers apart. An empty cell names nobody.
 *
 * @param table The table, with such columns.
 * @param asked The column that was asked for, if one was.
 * @returns The groups; none where each essay is one by itself.
 * @throws {FileError} If nothing stands in the column that was asked for.
 */
export function groupsOf(
  { texts, rows }: Table,
  asked?: string,
): Groups | undefined {
  const sets = new Sets(rows);
  let unnamed = 0;
  const columns = texts.filter(({ name, cells }) => {
    const least = TEXTS.test(name) && name !== asked ? LONG : 1;
    const { joined, empty } = join(cells, least, sets);
    if (name === asked) unnamed = empty;
    return joined || name === asked;
  }).map(({ name }) => name);
  if (asked !== undefined && rows > 0 && unnamed === rows) {
    throw new FileError(nothing({ column: asked }));
  }
  if (columns.length === 0) return undefined;
  const numbers = new Map<number, number>();
  const of = Array.from({ length: rows }, (_, row) => {
    const first = sets.first(row);
    const number = numbers.get(first) ?? numbers.size;
    numbers.set(first, number);
    return number;
  });
  return {
    ...{ of, count: numbers.size, columns },
    ...(asked === undefined || unnamed === 0
      ? {}
      : { unnamed: { column: asked, essays: unnamed } }),
  };
}

/** The groups of some of the essays. */
export function someGroups(
  { of, columns }: Groups,
  rows: ArrayLike<number>,
): Groups {
  const some = Array.from(rows, (row) => of[row]!);
  return { of: some, count: new Set(some).size, columns };
}

/**
 * Joins the rows with the same value of some length: whether there were any,
 * and how many cells are empty.
 */
function join(
  cells: readonly string[],
  least: number,
  sets: Sets,
): { readonly joined: boolean; readonly empty: number } {
  const seen = new Map<string, number>();
  let joined = false, empty = 0;
  for (const [row, cell] of cells.entries()) {
    const value = foldLabel(cell);
    if (value === "") empty++;
    if (value.length < least) continue;
    const before = seen.get(value);
    if (before === undefined) seen.set(value, row);
    else {
      sets.join(before, row);
      joined = true;
    }
  }
  return { joined, empty };
}

/** Disjoint sets of rows, each known by its first row. */
class Sets {
  readonly #parents: Uint32Array;

  constructor(rows: number) {
    this.#parents = Uint32Array.from({ length: rows }, (_, row) => row);
  }

  first(row: number): number {
    let first = row;
    while (this.#parents[first] !== first) first = this.#parents[first]!;
    for (let at = row; at !== first;) {
      const parent = this.#parents[at]!;
      this.#parents[at] = first;
      at = parent;
    }
    return first;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.first(a), this.first(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }
}
