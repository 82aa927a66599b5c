/**
 * A lesson as a web page: one file that opens from disk and needs no network.
 *
 * deno run --unstable-bundle --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read --allow-write scripts/page.ts
 *
 * The environment is asked for its language. Read: the library and the live figure's program, which
 * are bundled into the page, and a lesson of one's own (`--lesson FILE`). Write: the page.
 */
import { parseArgs } from "@std/cli";
import {
  requestedLanguage,
  runScript,
  UsageError,
} from "./cli/command_line.ts";
import { lesson as lecture } from "./cells/lesson.ts";
import { chooseLesson } from "./lesson/load.ts";
import { bundledScript } from "./page/bundle.ts";
import { message } from "./page/messages.ts";
import style from "./page/style.css" with { type: "text" };
import { writeWhole } from "./cli/write_whole.ts";

async function main(): Promise<void> {
  const language = requestedLanguage(Deno.args);
  if (Deno.args.some((arg) => arg === "--help" || arg === "-h")) {
    return console.log(message(language, "usage"));
  }
  const { lesson = lecture, file, args } = await chooseLesson(Deno.args);
  const unknown = (argument: unknown): never => {
    throw new UsageError(
      message(language, "unknown", { argument: String(argument) }),
    );
  };
  const options = parseArgs(args, {
    string: ["out", "lang"],
    unknown,
  });
  options._.forEach(unknown); // what stands behind --
  if (options.lang !== undefined && options.lang !== language) {
    throw new UsageError(
      message(language, "badLanguage", { value: options.lang }),
    );
  }
  if (options.out === "") throw new UsageError(message(language, "noFile"));
  const out = options.out ?? `lesson.${language}.html`;
  // Here, a package that cannot be fetched is said in a sentence.
  const { pageHtml } = await import("./page/page.ts");
  const html = await pageHtml(lesson, {
    language,
    command: "deno task lesson" +
      (file === undefined ? "" : ` --lesson ${file}`),
    style,
    ...(lesson.live === undefined ? {} : { script: await bundledScript() }),
  });
  await writeWhole(out, html);
  const size = new TextEncoder().encode(html).length;
  console.log(
    message(language, "written", { out, size: Math.ceil(size / 1000) }),
  );
}

if (import.meta.main) await runScript(main);
