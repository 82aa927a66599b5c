/**
 * A lesson as notebooks for Jupyter with Deno's kernel, one in Japanese and one in English.
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read --allow-write scripts/notebook.ts
 *
 * The environment is asked for its language. Read: a lesson of one's own (`--lesson FILE`). Write:
 * the notebooks.
 */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "@std/cli";
import config from "../deno.json" with { type: "json" };
import {
  requestedLanguage,
  runScript,
  UsageError,
} from "./cli/command_line.ts";
import { lesson as lecture } from "./cells/lesson.ts";
import { chooseLesson } from "./lesson/load.ts";
import { message } from "./notebook/messages.ts";
import { writeWhole } from "./cli/write_whole.ts";

async function main(): Promise<void> {
  const language = requestedLanguage(Deno.args);
  if (Deno.args.some((arg) => arg === "--help" || arg === "-h")) {
    return console.log(message(language, "usage"));
  }
  const { lesson = lecture, args } = await chooseLesson(Deno.args);
  const unknown = (argument: unknown): never => {
    throw new UsageError(
      message(language, "unknown", { argument: String(argument) }),
    );
  };
  const options = parseArgs(args, {
    string: ["out", "kit", "lang"],
    unknown,
  });
  options._.forEach(unknown); // what stands behind --
  if (options.lang !== undefined && options.lang !== language) {
    throw new UsageError(
      message(language, "badLanguage", { value: options.lang }),
    );
  }
  for (const option of ["out", "kit"] as const) {
    if (options[option] === "") {
      throw new UsageError(message(language, "missing", { option }));
    }
  }
  const folder = options.out ?? "examples";
  const kit = options.kit ?? pathToKit(folder);
  const packages: Record<string, string> = config.imports;
  // Here, a package that cannot be fetched is said in a sentence.
  const { notebookJson } = await import("./notebook/notebook.ts");
  for (const language of ["ja", "en"] as const) {
    const out = `${folder.replace(/\/$/, "")}/lesson.${language}.ipynb`;
    const json = notebookJson(lesson, {
      language,
      resolve: (specifier) =>
        specifier === "kobai" ? kit : packages[specifier] ?? specifier,
    });
    await writeWhole(out, json);
    const size = Math.ceil(new TextEncoder().encode(json).length / 1000);
    console.log(
      message(requestedLanguage(Deno.args), "written", { out, size }),
    );
  }
}

/** The way from a folder to this kit's mod.ts, as an import has it. */
function pathToKit(folder: string): string {
  const kit = fileURLToPath(new URL("../mod.ts", import.meta.url));
  const path = relative(folder, kit).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

if (import.meta.main) await runScript(main);
