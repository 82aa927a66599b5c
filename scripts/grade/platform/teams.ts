/**
 * Moodle's team submissions: one for a whole group, handed out under its name
 * and its number, which may be the number of somebody else in the worksheet.
 * Who is in a group stands there in a column, whose heading is in the language
 * of whoever downloaded it: it is the one that has the groups' names.
 *
 * Source: Moodle, mod/assign/classes/downloader.php and
 * mod/assign/gradingtable.php.
 */
import type { Listed } from "../roster.ts";
import type { Submission } from "../submissions.ts";
import type { Gradebook } from "./gradebook.ts";
import type { GradebookRow } from "./gradebook_columns.ts";
import { keyOf, mayBeSame } from "./names.ts";

/** Whose submissions are that are no single student's. */
export interface Teams {
  /** What the group of a student handed in, for each line of the table. */
  readonly ofMember: ReadonlyMap<Listed, Submission>;
  /** Nobody's whose number they have; perhaps of a group that is not there. */
  readonly unknown: ReadonlySet<Submission>;
}

/**
 * Finds out which submissions are groups', and who is in them.
 *
 * @param gradebook The platform's table, if it is named.
 * @param submissions What was handed out.
 */
export function teamsIn(
  gradebook: Gradebook | undefined,
  submissions: readonly Submission[],
): Teams {
  const ofMember = new Map<Listed, Submission>();
  const unknown = new Set<Submission>();
  if (gradebook?.platform !== "moodle") return { ofMember, unknown };
  const { rows } = gradebook;
  // Where marking is blind one word stands for all names.
  const names = new Set(submissions.map(({ name }) => name));
  if (names.size < Math.min(submissions.length, 2)) {
    return { ofMember, unknown };
  }
  const byNumber = new Map(rows.map((row) => [row.listed.student, row]));
  const others = submissions.filter(({ student, name }) => {
    const row = byNumber.get(student);
    return name !== undefined && !(row && isNameOf(name, row));
  });
  const groups = groupsOf(rows, others);
  for (const submission of others) {
    const members = groups.get(plain(submission.name!)) ?? [];
    for (const { listed } of members) ofMember.set(listed, submission);
    const row = byNumber.get(submission.student);
    const isOnes = groups.size === 0 &&
      (!row || mayBeSame(row.listed.name, submission.name!));
    if (members.length === 0 && !isOnes) unknown.add(submission);
  }
  return { ofMember, unknown };
}

/**
 * Whether a name is that of the student in a row, or the word that stands for
 * it where marking is blind. Earlier versions put a group's name before it.
 */
function isNameOf(name: string, { listed, before }: GradebookRow): boolean {
  const own = plain(listed.name), word = plain(before[0]!.replace(/\d+$/, ""));
  return own !== "" && plain(name).endsWith(own) || plain(name) === word;
}

/**
 * The rows of each group by its name, where that is one group's only; of the
 * column that has the names of most submissions, and is not that of students'
 * names.
 */
function groupsOf(
  rows: readonly GradebookRow[],
  submissions: readonly Submission[],
): Map<string, GradebookRow[]> {
  const names = submissions.map(({ name }) => plain(name!));
  const columns = rows[0]!.before.map((_, i) => {
    const groups = new Map<string, GradebookRow[]>();
    const writtenAs = new Map<string, Set<string>>();
    if (rows.every(({ before, listed }) => before[i] === listed.name)) {
      return groups;
    }
    for (const row of rows) {
      const written = row.before[i]!;
      // As in a page, before signs that no file's name has are taken out.
      const keys = [written, written.replaceAll("&", "amp;")].map(plain);
      for (const key of new Set(keys)) {
        groups.set(key, [...groups.get(key) ?? [], row]);
        writtenAs.set(key, (writtenAs.get(key) ?? new Set()).add(written));
      }
    }
    const isOne = (key: string) =>
      key !== "" && writtenAs.get(key)?.size === 1 &&
      names.indexOf(key) === names.lastIndexOf(key);
    const known = [...new Set(names)].filter(isOne);
    return new Map(known.map((key) => [key, groups.get(key)!]));
  });
  return columns.reduce((best, one) => one.size > best.size ? one : best);
}

/** What remains of a name in that of a file, on any system. */
function plain(name: string): string {
  return keyOf(name.replace(/[\p{Cc}\s&<>"`|':\\/?*_]/gu, ""));
}
