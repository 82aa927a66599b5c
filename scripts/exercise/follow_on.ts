/**
 * Mistakes that follow from others: a task that builds on earlier ones is
 * judged once more with right functions in the place of those that were wrong.
 */
import type { Task } from "./exercise.ts";
import type { Judged } from "./judge.ts";
import { expressionOf } from "./program/replace.ts";

/**
 * Which functions of earlier tasks were wrong, where a task that builds on them
 * is wrong too.
 *
 * @param task The task.
 * @param judged All cases, of all tasks.
 * @returns Their names; none if there is nothing to put right.
 */
export function rightOnesFor(
  task: Task,
  judged: readonly Judged[],
): readonly string[] {
  const isWrong = ({ fault }: Judged) => fault !== undefined;
  const { buildsOn = [] } = task;
  if (!judged.some((one) => one.test.task === task && isWrong(one))) return [];
  const wrong = new Set(
    judged.filter(isWrong).map(({ test }) => test.call.name),
  );
  return buildsOn.filter((name) => wrong.has(name));
}

/** The solutions that tasks build on, by name, as JavaScript. */
export function solutionsOf(tasks: readonly Task[]): Record<string, string> {
  const wanted = new Set(tasks.flatMap(({ buildsOn = [] }) => buildsOn));
  return Object.fromEntries(
    tasks.flatMap(({ functions }) =>
      Object.entries(functions).filter(([name]) => wanted.has(name))
        .map(([name, { solution }]) => [name, expressionOf(solution)])
    ),
  );
}
