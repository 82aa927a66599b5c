/**
 * Exercises: whether they work, and what students are handed out.
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read --allow-write scripts/exercises.ts
 *
 * The environment is asked for its language. Read: the exercises. Write: the
 * folder for students (`--out FOLDER/`).
 */
import { readLine } from "./cli/command.ts";
import { helpText } from "./cli/help_text.ts";
import { message } from "./cli/message.ts";
import { runScript } from "./cli/run_script.ts";
import { UsageError } from "./cli/usage_error.ts";
import { writeAndTell } from "./cli/write_and_tell.ts";
import { exercisesCommand } from "./exercise/command.ts";
import { mostPoints } from "./exercise/exercise.ts";
import { handOut } from "./exercise/hand_out.ts";
import { loadCourse } from "./exercise/load_course.ts";

const noFile = {
  ja: "課題のファイルを一つ指定してください。--help で使い方を表示します。",
  en: "Name one file of exercises. --help shows how.",
};
const fits = message({
  ja: "{file} は使えます：課題 {count} 題、合計 {points} 点。",
  en: "{file} works: {count} exercises, {points} points.",
});

async function main(): Promise<void> {
  const { language, help, others, values } = readLine(
    Deno.args,
    exercisesCommand,
  );
  if (help) return console.log(helpText(exercisesCommand, language));
  const [file] = others;
  if (file === undefined) throw new UsageError(noFile);
  const course = await loadCourse(file);
  const blanks = {
    file,
    count: course.exercises.length,
    points: mostPoints(course),
  };
  console.log(fits(blanks)[language]);
  if (values.out === undefined) return;
  const folder = values.out.replace(/(?<=.)[/\\]+$/, "");
  for (const [name, text] of Object.entries(handOut(course, file, folder))) {
    await writeAndTell(`${folder}/${name}`, text, language);
  }
}

if (import.meta.main) await runScript(main);
