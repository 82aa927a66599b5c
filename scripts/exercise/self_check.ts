/** How students check their own answers: a test for each task. */
import { type Language, message, type Text } from "../cli/message.ts";
import { rightAnswers } from "./answers.ts";
import type { Exam } from "./exam.ts";
import { faultText, judge, type Judged } from "./judge.ts";
import { mistakeIn } from "./mistakes/find.ts";
import { load } from "./program/load.ts";
import { problemText } from "./program/problem.ts";
import { readProgram } from "./program/read.ts";
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
  readonly fn: () => void;
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
    return [...first, ...exerciseChecks(exercises, exam, language)];
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
 */
export function exerciseChecks(
  exercises: unknown,
  { tasks, cases }: Exam,
  language: Language,
): Check[] {
  return tasks.map(({ number, title }) => ({
    name: taskHeading({ number, title })[language],
    fn() {
      const judged = cases.filter(({ task }) => task.number === number)
        .map((test) => judgeHere(exercises, test));
      const text = faultsText(judged, language);
      if (text !== undefined) throw new NotRight(text);
    },
  }));
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
