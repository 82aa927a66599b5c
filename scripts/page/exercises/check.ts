/** What is checked beside the page, and what comes of it. */
import { message, type Text } from "../../cli/message.ts";
import { messageOf } from "../../exercise/call.ts";
import type { Exam } from "../../exercise/exam.ts";
import { load } from "../../exercise/program/load.ts";
import { readProgram } from "../../exercise/program/read.ts";
import { reportOn, type TaskReport } from "../../exercise/task_report.ts";
import { joinParts, partAt, type Parts } from "./parts.ts";

/** A task to be checked. */
export interface Question {
  readonly parts: Parts;
  /** Counted from 1. */
  readonly task: number;
}

/** What there is to say of a task. */
export interface Verdict {
  /** Whether all of it is right. */
  readonly isRight: boolean;
  /** Why it was not run, or not all of it. */
  readonly problem?: Text;
  readonly report?: TaskReport;
}

const inPart = message({
  ja: "課題 {part} の {line} 行目",
  en: "line {line} of task {part}",
});
const inHead = message({
  ja: "はじめの部分の {line} 行目",
  en: "line {line} of the beginning",
});
const atColumn = message({
  ja: "{place} {column} 文字目：{text}",
  en: "{place}, column {column}: {text}",
});
const notLoaded = message({
  ja: "関数の外に書いたところがエラーになりました：{why}",
  en: "Something outside of the functions ended with an error: {why}",
});

/** Checks a task. */
export async function check(
  { parts, task: number }: Question,
  exam: Exam,
  solutions: Readonly<Record<string, string>>,
): Promise<Verdict> {
  const placeOf = (whole: number): Text => {
    const { part, line } = partAt(parts, whole);
    return part === 0 ? inHead({ line }) : inPart({ part, line });
  };
  const { code, problem } = readProgram(joinParts(parts));
  const told = problem && {
    problem: atColumn({ ...problem, place: placeOf(problem.line) }),
  };
  if (code === undefined) return { isRight: false, ...told };
  try {
    const exports = await load(code);
    const task = exam.tasks.find((one) => one.number === number)!;
    const report = await reportOn(
      { exports, code, solutions, placeOf },
      exam,
      task,
    );
    if (report === undefined) return { isRight: true };
    // What cannot be read says more than that it fails.
    const isHere = problem && partAt(parts, problem.line).part === number;
    return isHere ? { isRight: false, ...told } : { isRight: false, report };
  } catch (error) {
    const text = notLoaded({ why: messageOf(error) });
    return { isRight: false, problem: text };
  }
}
