/** The submissions of a class, in whichever way they were handed out. */
import type { Text } from "../cli/message.ts";
import {
  beside,
  choose,
  type Found,
  isProgram,
  isTemplate,
  type PassedOver,
  withoutEnding,
} from "./chosen_file.ts";
import { entriesOf, type Entry } from "./platform/entry.ts";
import {
  canvasName,
  keyOf,
  moodleName,
  ofSystems,
  ofTools,
  type PlatformName,
  withoutCopyMark,
} from "./platform/names.ts";
import { isPage, refusals, type SubmittedFile } from "./submitted_file.ts";

/** A student who handed something in. */
export interface Submission {
  /**
   * What tells students apart: the name of their file or folder, or the number
   * that the platform gives.
   */
  readonly student: string;
  /** The name, where the platform gives it. */
  readonly name?: string;
  /** The file to grade, or why there is none. */
  readonly file: SubmittedFile;
  /** What feedback must be called for the platform to take it back. */
  readonly answer?: string;
}

/** What was handed out. */
export interface HandedOut {
  /** By student. */
  readonly submissions: readonly Submission[];
  /** Whatever else there is, but for what systems put everywhere. */
  readonly passedOver: readonly PassedOver[];
}

const notAnybodys: Text = {
  ja: "プログラム（.ts）ではなく、誰のものかも名前から分かりません",
  en: "no program (.ts), and its name does not tell whose it is",
};
/**
 * Lists submissions: files (`s01.ts`), a folder for each student, or what
 * Moodle or Canvas hands out, as a folder or as the ZIP archive that it is.
 *
 * @param path Where they are.
 * @throws {UsageError} If there is neither.
 */
export async function listSubmissions(path: string): Promise<HandedOut> {
  return handedOut(await entriesOf(path));
}

/** Sorts files by whom they are of, and takes one of each. */
export function handedOut(all: readonly Entry[]): HandedOut {
  const passedOver: PassedOver[] = [];
  const students = new Map<string, Omit<Submission, "file">>();
  const files = new Map<string, Found[]>();
  // macOS takes letters apart
  const found = all
    .map(({ place, file }) => ({ place: place.normalize("NFC"), file }))
    .flatMap(withoutSystems);
  const inUse = new Set(found.flatMap(({ place }) => foldersAround(place)));
  const entries = found.filter(({ place }) => !inUse.has(place))
    .sort((a, b) => a.place < b.place ? -1 : 1);
  const { named, depth } = platformOf(entries);
  for (const entry of entries) {
    const { place, file } = entry;
    if ("refusal" in file && file.refusal === "outside") {
      passedOver.push({ place, why: refusals.outside });
      continue;
    }
    const found = ownerOf(place.split("/").slice(depth), file, named);
    if (found === undefined) {
      passedOver.push({ place, why: notAnybodys });
      continue;
    }
    const { owner, name } = found, key = keyOf(owner.student);
    const known = students.get(key);
    if (known === undefined || !known.answer && owner.answer) {
      students.set(key, { ...owner, ...known && { student: known.student } });
    }
    const ofStudent = files.get(key) ?? [];
    files.set(key, ofStudent);
    ofStudent.push({ entry, name });
  }
  const submissions = [...students].map(([key, owner]): Submission => {
    const { file, others } = choose(files.get(key)!);
    passedOver.push(...others);
    return { ...owner, file };
  });
  submissions.sort((a, b) => a.student < b.student ? -1 : 1);
  return { submissions, passedOver };
}

/**
 * What systems put into a folder is not there, but whose folder it is has
 * handed something in; what leads out of an archive is named, whatever it is.
 */
function withoutSystems(entry: Entry): Entry[] {
  const { place, file } = entry;
  const { index } = ofTools.exec(place) ?? ofSystems.exec(place) ?? {};
  const isOutside = "refusal" in file && file.refusal === "outside";
  if (index === undefined || isOutside) return [entry];
  const folder = index === 0 ? "" : `${place.slice(0, index)}/`;
  return folder === "" ? [] : [{ place: folder, file: { refusal: "noFile" } }];
}

/** `a/` and `a/b/` of `a/b/c`, and `a/` of `a/b/`. */
function foldersAround(place: string): string[] {
  const folders = place.split("/").slice(0, place.endsWith("/") ? -2 : -1);
  return folders.map((_, i) => `${folders.slice(0, i + 1).join("/")}/`);
}

/** How names are read. */
interface Naming {
  /** Undefined for a name that is not the platform's. */
  readonly named: (top: string) => PlatformName | undefined;
  /** How many folders stand around all of them, because it was packed so. */
  readonly depth: number;
}

function platformOf(entries: readonly Entry[]): Naming {
  const paths = entries.map(({ place }) => place.split("/"));
  const [first = []] = paths;
  const around = first.findIndex((folder, i) =>
    i === first.length - 1 || paths.some((path) => path[i] !== folder)
  );
  for (let depth = 0; depth <= around; depth++) {
    if (paths.some((path) => moodleName(path[depth] ?? ""))) {
      return { named: moodleName, depth };
    }
    // A student's file may look like Canvas's, but not everybody's.
    const used = paths.filter((path) =>
      isProgram(path.at(-1)!) || isPage(path.at(-1)!)
    );
    const isCanvas = (path: readonly string[]) =>
      canvasName(path[depth] ?? "") !== undefined;
    if (used.length > 0 && used.every(isCanvas)) {
      return { named: canvasName, depth };
    }
  }
  return {
    named: () => undefined,
    depth: around > 0 && isClass(paths) ? 1 : 0,
  };
}

/**
 * Whether the folder around all files is a class: two or more in it have
 * programs, and none of them is the one that a student hands in.
 */
function isClass(paths: readonly (readonly string[])[]): boolean {
  const having = paths.filter((path) =>
    isProgram(path.at(-1)!) && !beside.test(path.at(-1)!)
  );
  const owners = new Set(having.map(([, owner]) => owner!));
  return owners.size > 1 &&
    !having.some(([, owner, ...inside]) =>
      inside.length === 0 && isTemplate(owner!)
    );
}

/** Whose a file is, and its own name; undefined if nobody knows. */
function ownerOf(
  [top = "", ...inside]: readonly string[],
  file: SubmittedFile,
  named: Naming["named"],
): { owner: Omit<Submission, "file">; name: string } | undefined {
  const platform = named(top);
  if (platform !== undefined) {
    const { rest, ...owner } = platform;
    return { owner, name: [rest, ...inside].filter(Boolean).join("/") };
  }
  if (inside.length > 0) {
    return { owner: { student: top }, name: inside.join("/") };
  }
  // What cannot be opened may be a folder.
  const isOwned = isProgram(top) || "refusal" in file;
  if (!isOwned || top.startsWith(".")) return undefined;
  const stem = withoutCopyMark(withoutEnding(top));
  return { owner: { student: stem || top }, name: top };
}
