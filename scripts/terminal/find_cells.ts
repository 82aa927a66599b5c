/** The cells that somebody means. */
import { message } from "../cli/message.ts";
import { nearest } from "../cli/nearest.ts";
import { plainText } from "../cli/plain.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { Cell } from "../lesson/cell.ts";
import { headingOf } from "../lesson/heading.ts";
import type { Lesson } from "../lesson/lesson.ts";

const unknownCell = message({
  ja: "「{name}」というセルや節はありません。近いもの：{near}",
  en: 'There is no cell or section "{name}". Near it: {near}',
});

/**
 * The cells of a section (`4.2.3`), the cell of a name or a number
 * (`sum_of_squared_errors`, `4.2.3-02`, its file), or all cells with these
 * words in their headings (`Out [9]`, `out9`, `損失`); if there are none, those
 * of the sections with these words in their titles.
 *
 * @param lesson The lesson.
 * @param name What somebody wrote.
 * @returns The cells in the order of the lesson, one at least.
 * @throws {UsageError} If there is none.
 */
export function findCells(
  { cells, sections, renamed = {} }: Lesson,
  name: string,
): readonly Cell[] {
  const wanted = plainText(name).replace(/^.*[/\\]/, "").replace(/\.ts$/, "");
  const words = wordsOf(wanted);
  const before = Object.keys(renamed)
    .find((old) => old === wanted || shortName(old) === wanted);
  const ways: ((cell: Cell) => boolean)[] = [
    (cell) => cell.name === wanted || shortName(cell.name) === wanted,
    (cell) => before !== undefined && cell.name === renamed[before],
    ({ section }) => `${section}.`.startsWith(`${wanted}.`),
    (cell) =>
      words !== "" &&
      [cell.name, ...headingsOf(cell)].some((text) =>
        wordsOf(text).includes(words)
      ),
    ({ section }) =>
      words !== "" &&
      Object.values(sections[section] ?? {}).some((title) =>
        wordsOf(title).includes(words)
      ),
  ];
  for (const isMeant of ways) {
    const found = cells.filter(isMeant);
    if (found.length > 0) return found;
  }
  throw new UsageError(unknownCell({ name, near: near(cells, wanted) }));
}

/** The name without section and number: `sum_of_squared_errors`. */
function shortName(name: string): string {
  return name.replace(/^[^_]*_\d+_/, "");
}

/**
 * A cell's heading in both languages, as it stands over the cell and in the
 * list.
 */
function headingsOf(cell: Cell): string[] {
  return (["ja", "en"] as const).flatMap((language) => {
    const heading = headingOf(cell, language);
    return [heading, heading.replace(/^\S+/, cell.name)];
  });
}

/**
 * A text's words with a space around each: in `Out [9]` and `out9` they are
 * ` out 9 `. In Japanese each letter counts as one.
 */
function wordsOf(text: string): string {
  const words = plainText(text).toLowerCase()
    .match(/[a-z]+|\d+(?:\.\d+)*|[^\s\p{P}\p{S}]/gu) ?? [];
  return words.map((word) => ` ${word.replace(/^0+(?=\d)/, "")} `).join("");
}

/** The names of the cells and sections that are most like what was written. */
function near(cells: readonly Cell[], wanted: string): string {
  const names = new Map(
    cells.flatMap((cell): [string, string][] => [
      [cell.section, cell.section],
      [cell.name, cell.name],
      [cell.title.ja, cell.name],
      [cell.title.en, cell.name],
    ]),
  );
  const found = nearest(wanted, names.keys()).map((name) => names.get(name)!);
  return [...new Set(found)].join(", ");
}
