/**
 * A lesson, or exercises, as a web page: one file that opens from disk and
 * needs no network.
 *
 * deno run --unstable-bundle --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read --allow-write scripts/page.ts
 *
 * The environment is asked for its language. Read: the library and the cells,
 * which are bundled into the page, and a lesson or exercises of one's own
 * (`--lesson FILE`, `--exercises FILE`). Write: the page, and what is given to
 * the bundler.
 */
import { lesson as lecture } from "./cells/lesson.ts";
import { readLine } from "./cli/command.ts";
import { helpText } from "./cli/help_text.ts";
import type { Language } from "./cli/message.ts";
import { runScript } from "./cli/run_script.ts";
import { writeAndTell } from "./cli/write_and_tell.ts";
import { loadLesson } from "./check/load.ts";
import { pageCommand } from "./page/command.ts";
import exercisesStyle from "./page/exercises/exercises.css" with {
  type: "text",
};
import type { ExercisesInside } from "./page/exercises/section.ts";
import mathFont from "./page/math_font.css" with { type: "text" };
import style from "./page/style.css" with { type: "text" };

const forPractice = {
  ja: "課題は練習用です。模範解答もページの中に入っています。",
  en: "The exercises are for practice: the page holds the solutions too.",
};

async function main(): Promise<void> {
  const { language, help, values } = readLine(Deno.args, pageCommand);
  if (help) return console.log(helpText(pageCommand, language));
  const { exercises, lesson: file } = values;
  if (exercises !== undefined) {
    const { out = `exercises.${language}.html` } = values;
    return await writeExercises(exercises, out, language);
  }
  const { out = `lesson.${language}.html` } = values;
  const lesson = file === undefined ? lecture : await loadLesson(file);
  // Here, a package that cannot be fetched is said in a sentence.
  const { bundledScript } = await import("./page/bundle.ts");
  const { pageHtml } = await import("./page/page.ts");
  const html = await pageHtml(lesson, {
    language,
    style: style + mathFont + (file === undefined ? exercisesStyle : ""),
    script: await bundledScript(lesson),
    ...file === undefined && { exercises: await lectureExercises() },
  });
  await writeAndTell(out, html, language);
  if (file === undefined) console.log(forPractice[language]);
}

/** The lecture's own exercises, which its page holds. */
async function lectureExercises(): Promise<ExercisesInside> {
  const { course } = await import("./exercises/lecture.ts");
  const { exercisesScript } = await import("./page/exercises/bundle.ts");
  const file = `${import.meta.dirname}/exercises/lecture.ts`;
  return { course, script: await exercisesScript(course, file) };
}

async function writeExercises(
  file: string,
  out: string,
  language: Language,
): Promise<void> {
  // Here, a package that cannot be fetched is said in a sentence.
  const { loadCourse } = await import("./exercise/load_course.ts");
  const { exercisesScript } = await import("./page/exercises/bundle.ts");
  const { exercisesHtml } = await import("./page/exercises/page.ts");
  const course = await loadCourse(file);
  const html = await exercisesHtml(course, {
    language,
    style: style + exercisesStyle,
    script: await exercisesScript(course, file),
  });
  await writeAndTell(out, html, language);
  console.log(forPractice[language]);
}

if (import.meta.main) await runScript(main);
