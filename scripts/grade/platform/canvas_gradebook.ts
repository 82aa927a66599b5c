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
    "{path} に当てはまる課題の列が {count} あります。--assignment に番号か全体を書いて一つ選んでください：{titles}",
  en:
    "Cannot choose in {path}: {count} of its assignments will do, one must be named with --assignment, by its number or the whole of it: {titles}",
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

/**
 * Totals, which Canvas knows by these words; that of a period may end in the
 * number of its year.
 */
const totals =
  /(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)/;

/** The column of the assignment that is named, or of the only one. */
function assignmentColumn(
  titles: readonly string[],
  path: string,
  named: string | undefined,
): number {
  const found = titles.flatMap((title, i) => {
    const [, text, number] = /^(.*) \((\d+)\)$/s.exec(title) ?? [];
    return text === undefined || totals.test(title)
      ? []
      : [{ i, title, names: [title, text, number] }];
  });
  const list = (of: typeof found) =>
    of.map(({ title }) => quoted(title)).join(", ");
  const matches = named === undefined
    ? found
    : found.filter(({ names }) => names.includes(named.trim()));
  const [only, another] = matches;
  if (only !== undefined && another === undefined) return only.i;
  if (named !== undefined && only === undefined) {
    const blanks = { path, found: quoted(named), titles: list(found) };
    throw new FileError(noAssignment(blanks));
  }
  const blanks = { path, count: matches.length, titles: list(matches) };
  throw new FileError(whichAssignment(blanks));
}
