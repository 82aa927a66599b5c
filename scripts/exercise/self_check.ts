/** How students check their own answers: a test for each task. */
import { type Language, message, type Text } from "../cli/message.ts";
import { messageOf } from "./call.ts";
import type { Exam } from "./exam.ts";
import { solutionsOf } from "./follow_on.ts";
import { load } from "./program/load.ts";
import { problemText } from "./program/problem.ts";
import { readProgram } from "./program/read.ts";
import { labelled, taskHeading } from "./show.ts";
import { type Loaded, reportOn, type TaskReport } from "./task_report.ts";

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
const inFile = message({
  ja: "exercises.ts の {line} 行目",
  en: "at line {line} of exercises.ts",
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
  exam: Exam,
  language: Language,
  code?: string,
): Check[] {
  const loaded: Loaded = {
    exports: exercises,
    code,
    solutions: solutionsOf(exam.tasks),
    placeOf: (line) => inFile({ line }),
  };
  return exam.tasks.map((task) => ({
    name: taskHeading(task)[language],
    async fn() {
      const report = await reportOn(loaded, exam, task);
      if (report === undefined) return;
      const text = reportLines(report).map((line) => line[language]);
      throw new NotRight(text.join("\n  "));
    },
  }));
}

function reportLines(
  { failed, total, mistake, title, hint, blamed, lines }: TaskReport,
): Text[] {
  const kind = labelled({ label: title, text: hint });
  if (mistake === "unwritten") return [kind];
  const empty: Text = { ja: "", en: "" };
  return [
    ...blamed.length === 0 ? [] : [fromEarlier({ names: blamed.join(", ") })],
    wrongCases({ failed, total }),
    kind,
    ...lines.length === 0 ? [] : [empty, ...lines],
  ];
}
