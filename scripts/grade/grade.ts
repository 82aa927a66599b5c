/** Grading one submission: running it and judging what comes. */
import type { Exam } from "../exercise/exam.ts";
import type { Task } from "../exercise/exercise.ts";
import { rightOnesFor, solutionsOf } from "../exercise/follow_on.ts";
import { judge, type Judged } from "../exercise/judge.ts";
import { withRightFunctions } from "../exercise/program/replace.ts";
import { lost, type Reply } from "../exercise/reply.ts";
import type { TestCase } from "../exercise/test_case.ts";
import type { Processes } from "./processes.ts";
import { type Grade, recordOf, shareOf } from "./record.ts";
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
 * of its own can never be about them. A task that builds on wrong ones is run
 * once more with right ones in their place, and the better counts.
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
  { tasks, cases }: Exam,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Grade> {
  const start = performance.now();
  const run = (code: string, cases: readonly TestCase[]) =>
    runCases(processes, code, cases, limits, signal);
  const { replies, ending, isGivenUp } = await run(code, cases);
  let judged = cases.map((test) => judge(test, replies.get(test)!));
  const solutions = solutionsOf(tasks);
  const followsOn = new Map<Task, readonly string[]>();
  for (const task of tasks) {
    const names = rightOnesFor(task, judged);
    if (names.length === 0 || isGivenUp) continue;
    const right = Object.fromEntries(
      names.map((name) => [name, solutions[name]!]),
    );
    const program = withRightFunctions(code, right);
    if (program === undefined) continue;
    const again = await judgeAgain(
      task,
      judged,
      (cases) => run(program, cases),
    );
    if (again === undefined) continue;
    followsOn.set(task, names);
    judged = judged.map((one) => again.get(one.test) ?? one);
  }
  return {
    status: ending?.status ?? "graded",
    ...ending?.message === undefined
      ? {}
      : { message: safeMessage(ending.message) },
    ...recordOf(tasks, judged, followsOn),
    seconds: (performance.now() - start) / 1000,
  };
}

/**
 * The cases of a task with right functions in the place of those that were
 * wrong; undefined if they go no better so.
 */
async function judgeAgain(
  task: Task,
  judged: readonly Judged[],
  run: (cases: readonly TestCase[]) => Promise<Ran>,
): Promise<Map<TestCase, Judged> | undefined> {
  const before = judged.filter(({ test }) => test.task === task);
  const { replies } = await run(before.map(({ test }) => test));
  const after = before.map(({ test }) => judge(test, replies.get(test)!));
  if (shareOf(after) <= shareOf(before)) return undefined;
  return new Map(after.map((one) => [one.test, one]));
}

/** What came of cases, and the first ending that was no good one. */
interface Ran {
  readonly replies: ReadonlyMap<TestCase, Reply>;
  readonly ending: Ending | undefined;
  /** Whether it was stopped so often that it is not run again. */
  readonly isGivenUp: boolean;
}

/**
 * Runs a program. A function in which it is stopped is given up, and the others
 * are run in a new process.
 */
async function runCases(
  processes: Processes,
  code: string,
  cases: readonly TestCase[],
  limits: Limits,
  signal?: AbortSignal,
): Promise<Ran> {
  const replies = new Map<TestCase, Reply>();
  let waiting = [
    ...cases.filter((test) => !isHidden(test)),
    ...cases.filter(isHidden),
  ];
  let ending: Ending | undefined;
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
    ending ??= run;
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
  return {
    replies,
    ending,
    isGivenUp: ending?.loaded === false || timeouts === patience,
  };
}
