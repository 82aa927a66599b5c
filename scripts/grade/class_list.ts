/** Everybody in a class: who handed something in, and who did not. */
import type { Listed } from "./roster.ts";
import { keyOf } from "./platform/names.ts";
import type { Submission } from "./submissions.ts";

/** A student of the class. */
export interface Member {
  /** As the roster has it, else as the submission has it. */
  readonly student: string;
  readonly name: string;
  /** By what else the roster knows the student. */
  readonly others?: readonly string[];
  /** Undefined if nothing was handed in. */
  readonly submission?: Submission;
}

/** Number and name. */
export function titleOf({ student, name }: Member): string {
  return name === "" ? student : `${student} ${name}`;
}

/**
 * Brings roster and submissions together: by the student's number, else by what
 * else the student is known by, else by the name, where there is one of that
 * name only. Those on the roster come first, in its order.
 *
 * @param submissions What was handed in.
 * @param roster The class list; empty if there is none.
 * @returns All students.
 */
export function classList(
  submissions: readonly Submission[],
  roster: readonly Listed[],
): Member[] {
  const open = new Map(submissions.map((one) => [keyOf(one.student), one]));
  const found = new Map<Listed, Submission>();
  const look = (by: (listed: Listed) => Submission | undefined) => {
    for (const listed of roster) {
      const submission = found.has(listed) ? undefined : by(listed);
      if (submission === undefined) continue;
      found.set(listed, submission);
      open.delete(keyOf(submission.student));
    }
  };
  look(({ student }) => open.get(keyOf(student)));
  look(({ others = [] }) =>
    others.map((other) => open.get(keyOf(other))).find(Boolean)
  );
  look(({ name }) => ofName(name, [...open.values()], roster));
  const members = roster.map((listed): Member => {
    const submission = found.get(listed);
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
  const plain = lettersOf(name);
  const same = submissions.filter((one) =>
    lettersOf(one.name ?? one.student) === plain
  );
  const namesakes = roster.filter((one) => lettersOf(one.name) === plain);
  return plain !== "" && same.length === 1 && namesakes.length === 1
    ? same[0]
    : undefined;
}

/**
 * `山田 太郎` is `山田太郎`, with a wide space too, and `Lee, Ann` is Canvas's
 * `leeann`.
 */
export function lettersOf(name: string): string {
  return keyOf(name).replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

/**
 * Finds the member that a line of another list means: by number, by what else
 * the student is known by, by the name if there is one of that name only.
 */
export function finder(
  members: readonly Member[],
): (listed: Listed) => Member | undefined {
  const byKey = new Map<string, Member>(), byName = new Map<string, Member[]>();
  for (const member of members) {
    const { student, name, others = [], submission } = member;
    const keys = [student, ...others, submission?.student ?? student];
    for (const key of keys.map(keyOf)) {
      if (!byKey.has(key)) byKey.set(key, member);
    }
    const plain = lettersOf(name);
    byName.set(plain, [...byName.get(plain) ?? [], member]);
  }
  return ({ student, name, others = [] }) => {
    const plain = lettersOf(name), [only, another] = byName.get(plain) ?? [];
    return [student, ...others].map((key) => byKey.get(keyOf(key)))
      .find(Boolean) ??
      (plain !== "" && another === undefined ? only : undefined);
  };
}

/** Every n-th of them, beginning with the i-th (counted from 1). */
export function shardOf(
  members: readonly Member[],
  { index, count }: { readonly index: number; readonly count: number },
): Member[] {
  return members.filter((_, i) => i % count === index - 1);
}
