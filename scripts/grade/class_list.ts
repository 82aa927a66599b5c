/** Everybody in a class: who handed something in, and who did not. */
import type { Listed } from "./roster.ts";
import type { Submission } from "./submissions.ts";

/** A student of the class. */
export interface Member {
  /** As the roster has it, else as the submission has it. */
  readonly student: string;
  readonly name: string;
  /** Undefined if nothing was handed in. */
  readonly submission?: Submission;
}

/** Number and name. */
export function titleOf({ student, name }: Member): string {
  return name === "" ? student : `${student} ${name}`;
}

/**
 * Brings roster and submissions together: by the student's number, else by the
 * name, where there is one of that name only. Those on the roster come first,
 * in its order.
 *
 * @param submissions What was handed in.
 * @param roster The class list; empty if there is none.
 * @returns All students.
 */
export function classList(
  submissions: readonly Submission[],
  roster: readonly Listed[],
): Member[] {
  const open = new Map(submissions.map((one) => [one.student, one]));
  const take = (submission: Submission | undefined) => {
    if (submission !== undefined) open.delete(submission.student);
    return submission;
  };
  const byNumber = new Map(
    roster.map((listed) => [listed, take(open.get(listed.student))]),
  );
  const members = roster.map((listed): Member => {
    const submission = byNumber.get(listed) ??
      take(ofName(listed.name, [...open.values()], roster));
    return { ...listed, ...submission && { submission } };
  });
  const others = [...open.values()].map((submission): Member => ({
    student: submission.student,
    name: submission.name ?? "",
    submission,
  }));
  return [...members, ...others];
}

function ofName(
  name: string,
  submissions: readonly Submission[],
  roster: readonly Listed[],
): Submission | undefined {
  const plain = withoutSpaces(name);
  const same = submissions.filter((one) =>
    withoutSpaces(one.name ?? one.student) === plain
  );
  const namesakes = roster.filter((one) => withoutSpaces(one.name) === plain);
  return plain !== "" && same.length === 1 && namesakes.length === 1
    ? same[0]
    : undefined;
}

/** `山田 太郎` is `山田太郎`, with a wide space too. */
function withoutSpaces(name: string): string {
  return name.replace(/\s+/g, "");
}

/** Every n-th of them, beginning with the i-th (counted from 1). */
export function shardOf(
  members: readonly Member[],
  { index, count }: { readonly index: number; readonly count: number },
): Member[] {
  return members.filter((_, i) => i % count === index - 1);
}
