/**
 * What a kind of mistake is. A submission's source is never looked at: its
 * results are compared with what the formula gives when somebody makes the
 * mistake.
 */
import type { Text } from "../../cli/message.ts";
import type { Answer } from "../answers.ts";
import type { Rows } from "../arguments.ts";

/** A kind of mistake, as its author is told of it. */
export interface Kind {
  /** What it is called on record. */
  readonly name: string;
  readonly title: Text;
  /** What helps against it. */
  readonly hint: Text;
}

/**
 * What a function gives with a mistake; undefined where the mistake makes no
 * difference.
 */
// `cases.ts` sees to it that the arguments of a case fit its function.
// deno-lint-ignore no-explicit-any
export type Wrong = (...args: any[]) => Answer | undefined;

/**
 * A way to make a mistake: what comes out, for each function in which it can be
 * made.
 */
export type Way = Readonly<Record<string, Wrong>>;

/** A kind of mistake in a task, and the ways to make it. */
export interface Mistake {
  readonly kind: Kind;
  readonly ways: readonly Way[];
}

/** A kind of mistake with the ways to make it. */
export function mistake(kind: Kind, ...ways: readonly Way[]): Mistake {
  return { kind, ways };
}

/** Rows as an answer. */
export function rows(rows: Rows): Answer {
  return { rows };
}

/** The sum of some numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** How many classes there are. */
export function classes(y: Rows): number {
  return y[0]!.length;
}

/** A mean in the wrong direction; several tasks have it. */
export const dividedByClasses: Kind = {
  name: "dividedByClasses",
  title: {
    ja: "クラスの数で割っている",
    en: "divided by the number of classes",
  },
  hint: {
    ja:
      "割る数を確かめてください。平均を取るのは件数（行の数）についてで、クラスの数（列の数）ではありません。",
    en:
      "Look at what you divide by. A mean is taken over samples, which are rows, and not over classes, which are columns.",
  },
};
