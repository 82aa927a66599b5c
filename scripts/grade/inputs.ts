/** What the command line names: cases, submissions, class list, and the results so far. */
import { type Language, UsageError } from "../cli/command_line.ts";
import { FileError } from "../table/file_error.ts";
import {
  CaseError,
  PUBLIC_CASES,
  readCases,
  type TestCase,
} from "../exercise/cases.ts";
import { classList, type Member, titleOf } from "./class_list.ts";
import { message, type MessageName } from "./messages.ts";
import type { GradeRequest } from "./request.ts";
import { Results, ResultsInUse } from "./results.ts";
import { type Listed, readRoster } from "./roster.ts";
import { safeText } from "./safe_text.ts";
import { someNames } from "./some_names.ts";
import { listSubmissions } from "./submissions.ts";

/**
 * Reads the public cases, and the hidden ones if there are any.
 *
 * @throws {UsageError} If those cannot be used.
 */
export async function allCases(
  { cases, language }: GradeRequest,
): Promise<TestCase[]> {
  const open = readCases(await Deno.readTextFile(PUBLIC_CASES), false);
  if (cases === undefined) return open;
  try {
    return [...open, ...readCases(await Deno.readTextFile(cases), true)];
  } catch (error) {
    throw asUsageError(cases, error, language);
  }
}

/**
 * Finds the submissions and reads the class list, and tells who is not on it.
 *
 * @throws {UsageError} If one cannot be used.
 */
export async function readClass(
  { submissions, roster, language }: GradeRequest,
): Promise<Member[]> {
  const handedIn = await listSubmissions(submissions).catch((error) => {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) throw usage(language, "noFolder", { path: submissions });
    throw error;
  });
  const listed = roster === undefined
    ? []
    : await readRoster(roster).catch((error) => {
      throw asUsageError(roster, error, language);
    });
  if (handedIn.length === 0) {
    throw usage(language, "noSubmissions", { path: submissions });
  }
  const members = classList(handedIn, listed);
  if (roster !== undefined) tellOthers(members, listed, language);
  return members;
}

/** Who is not on the class list may have mistyped a number, or be of another class. */
function tellOthers(
  members: readonly Member[],
  listed: readonly Listed[],
  language: Language,
): void {
  const known = new Set(listed.map(({ student }) => student));
  const others = members.filter(({ student }) => !known.has(student));
  if (others.length === 0) return;
  console.error(message(language, "notListed", {
    count: others.length,
    names: someNames(others.map(titleOf), language),
  }));
}

/**
 * Opens the records, which must be new unless they are asked for.
 *
 * @throws {UsageError} If they are not, or another grader has them.
 */
export async function openResults(
  { out, resume, language }: GradeRequest,
): Promise<Results> {
  await Deno.mkdir(out, { recursive: true }).catch((error) => {
    if (
      error instanceof Deno.errors.AlreadyExists ||
      error instanceof Deno.errors.NotADirectory
    ) throw usage(language, "outIsFile", { path: out });
    throw error;
  });
  const path = `${out}/results.jsonl`;
  if (!resume && await isThere(path)) {
    throw usage(language, "hasResults", { path });
  }
  try {
    return await Results.open(path);
  } catch (error) {
    if (!(error instanceof ResultsInUse)) throw error;
    throw usage(language, "inUse", { path });
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

function usage(
  language: Language,
  name: MessageName,
  blanks: Record<string, string>,
): UsageError {
  return new UsageError(message(language, name, blanks));
}

/** What is wrong with a file that the command line names; other errors as they are. */
function asUsageError(
  path: string,
  error: unknown,
  language: Language,
): unknown {
  if (error instanceof CaseError) {
    const text = safeText(error.say(language));
    return usage(language, "badFile", { path, error: text });
  }
  if (error instanceof FileError) return new UsageError(error.say(language));
  const isNoFile = error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.IsADirectory;
  return isNoFile ? usage(language, "noFile", { path }) : error;
}
