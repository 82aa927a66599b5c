/** A lesson of somebody's own (`--lesson FILE`). */
import { message } from "../cli/message.ts";
import { type Option, text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import { UnshownError } from "./code.ts";
import type { Lesson } from "./lesson.ts";

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
    "レッスン {file} を読み込む許可がありません。--allow-read={file} を付けて実行してください。",
  en: "The lesson {file} may not be read: run this with --allow-read={file}.",
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
 * Loads a lesson, which asks for permission to read it.
 *
 * @param file The file, as it was written.
 * @returns The lesson that it exports.
 * @throws {UsageError} If there is none.
 */
export async function loadLesson(file: string): Promise<Lesson> {
  const { pathToFileURL } = await import("node:url");
  let module: { lesson?: Lesson };
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    const reason = error instanceof UnshownError
      ? error.text
      : String(error).split("\n")[0]!;
    // A module that may not be read is reported as a TypeError with this text.
    throw new UsageError(
      /Requires read access/.test(String(error))
        ? unreadable({ file })
        : failed({ file, error: reason }),
    );
  }
  const { lesson } = module;
  if (!Array.isArray(lesson?.cells) || lesson.cells.length === 0) {
    throw new UsageError(noLesson({ file }));
  }
  return lesson;
}
