/**
 * Cases of every task, public, drawn and hidden, and what may come of them.
 *
 * @module
 */
import {
  type Answer,
  rightAnswers,
} from "../../../scripts/exercise/answers.ts";
import { readCases } from "../../../scripts/exercise/cases.ts";
import { type Exam, examOf } from "../../../scripts/exercise/exam.ts";
import { judge, type Judged } from "../../../scripts/exercise/judge.ts";
import type { Reply, Result } from "../../../scripts/exercise/reply.ts";
import type { TestCase } from "../../../scripts/exercise/test_case.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import hiddenCases from "../grade/hidden_cases.json" with { type: "json" };

const { tasks, ...drawn } = examOf(course, "tests");

/** The lecture's exercises with all sorts of cases. */
export const exam: Exam = {
  ...drawn,
  tasks,
  cases: [...drawn.cases, ...readCases(tasks, JSON.stringify(hiddenCases))],
};

/** The cases of a task. */
export function ofTask(task: number): TestCase[] {
  return exam.cases.filter((one) => one.task.number === task);
}

/** An answer as a result. */
export function resultOf(answer: Answer): Result {
  return "rows" in answer
    ? { kind: "rows", rows: answer.rows }
    : { kind: "text", text: answer.text.ja };
}

/** What came of a call. */
export function came(result: Result, more: Partial<Reply> = {}): Reply {
  return { result, calls: 0, changed: false, ...more };
}

/** The right result of a case. */
export function rightResult(test: TestCase): Result {
  return resultOf(rightAnswers(test)[0]!);
}

/**
 * Judges a task's cases with results that are right but for what `change` says.
 */
export function judgeTask(
  task: number,
  change: (test: TestCase, i: number) => Reply | undefined,
): Judged[] {
  return ofTask(task).map((test, i) =>
    judge(test, change(test, i) ?? came(rightResult(test)))
  );
}
