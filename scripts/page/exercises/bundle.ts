/** The program of a page of exercises, in one piece. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { solutionsOf } from "../../exercise/follow_on.ts";
import { type Course, tasksOf } from "../../exercise/exercise.ts";
import { bundled } from "../bundle.ts";
import { withoutTexts } from "../without_texts.ts";

/**
 * Bundles the program of a page of exercises.
 *
 * @param course The exercises.
 * @param file Where they are written.
 * @returns JavaScript for a browser, which may stand in a script element.
 */
export async function exercisesScript(
  course: Course,
  file: string,
): Promise<string> {
  const quoted = JSON.stringify;
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const script = await bundled([
    `import { startExercises } from ${quoted(pathToFileURL(main).href)};`,
    `import { course } from ${quoted(pathToFileURL(file).href)};`,
    `startExercises({ course, solutions: ${
      quoted(solutionsOf(tasksOf(course)))
    } });`,
  ].join("\n"));
  const texts = [course, ...course.exercises].map(({ text }) => text);
  return withoutTexts(script, texts);
}
