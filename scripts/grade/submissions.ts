/** The submissions of a class, in whichever way they lie in a folder. */
import type { Text } from "../cli/message.ts";
import { longestSource, tooLong } from "../exercise/program/limits.ts";

const refusalTexts = {
  noFile: {
    ja:
      "提出物の中に .ts ファイルがありません（さらに中のフォルダは見ません）。",
    en:
      "There is no .ts file in what was handed in; folders inside it are not looked into.",
  },
  severalFiles: {
    ja:
      ".ts ファイルが複数あります。exercises.ts という名前のものを一つ提出してください。",
    en: "There are several .ts files; hand in one, called exercises.ts.",
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
  tooLong,
  noText: {
    ja: "テキストファイルではありません。",
    en: "This is not a text file.",
  },
  notUtf8: {
    ja: "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。",
    en: "The file is not in UTF-8; save it again as UTF-8.",
  },
} as const satisfies Record<string, Text>;

/** Why a submission is not even run. */
export type Refusal = keyof typeof refusalTexts;

/** What every such reason is called for the author. */
export const refusals: Readonly<Record<Refusal, Text>> = refusalTexts;

/** A student who handed something in. */
export interface Submission {
  /**
   * What tells students apart: the name of their file or folder, or Moodle's
   * number.
   */
  readonly student: string;
  /** The name, where Moodle gives it. */
  readonly name?: string;
  /** The file to grade, or why there is none. */
  readonly file: { readonly path: string } | { readonly refusal: Refusal };
}

/**
 * Moodle: `Name_1234567_assignsubmission_file_`, a folder or the beginning of a
 * file's name.
 */
const moodle = /^(.+?)_(\d+)_assignsubmission_[a-z]+_?(.*)$/s;

/** What the template is called. */
const TEMPLATE = "exercises.ts";

interface Found {
  readonly name?: string;
  /** Path and name as the student wrote it. */
  readonly files: { path: string; name: string; refusal?: Refusal }[];
}

/**
 * Lists submissions: files (`s01.ts`), a folder for each student, or what
 * Moodle hands out, unpacked.
 *
 * @param folder Where they are.
 * @returns The submissions, by student.
 */
export async function listSubmissions(folder: string): Promise<Submission[]> {
  const root = await Deno.realPath(folder);
  const students = new Map<string, Found>();
  for await (const entry of Deno.readDir(root)) {
    if (/^(\.|__MACOSX$)/.test(entry.name)) continue;
    const path = `${root}/${entry.name}`;
    const isFolder = entry.isDirectory ||
      entry.isSymlink && !entry.name.endsWith(".ts");
    // macOS takes letters apart
    const stem = entry.name.normalize("NFC");
    const [, name, number, rest] = moodle.exec(stem) ?? [];
    const isProgram = stem.endsWith(".ts");
    // Of Moodle's files it is known who handed them in, whatever they are.
    if (!isFolder && !isProgram && number === undefined) continue;
    const student = number ?? (isFolder ? stem : stem.slice(0, -".ts".length));
    const found = students.get(student) ??
      { ...name === undefined ? {} : { name }, files: [] };
    students.set(student, found);
    if (entry.isSymlink) {
      found.files.push({ path, name: TEMPLATE, refusal: "symbolicLink" });
    } else if (isFolder) {
      found.files.push(...await filesIn(path));
    } else if (isProgram) found.files.push({ path, name: rest ?? stem });
  }
  return [...students]
    .map(([student, { files, ...rest }]) => ({
      student,
      ...rest,
      file: choose(files),
    }))
    .sort((a, b) => a.student < b.student ? -1 : 1);
}

async function filesIn(folder: string): Promise<Found["files"]> {
  const files: Found["files"] = [];
  try {
    for await (const { name, isSymlink, isFile } of Deno.readDir(folder)) {
      if (name.startsWith(".") || !name.endsWith(".ts")) continue;
      const path = `${folder}/${name}`;
      if (isSymlink) files.push({ path, name, refusal: "symbolicLink" });
      else if (isFile) files.push({ path, name });
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return [{ path: folder, name: TEMPLATE, refusal: "unreadable" }];
  }
  return files;
}

/**
 * One student must not stand in the others' way. What has a name that is not
 * UTF-8 is not found.
 */
function isUnreadable(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.PermissionDenied;
}

/** The file called as the template; else the only one. */
function choose(files: Found["files"]): Submission["file"] {
  const named = files.filter(({ name }) => name === TEMPLATE);
  const [file, another] = named.length > 0 ? named : files;
  if (file === undefined) return { refusal: "noFile" };
  if (another !== undefined) return { refusal: "severalFiles" };
  const { path, refusal } = file;
  return refusal === undefined ? { path } : { refusal };
}

/**
 * Reads a submission.
 *
 * @param file What `listSubmissions` found.
 * @returns Its text, or why it cannot be read.
 */
export function readSubmission(
  file: Submission["file"],
): { source: string } | { refusal: Refusal } {
  if ("refusal" in file) return file;
  let bytes: Uint8Array;
  try {
    const { isFile, size } = Deno.lstatSync(file.path);
    if (!isFile) return { refusal: "symbolicLink" };
    if (size > longestSource) return { refusal: "tooLong" };
    bytes = Deno.readFileSync(file.path);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { refusal: "unreadable" };
  }
  if (bytes.includes(0)) return { refusal: "noText" };
  try {
    return { source: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { refusal: "notUtf8" };
  }
}
