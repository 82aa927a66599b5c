/** What is counted of a class, and the table of it on screen. */
import { align } from "../cli/align.ts";
import {
  joinTexts,
  type Language,
  message,
  type Text,
} from "../cli/message.ts";
import { kindNamed } from "../exercise/mistakes/find.ts";
import type { Exam } from "../exercise/exam.ts";
import { mostPoints, type Task } from "../exercise/exercise.ts";
import { statuses } from "../exercise/reply.ts";
import type { Origin } from "../exercise/test_case.ts";
import type { Member } from "./class_list.ts";
import { type Standing, standingOf, standingText, total } from "./grades.ts";
import type { ResultRecord } from "./results.ts";

/** The headings of its columns of numbers. */
const headings: readonly Text[] = [
  { ja: "課題", en: "task" },
  { ja: "平均点", en: "mean" },
  { ja: "配点", en: "points" },
  { ja: "満点の人", en: "all right" },
];
/** The heading of its last column, of words. */
const commonest: Text = { ja: "多い間違い", en: "most common mistake" };
const ofStudents = message({
  ja: "{count} 人（{title}）",
  en: "{title} ({count})",
});
const counts = message({
  ja: "{students} 人：{statuses}",
  en: "Students: {students} ({statuses})",
});
const statusCount = message({ ja: "{name} {count}", en: "{name} {count}" });

const standings: readonly Standing[] = [
  ...statuses,
  "not graded",
  "not handed in",
];

/** Kinds that say nothing of the task. */
const isUntold = new Set(["other", "stopped", "notLoaded"]);

/** A task of which something is counted. */
export interface TaskCounts {
  readonly task: Task;
  /** The points of everybody together. */
  points: number;
  /** How many have all points. */
  right: number;
  /** Kinds of mistake, by name. */
  readonly mistakes: Map<string, number>;
  /** Of each case how many failed whose submission was loaded. */
  readonly cases: Map<string, CaseCount>;
}

/** A case, and how many failed in it. */
export interface CaseCount {
  readonly number: number;
  readonly origin: Origin;
  failed: number;
}

/** What is counted of a class. */
export class Summary {
  readonly tasks: readonly TaskCounts[];
  /** The most points that there are. */
  readonly most: number;
  readonly standings: Map<Standing, number> = new Map();
  /** The points of each who was graded. */
  readonly totals: number[] = [];
  /** Whose submission did not come to its end, and how. */
  readonly troubled: Map<Member, ResultRecord> = new Map();
  #students = 0;

  /** Nobody is counted yet. */
  constructor(exam: Exam) {
    this.most = mostPoints(exam.course);
    this.tasks = exam.tasks.map((task) => ({
      task,
      points: 0,
      right: 0,
      mistakes: new Map(),
      cases: new Map(),
    }));
  }

  /** Counts a student, with a record or without one. */
  add(member: Member, record: ResultRecord | undefined): void {
    this.#students++;
    count(this.standings, standingOf(member, record));
    if (record === undefined) return;
    this.totals.push(record.points);
    if (record.status !== "graded") this.troubled.set(member, record);
    for (const { task, points, mistake, cases } of record.tasks) {
      const counts = this.tasks.find(({ task: { number } }) => number === task);
      if (counts === undefined) continue;
      counts.points += points;
      if (mistake === undefined) counts.right++;
      else count(counts.mistakes, mistake);
      if (mistake === "notLoaded") continue; // it failed in no case
      for (const { number, origin, passed } of cases) {
        const key = `${origin} ${number}`;
        const known = counts.cases.get(key) ?? { number, origin, failed: 0 };
        if (!passed) known.failed++;
        counts.cases.set(key, known);
      }
    }
  }

  /** The summary as text; means are of those who handed something in. */
  text(language: Language): string {
    const table = align([
      headings.map((text) => text[language]),
      ...this.tasks.map(({ task, points, right }) => [
        `${task.number}  ${task.title[language]}`,
        this.mean(points),
        String(task.points),
        String(right),
      ]),
      [total[language], this.mean(sum(this.totals)), String(this.most), ""],
    ]);
    // A last column of words, to the left.
    const words = [
      commonest[language],
      ...this.tasks.map((counts) => commonestOf(counts, language)),
      "",
    ];
    const lines = table.split("\n").map((line, i) =>
      `${line}   ${words[i]}`.trimEnd()
    );
    return `${lines.join("\n")}\n\n${this.students[language]}`;
  }

  /** How many students there are, and how they stand. */
  get students(): Text {
    const found = standings.flatMap((standing) => {
      const count = this.standings.get(standing);
      return count === undefined
        ? []
        : [statusCount({ name: standingText(standing), count })];
    });
    return counts({
      students: this.#students,
      statuses: joinTexts(found, { ja: "、", en: ", " }),
    });
  }

  /** What points give on average, of those who handed something in. */
  mean(points: number): string {
    const { length } = this.totals;
    return length === 0 ? "–" : (points / length).toFixed(1);
  }
}

/** Kinds by how often; those that say nothing of the task are left out. */
export function kindsIn(
  mistakes: ReadonlyMap<string, number>,
): [string, number][] {
  return [...mistakes]
    .filter(([name]) => !isUntold.has(name))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function commonestOf(
  { task, mistakes }: TaskCounts,
  language: Language,
): string {
  const [first] = kindsIn(mistakes);
  if (first === undefined) return "";
  const [mistake, number] = first;
  const { title } = kindNamed(task, mistake);
  return ofStudents({ title, count: number })[language];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
