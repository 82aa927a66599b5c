/** What goes back to a learning platform: its table of marks, and feedback. */
import { counted, message, type Text } from "../../cli/message.ts";
import { writeWhole } from "../../cli/write_whole.ts";
import { finder, type Member, titleOf } from "../class_list.ts";
import type { GradeRequest } from "../command.ts";
import type { Listed } from "../roster.ts";
import { someNames } from "../safe_text.ts";
import { feedbackName, feedbackZip } from "./feedback_zip.ts";
import { fillGradebook, type Gradebook, mostIn } from "./gradebook.ts";
import type { GradebookRow } from "./gradebook_columns.ts";

const filledIn = message({
  ja: "{path} に点数を書き込みました（{count} 人。もとの表：{file}）。",
  en: "{path} has the marks of {count}, and all else of {file}.",
});
const scaledTo = message({
  ja:
    "{file} の満点に合わせて、{most} 点満点の点数を {there} 点満点に換算しました。",
  en: "Marks of {most} were scaled to the {there} of {file}.",
});
const notScaled = message({
  ja: "{file} には満点が書かれていないので、{most} 点満点の点数のままです。",
  en:
    "{file} does not say how many points there are, so that marks are of {most}.",
});
const keptMarks = message({
  ja:
    "すでに違う点数がある {count} 人は書き換えていません（書き換えるには --replace-marks）：{names}",
  en:
    "Other marks stand there already and are kept (--replace-marks changes them), {count} in all: {names}",
});
const excusedThere = message({
  ja: "免除されているか、課題の対象でない {count} 人はそのままです：{names}",
  en: "Excused there, or not asked, and left so, {count} in all: {names}",
});
const leftEmpty = message({
  ja: "点数のない {count} 人は空欄のままです：{names}",
  en: "Left empty, because there is no mark, {count} in all: {names}",
});
const notInTable = message({
  ja: "{file} にいないので点数を書き込めなかった人が {count} 人います：{names}",
  en:
    "Not in {file}, so that their marks are not there, {count} in all: {names}",
});
const zipWritten = message({
  ja: "{path} は、そのままアップロードして学生に返せます（{count} 人分）。",
  en: "{path} can be uploaded as it is, with the feedback of {count}.",
});
const notInZip = message({
  ja:
    "そこに入れられない結果が {count} 件あります（返す先が分からないか、ファイルの提出ではありません）：{names}",
  en:
    "It lacks the feedback of those to whom the platform cannot give one (nobody knows their number, or no file was handed in), {count} in all: {names}",
});

/** What is known of those who were graded. */
export interface GradedClass {
  /** The most points that there are. */
  readonly most: number;
  readonly pointsOf: (member: Member) => number | undefined;
  readonly pages: ReadonlyMap<Member, string>;
}

/**
 * Writes `gradebook.csv` where a platform's table was named, and `feedback.zip`
 * where a platform takes feedback back.
 *
 * @param gradebook The platform's table.
 * @param members The class.
 * @param graded Their points and pages.
 * @param request Where to.
 * @returns What is to be known of these files, and what is not in them.
 */
export async function writeForPlatform(
  gradebook: Gradebook | undefined,
  members: readonly Member[],
  { most, pointsOf, pages }: GradedClass,
  { out, replaceMarks }: GradeRequest,
): Promise<Text[]> {
  const told: Text[] = [], rows = new Map<Member, GradebookRow>();
  if (gradebook !== undefined) {
    const find = finder(members), file = gradebook.path;
    const memberOf = new Map<Listed, Member>();
    for (const row of gradebook.rows) {
      const member = find(row.listed);
      if (member === undefined || rows.has(member)) continue;
      rows.set(member, row);
      memberOf.set(row.listed, member);
    }
    const { text, written, kept, excused, empty } = fillGradebook(gradebook, {
      most,
      of: (listed) => {
        const member = memberOf.get(listed);
        return member && pointsOf(member);
      },
      replace: replaceMarks,
    });
    const path = `${out}/gradebook.csv`;
    await writeWhole(path, text);
    const there = mostIn(gradebook);
    told.push(
      filledIn({ path, count: counted(written, "student", "students"), file }),
    );
    if (!(there > 0)) told.push(notScaled({ most, file }));
    else if (there !== most) told.push(scaledTo({ most, there, file }));
    const others = members.filter((one) =>
      pointsOf(one) !== undefined && !rows.has(one)
    );
    told.push(
      ...some(keptMarks, kept),
      ...some(excusedThere, excused),
      ...some(leftEmpty, empty),
      ...some((blanks) => notInTable({ ...blanks, file }), others),
    );
  }
  const isMoodles = gradebook?.platform === "moodle";
  const files = new Map<string, string>(), lacking: Member[] = [];
  for (const member of members) {
    const page = pages.get(member);
    if (page === undefined) continue;
    const row = isMoodles ? rows.get(member) ?? null : undefined;
    const name = feedbackName(member, row);
    if (name === undefined) lacking.push(member);
    else files.set(name, page);
  }
  if (files.size > 0) {
    const path = `${out}/feedback.zip`;
    await writeWhole(path, feedbackZip(files));
    const count = counted(files.size, "student", "students");
    told.push(zipWritten({ path, count }), ...some(notInZip, lacking));
  }
  return told;
}

/** A sentence about some students; none if there are none. */
function some(
  sentence: (blanks: { count: number; names: Text }) => Text,
  students: readonly Listed[],
): Text[] {
  if (students.length === 0) return [];
  const names = someNames(students.map(titleOf));
  return [sentence({ count: students.length, names })];
}
