/** Grading many submissions, several at a time. */
import type { Exam } from "../exercise/exam.ts";
import { problemText } from "../exercise/program/problem.ts";
import type { Read } from "../exercise/program/read.ts";
import type { Member } from "./class_list.ts";
import { gradeSource } from "./grade.ts";
import type { Processes } from "./processes.ts";
import { type Grade, refuse } from "./record.ts";
import { Reader } from "./reader.ts";
import type { Results } from "./results.ts";
import type { Limits } from "./run.ts";
import type { Submission } from "./submissions.ts";
import { readSubmission } from "./submitted_file.ts";

/** What a class is graded with. */
export interface Grading {
  /** Starts processes, so many of them before they are needed. */
  readonly startProcesses: (ahead: number) => Processes;
  readonly exam: Exam;
  /** What the cases were drawn with. */
  readonly seed: string;
  /** What `kitDigest` gives. */
  readonly kit: string;
  readonly results: Results;
  readonly limits: Limits;
  /** How many submissions run at the same time. */
  readonly jobs: number;
  /** Stops everything; what is on record stays. */
  readonly signal: AbortSignal;
  /** Told of every submission that is done, those on record before too. */
  readonly onDone: (done: number, graded: number) => void;
  /** Told of a submission that the grader itself could not cope with. */
  readonly onFailure: (student: string, error: unknown) => void;
}

/**
 * Grades all submissions that are not on record as they are now. What was
 * stopped, what ended without a word, and what the grader failed on gets one
 * more run when nothing else runs any more, and that one counts.
 *
 * @param members The class.
 * @param grading What it is graded with.
 */
export async function gradeClass(
  members: readonly Member[],
  grading: Grading,
): Promise<void> {
  const { startProcesses, jobs } = grading;
  using reader = new Reader();
  const counts = { done: 0, graded: 0 }, again: Submission[] = [];
  {
    await using processes = startProcesses(jobs);
    const waiting = submissionsOf(members).values();
    const work = () =>
      gradeSome(waiting, processes, reader, grading, counts, (submission) => {
        again.push(submission);
      });
    await Promise.all(Array.from({ length: jobs }, work));
  }
  await using alone = startProcesses(0);
  await gradeSome(again, alone, reader, grading, counts);
}

/** Grades one after the other; `onDoubt` takes what is to be run once more. */
async function gradeSome(
  submissions: Iterable<Submission>,
  processes: Processes,
  reader: Reader,
  grading: Grading,
  counts: { done: number; graded: number },
  onDoubt?: (submission: Submission) => void,
): Promise<void> {
  const { exam, seed, kit, results, signal, onDone, onFailure } = grading;
  for (const submission of submissions) {
    const { student, file } = submission;
    try {
      const read = readSubmission(file);
      const key = { student, digest: await digestOf(exam, read) };
      if (!results.has(key, kit)) {
        const grade = "refusal" in read
          ? refuse(read, exam)
          : await gradeRead(await reader.read(read.source), processes, grading);
        if (onDoubt !== undefined && isDoubtful(grade)) {
          onDoubt(submission);
          continue;
        }
        results.add({ ...key, kit, seed, ...grade });
        counts.graded++;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (onDoubt !== undefined) {
        onDoubt(submission);
        continue;
      }
      results.forget(student);
      onFailure(student, error);
    }
    onDone(++counts.done, counts.graded);
  }
}

/** Grades what was read of a submission. */
async function gradeRead(
  { code, problem }: Read,
  processes: Processes,
  { exam, limits, signal }: Grading,
): Promise<Grade> {
  const told = problem && { problem: problemText(problem) };
  if (code === undefined) return refuse({ ...told }, exam);
  const grade = await gradeSource(processes, code, exam, limits, signal);
  return { ...grade, ...told };
}

/** Whether what came may have come of what happened beside it. */
function isDoubtful({ status, refusal, problem, message }: Grade): boolean {
  if (status === "load error") return !refusal && !problem && !message;
  return status !== "graded" && status !== "output limit";
}

/** What the members of a class handed in. */
export function submissionsOf(members: readonly Member[]): Submission[] {
  return members.flatMap(({ submission }) => submission ?? []);
}

async function digestOf(
  { cases }: Exam,
  read: { source: string } | { refusal: string },
): Promise<string> {
  const asked = cases.map(({ task, origin, call, also }) => [
    task.number,
    origin,
    call,
    also,
  ]);
  return (await digest([asked, read])).slice(0, 32);
}

/**
 * A seed for the cases of a class: nobody in it can know it beforehand, and
 * every part of the class has the same.
 */
export function seedOf(members: readonly Member[]): Promise<string> {
  const all = submissionsOf(members).map(({ student, file }) => [
    student,
    readSubmission(file),
  ]);
  return digest(all).then((text) => text.slice(0, 16));
}

async function digest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex();
}
