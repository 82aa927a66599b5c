/** What the functions of the exercises should give. */
import type { Text } from "../cli/message.ts";
import type { Rows } from "./arguments.ts";
import { type Call, replyText } from "./call.ts";
import type { TestCase } from "./test_case.ts";
import type { AskedFunction, Solution, Tolerance } from "./exercise.ts";
import { readReply, type Reply, type Result } from "./reply.ts";

/** Rows of numbers, or a text in both languages. */
export type Answer = { readonly rows: Rows } | { readonly text: Text };

/** What comes of calling a solution of ours as a submission is called. */
export function replyOf(solution: Solution, call: Call): Reply {
  const exports = { [call.name]: solution };
  return readReply(replyText(exports, structuredClone(call), call))!;
}

const known = new WeakMap<Call, readonly Answer[]>();

/**
 * The answers to a case; each of them is right, and the first is the one to
 * show. None where the reference does not give any.
 */
export function rightAnswers({ asked, call }: TestCase): readonly Answer[] {
  const found = known.get(call) ?? answersTo(asked, call);
  known.set(call, found);
  return found;
}

function answersTo(asked: AskedFunction, call: Call): Answer[] {
  const solutions = [asked.solution, ...asked.alsoRight ?? []];
  return solutions.flatMap((solution, i) => {
    const answer = answerIn(asked, replyOf(solution, call).result);
    if (answer === undefined) return [];
    const isFinite = !("rows" in answer) ||
      answer.rows.flat().every(Number.isFinite);
    return i === 0 || isFinite ? [answer] : [];
  });
}

function answerIn(
  { synonyms = [] }: AskedFunction,
  result: Result,
): Answer | undefined {
  if (result.kind === "rows") return { rows: result.rows };
  if (result.kind !== "text") return undefined;
  const { text } = result;
  const both = synonyms.find(({ ja, en }) => ja === text || en === text);
  return { text: both ?? { ja: text, en: text } };
}

const ordinary: Tolerance = { rtol: 1e-6, atol: 1e-8 };

/**
 * Whether a result of a case is this answer; NaN is NaN here, and an infinity
 * itself.
 */
export function isAnswer(
  { asked }: Pick<TestCase, "asked">,
  result: Result,
  answer: Answer,
): boolean {
  if ("text" in answer) {
    return result.kind === "text" &&
      Object.values(answer.text).includes(result.text.trim());
  }
  const { rows } = answer;
  if (result.kind !== "rows" || !hasShape(result.rows, rows)) return false;
  const { close = ordinary } = asked;
  return result.rows.every((row, i) =>
    row.every((value, j) => isClose(value, rows[i]![j]!, close))
  );
}

/** Whether a result is the same as another, which may be no answer at all. */
export function isSame(test: TestCase, result: Result, other: Result): boolean {
  const answer = answerIn(test.asked, other);
  if (answer !== undefined) return isAnswer(test, result, answer);
  if (result.kind !== other.kind) return false;
  return result.kind !== "type" || other.kind !== "type" ||
    result.type === other.type;
}

/** Whether two tables have equally many rows and columns. */
export function hasShape(x: Rows, like: Rows): boolean {
  return x.length === like.length && x[0]!.length === like[0]!.length;
}

function isClose(
  value: number,
  wanted: number,
  { rtol, atol }: Tolerance,
): boolean {
  if (!Number.isFinite(wanted)) return Object.is(value, wanted);
  return Math.abs(value - wanted) <= atol + rtol * Math.abs(wanted);
}
