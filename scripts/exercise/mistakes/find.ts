/** Which kind of mistake it was. */
import { isSame, replyOf } from "../answers.ts";
import type { Call } from "../call.ts";
import type { MistakeKind, Task, Way } from "../exercise.ts";
import { type Fault, judge, type Judged } from "../judge.ts";
import type { Reply, Result } from "../reply.ts";
import type { TestCase } from "../test_case.ts";
import { other, seenFirst, seenLast } from "./any_task.ts";
import { seenByNumbers } from "./by_numbers.ts";

/** The kinds that may be made in any task. */
export const kindsOfAll: readonly MistakeKind[] = [
  ...[...seenFirst, ...seenByNumbers, ...seenLast].map(({ kind }) => kind),
  other,
];

/**
 * A kind that may be made in a task, by its name.
 *
 * @throws {RangeError} If there is none of that name.
 */
export function kindNamed({ mistakes }: Task, name: string): MistakeKind {
  const kinds = [...kindsOfAll, ...mistakes.map(({ kind }) => kind)];
  const kind = kinds.find((kind) => kind.name === name);
  if (kind !== undefined) return kind;
  throw new RangeError(
    `Cannot tell of the mistake ${name}: none of the ${kinds.length} kinds is called so`,
  );
}

/**
 * The kind of mistake that was made in a task: the first that alone explains
 * every case that failed and contradicts none that did not; `other` if there is
 * none. A submission's source is never looked at: its results are compared with
 * those of wrong solutions.
 *
 * @param judged All cases of the task.
 * @returns The kind; undefined if nothing is wrong.
 */
export function mistakeIn(judged: readonly Judged[]): MistakeKind | undefined {
  const failed = judged.filter(({ fault }) => fault !== undefined);
  if (failed.length === 0) return undefined;
  const shown = seenFirst.find(({ shows }) =>
    failed.every((one) => shows(one, failed))
  );
  if (shown !== undefined) return shown.kind;
  const made = failed[0]!.test.task.mistakes.find(({ ways }) =>
    ways.some((way) => explains(way, judged))
  );
  if (made !== undefined) return made.kind;
  const wrong = new Set(failed.map(({ test }) => test.call.name));
  const called = judged.filter(({ test }) => wrong.has(test.call.name));
  const last = [...seenByNumbers, ...seenLast].find(({ ofAll, shows }) => {
    const cases = ofAll ? called : failed;
    return cases.every((one) => shows(one, cases));
  });
  return last?.kind ?? other;
}

/** Faults that many mistakes have in common: they point to none of them. */
const common: ReadonlySet<Fault | undefined> = new Set(
  [undefined, "threw", "noReturn"] as const,
);

/**
 * Whether a task went as it goes with a mistake, and this tells something. What
 * is 0, or no number, can come of anything: it must be so exactly, and tells
 * nothing where that is all there is.
 */
function explains(way: Way, judged: readonly Judged[]): boolean {
  const right = new Set<string>();
  let isTold = false;
  for (const { test: { call }, fault } of judged) {
    if (fault === undefined) right.add(call.name);
  }
  for (const { test, reply, fault } of judged) {
    const made = madeBy(way, test);
    // nothing at all, of which the kit makes no matrix
    if (fault === "threw" && isEmpty(made)) continue;
    if (made?.fault !== fault) return false;
    if (fault === undefined) continue;
    if (!isSame(test, reply.result, made!.reply.result)) return false;
    if (isZero(reply) && !isZero(made!.reply)) return false;
    const tells = !isNaNOnly(reply) || right.has(test.call.name);
    isTold ||= tells && !common.has(fault);
  }
  return isTold;
}

function isZero({ result }: Reply): boolean {
  return isOnly(result, (value) => value === 0);
}

function isNaNOnly({ result }: Reply): boolean {
  return isOnly(result, Number.isNaN);
}

function isOnly(result: Result, isSo: (value: number) => boolean): boolean {
  return result.kind === "rows" && result.rows.flat().every(isSo);
}

function isEmpty(made: Judged | undefined): boolean {
  const result = made?.reply.result;
  return result?.kind === "type" && result.type === "empty";
}

const known = new WeakMap<Way, WeakMap<Call, Judged>>();

/** What comes of a case where a mistake is made; undefined if it is not. */
export function madeBy(way: Way, test: TestCase): Judged | undefined {
  const { call } = test, solution = way[call.name];
  if (solution === undefined) return undefined;
  const ofWay = known.get(way) ?? new WeakMap<Call, Judged>();
  known.set(way, ofWay);
  const found = ofWay.get(call) ?? judge(test, replyOf(solution, call));
  ofWay.set(call, found);
  return found;
}
