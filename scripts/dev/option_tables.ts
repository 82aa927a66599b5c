/** The tables of options in the docs, from what the commands declare. */
import { benchCommand } from "../bench/command.ts";
import { lesson } from "../cells/lesson.ts";
import type { Command, Options } from "../cli/command.ts";
import { optionTable } from "../cli/help_text.ts";
import type { Language } from "../cli/message.ts";
import { exercisesCommand } from "../exercise/command.ts";
import { gradeCommand } from "../grade/command.ts";
import { notebookCommand } from "../notebook/command.ts";
import { pageCommand } from "../page/command.ts";
import { evaluate } from "../score/evaluate_command.ts";
import { exporting } from "../score/export_command.ts";
import { features } from "../score/features_command.ts";
import { predictWith } from "../score/predict_command.ts";
import { train } from "../score/train_command.ts";
import { lessonCommand } from "../terminal/request.ts";

/** Every command of the kit, by what stands behind `deno task`. */
export const commands: Readonly<Record<string, Command<Options>>> = {
  lesson: lessonCommand(lesson, "deno task lesson"),
  page: pageCommand,
  notebook: notebookCommand,
  "score evaluate": evaluate,
  "score train": train,
  "score predict": predictWith(["FEATURE"]),
  "score export": exporting,
  "score features": features,
  exercises: exercisesCommand,
  grade: gradeCommand,
  bench: benchCommand,
};

/** The language that a page of the docs is written in: `README.ja.md`. */
export function languageOf(path: string): Language {
  return path.endsWith(".ja.md") ? "ja" : "en";
}

/**
 * Puts the declared table between each `<!-- options: score train -->` and its
 * `<!-- /options -->`.
 *
 * @param markdown A page of the docs.
 * @param language The language of the tables.
 * @returns The page with its tables as the commands declare them.
 * @throws {RangeError} If there is no such command, or a table has no end.
 */
export function withOptionTables(markdown: string, language: Language): string {
  const begins = markdown.match(/^<!-- options: /gm)?.length ?? 0;
  let found = 0;
  const whole = markdown.replace(
    /^(<!-- options: (.*) -->\n)[^]*?^(<!-- \/options -->)$/gm,
    (_, begin: string, name: string, end: string) => {
      found++;
      const command = commands[name];
      if (command === undefined) {
        throw new RangeError(
          `Cannot write a table of options: found the command "${name}", one of ${
            Object.keys(commands).join(", ")
          } is needed`,
        );
      }
      return `${begin}\n${optionTable(command, language)}\n\n${end}`;
    },
  );
  if (found === begins) return whole;
  throw new RangeError(
    `Cannot write tables of options: ${begins} begin and ${found} end, each needs its <!-- /options -->`,
  );
}
