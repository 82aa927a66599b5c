/** The page of a class, for whoever teaches it. */
import { type Language, message, type Text } from "../../cli/message.ts";
import { kindNamed } from "../../exercise/mistakes/find.ts";
import { statusTexts } from "../../exercise/reply.ts";
import type { Task } from "../../exercise/exercise.ts";
import {
  joined,
  type Markup,
  markup,
  type Part,
} from "../../figures/markup.ts";
import { type Member, titleOf } from "../class_list.ts";
import type { ResultRecord } from "../results.ts";
import { safeText } from "../safe_text.ts";
import type { PassedOver } from "../chosen_file.ts";
import { refusals } from "../submitted_file.ts";
import { caseLabels } from "../task_feedback.ts";
import { kindsIn, type Summary, type TaskCounts } from "../summary.ts";
import { htmlDocument } from "./document.ts";

const title: Text = { ja: "クラスの結果", en: "Results of the class" };
const meanOf = message({
  ja: "平均 {mean} 点（{most} 点満点、提出した人だけ）",
  en: "Mean {mean} of {most} points, of those who handed something in",
});
const distribution: Text = { ja: "点数の分布", en: "Distribution of points" };
const tasksTitle: Text = { ja: "課題ごと", en: "By task" };
const casesTitle: Text = {
  ja: "間違えた人の多い例",
  en: "Cases by how many failed",
};
const firstCases = message({
  ja: "間違えた人のいる {all} 例のうち、多いほうから {count} 例です。",
  en: "The first {count} of {all} in which somebody failed.",
});
const kindsTitle: Text = {
  ja: "間違いの種類",
  en: "Kinds of mistake by how often",
};
const troubleTitle: Text = {
  ja: "最後まで採点できなかった提出物",
  en: "Submissions that did not come to their end",
};
const sameTitle: Text = {
  ja: "同じ内容の提出物",
  en: "Hand-ins that are alike",
};
const sameNote: Text = {
  ja:
    "コメントと空白を除くと同じ内容です。短い課題では偶然同じになることもあります。不正の証拠ではなく、見てみるきっかけと考えてください。",
  en:
    "Without comments and layout these are the same. Short tasks may be solved alike by chance: something to look at, and no verdict.",
};
const otherTitle: Text = {
  ja: "採点しなかったファイル",
  en: "Files that were not graded",
};
const columns = {
  points: { ja: "点数", en: "points" },
  students: { ja: "人数", en: "students" },
  task: { ja: "課題", en: "task" },
  mean: { ja: "平均点", en: "mean" },
  most: { ja: "配点", en: "points" },
  right: { ja: "満点の人", en: "all right" },
  failed: { ja: "間違えた人", en: "failed" },
  case: { ja: "例", en: "case" },
  kind: { ja: "種類", en: "kind" },
  student: { ja: "学生", en: "student" },
  why: { ja: "理由", en: "reason" },
  file: { ja: "ファイル", en: "file" },
} as const satisfies Record<string, Text>;

/** What is known of a class. */
export interface ClassResults {
  readonly members: readonly Member[];
  readonly summary: Summary;
  /** Groups of those whose hand-ins are alike. */
  readonly alike: readonly (readonly Member[])[];
  readonly passedOver: readonly PassedOver[];
}

const origins = Object.keys(caseLabels);

/** So many cases are listed: those in which most failed. */
const mostCases = 20;

/**
 * The page.
 *
 * @returns HTML, the same bytes for the same class.
 */
export function classPage(
  { members, summary, alike, passedOver }: ClassResults,
  style: string,
  language: Language,
): string {
  const t = (text: Text) => text[language];
  const { totals, tasks, most } = summary;
  const graded = totals.length;
  const mean = summary.mean(totals.reduce((sum, points) => sum + points, 0));
  const section = (heading: Text, ...parts: Part[]) =>
    markup`<section>\n<h2>${t(heading)}</h2>\n${
      joined(parts, "\n")
    }\n</section>\n`;
  const table = (
    headings: readonly Text[],
    rows: readonly Row[],
    bars = false,
  ) => tableHtml(headings.map(t), rows, bars);
  const nameOf = ({ number, title }: Task) => `${number}. ${t(title)}`;
  const count = (failed: number) => [failed, bar(failed, graded)];

  const body: Part[] = [
    markup`<h1>${t(title)}</h1>\n<p>${t(summary.students)}</p>\n`,
    markup`<p>${t(meanOf({ mean, most }))}</p>\n`,
    section(
      distribution,
      table(
        [columns.points, columns.students],
        rangesOf(totals, most).map(({ from, to, count: number }) => [
          from === to ? `${from}` : `${from}–${to}`,
          ...count(number),
        ]),
        true,
      ),
    ),
    section(
      tasksTitle,
      table(
        [
          columns.task,
          columns.mean,
          columns.most,
          columns.right,
          columns.failed,
        ],
        tasks.map(({ task, points, right }) => [
          nameOf(task),
          summary.mean(points),
          task.points,
          right,
          ...count(graded - right),
        ]),
        true,
      ),
    ),
  ];
  const failed = casesOf(tasks);
  const cases = failed.slice(0, mostCases).map((
    { task, number, origin, failed },
  ) => [
    nameOf(task),
    t(caseLabels[origin]({ number })),
    ...count(failed),
  ]);
  if (cases.length > 0) {
    const headings = [columns.task, columns.case, columns.failed];
    const blanks = { all: failed.length, count: cases.length };
    const note = failed.length > cases.length
      ? markup`<p class="note">${t(firstCases(blanks))}</p>`
      : undefined;
    body.push(section(casesTitle, note, table(headings, cases, true)));
  }
  const kinds = kindsOf(tasks).map(([{ task }, name, number]) => [
    nameOf(task),
    t(kindNamed(task, name).title),
    ...count(number),
  ]);
  if (kinds.length > 0) {
    const headings = [columns.task, columns.kind, columns.students];
    body.push(section(kindsTitle, table(headings, kinds, true)));
  }
  const troubles = members.filter((one) => summary.troubled.has(one)).map((
    one,
  ) => [
    safeText(titleOf(one)),
    whyOf(summary.troubled.get(one)!, language),
  ]);
  if (troubles.length > 0) {
    const headings = [columns.student, columns.why];
    body.push(section(troubleTitle, table(headings, troubles)));
  }
  if (alike.length > 0) {
    const groups = alike.map((group) =>
      markup`\n<li>${
        group.map((one) => safeText(titleOf(one))).join(" · ")
      }</li>`
    );
    const note = markup`<p class="note">${t(sameNote)}</p>`;
    body.push(section(sameTitle, note, markup`<ul>${groups}\n</ul>`));
  }
  if (passedOver.length > 0) {
    const rows = passedOver.map(({ place, why }) => [safeText(place), t(why)]);
    body.push(section(otherTitle, table([columns.file, columns.why], rows)));
  }
  return htmlDocument({ title: t(title), language, style, body });
}

type Row = readonly Part[];

/** A table; with bars, a last column has them and no heading. */
function tableHtml(
  headings: readonly string[],
  rows: readonly Row[],
  bars: boolean,
): Markup {
  const isNumber = (i: number) =>
    rows.every((row) => /^[–\d.]*$/.test(String(row[i])) && i > 0);
  const side = (i: number) => isNumber(i) ? markup` class="number"` : undefined;
  const head = headings.map((text, i) =>
    markup`<th scope="col"${side(i)}>${text}</th>`
  );
  if (bars) head.push(markup`<td></td>`);
  const lines = rows.map((row) =>
    markup`<tr>${row.map((part, i) => markup`<td${side(i)}>${part}</td>`)}</tr>`
  );
  const kind = bars ? markup` class="bars"` : undefined;
  return markup`<table${kind}>
<thead><tr>${head}</tr></thead>
<tbody>
${joined(lines, "\n")}
</tbody>
</table>`;
}

function bar(count: number, all: number): Part {
  if (count === 0) return undefined;
  const share = Math.round(1000 * count / all) / 10;
  return markup`<span class="bar" style="width: ${share}%"></span>`;
}

/** Ten ranges of points, and all of them. */
function rangesOf(
  totals: readonly number[],
  most: number,
): { from: number; to: number; count: number }[] {
  const edge = (i: number) => Math.round(most * i) / 10;
  const ranges = Array.from({ length: 11 }, (_, i) => {
    const from = edge(i), next = edge(i + 1);
    const to = i === 10 ? most : Math.round(10 * next - 1) / 10;
    const count = totals.filter((points) =>
      points >= from && (i === 10 || points < next)
    ).length;
    return { from, to, count };
  });
  return ranges.reverse();
}

function casesOf(tasks: readonly TaskCounts[]) {
  return tasks
    .flatMap(({ task, cases }) =>
      [...cases.values()].map((one) => ({ task, ...one }))
    )
    .filter(({ failed }) => failed > 0)
    .sort((a, b) =>
      b.failed - a.failed || a.task.number - b.task.number ||
      origins.indexOf(a.origin) - origins.indexOf(b.origin) ||
      a.number - b.number
    );
}

function kindsOf(
  tasks: readonly TaskCounts[],
): (readonly [TaskCounts, string, number])[] {
  return tasks
    .flatMap((counts) =>
      kindsIn(counts.mistakes).map(([name, count]) =>
        [counts, name, count] as const
      )
    )
    .sort(([, , a], [, , b]) => b - a);
}

/** How a submission ended, and what else is known of it. */
function whyOf(
  { status, refusal, problem, message }: ResultRecord,
  language: Language,
): string {
  const more = [
    refusal && refusals[refusal][language],
    problem?.[language],
    message,
  ];
  return [statusTexts[status][language], ...more.filter(Boolean)]
    .map((text) => safeText(text!)).join(language === "ja" ? "：" : ": ");
}
