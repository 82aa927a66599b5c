/** Which lesson a command is about: the lecture, or one of somebody's own (`--lesson FILE`). */
import { fill, requestedLanguage, UsageError } from "../cli/command_line.ts";
import type { Lesson } from "./lesson.ts";

const messages = {
  missing: {
    ja: "--lesson にはレッスンのファイルを書いてください。",
    en: "--lesson needs the file of a lesson.",
  },
  unreadable: {
    ja:
      "レッスン {file} を読み込む許可がありません。--allow-read={file} を付けて実行してください。",
    en: "The lesson {file} may not be read: run this with --allow-read={file}.",
  },
  failed: {
    ja: "レッスン {file} を読み込めません：{error}",
    en: "The lesson {file} cannot be loaded: {error}",
  },
  noLesson: {
    ja:
      "{file} は、セルを持つレッスンを lesson という名前で export していません。",
    en: "{file} exports no lesson with cells under the name lesson.",
  },
} as const;

/** A lesson and what else the command line says. */
export interface ChosenLesson {
  /** The lesson that was named; none for the lecture. */
  readonly lesson?: Lesson;
  /** Its file, as it was written. */
  readonly file?: string;
  /** The arguments without `--lesson FILE`. */
  readonly args: string[];
}

/**
 * Takes `--lesson FILE` out of a command line and loads the lesson. Loading asks for permission to
 * read it.
 *
 * @param args The arguments.
 * @returns The lesson, and what is left of the arguments.
 * @throws {UsageError} If there is no such lesson.
 */
export async function chooseLesson(
  args: readonly string[],
): Promise<ChosenLesson> {
  const say = (name: keyof typeof messages, blanks = {}): UsageError =>
    new UsageError(fill(messages[name], requestedLanguage(args), blanks));
  const at = args.findIndex((arg) => /^--lesson(=|$)/.test(arg));
  if (at < 0) return { args: [...args] };
  const joined = args[at]!.includes("=");
  const file = joined ? args[at]!.slice("--lesson=".length) : args[at + 1];
  if (file === undefined || file === "") throw say("missing");
  const { pathToFileURL } = await import("node:url");
  let module: { lesson?: Lesson };
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    const [reason] = String(error).split("\n");
    // A module that may not be read is reported as a TypeError with this text.
    throw /Requires read access/.test(reason!)
      ? say("unreadable", { file })
      : say("failed", { file, error: reason });
  }
  const { lesson } = module;
  if (!Array.isArray(lesson?.cells) || lesson.cells.length === 0) {
    throw say("noLesson", { file });
  }
  const rest = args.filter((_, i) => i !== at && (joined || i !== at + 1));
  return { lesson, file, args: rest };
}
