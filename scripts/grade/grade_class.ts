/** Grading many submissions, several at a time. */
import type { TestCase } from "../exercise/cases.ts";
import type { Member } from "./class_list.ts";
import { gradeSource } from "./grade.ts";
import type { Sandbox } from "./prepare.ts";
import { Processes } from "./processes.ts";
import { refuse } from "./record.ts";
import type { Results } from "./results.ts";
import type { Limits } from "./run.ts";
import { readSubmission, type Submission } from "./submissions.ts";

/** What a class is graded with. */
export interface Grading {
  readonly sandbox: Sandbox;
  readonly cases: readonly TestCase[];
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
 * Grades all submissions that are not on record as they are now.
 *
 * @param members The class.
 * @param grading What it is graded with.
 */
export async function gradeClass(
  members: readonly Member[],
  { sandbox, cases, results, limits, jobs, signal, onDone, onFailure }: Grading,
): Promise<void> {
  const waiting = submissionsOf(members).values();
  await using processes = new Processes(sandbox, limits.seconds, jobs);
  let done = 0, graded = 0;
  const work = async (): Promise<void> => {
    for (const { student, file } of waiting) {
      try {
        const read = readSubmission(file);
        const key = { student, digest: await digestOf(cases, read) };
        if (!results.has(key)) {
          const grade = "refusal" in read
            ? refuse(read.refusal, cases)
            : await gradeSource(processes, read.source, cases, limits, signal);
          results.add({ ...key, ...grade });
          graded++;
        }
      } catch (error) {
        if (signal.aborted) return;
        onFailure(student, error);
      }
      onDone(++done, graded);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

/** What the members of a class handed in. */
export function submissionsOf(members: readonly Member[]): Submission[] {
  return members.flatMap(({ submission }) => submission ?? []);
}

async function digestOf(
  cases: readonly TestCase[],
  read: { source: string } | { refusal: string },
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([cases, read]));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex().slice(0, 32);
}
