/** How students check their own answers: a test for each task. */
import type { Language } from "../cli/command_line.ts";
import { rightAnswers } from "./answers.ts";
import { readCases, type TestCase } from "./cases.ts";
import { judge, type Judged, mistakeIn } from "./judge.ts";
import { message, type MessageName } from "../grade/messages.ts";
import { mistakeTexts } from "./mistake_messages.ts";
import { readOutcome } from "./outcome.ts";
import { outcomeOf } from "./call.ts";
import {
  answerText,
  argumentText,
  callText,
  faultText,
  parameterNames,
  resultText,
} from "./show.ts";
import { tasks } from "./tasks.ts";

/** What a failed test says. An error would be shown with a place in the kit's own files. */
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
 * A test for each task.
 *
 * @param exercises What the student's file exports.
 * @param cases The text of the public cases.
 * @param language The language of names and hints.
 */
export function exerciseChecks(
  exercises: unknown,
  cases: string,
  language: Language,
): Check[] {
  const all = readCases(cases, false);
  return tasks.map(({ number, title }) => ({
    name: message(language, "taskHeading", { number, title: title[language] }),
    fn() {
      const judged = all.filter(({ task }) => task === number)
        .map((test) => judgeHere(exercises, test));
      const text = faultsText(judged, language);
      if (text !== undefined) throw new NotRight(text);
    },
  }));
}

/** A case with what came of it, and where in the student's file an error came from. */
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
  const outcome = readOutcome(outcomeOf({ [name]: watched }, call, test.call))!;
  return { ...judge(test, outcome), line };
}

function lineOf({ stack = "" }: Error): string | undefined {
  return /\/exercises\.ts:(\d+):\d+/.exec(stack)?.[1];
}

/** What is wrong in a task, beginning with the kind of mistake; undefined if nothing is. */
function faultsText(
  judged: readonly JudgedHere[],
  language: Language,
): string | undefined {
  const mistake = mistakeIn(judged);
  if (mistake === undefined) return undefined;
  const { name, hint } = mistakeTexts[mistake];
  const first = judged.find(({ fault }) => fault !== undefined)!;
  const failed = judged.filter(({ fault }) => fault !== undefined).length;
  const lines = [
    message(language, "labelled", {
      label: name[language],
      text: hint[language],
    }),
  ];
  if (mistake === "unwritten") return lines[0];
  lines.unshift(
    message(language, "wrongCases", { failed, total: judged.length }),
  );
  const isTold = first.fault !== "unwritten" && first.fault !== "missing";
  return [...lines, ...isTold ? caseLines(first, language) : []].join("\n  ");
}

function caseLines(
  { test, fault, outcome: { result, calls }, line }: JudgedHere,
  language: Language,
): string[] {
  const labelled = (name: MessageName, text: string) =>
    message(language, "labelled", { label: message(language, name), text });
  const came = resultText(result, language);
  const why = faultText(test, fault!, result, calls, language);
  return [
    "",
    callText(test),
    ...parameterNames(test.call.name).map((name, i) =>
      `  ${argumentText(name, test.call.arguments[i]!)}`
    ),
    labelled("wanted", answerText(rightAnswers(test.call)[0]!, language)),
    ...came === undefined
      ? []
      : [labelled("cameOut", "code" in came ? came.code : came.words)],
    labelled(
      "why",
      line === undefined ? why : message(language, "atLine", { why, line }),
    ),
  ];
}
