/** The rows of `grades.csv`. */
import { type Language, message, type Text } from "../cli/message.ts";
import { type Status, statusTexts } from "../exercise/reply.ts";
import { mostPoints, tasks } from "../exercise/tasks.ts";
import type { Member } from "./class_list.ts";
import type { ResultRecord } from "./results.ts";
import { safeField } from "./safe_text.ts";

const notHandedIn: Text = { ja: "未提出", en: "not handed in" };
const taskNumber = message({ ja: "課題{number}", en: "task {number}" });
/** What stands before a sum. */
export const total: Text = { ja: "合計", en: "total" };

/** The headings of `grades.csv`. */
const headings: readonly Text[] = [
  { ja: "学生", en: "student" },
  { ja: "氏名", en: "name" },
  ...tasks.map(({ number }) => taskNumber({ number })),
  total,
  { ja: "満点", en: "maximum" },
  { ja: "状態", en: "status" },
  { ja: "勾配の計算回数", en: "evaluations" },
  { ja: "秒", en: "seconds" },
];

/** A row of a table. */
export type Row = readonly (string | number)[];

/** The headings of `grades.csv`. */
export function gradesHeader(language: Language): Row {
  return headings.map((text) => text[language]);
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
    statusText(record?.status)[language],
    record?.evaluations ?? "",
    record === undefined ? "" : record.seconds.toFixed(2),
  ];
}

/** What a status is called; without one nothing was handed in. */
export function statusText(status: Status | undefined): Text {
  return status === undefined ? notHandedIn : statusTexts[status];
}
