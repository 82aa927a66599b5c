/**
 * A lesson as notebooks for Jupyter with Deno's kernel, one in Japanese and one
 * in English.
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read --allow-write scripts/notebook.ts
 *
 * The environment is asked for its language. Read: a lesson of one's own
 * (`--lesson FILE`), and whether a file given as `--kit` is there. Write: the
 * notebooks.
 */
import config from "../deno.json" with { type: "json" };
import { lesson as lecture } from "./cells/lesson.ts";
import { readLine } from "./cli/command.ts";
import { helpText } from "./cli/help_text.ts";
import { runScript } from "./cli/run_script.ts";
import { writeAndTell } from "./cli/write_and_tell.ts";
import { loadLesson } from "./check/load.ts";
import { notebookCommand } from "./notebook/command.ts";
import { kitFrom } from "./notebook/kit.ts";

async function main(): Promise<void> {
  const { language: onScreen, help, values } = readLine(
    Deno.args,
    notebookCommand,
  );
  if (help) return console.log(helpText(notebookCommand, onScreen));
  const { out: folder, lesson: file, answers } = values;
  const lesson = file === undefined ? lecture : await loadLesson(file);
  const kit = kitFrom(folder, values.kit);
  const packages: Record<string, string> = config.imports;
  // Here, a package that cannot be fetched is said in a sentence.
  const { notebookJson } = await import("./notebook/notebook.ts");
  for (const language of ["ja", "en"] as const) {
    const out = `${folder.replace(/\/$/, "")}/lesson.${language}.ipynb`;
    const json = notebookJson(lesson, {
      language,
      answers,
      resolve: (specifier) =>
        specifier === "kobai" ? kit : packages[specifier] ?? specifier,
    });
    await writeAndTell(out, json, onScreen);
  }
}

if (import.meta.main) await runScript(main);
