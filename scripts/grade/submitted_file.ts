/** A file that somebody handed in: its text, or why there is none. */
import type { Text } from "../cli/message.ts";
import { longestSource, tooLong } from "../exercise/program/limits.ts";
import { sourceText } from "../exercise/program/source_text.ts";
import { typedText } from "./platform/typed_text.ts";

const refusalTexts = {
  noFile: {
    ja: "提出物の中にプログラム（.ts のファイル）がありません。",
    en: "There is no program, a file ending in .ts, in what was handed in.",
  },
  severalFiles: {
    ja:
      "内容の違う .ts ファイルが複数あります。exercises.ts という名前のものを一つ提出してください。",
    en:
      "There are several .ts files that differ; hand in one, called exercises.ts.",
  },
  symbolicLink: {
    ja:
      "シンボリックリンクは採点しません。ファイルそのものを提出してください。",
    en: "A symbolic link is not graded; hand in the file itself.",
  },
  unreadable: {
    ja:
      "ファイルを開けません（読む権限がないか、名前の文字コードが UTF-8 ではありません）。",
    en:
      "The file cannot be opened: it may not be read, or its name is not in UTF-8.",
  },
  outside: {
    ja: "ZIP ファイルの外を指す名前なので、開きません。",
    en: "Its name leads out of the archive, so that it is not opened.",
  },
  notUnpacked: {
    ja:
      "ZIP ファイルから取り出せません（壊れているか、暗号化されているか、普通でない方法で圧縮されています）。",
    en: "It cannot be unpacked: it is damaged, encrypted, or packed unusually.",
  },
  tooLong,
  noText: {
    ja: "テキストファイルではありません。",
    en: "This is not a text file.",
  },
} as const satisfies Record<string, Text>;

/** Why a submission is not even run. */
export type Refusal = keyof typeof refusalTexts;

/** What every such reason is called for the author. */
export const refusals: Readonly<Record<Refusal, Text>> = refusalTexts;

/** A file to grade, or why there is none. */
export type SubmittedFile = {
  /** Where it is; in an archive, what it is called. */
  readonly path: string;
  /** How to unpack a file of an archive, and its size in bytes. */
  readonly archived?: {
    readonly size: number;
    readonly read: () => Uint8Array;
  };
} | { readonly refusal: Refusal };

/**
 * Whether an error says no more than that a file cannot be read, as one whose
 * name is not UTF-8.
 */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.PermissionDenied;
}

/** In bytes: an editor may give every word a colour and a face of its own. */
const longestPage = 20 * longestSource;

/**
 * Reads a submission, however it was saved; of a page (`onlinetext.html`) what
 * was typed.
 *
 * @param file What `listSubmissions` found.
 * @returns Its text, or why it cannot be read.
 */
export function readSubmission(
  file: SubmittedFile,
): { source: string } | { refusal: Refusal } {
  if ("refusal" in file) return file;
  const isTyped = isPage(file.path);
  const bytes = bytesOf(file, isTyped ? longestPage : longestSource);
  if (typeof bytes === "string") return { refusal: bytes };
  const text = sourceText(bytes);
  if (text === undefined) return { refusal: "noText" };
  const source = isTyped ? typedText(text) : text;
  return source.length > longestSource ? { refusal: "tooLong" } : { source };
}

/**
 * Whether a file is what a platform's own editor gives. (In some languages
 * Moodle calls it `Online text`, without an ending.)
 */
export function isPage(path: string): boolean {
  return /\.html?$|_assignsubmission_onlinetext(?:_|_?\/)[^/.]+$/i.test(path);
}

/** The bytes of a file that has no more than so many, or why there are none. */
export function bytesOf(
  { path, archived }: Exclude<SubmittedFile, { refusal: Refusal }>,
  most: number,
): Uint8Array | Refusal {
  if (archived !== undefined) {
    if (archived.size > most) return "tooLong";
    try {
      return archived.read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return "notUnpacked";
    }
  }
  try {
    const { isFile, size } = Deno.lstatSync(path);
    if (!isFile) return "symbolicLink";
    return size > most ? "tooLong" : Deno.readFileSync(path);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return "unreadable";
  }
}
