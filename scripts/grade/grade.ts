/** Grading one submission: running it and judging what comes. */
import type { Exam } from "../exercise/exam.ts";
import { judge } from "../exercise/judge.ts";
import { lost, type Reply } from "../exercise/reply.ts";
import type { TestCase } from "../exercise/test_case.ts";
import type { Processes } from "./processes.ts";
import { type Grade, recordOf } from "./record.ts";
import { type Ending, type Limits, runSubmission } from "./run.ts";
import { safeMessage } from "./safe_text.ts";

/**
 * A submission that was stopped so often at the time limit is not run again.
 */
const patience = 3;

function isHidden({ origin }: TestCase): boolean {
  return origin === "hidden";
}

/**
 * Grades a submission. Hidden cases come last, so that what a submission says
 * of its own can never be about them. A function in which it is stopped is
 * given up, and the others are run in a new process.
 *
 * @param processes Where its processes come from.
 * @param code The submission, as `readProgram` gives it.
 * @param exam All tasks and cases.
 * @param limits What each process may use.
 * @param signal Stops everything.
 */
export async function gradeSource(
  processes: Processes,
  code: string,
  { cases, ...exam }: Exam,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Grade> {
  const start = performance.now();
  const replies = new Map<TestCase, Reply>();
  let waiting = [
    ...cases.filter((test) => !isHidden(test)),
    ...cases.filter(isHidden),
  ];
  let first: Ending | undefined; // that did not come to its end
  let timeouts = 0;
  do {
    const run = await runSubmission(
      processes,
      code,
      waiting.filter((test) => !isHidden(test)).map(({ call }) => call),
      waiting.filter(isHidden).map(({ call }) => call),
      limits,
      signal,
    );
    run.replies.forEach((reply, i) => replies.set(waiting[i]!, reply));
    const stoppedIn = waiting[run.replies.length];
    if (run.status === "graded" || stoppedIn === undefined) break;
    first ??= run;
    if (run.status === "timeout") timeouts++;
    const givenUp = (test: TestCase) =>
      !run.loaded || timeouts === patience ||
      test.call.name === stoppedIn.call.name;
    const rest = waiting.slice(run.replies.length);
    for (const test of rest.filter(givenUp)) {
      replies.set(test, lost(run.status));
    }
    waiting = rest.filter((test) => !givenUp(test));
  } while (waiting.length > 0);
  const judged = cases.map((test) => judge(test, replies.get(test)!));
  return {
    status: first?.status ?? "graded",
    ...first?.message === undefined
      ? {}
      : { message: safeMessage(first.message) },
    ...recordOf(exam.tasks, judged),
    seconds: (performance.now() - start) / 1000,
  };
}
