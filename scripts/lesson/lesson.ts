/**
 * A lesson: cells in order, and what its readings say before and between them.
 */
import type { Text } from "../cli/message.ts";
import type { Cell } from "./cell.ts";

/** What the author of a lesson writes, and exports as `lesson`. */
export interface Lesson {
  readonly title: Text;
  /** A few sentences under the title. */
  readonly lead: Text;
  /** What the sections are called, by their numbers: `{ "4.2.3": ... }`. */
  readonly sections: Readonly<Record<string, Text>>;
  readonly cells: readonly Cell[];
  /** What the page lets its readers move. */
  readonly live?: LiveFigure;
}

/** A net with 2 inputs and 3 classes that the readers of a page can move. */
export interface LiveFigure {
  /**
   * It begins with this cell's inputs: `x` (1×2), `t` (1×3), `W` (2×3) and
   * `learningRate`.
   */
  readonly start: Cell;
  /**
   * The cell and the result where the lecture printed this net's loss divided
   * by its 3 classes.
   */
  readonly dividedByClasses?: { readonly cell: Cell; readonly result: string };
}

/** The cells of each section, in the order in which the sections begin. */
export function sectionsOf(lesson: Lesson): [string, readonly Cell[]][] {
  return [...Map.groupBy(lesson.cells, ({ section }) => section)];
}
