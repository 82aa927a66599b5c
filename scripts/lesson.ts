/**
 * The lecture, cell by cell: all of it, a section (`4.2.3`) or one cell by
 * name.
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read=. scripts/lesson.ts
 *
 * The lecture asks for nothing but the language of the environment, and runs
 * without it too, in Japanese or in what `--lang` says. Reading is for a lesson
 * of one's own (`--lesson FILE`). The pictures as files (`--figures DIR`) want
 * their folder on top of that, to read and to write.
 */
import { lesson } from "./cells/lesson.ts";
import { lessonMain } from "./terminal/main.ts";

if (import.meta.main) await lessonMain(lesson, "deno task lesson");
