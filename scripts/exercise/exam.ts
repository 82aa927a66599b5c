/** Exercises with the cases that a submission to them is judged by. */
import { drawCases, publicCases } from "./cases.ts";
import { type Course, type Task, tasksOf } from "./exercise.ts";
import type { TestCase } from "./test_case.ts";

/** What submissions are judged by. */
export interface Exam {
  readonly course: Course;
  readonly tasks: readonly Task[];
  /** By task: public ones, drawn ones, hidden ones. */
  readonly cases: readonly TestCase[];
}

/** What students are judged by when nobody else looks. */
export const practiceSeed = "practice";

/**
 * The public cases of exercises, and drawn ones.
 *
 * @param course The exercises.
 * @param seed The same seed, the same cases.
 */
export function examOf(course: Course, seed: string): Exam {
  const tasks = tasksOf(course);
  return {
    course,
    tasks,
    cases: [...publicCases(tasks), ...drawCases(tasks, seed)],
  };
}
