/** From the records to what people read: `grades.csv` and `feedback/`. */
import { type Language, message, type Text } from "../cli/message.ts";
import { writeWhole } from "../cli/write_whole.ts";
import type { Exam } from "../exercise/exam.ts";
import { csvText } from "../table/csv_text.ts";
import { type Member, onePerSubmission, titleOf } from "./class_list.ts";
import type { GradeRequest } from "./command.ts";
import { feedbackFor } from "./feedback.ts";
import { classPage } from "./feedback/class_page.ts";
import { htmlDocument, readStyle } from "./feedback/document.ts";
import { markdownHtml } from "./feedback/markdown_html.ts";
import { sameHandIns } from "./feedback/same_hand_ins.ts";
import { gradesHeader, gradesRow, type Row } from "./grades.ts";
import type { Class } from "./inputs.ts";
import { writeForPlatform } from "./platform/write_for_platform.ts";
import type { Results } from "./results.ts";
import { safeText, someNames } from "./safe_text.ts";
import { readSubmission } from "./submitted_file.ts";
import { Summary } from "./summary.ts";

const otherPages = message({
  ja:
    "{path} には、今回のクラスにいない人の古いページが {count} 件あります：{names}",
  en:
    "In {path} are pages of before, of nobody in this class, {count} in all: {names}",
});

/** So many pages are written at the same time. */
const filesAtOnce = 32;

/**
 * Writes what people read of a class.
 *
 * @param whole The class.
 * @param members Those of it who are graded here.
 * @param exam All tasks and cases.
 * @param results What is known of them.
 * @param request Where to, and in which language.
 * @returns What is to be seen on screen: the table, and what is to be known of
 * the files for a platform.
 */
export async function writeTables(
  { gradebook, passedOver }: Class,
  members: readonly Member[],
  exam: Exam,
  results: Results,
  request: GradeRequest,
): Promise<{ summary: Summary; told: readonly Text[] }> {
  const { language, out } = request, style = await readStyle();
  const summary = new Summary(exam);
  const ofSubmission = Map.groupBy(
    members,
    ({ submission }) => submission?.student,
  );
  const graded = new Map<Member, { row: Row; points: number }>();
  const pages = new Map<Member, string>();
  const names = fileNames(members), writing: Promise<void>[] = [];
  for await (const record of results.read()) {
    // None is of another part of the class, several share what they handed in.
    for (const member of ofSubmission.get(record.student) ?? []) {
      summary.add(member, record);
      const row = gradesRow(member, record, exam, language);
      graded.set(member, { row, points: record.points });
      const title = titleOf(member);
      const text = feedbackFor(title, record, exam, language);
      const body = markdownHtml(text);
      const page = htmlDocument({
        title: safeText(title),
        language,
        style,
        body,
      });
      pages.set(member, page);
      const path = `${out}/feedback/${names.get(member)}`;
      writing.push(writeWhole(`${path}.md`, text));
      writing.push(writeWhole(`${path}.html`, page));
      if (writing.length >= filesAtOnce) await Promise.all(writing.splice(0));
    }
  }
  await Promise.all(writing);
  const written = new Set([...graded.keys()].map((one) => names.get(one)));
  await tellOtherPages(`${out}/feedback`, written, language);
  const all = members.map((member) => {
    const known = graded.get(member);
    if (known !== undefined) return known.row;
    summary.add(member, undefined);
    return gradesRow(member, undefined, exam, language);
  });
  const table = csvText([gradesHeader(exam, language), ...all], { bom: true });
  await writeWhole(`${out}/grades.csv`, table);
  const alike = alikeIn(
    onePerSubmission(members).filter((one) => graded.get(one)?.points),
  );
  const page = classPage(
    { members, summary, alike, passedOver },
    style,
    language,
  );
  await writeWhole(`${out}/class.html`, page);
  const told = await writeForPlatform(gradebook, members, {
    most: summary.most,
    pointsOf: (member) => graded.get(member)?.points,
    pages,
  }, request);
  return { summary, told };
}

/** Groups of those who have points, and whose hand-ins are alike. */
function alikeIn(members: readonly Member[]): Member[][] {
  return sameHandIns(members.flatMap((member) => {
    const read = readSubmission(member.submission!.file);
    return "source" in read ? [[member, read.source] as const] : [];
  }));
}

/**
 * Pages of a name that is not used any more could be handed out; what they are,
 * only a person knows.
 */
async function tellOtherPages(
  folder: string,
  written: ReadonlySet<string | undefined>,
  language: Language,
): Promise<void> {
  if (written.size === 0) return;
  const others: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const [, page] = /^([^.].*)\.(?:md|html)$/.exec(name) ?? [];
    if (page !== undefined && !written.has(page)) others.push(name);
  }
  if (others.length === 0) return;
  const blanks = {
    path: folder,
    count: others.length,
    names: someNames(others.sort()),
  };
  console.error(otherPages(blanks)[language]);
}

/**
 * In bytes: with a longer one there is no room for the name of what is written
 * beside it first.
 */
const longestName = 150;

/**
 * Names of files, each for one student; of two that would get the same, the one
 * whose name needs no change comes first, whoever is graded first.
 */
export function fileNames(members: readonly Member[]): Map<Member, string> {
  const plain = new Map(members.map((member) => [member, plainName(member)]));
  const inOrder = members.toSorted((a, b) =>
    Number(plain.get(a) !== a.student) - Number(plain.get(b) !== b.student)
  );
  const taken = new Set<string>();
  return new Map(inOrder.map((member) => {
    const stem = plain.get(member)!;
    let name = stem;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${stem}-${i}`;
    taken.add(name.toLowerCase());
    return [member, name];
  }));
}

function plainName({ student }: Member): string {
  const plain = safeText(student)
    .replace(/[\\/:*?"<>|]/g, "_").replace(/^\./, "_") || "_";
  const bytes = new TextEncoder().encode(plain);
  if (bytes.length <= longestName) return plain;
  const cut = new TextDecoder().decode(bytes.subarray(0, longestName));
  return cut.replace(/\ufffd+$/, ""); // half a letter
}
