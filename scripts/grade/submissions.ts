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
  /** Whether that may be the name of the student's group. */
  readonly ofGroup?: true;
  /** The file to grade, or why there is none. */
  readonly file: SubmittedFile;
  /** What feedback must be called for the platform to take it back. */
  readonly answer?: string;
}

/** Whose a file is. */
type Owner = Pick<Submission, "student" | "name" | "ofGroup">;

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
 * @param students The numbers of those in Canvas's gradebook, if it is named.
 * @throws {UsageError} If there is neither.
 */
export async function listSubmissions(
  path: string,
  students?: ReadonlySet<string>,
): Promise<HandedOut> {
  return handedOut(await entriesOf(path), students);
}

/** Sorts files by whom they are of, and takes one of each. */
export function handedOut(
  all: readonly Entry[],
  students?: ReadonlySet<string>,
): HandedOut {
  const passedOver: PassedOver[] = [];
  const owners = new Map<string, Owner>();
  const files = new Map<string, Found[]>();
  // macOS takes letters apart
  const found = all
    .map(({ place, file }) => ({ place: place.normalize("NFC"), file }))
    .flatMap(withoutSystems);
  const inUse = new Set(found.flatMap(({ place }) => foldersAround(place)));
  const entries = found.filter(({ place }) => !inUse.has(place))
    .sort((a, b) => a.place < b.place ? -1 : 1);
  const { named, depth } = platformOf(entries, students);
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
    const { owner, name, answer } = found, key = keyOf(owner.student);
    owners.set(key, { ...owner, ...owners.get(key) });
    const ofStudent = files.get(key) ?? [];
    files.set(key, ofStudent);
    ofStudent.push({ entry, name, answer });
  }
  const submissions = [...owners].map(([key, owner]): Submission => {
    const { file, others, answer } = choose(files.get(key)!);
    passedOver.push(...others);
    return { ...owner, file, ...answer !== undefined && { answer } };
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

function platformOf(
  entries: readonly Entry[],
  students?: ReadonlySet<string>,
): Naming {
  const paths = entries.map(({ place }) => place.split("/"));
  const [first = []] = paths;
  const around = first.findIndex((folder, i) =>
    i === first.length - 1 || paths.some((path) => path[i] !== folder)
  );
  for (let depth = 0; depth <= around; depth++) {
    if (paths.some((path) => moodleName(path[depth] ?? ""))) {
      return { named: moodleName, depth };
    }
    // A student's file may look like Canvas's, but not most of all.
    const used = paths.filter((path) =>
      isProgram(path.at(-1)!) || isPage(path.at(-1)!)
    );
    const ofCanvas = used.filter((path) => canvasName(path[depth] ?? ""));
    if (2 * ofCanvas.length > used.length) {
      return { named: (top) => canvasName(top, students), depth };
    }
  }
  const isWrapped = around > 0 &&
    isClass(paths.map((path) => path.slice(around)));
  return { named: () => undefined, depth: isWrapped ? around : 0 };
}

/**
 * Whether a folder is a class: two or more in it have programs, and none of
 * these is the one that a student hands in.
 */
function isClass(paths: readonly (readonly string[])[]): boolean {
  const having = paths.filter((path) =>
    isProgram(path.at(-1)!) && !beside.test(path.at(-1)!)
  );
  const owners = new Set(having.map(([owner]) => owner!));
  return owners.size > 1 &&
    !having.some(([owner, ...inside]) =>
      inside.length === 0 && isTemplate(owner!)
    );
}

/** Whose a file is, and its own name; undefined if nobody knows. */
function ownerOf(
  [top = "", ...inside]: readonly string[],
  file: SubmittedFile,
  named: Naming["named"],
): { owner: Owner; name: string; answer?: string } | undefined {
  const platform = named(top);
  if (platform !== undefined) {
    const { rest, answer, ...owner } = platform;
    const name = [rest, ...inside].filter(Boolean).join("/");
    return { owner, name, ...answer !== undefined && { answer } };
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
