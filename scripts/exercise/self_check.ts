/** How students check their own answers: a test for each task. */
import { type Language, message, type Text } from "../cli/message.ts";
import { rightAnswers } from "./answers.ts";
import type { Exam } from "./exam.ts";
import type { Task } from "./exercise.ts";
import { rightOnesFor } from "./follow_on.ts";
import { faultText, judge, type Judged } from "./judge.ts";
import { mistakeIn } from "./mistakes/find.ts";
import { load } from "./program/load.ts";
import { problemText } from "./program/problem.ts";
import { readProgram } from "./program/read.ts";
import { withRightFunctions } from "./program/replace.ts";
import { readReply } from "./reply.ts";
import { messageOf, replyText } from "./call.ts";
import {
  answerText,
  argumentTexts,
  callText,
  cameOutLabel,
  labelled,
  resultText,
  taskHeading,
  wantedLabel,
  whyLabel,
} from "./show.ts";
import type { TestCase } from "./test_case.ts";

const wrongCases = message({
  ja: "{total} 個の例のうち {failed} 個が正しくありません。",
  en: "{failed} of {total} cases are wrong.",
});
const fileTest: Text = {
  ja: "exercises.ts を採点できるか",
  en: "whether exercises.ts can be graded",
};
const fromEarlier = message({
  ja:
    "前の課題の {names} が違うためです。それを直せば、この課題は合います（採点でも、正しいものに取り替えて見ます）。",
  en:
    "It comes of {names} in earlier tasks: with those right, this task is right too. (The grader puts right ones in their place.)",
});
const notLoaded = message({
  ja: "関数の外に書いたところがエラーになりました：{why}",
  en: "Something outside of the functions ended with an error: {why}",
});
const atLine = message({
  ja: "{why}（exercises.ts の {line} 行目）",
  en: "{why}, at line {line} of exercises.ts",
});

/**
 * What a failed test says. An error would be shown with a place in the kit's
 * own files.
 */
class NotRight {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }

  [Symbol.for("Deno.customInspect")](): string {
    return this.message;
  }
}

/** A test of one task. */
export interface Check {
  readonly name: string;
  /** Throws if the task is not right, and says what kind of mistake it was. */
  readonly fn: () => void | Promise<void>;
}

/**
 * The tests of a student's file. What the grader does not run is not run here
 * either, and the same is said of it; what is run is the same.
 *
 * @param source The file's text.
 * @param exam The exercises, with cases.
 * @param language The language of names and hints.
 */
export async function checksOfFile(
  source: string,
  exam: Exam,
  language: Language,
): Promise<Check[]> {
  const { code, problem } = readProgram(source);
  const failing = (text: Text): Check => ({
    name: fileTest[language],
    fn() {
      throw new NotRight(text[language]);
    },
  });
  const first = problem === undefined ? [] : [failing(problemText(problem))];
  if (code === undefined) return first;
  try {
    const exercises = await load(code);
    return [...first, ...exerciseChecks(exercises, exam, language, code)];
  } catch (error) {
    return [failing(notLoaded({ why: messageOf(error) }))];
  }
}

/**
 * A test for each task.
 *
 * @param exercises What the student's file exports.
 * @param exam The exercises, with cases.
 * @param language The language of names and hints.
 * @param code The file as it runs, to see what follows from earlier tasks.
 */
export function exerciseChecks(
  exercises: unknown,
  { tasks, cases }: Exam,
  language: Language,
  code?: string,
): Check[] {
  return tasks.map((task) => ({
    name: taskHeading(task)[language],
    async fn() {
      const ofTask = cases.filter((test) => test.task === task);
      const judged = ofTask.map((test) => judgeHere(exercises, test));
      const text = faultsText(judged, language);
      if (text === undefined) return;
      const { buildsOn = [] } = task;
      const earlier = cases.filter(({ call }) => buildsOn.includes(call.name))
        .map((test) => judgeHere(exercises, test));
      const names = await earlierFaults(task, [...earlier, ...judged], code);
      const first = names === undefined
        ? []
        : [`${fromEarlier({ names: names.join(", ") })[language]}\n  `];
      throw new NotRight(first.join("") + text);
    },
  }));
}

/**
 * The functions of earlier tasks that were wrong, if a task is right once they
 * are.
 */
async function earlierFaults(
  task: Task,
  judged: readonly Judged[],
  code: string | undefined,
): Promise<string[] | undefined> {
  const right = rightOnesFor(task, judged);
  const program = right && code && withRightFunctions(code, right);
  if (!program) return undefined;
  const exercises = await load(program);
  const isRight = judged.filter(({ test }) => test.task === task)
    .every(({ test }) => judgeHere(exercises, test).fault === undefined);
  return isRight ? Object.keys(right) : undefined;
}

/**
 * A case with what came of it, and where in the student's file an error came
 * from.
 */
type JudgedHere = Judged & { readonly line: string | undefined };

function judgeHere(exercises: unknown, test: TestCase): JudgedHere {
  const call = structuredClone(test.call), { name } = call;
  const f = (exercises as Record<string, unknown>)[name];
  let line: string | undefined;
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

function lineOf({ stack = "" }: Error): string | undefined {
  return /(?:\/exercises\.ts|\bblob:[^\s:]*):(\d+):\d+/.exec(stack)?.[1];
}

/**
 * What is wrong in a task, beginning with the kind of mistake; undefined if
 * nothing is.
 */
function faultsText(
  judged: readonly JudgedHere[],
  language: Language,
): string | undefined {
  const mistake = mistakeIn(judged);
  if (mistake === undefined) return undefined;
  const first = judged.find(({ fault }) => fault !== undefined)!;
  const failed = judged.filter(({ fault }) => fault !== undefined).length;
  const lines = [
    labelled({ label: mistake.title, text: mistake.hint })[language],
  ];
  if (mistake.name === "unwritten") return lines[0];
  lines.unshift(wrongCases({ failed, total: judged.length })[language]);
  const isTold = first.fault !== "unwritten" && first.fault !== "missing";
  return [...lines, ...isTold ? caseLines(first, language) : []].join("\n  ");
}

function caseLines(
  { test, fault, reply, line }: JudgedHere,
  language: Language,
): string[] {
  const came = resultText(reply.result);
  const why = faultText(test, fault!, reply);
  const lines: Text[] = [
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
    text: line === undefined ? why : atLine({ why, line }),
  }));
  return [
    "",
    callText(test),
    ...argumentTexts(test).map((text) => `  ${text}`),
    ...lines.map((text) => text[language]),
  ];
}
