/**
 * Mistakes that follow from others: a task that builds on earlier ones is
 * judged once more with right functions in the place of those that were wrong.
 */
import type { AskedFunction, Task } from "./exercise.ts";
import type { Judged } from "./judge.ts";
import { expressionOf } from "./program/replace.ts";

/**
 * Which functions of earlier tasks were wrong, where a task that builds on them
 * is wrong too.
 *
 * @param task The task.
 * @param judged All cases, of all tasks.
 * @returns Right ones by name, as JavaScript; undefined if there is nothing to
 * put right.
 */
export function rightOnesFor(
  task: Task,
  judged: readonly Judged[],
): Record<string, string> | undefined {
  const isWrong = ({ fault }: Judged) => fault !== undefined;
  const { buildsOn = [] } = task;
  if (!judged.some((one) => one.test.task === task && isWrong(one))) {
    return undefined;
  }
  const right = new Map<string, AskedFunction>();
  for (const { test: { call, asked } } of judged.filter(isWrong)) {
    if (buildsOn.includes(call.name)) right.set(call.name, asked);
  }
  return right.size === 0 ? undefined : Object.fromEntries(
    [...right].map(([name, { solution }]) => [name, expressionOf(solution)]),
  );
}
