/**
 * A lesson: cells in order, and what its readings say before and between them.
 */
import type { Text } from "../cli/message.ts";
import type { Cell, CellData } from "./cell.ts";
import { placedCell } from "./place.ts";
import { allOf, bothOf, type Words } from "./spoken.ts";

/** What the author of a lesson writes. */
export interface LessonParts<Said = Words> {
  readonly title: Said;
  /** A few sentences under the title. */
  readonly lead: Said;
  /** What the sections are called, by their numbers: `{ "4.2.3": ... }`. */
  readonly sections: Readonly<Record<string, Said>>;
  /** By the names of their files, without the ending. */
  readonly cells: Readonly<Record<string, CellData>>;
  /** What cells were called before: each old name with the one of today. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** What the page lets its readers move. */
  readonly live?: LiveFigure;
  /** Real essays, from which a network learns on the page. */
  readonly essays?: EssaysFigure;
}

/** A lesson, as its readings take it. */
export interface Lesson extends Omit<LessonParts<Text>, "cells"> {
  readonly cells: readonly Cell[];
}

/** A net with 2 inputs and 3 classes that the readers of a page can move. */
export interface LiveFigure {
  /**
   * The name of the cell whose inputs it begins with: `x` (1×2), `t` (1×3),
   * `W` (2×3) and `learningRate`.
   */
  readonly start: string;
  /** What the three classes are called. */
  readonly classes: readonly Text[];
  /**
   * The name of the cell and the result where the lecture printed this net's
   * loss divided by its 3 classes.
   */
  readonly dividedByClasses?: {
    readonly cell: string;
    readonly result: string;
  };
}

/** Essays from which a network learns on the page. */
export interface EssaysFigure {
  /** A CSV table with the columns `words`, `errors` and `score`. */
  readonly table: string;
  /** The bands that it learns, and which scores of the table they hold. */
  readonly bands: readonly {
    readonly name: Text;
    readonly scores: readonly string[];
  }[];
  /** What one must know of them. */
  readonly about: Text;
  /** Where they come from. */
  readonly source: Text;
  readonly licence: { readonly name: string; readonly url: string };
}

/**
 * Makes a lesson, to be exported as `lesson`.
 *
 * @param url The `import.meta.url` of its file, beside which its cells are.
 * @param parts The lesson.
 * @returns The same, each cell with its name, file and text.
 * @throws {UnshownError} If the code of a cell is not marked as `code.ts` says.
 */
export async function lessonOf(
  url: string,
  parts: LessonParts,
): Promise<Lesson> {
  const cells = Object.entries(parts.cells).map(([name, cell]) =>
    placedCell(new URL(`${name}.ts`, url).href, cell)
  );
  return {
    ...parts,
    title: bothOf(parts.title),
    lead: bothOf(parts.lead),
    sections: allOf(parts.sections),
    cells: await Promise.all(cells),
  };
}

/**
 * The cell of a lesson that has this name.
 *
 * @throws {RangeError} If there is none.
 */
export function cellNamed(
  { cells }: Lesson,
  name: string,
): Cell {
  const found = cells.find((cell) => cell.name === name);
  if (found === undefined) {
    const names = cells.map((cell) => cell.name).join(", ");
    throw new RangeError(
      `Cannot find a cell of the lesson: ${name}, one of ${names} is needed`,
    );
  }
  return found;
}

/** The cells of each section, in the order in which the sections begin. */
export function sectionsOf(lesson: Lesson): [string, readonly Cell[]][] {
  return [...Map.groupBy(lesson.cells, ({ section }) => section)];
}
