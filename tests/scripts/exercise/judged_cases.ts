/**
 * Cases of every task, public and hidden, and what may come of them.
 *
 * @module
 */
import {
  type Answer,
  rightAnswers,
} from "../../../scripts/exercise/answers.ts";
import { readCases, type TestCase } from "../../../scripts/exercise/cases.ts";
import { judge, type Judged } from "../../../scripts/exercise/judge.ts";
import type { Reply, Result } from "../../../scripts/exercise/reply.ts";
import publicCases from "../../../examples/exercises/public_cases.json" with {
  type: "json",
};
import hiddenCases from "../grade/hidden_cases.json" with { type: "json" };

const cases = [
  ...readCases(JSON.stringify(publicCases), false),
  ...readCases(JSON.stringify(hiddenCases), true),
];

/** The cases of a task. */
export function ofTask(task: number): TestCase[] {
  return cases.filter((one) => one.task === task);
}

/** An answer as a result. */
export function resultOf(answer: Answer): Result {
  return "rows" in answer
    ? { kind: "rows", rows: answer.rows }
    : { kind: "text", text: answer.texts[0]! };
}

/** What came of a call. */
export function came(result: Result, more: Partial<Reply> = {}): Reply {
  return { result, calls: 0, changed: false, ...more };
}

/** The right result of a case. */
export function rightResult(test: TestCase): Result {
  return resultOf(rightAnswers(test.call)[0]!);
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
