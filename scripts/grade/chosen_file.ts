/** Which file of a student is graded, and why no other. */
import type { Text } from "../cli/message.ts";
import { longestSource } from "../exercise/program/limits.ts";
import type { Entry } from "./platform/entry.ts";
import { withoutCopyNumber } from "./platform/names.ts";
import {
  bytesOf,
  isPage,
  refusals,
  type SubmittedFile,
} from "./submitted_file.ts";

/** A file that is not graded. */
export interface PassedOver {
  readonly place: string;
  readonly why: Text;
}

/** A file of a student, by its own name. */
export interface Found {
  readonly entry: Entry;
  readonly name: string;
  /** What feedback on it must be called. */
  readonly answer: string | undefined;
}

const another: Text = {
  ja: "同じ人の別のファイルを採点しました",
  en: "another file of the same student is graded",
};
const aCopy: Text = {
  ja: "採点したファイルと同じ内容です",
  en: "the same as the file that is graded",
};
const noProgram: Text = {
  ja: "プログラム（.ts）ではありません",
  en: "no program (.ts)",
};
const notOpened: Text = {
  ja:
    "開けない圧縮ファイルです（ZIP でない、大きすぎる、壊れている、または ZIP の中の ZIP）",
  en:
    "an archive that is not opened: no ZIP, too large, damaged, or in another one",
};
const isHidden: Text = {
  ja: "名前が . で始まる隠しファイルです",
  en: "hidden, because its name begins with a dot",
};

/** Programs by how much they look like the one that was asked for. */
const programs = [
  /\.[mc]?tsx?$/i,
  /\.[mc]?tsx?\.txt$/i,
  /\.[mc]?jsx?$/i,
  /\.[mc]?jsx?\.txt$/i,
];
/** Archives, of which some ZIPs have been opened before. */
const archives = /\.(?:zip|7z|rar|lzh|tar|tgz|gz|xz)$/i;
/** What the template is called, without its ending. */
const TEMPLATE = "exercises";
/** What else is in its folder. */
export const beside = /^(?:kobai|.*_(?:test|bench))\.ts$/;
/** The same as it was handed out. */
const ofKit = /(?:^|\/)(?:kobai|exercises_(?:test|bench))\.ts$/;

/** Whether a file is a program by its name. */
export function isProgram(name: string): boolean {
  return programs.some((pattern) => pattern.test(name));
}

/** Whether a file is called as the template, or as a copy of it. */
export function isTemplate(name: string): boolean {
  return withoutCopyNumber(withoutEnding(name)).toLowerCase() === TEMPLATE;
}

/** `s01` of `s01.ts.txt`. */
export function withoutEnding(name: string): string {
  return name.replace(/\.[mc]?[tj]sx?(?:\.txt)?$/i, "");
}

/** The file to grade, and those that are not. */
interface Choice {
  readonly file: SubmittedFile;
  readonly others: readonly PassedOver[];
  /** What feedback must be called: on that file, if there is one. */
  readonly answer: string | undefined;
}

/** Chooses among the files of a student. */
export function choose(
  files: readonly Found[],
): Choice {
  const chosen = bestOf(files);
  if (chosen.length === 0) {
    const refused = files.find(({ entry: { file } }) =>
      "refusal" in file && file.refusal !== "noFile"
    );
    const others = files.filter(({ entry }) => entry !== refused?.entry)
      .filter(({ name }) => name !== "");
    return {
      file: refused?.entry.file ?? { refusal: "noFile" },
      others: othersOf(others, noProgram),
      answer: files.find(({ answer }) => answer)?.answer,
    };
  }
  const isOne = areSame(chosen), isChosen = new Set(chosen);
  const why = isOne ? aCopy : refusals.severalFiles;
  return {
    file: isOne ? chosen[0]!.entry.file : { refusal: "severalFiles" },
    answer: chosen[0]!.answer,
    others: [
      ...chosen.slice(isOne ? 1 : 0).map(({ entry: { place } }) => ({
        place,
        why,
      })),
      ...othersOf(files.filter((one) => !isChosen.has(one)), another),
    ],
  };
}

/** Of those that are not graded all but the kit's own; why programs are not. */
function othersOf(files: readonly Found[], programsWhy: Text): PassedOver[] {
  return files.filter(({ name }) => name !== "" && !ofKit.test(name)).map(
    ({ entry: { place }, name }) => ({
      place,
      why: /(?:^|\/)\./.test(name)
        ? isHidden
        : isProgram(name) || isPage(place)
        ? programsWhy
        : archives.test(name)
        ? notOpened
        : noProgram,
    }),
  );
}

/**
 * The programs among files that may be meant: those called as the template;
 * else any, those first that need the least guessing; else what was typed in.
 */
function bestOf(files: readonly Found[]): Found[] {
  const base = ({ name }: Found) => name.slice(name.lastIndexOf("/") + 1);
  const isOpen = (one: Found) => !base(one).startsWith(".");
  const open = files.filter((one) => isOpen(one) && isProgram(base(one)));
  const seen = open.filter(({ name }) => !/(?:^|\/)\./.test(name));
  const all = seen.length > 0 ? seen : open;
  const ours = all.filter((one) => !beside.test(base(one)));
  const called = ours.filter((one) => isTemplate(base(one)));
  for (const pool of [called, ours, all]) {
    for (const pattern of programs) {
      const found = pool.filter((one) => pattern.test(base(one)));
      if (found.length > 0) return found;
    }
  }
  return files.filter((one) =>
    isOpen(one) && isPage(one.entry.place) && base(one) !== "link.html"
  );
}

/** So many files are compared with the first; nobody hands in more copies. */
const mostCopies = 20;

/** Whether files are copies of one. */
function areSame([first, ...others]: readonly Found[]): boolean {
  if (others.length === 0) return true;
  const bytes = bytesIn(first!);
  return others.length < mostCopies && bytes !== undefined &&
    others.every((other) => {
      const same = bytesIn(other);
      return same?.length === bytes.length &&
        same.every((byte, i) => byte === bytes[i]);
    });
}

function bytesIn({ entry: { file } }: Found): Uint8Array | undefined {
  if ("refusal" in file) return undefined;
  const bytes = bytesOf(file, longestSource);
  return typeof bytes === "string" ? undefined : bytes;
}
