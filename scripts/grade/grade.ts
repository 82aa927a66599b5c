/**
 * Grading one submission: running it, judging it, and what goes on record about
 * it.
 */
import type { TestCase } from "../exercise/cases.ts";
import { type Fault, judge, type Judged } from "../exercise/judge.ts";
import { mistakeIn } from "../exercise/mistakes/find.ts";
import { onlyKobai } from "./only_kobai.ts";
import { lost, type Reply, type Result } from "../exercise/reply.ts";
import { safeMessage } from "./safe_text.ts";
import type { Processes } from "./processes.ts";
import type { Refusal } from "./submissions.ts";
import { type Ending, type Limits, runSubmission } from "./run.ts";
import type { Status } from "../exercise/status.ts";
import { tasks } from "../exercise/tasks.ts";

/** A case on record. Of a hidden one nothing but whether it was right. */
export interface GradedCase {
  readonly number: number;
  readonly hidden: boolean;
  readonly passed: boolean;
  readonly fault?: Fault;
  readonly result?: Result;
  /** How often the function among the arguments was called. */
  readonly calls?: number;
}

/** A task on record. */
export interface GradedTask {
  readonly task: number;
  readonly points: number;
  /** The name of the kind of mistake. */
  readonly mistake?: string;
  readonly cases: readonly GradedCase[];
}

/** What is found out by running a submission. */
export interface Grade {
  readonly status: Status;
  /** Why it was not even run. */
  readonly refusal?: Refusal;
  /** What was said while it could not be loaded. */
  readonly message?: string;
  readonly points: number;
  /** What the first public gradient took; none if it was never computed. */
  readonly evaluations?: number;
  readonly seconds: number;
  readonly tasks: readonly GradedTask[];
}

/**
 * A submission that goes on after it was stopped has this many times the limit
 * in all.
 */
const patience = 4;

/**
 * Grades a submission. Public cases come before hidden ones, so that what a
 * submission says of its own can never be about hidden ones. A task in which it
 * is stopped is given up, and the others are run in a new process.
 *
 * @param processes Where its processes come from.
 * @param source The submission's text.
 * @param cases All cases, by task.
 * @param limits What each process may use.
 * @param signal Stops everything.
 */
export async function gradeSource(
  processes: Processes,
  source: string,
  cases: readonly TestCase[],
  limits: Limits,
  signal?: AbortSignal,
): Promise<Grade> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const replies = new Map<TestCase, Reply>();
  let waiting = [
    ...cases.filter(({ hidden }) => !hidden),
    ...cases.filter(({ hidden }) => hidden),
  ];
  const runnable = onlyKobai(source);
  let first: Ending | undefined; // that did not come to its end
  do {
    const run = await runSubmission(
      processes,
      runnable,
      waiting.filter(({ hidden }) => !hidden).map(({ call }) => call),
      waiting.filter(({ hidden }) => hidden).map(({ call }) => call),
      limits,
      signal,
    );
    run.replies.forEach((reply, i) => replies.set(waiting[i]!, reply));
    const stoppedIn = waiting[run.replies.length];
    if (run.status === "graded" || stoppedIn === undefined) break;
    first ??= run;
    const givenUp = (test: TestCase) =>
      !run.loaded || seconds() > (patience - 1) * limits.seconds ||
      test.task === stoppedIn.task;
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
    ...record(judged),
    ...evaluationsIn(judged),
    seconds: seconds(),
  };
}

/** The record of a submission that is not run. */
export function refuse(refusal: Refusal, cases: readonly TestCase[]): Grade {
  const status = "load error";
  const judged = cases.map((test) => judge(test, lost(status)));
  return { status, refusal, ...record(judged), seconds: 0 };
}

function record(
  judged: readonly Judged[],
): { points: number; tasks: readonly GradedTask[] } {
  const graded = tasks.flatMap(({ number, points }) => {
    const ofTask = judged.filter(({ test }) => test.task === number);
    if (ofTask.length === 0) return [];
    const passed = ofTask.filter(({ fault }) => fault === undefined).length;
    const mistake = mistakeIn(ofTask);
    return [{
      task: number,
      points: toTenths(points * passed / ofTask.length),
      ...mistake === undefined ? {} : { mistake: mistake.name },
      cases: ofTask.map(recordCase),
    }];
  });
  const points = toTenths(graded.reduce((sum, { points }) => sum + points, 0));
  return { points, tasks: graded };
}

function toTenths(points: number): number {
  return Math.round(points * 10) / 10;
}

function recordCase({ test, reply, fault }: Judged): GradedCase {
  const { number, hidden } = test;
  const passed = fault === undefined;
  if (hidden) return { number, hidden, passed };
  return {
    number,
    hidden,
    passed,
    ...fault === undefined ? {} : { fault },
    result: withSafeText(reply.result),
    ...reply.calls === 0 ? {} : { calls: reply.calls },
  };
}

function withSafeText(result: Result): Result {
  switch (result.kind) {
    case "text":
      return { ...result, text: safeMessage(result.text) };
    case "threw":
      return { ...result, message: safeMessage(result.message) };
    default:
      return result;
  }
}

function evaluationsIn(judged: readonly Judged[]): { evaluations?: number } {
  const first = judged.find(({ test: { hidden, call } }) =>
    !hidden && call.name === "numericalGradient"
  );
  const calls = first?.reply.calls ?? 0;
  return calls === 0 ? {} : { evaluations: calls };
}
