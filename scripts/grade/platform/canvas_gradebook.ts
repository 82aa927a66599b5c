/**
 * Canvas's gradebook, as it is exported: who is in it, and where a mark goes.
 *
 * Source: Canvas, lib/gradebook_exporter.rb and lib/gradebook_importer.rb.
 */
import { message } from "../../cli/message.ts";
import { FileError, quoted } from "../../table/file_error.ts";
import type { Cell } from "./csv_cells.ts";
import type { GradebookColumns } from "./gradebook_columns.ts";

const whichAssignment = message({
  ja:
    "{path} には課題の列が {count} あります。--assignment で一つ選んでください：{titles}",
  en:
    "Cannot choose in {path}: it has {count} assignments, one must be named with --assignment: {titles}",
});
const noAssignment = message({
  ja: "{path} に {found} という課題の列がありません。あるのは：{titles}",
  en: "Cannot find {found} in {path}: it is none of its assignments: {titles}",
});

/** Columns that tell students apart, besides their number in Canvas. */
const identities = ["SIS User ID", "SIS Login ID", "Integration ID"];
/** Columns before the assignments. */
const before = ["Student", "LastName", "FirstName", "ID", "Section"]
  .concat(identities, "Root Account");

/**
 * Finds its way in a gradebook.
 *
 * @returns Undefined if it is none.
 * @throws {FileError} If it is not clear which assignment is meant.
 */
export function canvasColumns(
  [headings = [], ...rows]: readonly (readonly Cell[])[],
  path: string,
  assignment?: string,
): GradebookColumns | undefined {
  const titles = headings.map(({ text }) => text.trim());
  const at = (title: string) => titles.indexOf(title);
  const id = at("ID");
  const name = [at("Student"), at("LastName"), at("FirstName")]
    .filter((i) => i >= 0);
  if (id < 0 || at("Section") < 0 || name.length === 0) return undefined;
  const column = assignmentColumn(titles, path, assignment);
  const text = (row: readonly Cell[], i: number) => row[i]?.text.trim() ?? "";
  const students = rows.filter((row) => text(row, id) !== "" && row[column]);
  const possible = rows.find((row) =>
    text(row, id) === "" && /\d/.test(text(row, column))
  );
  return {
    platform: "canvas",
    rows: students.map((row) => ({
      listed: {
        student: text(row, id),
        name: name.map((i) => text(row, i)).join(", "),
        others: identities.map((title) => text(row, at(title))).filter(Boolean),
      },
      mark: row[column]!,
      before: [],
    })),
    most: possible === undefined ? "" : text(possible, column),
    ofStudents: students.flatMap((row) =>
      row.filter((_, i) => before.includes(titles[i]!))
    ),
  };
}

/** The column of the assignment that is named, or of the only one. */
function assignmentColumn(
  titles: readonly string[],
  path: string,
  named: string | undefined,
): number {
  const found = titles.flatMap((title, i) => {
    const [, text, number] = /^(.*) \((\d+)\)$/s.exec(title) ?? [];
    return text === undefined
      ? []
      : [{ i, title, names: [title, text, number] }];
  });
  const list = found.map(({ title }) => quoted(title)).join(", ");
  if (named === undefined) {
    const [only, another] = found;
    if (only !== undefined && another === undefined) return only.i;
    const blanks = { path, count: found.length, titles: list };
    throw new FileError(whichAssignment(blanks));
  }
  const matches = found.filter(({ names }) => names.includes(named.trim()));
  if (matches.length === 1) return matches[0]!.i;
  const blanks = { path, found: quoted(named), titles: list };
  throw new FileError(noAssignment(blanks));
}
