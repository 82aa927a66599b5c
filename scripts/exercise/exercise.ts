/**
 * What an exercise is: data that knows none of its readers. Sheet, template,
 * self-check, page, grading and feedback are made of it.
 */
import type { Text } from "../cli/message.ts";
import type { Argument, Kind } from "./arguments.ts";
import type { Draw } from "./draw.ts";

/**
 * Rows and columns; a letter is any number, and the same wherever it stands in
 * a call.
 */
export type Size = readonly [rows: string | number, columns: string | number];

/** A parameter of a function that an exercise asks for. */
export interface Parameter {
  readonly kind: Kind;
  /** Of a table, or of the weights that a function takes; none for others. */
  readonly size?: Size;
}

/** The parameters of a function by name, in their order; four at most. */
export type Parameters = Readonly<Record<string, Parameter>>;

function table(kind: Kind): (...size: Size) => Parameter {
  return (...size) => ({ kind, size });
}

/** What a function may take, with rows and columns where it has some. */
export const takes = {
  /** A `Matrix`. */
  matrix: table("matrix"),
  /** Lists of numbers, which may be written into. */
  rows: table("rows"),
  /** A function of such lists that gives a number. */
  surface: table("surface"),
  /** A function of a matrix that gives its gradient. */
  slope: table("slope"),
  number: { kind: "number" } as Parameter,
  /** A whole number from 0 to 1,000. */
  count: { kind: "count" } as Parameter,
  text: { kind: "text" } as Parameter,
  /** A list of texts. */
  texts: { kind: "texts" } as Parameter,
} as const;

/** What a case asks for besides the right result. */
export type Extra = "unchanged" | "evaluations";

/** The arguments of a case, and what else it asks for. */
export type GivenCase = readonly Argument[] | {
  readonly arguments: readonly Argument[];
  /**
   * `unchanged`: no argument may hold other values afterwards. `evaluations`:
   * the function among the arguments may be called twice for each weight at
   * most.
   */
  readonly also: Extra;
};

/**
 * A function of an exercise, as a student might write it: it takes what a
 * submission's function is called with.
 */
// deno-lint-ignore no-explicit-any -- the parameters are those of the exercise
export type Solution = (...args: any[]) => unknown;

/** How far from an answer is still that answer: `atol + rtol * |answer|`. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** A function that an exercise asks for. */
export interface AskedFunction {
  /** What stands beside it in the template, in both languages. */
  readonly about: string;
  readonly parameters: Parameters;
  /** What it gives; where that is a number, a 1×1 matrix is as right. */
  readonly gives: "matrix" | "number" | "rows" | "text";
  /**
   * The reference, written with what students have. Where later exercises build
   * on it, it uses nothing but its parameters, the kit and JavaScript.
   */
  readonly solution: Solution;
  /** Others that are right too, with other results. */
  readonly alsoRight?: readonly Solution[];
  /** Texts that count as the same, in both languages. */
  readonly synonyms?: readonly Text[];
  /** How close is close enough; 1e-6 of the answer and 1e-8 if not given. */
  readonly close?: Tolerance;
  /** The cases that everybody may see. */
  readonly cases: readonly GivenCase[];
  /** Further cases, small and well behaved as the public ones. */
  readonly draw: (draw: Draw) => GivenCase;
}

/** A kind of mistake, as its author is told of it. */
export interface MistakeKind {
  /** What it is called on record. */
  readonly name: string;
  readonly title: Text;
  /** What helps against it. */
  readonly hint: Text;
}

/**
 * A way to make a mistake: wrong solutions for the functions in which it shows;
 * all others are right.
 */
export type Way = Readonly<Record<string, Solution>>;

/** A kind of mistake, and the ways to make it. */
export interface Mistake {
  readonly kind: MistakeKind;
  readonly ways: readonly Way[];
}

/** A kind of mistake with the ways to make it. */
export function mistake(kind: MistakeKind, ...ways: readonly Way[]): Mistake {
  return { kind, ways };
}

/** An exercise. */
export interface Exercise {
  readonly title: Text;
  /** The sheet's heading, where the title has more than it should. */
  readonly heading?: Text;
  /** What is asked for, in Markdown. */
  readonly text: Text;
  /** What stands on the sheet besides, of the folder that it is in. */
  readonly onSheet?: Text;
  readonly points: number;
  /** The functions by name. */
  readonly functions: Readonly<Record<string, AskedFunction>>;
  /** The functions of earlier exercises that a solution may call. */
  readonly buildsOn?: readonly string[];
  /** The first that explains everything is named. */
  readonly mistakes: readonly Mistake[];
}

/** Exercises that are handed out, and handed in, together. */
export interface Course {
  readonly title: Text;
  /** What stands on the sheet below its title. */
  readonly text: Text;
  readonly exercises: readonly Exercise[];
}

/** An exercise in its place. */
export interface Task extends Exercise {
  /** Counted from 1. */
  readonly number: number;
}

const known = new WeakMap<Course, readonly Task[]>();

/**
 * The exercises in their places; the same objects whenever they are asked for.
 */
export function tasksOf(course: Course): readonly Task[] {
  const tasks = known.get(course) ??
    course.exercises.map((exercise, i) => ({ ...exercise, number: i + 1 }));
  known.set(course, tasks);
  return tasks;
}

/** The points of all exercises. */
export function mostPoints({ exercises }: Pick<Course, "exercises">): number {
  return exercises.reduce((sum, { points }) => sum + points, 0);
}

/** The task that asks for a function. */
export function taskAsking(
  tasks: readonly Task[],
  name: string,
): Task | undefined {
  return tasks.find(({ functions }) => Object.hasOwn(functions, name));
}
