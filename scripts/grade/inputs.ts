/**
 * What the command line names: cases, submissions, class list, and the results
 * so far.
 */
import { type Language, message, type Text } from "../cli/message.ts";
import { UsageError } from "../cli/usage_error.ts";
import { CaseError, readCases } from "../exercise/cases.ts";
import type { Task } from "../exercise/exercise.ts";
import type { TestCase } from "../exercise/test_case.ts";
import { FileError } from "../table/file_error.ts";
import type { PassedOver } from "./chosen_file.ts";
import { classList, finder, type Member, titleOf } from "./class_list.ts";
import type { GradeRequest } from "./command.ts";
import { Results, ResultsInUse, ResultsTooOld } from "./results.ts";
import { type Gradebook, readGradebook } from "./platform/gradebook.ts";
import { teamsIn } from "./platform/teams.ts";
import { type Listed, readRoster } from "./roster.ts";
import { safeText, someNames } from "./safe_text.ts";
import { listSubmissions, type Submission } from "./submissions.ts";

const noSubmissions = message({
  ja: "{path} に提出物が見つかりません。",
  en: "There are no submissions in {path}.",
});
const passedOverHeading = message({
  ja: "採点しないファイルが {count} 件あります。",
  en: "Files that are not graded, {count} in all:",
});
const passedOverFile = message({
  ja: "  {place}：{why}",
  en: "  {place}: {why}",
});
const someMore: Text = {
  ja: "  … 残りは class.html にあります",
  en: "  … the others are in class.html",
};
const notListed = message({
  ja: "名簿にない提出物が {count} 件あります：{names}",
  en: "Not on the class list, {count} in all: {names}",
});
const ofNoGroup = message({
  ja:
    "{file} には、その番号と名前の学生も、その名前のグループもないので、誰のものか分からない提出物が {count} 件あります：{names}",
  en:
    "Nobody knows whose these are, because {file} has no student of such a number and name and no group of such a name, {count} in all: {names}",
});
const badFile = message({
  ja: "{path} は使えません：{error}",
  en: "Cannot use {path}: {error}",
});
const noFile = message({
  ja: "{path} というファイルがありません。",
  en: "There is no file {path}.",
});
const outIsFile = message({
  ja: "{path} はフォルダではないので、結果を書き込めません。",
  en: "{path} is no folder, so that no results can be written there.",
});
const hasResults = message({
  ja:
    "{path} にはすでに結果があります。続きから採点するなら --resume を付け、初めからなら別のフォルダを指定してください。",
  en:
    "{path} has results already. Add --resume to go on, or name another folder to begin anew.",
});
const inUse = message({
  ja: "{path} には別の採点が書き込んでいます。",
  en: "Another grader is writing to {path}.",
});

const tooOld = message({
  ja:
    "{path} は古い版で採点した結果で、続きからは採点できません。別のフォルダを指定して、初めから採点してください。",
  en:
    "{path} was graded by an older version and cannot be gone on with. Name another folder, and begin anew.",
});

/**
 * Reads the teacher's own cases, if there are any.
 *
 * @throws {UsageError} If they cannot be used.
 */
export async function hiddenCases(
  tasks: readonly Task[],
  { cases }: GradeRequest,
): Promise<TestCase[]> {
  if (cases === undefined) return [];
  try {
    return readCases(tasks, await Deno.readTextFile(cases));
  } catch (error) {
    throw asUsageError(cases, error);
  }
}

/** Everybody, and what else the command line names of them. */
export interface Class {
  readonly members: readonly Member[];
  readonly passedOver: readonly PassedOver[];
  /** The platform's table of marks. */
  readonly gradebook: Gradebook | undefined;
}

/**
 * Finds the submissions and reads the class list, and tells what is not graded
 * and who is not on the list.
 *
 * @throws {UsageError} If one cannot be used.
 */
export async function readClass(request: GradeRequest): Promise<Class> {
  const { submissions: path, language } = request;
  const gradebook = await readIfNamed(
    request.gradebook,
    (path) => readGradebook(path, request.assignment),
  );
  const rows = gradebook?.rows.map(({ listed }) => listed) ?? [];
  const { submissions, passedOver } = await listSubmissions(
    path,
    new Set(rows.map(({ student }) => student)),
  );
  const listed = await readIfNamed(request.roster, readRoster) ??
    (gradebook && rows);
  tellPassedOver(passedOver, language);
  if (submissions.length === 0) throw new UsageError(noSubmissions({ path }));
  const { ofMember, unknown } = teamsIn(gradebook, submissions);
  const rowOf = finder(rows), ofListed = new Map<Listed, Submission>();
  for (const one of listed ?? []) {
    const submission = ofMember.get(rowOf(one)!);
    if (submission !== undefined) ofListed.set(one, submission);
  }
  const members = classList(submissions, listed ?? [], {
    ofMember: ofListed,
    unknown,
  });
  const others = members.slice(listed?.length ?? members.length);
  const isKnown = ({ group }: Member) => group === undefined;
  tell(notListed, others.filter(isKnown), language);
  const file = gradebook?.path ?? "";
  tell(
    (blanks) => ofNoGroup({ ...blanks, file }),
    others.filter((one) => !isKnown(one)),
    language,
  );
  return { members, passedOver, gradebook };
}

async function readIfNamed<Read>(
  path: string | undefined,
  read: (path: string) => Promise<Read>,
): Promise<Read | undefined> {
  if (path === undefined) return undefined;
  try {
    return await read(path);
  } catch (error) {
    throw asUsageError(path, error);
  }
}

/** So many files are named on screen. */
const mostFiles = 10;

function tellPassedOver(
  files: readonly PassedOver[],
  language: Language,
): void {
  if (files.length === 0) return;
  const lines = files.slice(0, mostFiles).map(({ place, why }) =>
    passedOverFile({ place: safeText(place), why })
  );
  if (files.length > mostFiles) lines.push(someMore);
  const all = [passedOverHeading({ count: files.length }), ...lines];
  console.error(all.map((text) => text[language]).join("\n"));
}

/**
 * Who is not on the class list may have mistyped a number, or be of another
 * class.
 */
function tell(
  sentence: (blanks: { count: number; names: Text }) => Text,
  members: readonly Member[],
  language: Language,
): void {
  if (members.length === 0) return;
  const names = someNames(members.map(titleOf));
  console.error(sentence({ count: members.length, names })[language]);
}

/**
 * Opens the records, which must be new unless they are asked for.
 *
 * @throws {UsageError} If they are not, or another grader has them.
 */
export async function openResults(
  { out, resume }: GradeRequest,
): Promise<Results> {
  await Deno.mkdir(out, { recursive: true }).catch((error) => {
    if (
      error instanceof Deno.errors.AlreadyExists ||
      error instanceof Deno.errors.NotADirectory
    ) throw new UsageError(outIsFile({ path: out }));
    throw error;
  });
  const path = `${out}/results.jsonl`;
  if (!resume && await isThere(path)) {
    throw new UsageError(hasResults({ path }));
  }
  try {
    return await Results.open(path);
  } catch (error) {
    if (error instanceof ResultsInUse) throw new UsageError(inUse({ path }));
    if (error instanceof ResultsTooOld) throw new UsageError(tooOld({ path }));
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * What is wrong with a file that the command line names; other errors as they
 * are.
 */
function asUsageError(path: string, error: unknown): unknown {
  if (error instanceof CaseError) {
    const { ja, en } = error.text;
    const text: Text = { ja: safeText(ja), en: safeText(en) };
    return new UsageError(badFile({ path, error: text }));
  }
  if (error instanceof FileError) {
    return new UsageError(error.text);
  }
  const isNoFile = error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.IsADirectory;
  return isNoFile ? new UsageError(noFile({ path })) : error;
}
