/** A lesson of somebody's own (`--lesson FILE`). */
import { joinTexts, message } from "../cli/message.ts";
import { type Option, text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import { Failure } from "../cli/failure.ts";
import type { Lesson } from "../lesson/lesson.ts";
import { checkLesson } from "./check_lesson.ts";

/** The option of whatever reads the lecture, or a lesson of somebody's own. */
export const lessonOption: Option<string | undefined> = text({
  takes: "FILE",
  help: {
    ja: "自分で作ったレッスンのファイル",
    en: "the file of a lesson of your own",
  },
  shown: { ja: "講義", en: "the lecture" },
});

const unreadable = message({
  ja:
    "レッスン {file} を読み込む許可がありません。次のように実行してください：deno run --allow-read={folder},{kit} {command} --lesson {file}",
  en:
    "The lesson {file} may not be read: run deno run --allow-read={folder},{kit} {command} --lesson {file}",
});
const failed = message({
  ja: "レッスン {file} を読み込めません：{error}",
  en: "The lesson {file} cannot be loaded: {error}",
});
const noLesson = message({
  ja:
    "{file} は、セルを持つレッスンを lesson という名前で export していません。",
  en: "{file} exports no lesson with cells under the name lesson.",
});

/**
 * Loads a lesson, when it has been checked. Asks for permission to read it.
 *
 * @param file The file, as it was written.
 * @returns The lesson that it exports.
 * @throws {UsageError} If there is none.
 * @throws {Failure} If something is wrong with it; it says what, and where.
 */
export async function loadLesson(file: string): Promise<Lesson> {
  const { fileURLToPath, pathToFileURL } = await import("node:url");
  const { href } = pathToFileURL(file);
  const folder = fileURLToPath(new URL("./", href));
  const kit = fileURLToPath(new URL("../../", import.meta.url));
  const isReadable = (path: string): boolean =>
    Deno.permissions.querySync({ name: "read", path }).state === "granted";
  if (![folder, kit].every(isReadable)) {
    const { mainModule } = Deno;
    const command = fileURLToPath(mainModule);
    throw new UsageError(unreadable({ file, folder, kit, command }));
  }
  const report = await checkLesson(href);
  if (report.kind === "no lesson") throw new UsageError(noLesson({ file }));
  if (report.kind === "unloaded") {
    const { text, error } = report;
    throw text === undefined
      ? new UsageError(failed({ file, error }))
      : new Failure(text);
  }
  if (report.problems.length > 0) {
    throw new Failure(joinTexts(report.problems, { ja: "\n", en: "\n" }));
  }
  return (await import(href)).lesson;
}
