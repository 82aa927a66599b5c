/** Exercises of somebody's own (`--exercises FILE`). */
import { message } from "../cli/message.ts";
import { UsageError } from "../cli/usage_error.ts";
import { checkBuiltOn } from "./check_built_on.ts";
import { checkCourse, CourseError } from "./check_course.ts";
import type { Course } from "./exercise.ts";

const failed = message({
  ja: "課題 {file} を読み込めません：{error}",
  en: "The exercises {file} cannot be loaded: {error}",
});
const noCourse = message({
  ja:
    "{file} は、exercises を持つ課題集を course という名前で export していません。",
  en: "{file} exports no course with exercises under the name course.",
});
const unusable = message({
  ja: "{file} は使えません。{error}",
  en: "Cannot use {file}: {error}",
});

/** What an error says, and the place that it names first. */
async function reasonOf(error: unknown): Promise<string> {
  const { stripVTControlCharacters: plain } = await import("node:util");
  const whole = error instanceof Error ? error.stack ?? "" : "";
  const [place] = /file:\/\/\S+:\d+:\d+/.exec(plain(whole)) ?? [];
  const reason = plain(String(error)).split("\n")[0]!;
  return place === undefined ? reason : `${reason} (${place})`;
}

/**
 * Loads exercises, and requires that they work.
 *
 * @param file The file, as it was written.
 * @returns The course that it exports.
 * @throws {UsageError} If there is none, or one that does not work.
 */
export async function loadCourse(file: string): Promise<Course> {
  const { pathToFileURL } = await import("node:url");
  let course: Course | undefined;
  try {
    ({ course } = await import(pathToFileURL(file).href));
  } catch (error) {
    throw new UsageError(failed({ file, error: await reasonOf(error) }));
  }
  if (!Array.isArray(course?.exercises)) {
    throw new UsageError(noCourse({ file }));
  }
  try {
    checkCourse(course);
    await checkBuiltOn(course);
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    throw new UsageError(unusable({ file, error: error.text }));
  }
  return course;
}
