/** Whether solutions can stand in the place of a student's functions. */
import { message } from "../cli/message.ts";
import { CourseError } from "./check_course.ts";
import { publicCases } from "./cases.ts";
import { type Course, tasksOf } from "./exercise.ts";
import { judge } from "./judge.ts";
import { replyText } from "./call.ts";
import { load } from "./program/load.ts";
import { expressionOf, withRightFunctions } from "./program/replace.ts";
import { readReply } from "./reply.ts";

const notAlone = message({
  ja:
    "{name}：後の課題が使うので、模範解答は引数と kobai だけで書いてください（ほかの関数や定数は使えません）",
  en:
    "{name}: later exercises build on it, so that its solution must use nothing but its parameters and the kit",
});

/**
 * Requires that what later exercises build on uses nothing that stands beside
 * it.
 *
 * @throws {CourseError} If a solution does.
 */
export async function checkBuiltOn(course: Course): Promise<void> {
  const tasks = tasksOf(course);
  const names = new Set(
    course.exercises.flatMap(({ buildsOn = [] }) => buildsOn),
  );
  for (const test of publicCases(tasks)) {
    const { call, asked } = test, { name } = call;
    if (!names.has(name)) continue;
    const solutions = { [name]: expressionOf(asked.solution) };
    const code = withRightFunctions(
      `export function ${name}() {}`,
      solutions,
    );
    const exports = code && await load(code).catch(() => undefined);
    const reply = readReply(replyText(exports, structuredClone(call), call))!;
    if (judge(test, reply).fault === undefined) continue;
    throw new CourseError(notAlone({ name }));
  }
}
