/** The tables of a class: `grades.csv`, and the summary on screen. */
import { align } from "../cli/align.ts";
import type { Language, Text } from "../cli/command_line.ts";
import type { Member } from "./class_list.ts";
import { message, statusTexts } from "./messages.ts";
import {
  type MistakeName,
  mistakeTexts,
} from "../exercise/mistake_messages.ts";
import type { ResultRecord } from "./results.ts";
import { safeField } from "./safe_text.ts";
import { type Status, statuses } from "../exercise/status.ts";
import { mostPoints, tasks } from "../exercise/tasks.ts";

/** A row of a table. */
export type Row = readonly (string | number)[];

/** The headings of `grades.csv`. */
export function gradesHeader(language: Language): Row {
  const say = (name: Parameters<typeof message>[1]) => message(language, name);
  return [
    say("student"),
    say("name"),
    ...tasks.map(({ number }) => message(language, "taskNumber", { number })),
    say("total"),
    say("maximum"),
    say("status"),
    say("evaluations"),
    say("time"),
  ];
}

/** A student's row of `grades.csv`; without a record nothing was handed in. */
export function gradesRow(
  { student, name }: Member,
  record: ResultRecord | undefined,
  language: Language,
): Row {
  const points = tasks.map(({ number }) =>
    record?.tasks.find(({ task }) => task === number)?.points ?? ""
  );
  return [
    safeField(student),
    safeField(name),
    ...points,
    record?.points ?? 0,
    mostPoints,
    statusTexts[record?.status ?? "missing"][language],
    record?.evaluations ?? "",
    record === undefined ? "" : record.seconds.toFixed(2),
  ];
}

/** Kinds that say nothing of the task. */
const isUntold = new Set<MistakeName>(["other", "stopped", "notLoaded"]);

/** What is counted for the summary. */
export class Summary {
  readonly #points = tasks.map(() => 0);
  readonly #right = tasks.map(() => 0);
  readonly #mistakes = tasks.map(() => new Map<MistakeName, number>());
  readonly #statuses = new Map<Status | "missing", number>();
  #total = 0;
  #students = 0;
  #graded = 0;

  /** Counts a student; without a record nothing was handed in. */
  add(record: ResultRecord | undefined): void {
    this.#students++;
    count(this.#statuses, record?.status ?? "missing");
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
    const say = (name: Parameters<typeof message>[1], blanks = {}) =>
      message(language, name, blanks);
    const mean = (points: number) =>
      this.#graded === 0 ? "–" : (points / this.#graded).toFixed(1);
    const table = align([
      [say("task"), say("mean"), say("points"), say("right")],
      ...tasks.map((task, i) => [
        `${task.number}  ${task.title[language]}`,
        mean(this.#points[i]!),
        String(task.points),
        String(this.#right[i]!),
      ]),
      [say("total"), mean(this.#total), String(mostPoints), ""],
    ]);
    // A last column of words, to the left.
    const last = [
      say("commonest"),
      ...tasks.map((_, i) => this.#commonest(i, language)),
      "",
    ];
    const lines = table.split("\n").map((line, i) =>
      `${line}   ${last[i]}`.trimEnd()
    );
    const found = [...statuses, "missing" as const].flatMap((status) => {
      const number = this.#statuses.get(status);
      const text: Text = statusTexts[status];
      return number === undefined ? [] : [`${text[language]} ${number}`];
    });
    const separator = language === "ja" ? "、" : ", ";
    return `${lines.join("\n")}\n\n${
      say("counts", {
        students: this.#students,
        statuses: found.join(separator),
      })
    }`;
  }

  #commonest(i: number, language: Language): string {
    const [first] = [...this.#mistakes[i]!]
      .filter(([name]) => !isUntold.has(name))
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (first === undefined) return "";
    const [mistake, number] = first;
    const name = mistakeTexts[mistake].name[language];
    return message(language, "ofStudents", { name, count: number });
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
