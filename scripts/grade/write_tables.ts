/** From the records to what people read: `grades.csv` and `feedback/`. */
import { csvText } from "../csv/csv_text.ts";
import { writeWhole } from "../write_whole.ts";
import type { TestCase } from "./cases.ts";
import { type Member, titleOf } from "./class_list.ts";
import { feedbackFor } from "./feedback.ts";
import { fileNames } from "./file_names.ts";
import { gradesHeader, gradesRow, type Row, Summary } from "./grades.ts";
import type { GradeRequest } from "./request.ts";
import type { Results } from "./results.ts";

/** So many pages are written at the same time. */
const filesAtOnce = 32;

/**
 * Writes the tables of a class.
 *
 * @param members The class.
 * @param cases All cases.
 * @param results What is known of them.
 * @param request Where to, and in which language.
 * @returns What is to be seen on screen.
 */
export async function writeTables(
  members: readonly Member[],
  cases: readonly TestCase[],
  results: Results,
  { language, out }: GradeRequest,
): Promise<Summary> {
  const summary = new Summary();
  const ofSubmission = new Map(
    members.map((member) => [member.submission?.student, member]),
  );
  const rows = new Map<Member, Row>();
  const names = fileNames(members), writing: Promise<void>[] = [];
  for await (const record of results.read()) {
    const member = ofSubmission.get(record.student);
    if (member === undefined) continue; // of another part of the class
    summary.add(record);
    rows.set(member, gradesRow(member, record, language));
    writing.push(writeWhole(
      `${out}/feedback/${names.get(member)}.md`,
      feedbackFor(titleOf(member), record, cases, language),
    ));
    if (writing.length >= filesAtOnce) await Promise.all(writing.splice(0));
  }
  await Promise.all(writing);
  const all = members.map((member) => {
    const row = rows.get(member);
    if (row !== undefined) return row;
    if (member.submission === undefined) summary.add(undefined);
    return gradesRow(member, undefined, language);
  });
  const table = csvText([gradesHeader(language), ...all], { bom: true });
  await writeWhole(`${out}/grades.csv`, table);
  return summary;
}
