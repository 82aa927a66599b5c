/** What a student is told of one task: the kind of mistake, and every case. */
import { type Language, message, type Text } from "../cli/message.ts";
import { rightAnswers } from "../exercise/answers.ts";
import type { TestCase } from "../exercise/cases.ts";
import { faultText } from "../exercise/judge.ts";
import { kindNamed } from "../exercise/mistakes/find.ts";
import {
  answerText,
  argumentText,
  callText,
  cameOutLabel,
  labelled,
  parameterNames,
  resultText,
  taskHeading,
  wantedLabel,
  whyLabel,
} from "../exercise/show.ts";
import { type Task, tasks } from "../exercise/tasks.ts";
import type { GradedCase, GradedTask } from "./record.ts";
import { code } from "./safe_text.ts";

const kindOfMistake = message({
  ja: "間違いの種類：**{title}**。{hint}",
  en: "Kind of mistake: **{title}**. {hint}",
});
const onlyHidden: Text = {
  ja:
    "公開の例では正しく、非公開の例で違いました。ほかの数や、ほかの大きさの行列でも正しいか、確かめてください。",
  en:
    "The public cases are right and hidden ones are not. Try other numbers, and matrices of other sizes.",
};
const publicCase = message({
  ja: "公開の例 {number}",
  en: "Public case {number}",
});
const hiddenCase = message({
  ja: "非公開の例 {number}",
  en: "Hidden case {number}",
});

/** The task that was graded. */
export function taskOf({ task }: GradedTask): Task {
  return tasks.find(({ number }) => number === task)!;
}

/**
 * What there is to say of a task besides its line in the table.
 *
 * @param graded The task on record.
 * @param cases All cases.
 * @param language The language.
 * @returns Paragraphs of Markdown; none if the table says enough.
 */
export function taskFeedback(
  graded: GradedTask,
  cases: readonly TestCase[],
  language: Language,
): string[] {
  const { mistake, task: number } = graded;
  if (
    mistake === undefined || mistake === "notLoaded" || mistake === "unwritten"
  ) return [];
  const { title, hint } = kindNamed(mistake);
  const isHidden = mistake === "other" && isRightInPublic(graded);
  const paragraphs = [
    `## ${taskHeading({ number, title: taskOf(graded).title })[language]}`,
    kindOfMistake({ title, hint: isHidden ? onlyHidden : hint })[language],
  ];
  if (hasResults(graded)) {
    const open = cases.filter(({ task, hidden }) => task === number && !hidden);
    const items = graded.cases.map((one) => caseItem(one, open, language));
    paragraphs.push(items.join("\n"));
  }
  return paragraphs;
}

/** An item of a list; `open` are the task's cases of which all may be said. */
function caseItem(
  graded: GradedCase,
  open: readonly TestCase[],
  language: Language,
): string {
  const { number, hidden, passed, fault, result, calls = 0 } = graded;
  const mark = passed ? "✓" : "✗";
  const label = (hidden ? hiddenCase : publicCase)({ number });
  const test = hidden ? undefined : open.find((one) => one.number === number);
  if (test === undefined) return `- ${mark} ${label[language]}`;
  const named = labelled({ label, text: code(callText(test)) });
  const first = `- ${mark} ${named[language]}`;
  if (fault === undefined || result === undefined) return first;
  const lines: Text[] = [wanted(test)];
  const came = resultText(result);
  if (came !== undefined) {
    const text = "code" in came ? code(came.code) : came.words;
    lines.push(labelled({ label: cameOutLabel, text }));
  }
  const why = faultText(test, fault, { result, calls });
  lines.push(labelled({ label: whyLabel, text: why }));
  const details = [
    ...parameterNames(test.call.name).map((name, i) =>
      code(argumentText(name, test.call.arguments[i]!))
    ),
    ...lines.map((line) => line[language]),
  ];
  return [first, ...details.map((line) => `  - ${line}`)].join("\n");
}

function wanted({ call }: TestCase): Text {
  const { ja, en } = answerText(rightAnswers(call)[0]!);
  const text = { ja: code(ja), en: code(en) };
  return labelled({ label: wantedLabel, text });
}

/** Whether only hidden cases are wrong, of which nothing is shown. */
function isRightInPublic({ cases }: GradedTask): boolean {
  return cases.every(({ hidden, passed }) => hidden || passed);
}

/** Whether there is more to say of the cases than that there is no result. */
function hasResults({ cases }: GradedTask): boolean {
  const none = ["lost", "missing", "unwritten"];
  return cases.some(({ passed, fault }) =>
    passed || fault !== undefined && !none.includes(fault)
  );
}
