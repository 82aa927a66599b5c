/** Which kind of mistake it was. */
import { isAnswer } from "../answers.ts";
import type { Judged } from "../judge.ts";
import { other, seenFirst, seenLast } from "./any_task.ts";
import { inCategories } from "./categories.ts";
import { inCrossEntropy } from "./cross_entropy.ts";
import { inDescent } from "./descent.ts";
import { inForward, otherProduct } from "./forward.ts";
import { inGradient } from "./gradient.ts";
import { inLoss } from "./loss.ts";
import type { Kind, Mistake, Way } from "./mistake.ts";
import { inSoftmax } from "./softmax.ts";
import { inSquares } from "./squares.ts";

/**
 * The mistakes of each task, from task 1; the first that explains everything is
 * named.
 */
export const mistakesOfTasks: readonly (readonly Mistake[])[] = [
  inForward,
  inCategories,
  inSquares,
  inCrossEntropy,
  inCrossEntropy,
  inSoftmax,
  inLoss,
  inGradient,
  inDescent,
];

/** All kinds by their names. */
const kinds: ReadonlyMap<string, Kind> = new Map(
  [
    ...[...seenFirst, ...mistakesOfTasks.flat(), ...seenLast]
      .map(({ kind }) => kind),
    otherProduct,
    other,
  ].map((kind) => [kind.name, kind]),
);

/**
 * A kind by its name.
 *
 * @throws {RangeError} If there is none of that name.
 */
export function kindNamed(name: string): Kind {
  const kind = kinds.get(name);
  if (kind !== undefined) return kind;
  throw new RangeError(
    `Cannot tell of the mistake ${name}: none of the ${kinds.size} kinds is called so`,
  );
}

/**
 * The kind of mistake that was made in a task: the first that alone explains
 * every case that failed and contradicts none that did not; `other` if there is
 * none.
 *
 * @param judged All cases of the task.
 * @returns The kind; undefined if nothing is wrong.
 */
export function mistakeIn(judged: readonly Judged[]): Kind | undefined {
  const failed = judged.filter(({ fault }) => fault !== undefined);
  if (failed.length === 0) return undefined;
  const passed = judged.filter(({ fault }) => fault === undefined);
  const seen = seenFirst.find(({ shows }) => failed.every(shows));
  if (seen !== undefined) return seen.kind;
  const task = failed[0]!.test.task;
  const made = mistakesOfTasks[task - 1]!.find(({ ways }) =>
    ways.some((way) =>
      failed.every((one) => gives(way, one)) &&
      passed.every((one) => gives(way, one) !== false)
    )
  );
  if (made !== undefined) return made.kind;
  const last = seenLast.find(({ shows }) => failed.every(shows));
  if (last !== undefined) return last.kind;
  // Some sizes go well with a wrong product and others do not, but the result
  // is never right.
  const isOfSizes = failed.some(({ fault }) =>
    fault === "threw" || fault === "shape"
  );
  return task === 1 && isOfSizes && passed.length === 0 ? otherProduct : other;
}

/**
 * Whether a result is what a mistake gives; undefined if it makes no difference
 * here.
 */
function gives(
  way: Way,
  { test: { call }, reply: { result } }: Judged,
): boolean | undefined {
  const wrong = way[call.name]?.(...call.arguments);
  return wrong && isAnswer(call, result, wrong);
}
