/** What is wrong with a lesson, told so that its author finds the place. */
import { message, type Text } from "../cli/message.ts";
import type { Cell } from "../lesson/cell.ts";

const inCell = message({
  ja: "セル {cell} の {field}（{line} 行目）：{fault}",
  en: "Cell {cell}, {field}, line {line}: {fault}",
});
const inLesson = message({
  ja: "レッスンの {field}：{fault}",
  en: "The lesson's {field}: {fault}",
});

/** A problem of a cell. */
export function cellProblem(
  cell: Pick<Cell, "name" | "source">,
  path: readonly string[],
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
