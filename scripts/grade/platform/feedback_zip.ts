/**
 * Feedback as the archive that a platform takes back, each file under the name
 * by which it finds the student.
 */
import { writeZip } from "../../zip/write_zip.ts";
import type { Member } from "../class_list.ts";
import { safeText } from "../safe_text.ts";
import type { GradebookRow } from "./gradebook_columns.ts";

/** What a student finds it under. */
const NAME = "feedback.html";
/** With these at its beginning a file is hidden, and Moodle drops it. */
const hiding = /^[.~\s]+/;

/**
 * The archive of files by name.
 *
 * @param files Names and texts.
 */
export function feedbackZip(files: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = [...files].map(([name, text]) =>
    [name, encoder.encode(text)] as const
  );
  return writeZip(Object.fromEntries(entries), true);
}

/**
 * The name of a student's feedback; undefined where a platform takes none back:
 * it handed out nothing of this student's, or it is not known whose number that
 * is.
 *
 * @param member The student.
 * @param row The student's row in Moodle's worksheet, which alone knows the
 * numbers of people (those in the names of team submissions are the teams');
 * null if it has none, undefined if there is no worksheet.
 */
export function feedbackName(
  { submission }: Member,
  row: GradebookRow | null | undefined,
): string | undefined {
  if (row === undefined) {
    const answer = submission?.answer?.replace(/\p{Cc}/gu, " ");
    return answer && answer.replace(hiding, "") + NAME;
  }
  if (row === null) return undefined;
  const { student, name } = row.listed;
  const plain = safeText(name).replace(/[\\/:*?"<>|_]/g, " ")
    .replace(hiding, "").trim();
  return `${plain || "Participant"}_${student}_assignsubmission_file_${NAME}`;
}
