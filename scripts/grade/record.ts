/** What goes on record about a submission: points, kinds of mistake, cases. */
import type { Text } from "../cli/message.ts";
import { type Fault, judge, type Judged } from "../exercise/judge.ts";
import type { Exam } from "../exercise/exam.ts";
import type { Task } from "../exercise/exercise.ts";
import { mistakeIn } from "../exercise/mistakes/find.ts";
import { lost, type Result, type Status } from "../exercise/reply.ts";
import type { Origin } from "../exercise/test_case.ts";
import { safeMessage } from "./safe_text.ts";
import type { Refusal } from "./submitted_file.ts";

/** A case on record. Of a hidden one nothing but whether it was right. */
export interface GradedCase {
  readonly number: number;
  readonly origin: Origin;
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
  /**
   * The functions of earlier tasks that were wrong; with right ones in their
   * place came what stands here.
   */
  readonly followsOn?: readonly string[];
  readonly cases: readonly GradedCase[];
}

/** What is found out by running a submission. */
export interface Grade {
  readonly status: Status;
  /** Why it was not even run. */
  readonly refusal?: Refusal;
  /**
   * What is wrong with the program, in both languages: all of it, or a part.
   */
  readonly problem?: Text;
  /** What was said while it could not be loaded. */
  readonly message?: string;
  readonly points: number;
  /** What the first public gradient took; none if it was never computed. */
  readonly evaluations?: number;
  readonly seconds: number;
  readonly tasks: readonly GradedTask[];
}

/** The record of a submission that is not run. */
export function refuse(
  why: Pick<Grade, "refusal" | "problem">,
  { tasks, cases }: Exam,
): Grade {
  const status = "load error";
  const judged = cases.map((test) => judge(test, lost(status)));
  return { status, ...why, ...recordOf(tasks, judged), seconds: 0 };
}

/**
 * The share of a task's points that its public cases give: whoever looks them
 * up and does no more gets so much.
 */
const publicShare = 0.1;

/**
 * The share of a task that is right. Public cases weigh little, because their
 * answers can be looked up; all others weigh the same.
 */
export function shareOf(judged: readonly Judged[]): number {
  const share = (cases: readonly Judged[]) =>
    cases.filter(({ fault }) => fault === undefined).length / cases.length;
  const open = judged.filter(({ test }) => test.origin === "public");
  const others = judged.filter(({ test }) => test.origin !== "public");
  if (open.length === 0) return share(others);
  if (others.length === 0) return share(open);
  return publicShare * share(open) + (1 - publicShare) * share(others);
}

/**
 * What goes on record of judged cases. A task gives the share of its points
 * that is right, in tenths of a point.
 *
 * @param tasks All tasks.
 * @param judged All cases.
 * @param followsOn Tasks that were judged with right functions in the place of
 * these.
 */
export function recordOf(
  tasks: readonly Task[],
  judged: readonly Judged[],
  followsOn: ReadonlyMap<Task, readonly string[]> = new Map(),
): Pick<Grade, "points" | "evaluations" | "tasks"> {
  const graded = tasks.flatMap((task) => {
    const { number, points } = task, right = followsOn.get(task);
    const ofTask = judged.filter(({ test }) => test.task.number === number);
    if (ofTask.length === 0) return [];
    const mistake = mistakeIn(ofTask);
    return [{
      task: number,
      points: toTenths(points * shareOf(ofTask)),
      ...mistake === undefined ? {} : { mistake: mistake.name },
      ...right === undefined ? {} : { followsOn: right },
      cases: ofTask.map(recordCase),
    }];
  });
  const points = toTenths(graded.reduce((sum, { points }) => sum + points, 0));
  return { points, tasks: graded, ...evaluationsIn(judged) };
}

function toTenths(points: number): number {
  return Math.round(points * 10) / 10;
}

function recordCase({ test, reply, fault }: Judged): GradedCase {
  const { number, origin } = test;
  const passed = fault === undefined;
  if (origin === "hidden") return { number, origin, passed };
  return {
    number,
    origin,
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
  const first = judged.find(({ test: { origin, call } }) =>
    origin !== "hidden" && call.kinds.includes("surface")
  );
  const calls = first?.reply.calls ?? 0;
  return calls === 0 ? {} : { evaluations: calls };
}
