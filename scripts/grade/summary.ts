/** The table of a class on screen. */
import { align } from "../cli/align.ts";
import {
  joinTexts,
  type Language,
  message,
  type Text,
} from "../cli/message.ts";
import { kindNamed } from "../exercise/mistakes/find.ts";
import { statuses } from "../exercise/reply.ts";
import type { Exam } from "../exercise/exam.ts";
import { mostPoints } from "../exercise/exercise.ts";
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

/** What is counted for the summary. */
export class Summary {
  readonly #exam: Exam;
  readonly #points: number[];
  readonly #right: number[];
  readonly #mistakes: Map<string, number>[];
  readonly #standings = new Map<Standing, number>();
  #total = 0;
  #students = 0;
  #graded = 0;

  /** Nobody is counted yet. */
  constructor(exam: Exam) {
    this.#exam = exam;
    this.#points = exam.tasks.map(() => 0);
    this.#right = exam.tasks.map(() => 0);
    this.#mistakes = exam.tasks.map(() => new Map());
  }

  /** Counts a student, with a record or without one. */
  add(member: Member, record: ResultRecord | undefined): void {
    this.#students++;
    count(this.#standings, standingOf(member, record));
    if (record === undefined) return;
    this.#graded++;
    this.#total += record.points;
    for (const { task, points, mistake } of record.tasks) {
      const i = task - 1;
      this.#points[i]! += points;
      if (mistake === undefined) this.#right[i]!++;
      else count(this.#mistakes[i]!, mistake);
    }
  }

  /** The summary as text; means are of those who handed something in. */
  text(language: Language): string {
    const { course, tasks } = this.#exam;
    const mean = (points: number) =>
      this.#graded === 0 ? "–" : (points / this.#graded).toFixed(1);
    const table = align([
      headings.map((text) => text[language]),
      ...tasks.map((task, i) => [
        `${task.number}  ${task.title[language]}`,
        mean(this.#points[i]!),
        String(task.points),
        String(this.#right[i]!),
      ]),
      [total[language], mean(this.#total), String(mostPoints(course)), ""],
    ]);
    // A last column of words, to the left.
    const words = [
      commonest[language],
      ...tasks.map((_, i) => this.#commonest(i, language)),
      "",
    ];
    const lines = table.split("\n").map((line, i) =>
      `${line}   ${words[i]}`.trimEnd()
    );
    const found = standings.flatMap((standing) => {
      const count = this.#standings.get(standing);
      return count === undefined
        ? []
        : [statusCount({ name: standingText(standing), count })];
    });
    const last = counts({
      students: this.#students,
      statuses: joinTexts(found, { ja: "、", en: ", " }),
    });
    return `${lines.join("\n")}\n\n${last[language]}`;
  }

  #commonest(i: number, language: Language): string {
    const [first] = [...this.#mistakes[i]!]
      .filter(([name]) => !isUntold.has(name))
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (first === undefined) return "";
    const [mistake, number] = first;
    const { title } = kindNamed(this.#exam.tasks[i]!, mistake);
    return ofStudents({ title, count: number })[language];
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
