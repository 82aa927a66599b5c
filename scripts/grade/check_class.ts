/** Checking the types of many submissions, some at a time. */
import type { Exam } from "../exercise/exam.ts";
import { mostPoints } from "../exercise/exercise.ts";
import type { Member } from "./class_list.ts";
import { submissionsOf } from "./grade_class.ts";
import type { Sandbox } from "./prepare.ts";
import type { Results } from "./results.ts";
import { readSubmission } from "./submitted_file.ts";
import { checkTypes } from "./type_check.ts";

/** What the types of a class are checked with. */
export interface Checking {
  readonly sandbox: Sandbox;
  readonly exam: Exam;
  readonly results: Results;
  /** Stops everything; what is on record stays. */
  readonly signal: AbortSignal;
  /** Told how many were checked. */
  readonly onDone: (done: number, total: number) => void;
}

/**
 * So many are checked at once: TypeScript takes long to start, and its memory
 * grows.
 */
const batch = 50;

/**
 * Puts on record what TypeScript says: of submissions that lost points, where
 * it may explain why, or of all.
 *
 * @param members The class.
 * @param all Whether to check submissions with all points too.
 * @param checking What it is checked with.
 */
export async function checkClass(
  members: readonly Member[],
  all: boolean,
  { sandbox, exam, results, signal, onDone }: Checking,
): Promise<void> {
  const fewerThan = all ? Infinity : mostPoints(exam.course);
  const waiting = submissionsOf(members).filter(({ student }) =>
    results.needsTypes(student, fewerThan)
  );
  for (let i = 0; i < waiting.length && !signal.aborted; i += batch) {
    onDone(i, waiting.length);
    const readable = waiting.slice(i, i + batch).flatMap(
      ({ student, file }) => {
        const read = readSubmission(file);
        return "source" in read ? [{ student, source: read.source }] : [];
      },
    );
    const found = await checkTypes(
      sandbox,
      readable.map(({ source }) => source),
      signal,
    ).catch((error) => {
      if (!signal.aborted) throw error;
    });
    if (found === undefined) return;
    readable.forEach(({ student }, k) => {
      const digest = results.digestOf(student)!;
      results.add({ student, digest, types: found[k] ?? [] });
    });
  }
}
