/** What a student is told: a page in Markdown. */
import { type Language, message, type Text } from "../cli/message.ts";
import type { Exam } from "../exercise/exam.ts";
import { mostPoints } from "../exercise/exercise.ts";
import { kindNamed } from "../exercise/mistakes/find.ts";
import { type Status, statusTexts } from "../exercise/reply.ts";
import { refusals } from "./submitted_file.ts";
import type { ResultRecord } from "./results.ts";
import { code, markdown } from "./safe_text.ts";
import { taskFeedback, taskOf } from "./task_feedback.ts";
import { typeProblemText } from "./type_problem.ts";

const heading = message({
  ja: "# 課題の結果：{student}",
  en: "# Feedback for {student}",
});
const pointsOf = message({
  ja: "**{points} / {most} 点**　状態：{status}",
  en: "**{points} of {most} points**, {status}",
});
const said = message({
  ja: "読み込んだときのエラー：{message}",
  en: "It said: {message}",
});
const allRight: Text = { ja: "すべて正解です。", en: "Everything is right." };
const tableHeadings: readonly Text[] = [
  { ja: "課題", en: "task" },
  { ja: "内容", en: "about" },
  { ja: "得点", en: "points" },
  { ja: "正しい例", en: "cases right" },
  { ja: "間違いの種類", en: "kind of mistake" },
];
const evaluationsUsed = message({
  ja: "数値微分の最初の例で、f を {count} 回計算しました。",
  en: "Calls of f in the first case of the numerical gradient: {count}.",
});
const typesHeading: Text = {
  ja: "## TypeScript の型の誤り（点数には関係しません）",
  en: "## Errors that TypeScript finds (they cost no points)",
};

/** What the other statuses mean for the author. */
const statusHints: Readonly<Record<Exclude<Status, "graded">, Text>> = {
  "load error": {
    ja:
      'ファイルをプログラムとして読み込めませんでした。文法の誤り、全角の記号や空白、"kobai" のほかの import、関数の外に書いた計算や await がないか、確かめてください。',
    en:
      'The file could not be loaded as a program. Look at its syntax, for wide Japanese signs and spaces, for any import but "kobai", and for calculations and await outside of functions.',
  },
  timeout: {
    ja:
      "制限時間内に終わらなかったので止めました。終わらないループがないか、確かめてください。",
    en: "It was stopped at the time limit. Look for a loop that never ends.",
  },
  killed: {
    ja:
      "システムに止められました。たいていはメモリの使いすぎです。配列がどこまでも大きくなっていませんか。",
    en:
      "The system stopped it, mostly for want of memory. Is there a list that grows and grows?",
  },
  "output limit": {
    ja: "出力が多すぎるので止めました。console.log を減らしてください。",
    en: "It was stopped because it printed too much. Use less console.log.",
  },
  "protocol error": {
    ja:
      "すべての関数を呼ぶ前に、プログラムが自分で終わりました（Deno.exit など）。",
    en:
      "The program ended by itself before every function had been called, by Deno.exit for instance.",
  },
};

/**
 * The page for a student.
 *
 * @param student Number and name, as they are to be shown.
 * @param record What is known of the submission.
 * @param exam All tasks and cases.
 * @param language The language.
 * @returns Markdown.
 */
export function feedbackFor(
  student: string,
  record: ResultRecord,
  exam: Exam,
  language: Language,
): string {
  const parts = [
    heading({ student: markdown(student) })[language],
    ...verdict(record, exam).map((text) => text[language]),
    table(record, exam, language),
    ...evaluations(record).map((text) => text[language]),
    ...typeProblems(record, language),
    ...record.tasks.flatMap((task) => taskFeedback(task, exam, language)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function verdict(
  { points, status, refusal, problem, message, tasks }: ResultRecord,
  { course }: Exam,
): Text[] {
  const texts = [
    pointsOf({
      points,
      most: mostPoints(course),
      status: statusTexts[status],
    }),
  ];
  if (refusal !== undefined) texts.push(refusals[refusal]);
  else if (status !== "graded") texts.push(statusHints[status]);
  if (problem !== undefined) texts.push(markdownOf(problem));
  if (message) texts.push(said({ message: code(message) }));
  if (tasks.every(({ mistake }) => !mistake)) texts.push(allRight);
  return texts;
}

function markdownOf({ ja, en }: Text): Text {
  return { ja: markdown(ja), en: markdown(en) };
}

function table(
  { tasks }: ResultRecord,
  exam: Exam,
  language: Language,
): string {
  const rows = tasks.map((graded) => {
    const task = taskOf(graded, exam), { points, title } = task;
    const right = graded.cases.filter(({ passed }) => passed).length;
    return [
      graded.task,
      title[language],
      `${graded.points} / ${points}`,
      `${right} / ${graded.cases.length}`,
      graded.mistake === undefined
        ? ""
        : kindNamed(task, graded.mistake).title[language],
    ];
  });
  const lines = [
    tableHeadings.map((text) => text[language]),
    ["--:", "---", "--:", "--:", "---"],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function evaluations({ evaluations: count }: ResultRecord): Text[] {
  return count === undefined ? [] : [evaluationsUsed({ count })];
}

function typeProblems(
  { types = [] }: ResultRecord,
  language: Language,
): string[] {
  if (types.length === 0) return [];
  const list = types.map((one) => `- ${typeProblemText(one)[language]}`);
  // A line may have the same error several times.
  return [typesHeading[language], [...new Set(list)].join("\n")];
}
