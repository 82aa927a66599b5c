/** What a student is told of one task: the kind of mistake, and every case. */
import { type Language, message, type Text } from "../cli/message.ts";
import { rightAnswers } from "../exercise/answers.ts";
import type { Exam } from "../exercise/exam.ts";
import type { Task } from "../exercise/exercise.ts";
import { faultText } from "../exercise/judge.ts";
import { kindNamed } from "../exercise/mistakes/find.ts";
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
} from "../exercise/show.ts";
import type { Origin, TestCase } from "../exercise/test_case.ts";
import type { GradedCase, GradedTask } from "./record.ts";
import { code } from "./safe_text.ts";

const kindOfMistake = message({
  ja: "間違いの種類：**{title}**。{hint}",
  en: "Kind of mistake: **{title}**. {hint}",
});
const rightOnes = message({
  ja:
    "前の課題の {names} が違っていたので、正しいものに取り替えて採点しました。",
  en:
    "Of earlier tasks {names} went wrong: this one was graded with right ones in their place.",
});
const onlyHidden: Text = {
  ja:
    "公開の例では正しく、非公開の例で違いました。ほかの数や、ほかの大きさの行列でも正しいか、確かめてください。",
  en:
    "The public cases are right and hidden ones are not. Try other numbers, and matrices of other sizes.",
};
/** What cases are called, by where they come from. */
export const caseLabels: Readonly<
  Record<Origin, (blanks: { number: number }) => Text>
> = {
  public: message({ ja: "公開の例 {number}", en: "Public case {number}" }),
  drawn: message({ ja: "採点の例 {number}", en: "Drawn case {number}" }),
  hidden: message({ ja: "非公開の例 {number}", en: "Hidden case {number}" }),
};

/** Of so many drawn cases that went wrong all is told. */
const mostTold = 2;

/** The task that was graded. */
export function taskOf({ task }: GradedTask, { tasks }: Exam): Task {
  return tasks.find(({ number }) => number === task)!;
}

/**
 * What there is to say of a task besides its line in the table.
 *
 * @param graded The task on record.
 * @param exam All tasks and cases.
 * @param language The language.
 * @returns Paragraphs of Markdown; none if the table says enough.
 */
export function taskFeedback(
  graded: GradedTask,
  exam: Exam,
  language: Language,
): string[] {
  const { mistake, followsOn, task: number } = graded;
  const task = taskOf(graded, exam);
  const heading = `## ${taskHeading({ number, title: task.title })[language]}`;
  const follows = followsOn === undefined
    ? []
    : [rightOnes({ names: followsOn.map(code).join(", ") })[language]];
  if (mistake === undefined && followsOn !== undefined) {
    return [heading, ...follows];
  }
  if (
    mistake === undefined || mistake === "notLoaded" || mistake === "unwritten"
  ) return [];
  const { title, hint } = kindNamed(task, mistake);
  const isHidden = mistake === "other" && isRightInTold(graded);
  const paragraphs = [
    heading,
    ...follows,
    kindOfMistake({ title, hint: isHidden ? onlyHidden : hint })[language],
  ];
  if (hasResults(graded)) {
    const told = exam.cases.filter(({ task, origin }) =>
      task.number === number && origin !== "hidden"
    );
    let drawn = 0;
    const items = graded.cases.map((one) => {
      const isDrawn = one.origin === "drawn" && !one.passed;
      const isWhole = !isDrawn || ++drawn <= mostTold;
      return caseItem(one, told, isWhole, language);
    });
    paragraphs.push(items.join("\n"));
  }
  return paragraphs;
}

/** An item of a list; `told` are the task's cases of which all may be said. */
function caseItem(
  graded: GradedCase,
  told: readonly TestCase[],
  isWhole: boolean,
  language: Language,
): string {
  const { number, origin, passed, fault, result, calls = 0 } = graded;
  const mark = passed ? "✓" : "✗";
  const label = caseLabels[origin]({ number });
  const test = told.find((one) =>
    one.origin === origin && one.number === number
  );
  if (test === undefined) return `- ${mark} ${label[language]}`;
  const named = labelled({ label, text: code(callText(test)) });
  const first = `- ${mark} ${named[language]}`;
  if (!isWhole || fault === undefined || result === undefined) return first;
  const lines: Text[] = [wanted(test)];
  const came = resultText(result);
  if (came !== undefined) {
    const text = "code" in came ? code(came.code) : came.words;
    lines.push(labelled({ label: cameOutLabel, text }));
  }
  const why = faultText(test, fault, { result, calls });
  lines.push(labelled({ label: whyLabel, text: why }));
  const details = [
    ...argumentTexts(test).map(code),
    ...lines.map((line) => line[language]),
  ];
  return [first, ...details.map((line) => `  - ${line}`)].join("\n");
}

function wanted(test: TestCase): Text {
  const { ja, en } = answerText(rightAnswers(test)[0]!);
  const text = { ja: code(ja), en: code(en) };
  return labelled({ label: wantedLabel, text });
}

/** Whether only hidden cases are wrong, of which nothing is shown. */
function isRightInTold({ cases }: GradedTask): boolean {
  return cases.every(({ origin, passed }) => origin === "hidden" || passed);
}

/** Whether there is more to say of the cases than that there is no result. */
function hasResults({ cases }: GradedTask): boolean {
  const none = ["lost", "missing", "unwritten"];
  return cases.some(({ passed, fault }) =>
    passed || fault !== undefined && !none.includes(fault)
  );
}
