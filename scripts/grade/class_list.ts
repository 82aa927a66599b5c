/** Everybody in a class: who handed something in, and who did not. */
import type { Listed } from "./roster.ts";
import { keyOf, lettersOf, mayBeSame } from "./platform/names.ts";
import type { Teams } from "./platform/teams.ts";
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
  /**
   * Whether what was handed in is a group's, and its number no student's; and
   * whether it is known that this student is in it.
   */
  readonly group?: "known" | "unknown";
}

/** Number and name. */
export function titleOf({ student, name }: Member): string {
  return name === "" ? student : `${student} ${name}`;
}

/**
 * Brings roster and submissions together: by the student's number, if the names
 * are not quite different, for it may be a number of another kind; else by what
 * else the student is known by, else by the name, where there is one of that
 * name only. All of a group have what it handed in. Those on the roster come
 * first, in its order.
 *
 * @param submissions What was handed in.
 * @param roster The class list; empty if there is none.
 * @param teams Whose submissions are that are no single student's.
 * @returns All students.
 */
export function classList(
  submissions: readonly Submission[],
  roster: readonly Listed[],
  { ofMember, unknown }: Teams = { ofMember: new Map(), unknown: new Set() },
): Member[] {
  const found = new Map(ofMember), ofTeams = new Set(ofMember.values());
  const open = new Map(
    submissions.filter((one) => !ofTeams.has(one) && !unknown.has(one))
      .map((one) => [keyOf(one.student), one]),
  );
  const look = (by: (listed: Listed) => Submission | undefined) => {
    for (const listed of roster) {
      const submission = found.has(listed) ? undefined : by(listed);
      if (submission === undefined) continue;
      found.set(listed, submission);
      open.delete(keyOf(submission.student));
    }
  };
  // Where students are anonymous all have one name, which says nothing.
  const isNamed = new Set(submissions.map(({ name }) => name)).size > 1;
  look(({ student, name }) => {
    const submission = open.get(keyOf(student));
    const isOther = isNamed && submission?.ofGroup === undefined &&
      !mayBeSame(name, submission?.name ?? "");
    return isOther ? undefined : submission;
  });
  look(({ others = [] }) =>
    others.map((other) => open.get(keyOf(other))).find(Boolean)
  );
  look(({ name }) => ofName(name, [...open.values()], roster));
  const members = roster.map((listed): Member => {
    const submission = found.get(listed);
    if (submission === undefined) return listed;
    const group = ofMember.has(listed) && { group: "known" as const };
    return { ...listed, submission, ...group };
  });
  const others = [...open.values(), ...unknown].map((submission): Member => ({
    student: submission.student,
    name: submission.name ?? "",
    submission,
    ...unknown.has(submission) && { group: "unknown" },
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
 * Finds the member that a line of another list means: by number, if the names
 * are not quite different, for a number may be of another kind; by what else
 * the student is known by; by the name if there is one of that name only.
 */
export function finder(
  members: readonly Member[],
): (listed: Listed) => Member | undefined {
  const byKey = new Map<string, Member>(), byName = new Map<string, Member[]>();
  const add = (keysOf: (member: Member) => readonly string[]) => {
    for (const member of members) {
      for (const key of keysOf(member).map(keyOf)) {
        if (!byKey.has(key)) byKey.set(key, member);
      }
    }
  };
  // What one is else called may be another's own number.
  add(({ student, group }) => group === "unknown" ? [] : [student]);
  add(({ others = [] }) => others);
  add(({ submission, group }) =>
    submission && group === undefined ? [submission.student] : []
  );
  for (const member of members) {
    const plain = lettersOf(member.name);
    byName.set(plain, [...byName.get(plain) ?? [], member]);
  }
  return ({ student, name, others = [] }) => {
    const plain = lettersOf(name), [only, another] = byName.get(plain) ?? [];
    const own = byKey.get(keyOf(student));
    const isSure = own?.submission?.ofGroup || mayBeSame(own?.name ?? "", name);
    if (own !== undefined && isSure) return own;
    return others.map((key) => byKey.get(keyOf(key))).find(Boolean) ??
      (plain !== "" && another === undefined ? only : undefined);
  };
}

/** Of those who share what they handed in, the first; and all others. */
export function onePerSubmission(members: readonly Member[]): Member[] {
  const seen = new Set<Submission>();
  return members.filter(({ submission }) => {
    if (submission === undefined) return true;
    return seen.size < seen.add(submission).size;
  });
}

/** Every n-th of them, beginning with the i-th (counted from 1). */
export function shardOf(
  members: readonly Member[],
  { index, count }: { readonly index: number; readonly count: number },
): Member[] {
  return members.filter((_, i) => i % count === index - 1);
}
