/**
 * How a task went, for its author: the kind of mistake, and the first case that
 * is wrong. The same at home, in a page and wherever else a program is loaded
 * beside its judge.
 */
import { message, type Text } from "../cli/message.ts";
import { rightAnswers } from "./answers.ts";
import { replyText } from "./call.ts";
import type { Exam } from "./exam.ts";
import type { Task } from "./exercise.ts";
import { rightOnesFor } from "./follow_on.ts";
import { faultText, judge, type Judged } from "./judge.ts";
import { mistakeIn } from "./mistakes/find.ts";
import { load } from "./program/load.ts";
import { withRightFunctions } from "./program/replace.ts";
import { readReply } from "./reply.ts";
import {
  answerText,
  argumentTexts,
  callText,
  cameOutLabel,
  labelled,
  resultText,
  wantedLabel,
  whyLabel,
} from "./show.ts";
import type { TestCase } from "./test_case.ts";

/** How a task went that is not right. */
export interface TaskReport {
  readonly failed: number;
  readonly total: number;
  /** The name of the kind of mistake. */
  readonly mistake: string;
  readonly title: Text;
  readonly hint: Text;
  /** Functions of earlier tasks that are to blame, if they alone are. */
  readonly blamed: readonly string[];
  /** The first case that is wrong, line by line; none if nothing is to say. */
  readonly lines: readonly Text[];
}

/** A place in the program, from its line. */
export type PlaceOf = (line: number) => Text;

/** What a loaded program is judged with. */
export interface Loaded {
  /** What it exports. */
  readonly exports: unknown;
  /** The program; without it, nothing is said of earlier tasks. */
  readonly code?: string | undefined;
  /** Right functions by name, as JavaScript: `expressionOf` gives them. */
  readonly solutions: Readonly<Record<string, string>>;
  readonly placeOf: PlaceOf;
}

/**
 * Judges a task.
 *
 * @param loaded The program.
 * @param exam The exercises, with cases.
 * @param task The task.
 * @returns What there is to say; undefined if everything is right.
 */
export async function reportOn(
  loaded: Loaded,
  { cases }: Exam,
  task: Task,
): Promise<TaskReport | undefined> {
  const ofTask = cases.filter((test) => test.task === task);
  const judged = ofTask.map((test) => judgeHere(loaded.exports, test));
  const mistake = mistakeIn(judged);
  if (mistake === undefined) return undefined;
  const { buildsOn = [] } = task;
  const earlier = cases.filter(({ call }) => buildsOn.includes(call.name))
    .map((test) => judgeHere(loaded.exports, test));
  const first = judged.find(({ fault }) => fault !== undefined)!;
  const isTold = first.fault !== "unwritten" && first.fault !== "missing";
  return {
    failed: judged.filter(({ fault }) => fault !== undefined).length,
    total: judged.length,
    mistake: mistake.name,
    title: mistake.title,
    hint: mistake.hint,
    blamed: await earlierFaults(task, [...earlier, ...judged], loaded),
    lines: isTold ? caseLines(first, loaded.placeOf) : [],
  };
}

/** A case with what came of it, and the line of the program that failed. */
type JudgedHere = Judged & { readonly line: number | undefined };

function judgeHere(exercises: unknown, test: TestCase): JudgedHere {
  const call = structuredClone(test.call), { name } = call;
  const f = (exercises as Record<string, unknown>)[name];
  let line: number | undefined;
  const watched = typeof f !== "function" ? f : (...args: unknown[]) => {
    try {
      return f(...args);
    } catch (error) {
      line = error instanceof Error ? lineOf(error) : undefined;
      throw error;
    }
  };
  const reply = readReply(replyText({ [name]: watched }, call, test.call))!;
  return { ...judge(test, reply), line };
}

/** The line of the program, among places in the kit. */
function lineOf({ stack = "" }: Error): number | undefined {
  // In a page the kit is in a blob too: the worker's own.
  const own: unknown = Reflect.get(globalThis, "location")?.href;
  const others = typeof own === "string" ? stack.replaceAll(own, "") : stack;
  const [, line] =
    /(?:\/exercises\.ts|\bblob:[^\s:]*):(\d+):\d+/.exec(others) ??
      [];
  return line === undefined ? undefined : Number(line);
}

/**
 * The functions of earlier tasks that were wrong, if a task is right once they
 * are.
 */
async function earlierFaults(
  task: Task,
  judged: readonly Judged[],
  { code, solutions }: Loaded,
): Promise<readonly string[]> {
  const names = rightOnesFor(task, judged);
  if (names.length === 0 || code === undefined) return [];
  const right = Object.fromEntries(
    names.map((name) => [name, solutions[name]!]),
  );
  const program = withRightFunctions(code, right);
  if (program === undefined) return [];
  // Outside of its functions it may not go on with right ones.
  const exports = await load(program).catch(() => undefined);
  if (exports === undefined) return [];
  const isRight = judged.filter(({ test }) => test.task === task)
    .every(({ test }) => judgeHere(exports, test).fault === undefined);
  return isRight ? names : [];
}

const atLine = message({ ja: "{why}（{place}）", en: "{why}, {place}" });

function caseLines(
  { test, fault, reply, line }: JudgedHere,
  placeOf: PlaceOf,
): Text[] {
  const came = resultText(reply.result);
  const why = faultText(test, fault!, reply);
  const same = (text: string): Text => ({ ja: text, en: text });
  const lines = [
    same(callText(test)),
    ...argumentTexts(test).map((text) => same(`  ${text}`)),
    labelled({
      label: wantedLabel,
      text: answerText(rightAnswers(test)[0]!),
    }),
  ];
  if (came !== undefined) {
    const text = "code" in came ? came.code : came.words;
    lines.push(labelled({ label: cameOutLabel, text }));
  }
  lines.push(labelled({
    label: whyLabel,
    text: line === undefined ? why : atLine({ why, place: placeOf(line) }),
  }));
  return lines;
}
