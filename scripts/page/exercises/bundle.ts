/** The program of a page of exercises, in one piece. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { solutionsOf } from "../../exercise/follow_on.ts";
import { type Course, tasksOf } from "../../exercise/exercise.ts";
import { bundled } from "../bundle.ts";

/**
 * Bundles the program of a page of exercises.
 *
 * @param course The exercises.
 * @param file Where they are written.
 * @returns JavaScript for a browser, which may stand in a script element.
 */
export function exercisesScript(course: Course, file: string): Promise<string> {
  const quoted = JSON.stringify;
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  return bundled([
    `import { startExercises } from ${quoted(pathToFileURL(main).href)};`,
    `import { course } from ${quoted(pathToFileURL(file).href)};`,
    `startExercises({ course, solutions: ${
      quoted(solutionsOf(tasksOf(course)))
    } });`,
  ].join("\n"));
}
