/** The rows of `grades.csv`. */
import { type Language, message, type Text } from "../cli/message.ts";
import { type Status, statusTexts } from "../exercise/reply.ts";
import type { Exam } from "../exercise/exam.ts";
import { mostPoints } from "../exercise/exercise.ts";
import type { Member } from "./class_list.ts";
import type { ResultRecord } from "./results.ts";
import { safeField } from "./safe_text.ts";

const notHandedIn: Text = { ja: "未提出", en: "not handed in" };
/** It was handed in, and there is no record of it. */
const notGraded: Text = { ja: "採点できず", en: "not graded" };
const taskNumber = message({ ja: "課題{number}", en: "task {number}" });
/** What stands before a sum. */
export const total: Text = { ja: "合計", en: "total" };

/** The headings before those of the tasks. */
const firstHeadings: readonly Text[] = [
  { ja: "学生", en: "student" },
  { ja: "氏名", en: "name" },
];
/** The headings behind those of the tasks. */
const lastHeadings: readonly Text[] = [
  total,
  { ja: "満点", en: "maximum" },
  { ja: "状態", en: "status" },
  { ja: "勾配の計算回数", en: "evaluations" },
];

/** A row of a table. */
export type Row = readonly (string | number)[];

/** The headings of `grades.csv`. */
export function gradesHeader({ tasks }: Exam, language: Language): Row {
  const ofTasks = tasks.map(({ number }) => taskNumber({ number }));
  return [...firstHeadings, ...ofTasks, ...lastHeadings]
    .map((text) => text[language]);
}

/**
 * How a student stands: how the submission ended; or that there is none, or no
 * record of it, because the grader failed or another part of the class has it.
 */
export type Standing = Status | "not handed in" | "not graded";

/** How a student stands with this record, or without one. */
export function standingOf(
  { submission }: Member,
  record: ResultRecord | undefined,
): Standing {
  if (record !== undefined) return record.status;
  return submission === undefined ? "not handed in" : "not graded";
}

/** What a standing is called. */
export function standingText(standing: Standing): Text {
  if (standing === "not handed in") return notHandedIn;
  return standing === "not graded" ? notGraded : statusTexts[standing];
}

/**
 * A student's row of `grades.csv`. Whoever handed in nothing has no points;
 * where the grader failed, there is no mark.
 */
export function gradesRow(
  member: Member,
  record: ResultRecord | undefined,
  { course, tasks }: Exam,
  language: Language,
): Row {
  const points = tasks.map(({ number }) =>
    record?.tasks.find(({ task }) => task === number)?.points ?? ""
  );
  const standing = standingOf(member, record);
  return [
    safeField(member.student),
    safeField(member.name),
    ...points,
    record?.points ?? (standing === "not handed in" ? 0 : ""),
    mostPoints(course),
    standingText(standing)[language],
    record?.evaluations ?? "",
  ];
}
