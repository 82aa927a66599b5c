/**
 * The lecture, cell by cell: all of it, a section (`4.2.3`) or one cell by name.
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG scripts/lesson.ts
 *
 * The permission only lets the language follow the environment; without it the lesson is in
 * Japanese, or in what `--lang` says.
 */
import { lecture } from "./lecture.ts";
import { lessonMain } from "./lesson/main.ts";

if (import.meta.main) await lessonMain(lecture, "deno task lesson");
