/**
 * The names under which learning platforms hand out what was handed in, and
 * take feedback back.
 *
 * Sources: Moodle, mod/assign/classes/downloader.php and
 * mod/assign/feedback/file/importziplib.php; Canvas, lib/content_zipper.rb and
 * app/models/abstract_assignment.rb.
 */

/** What a platform says of a file by its name. */
export interface PlatformName {
  /**
   * The platform's number of the student; of an anonymous one some letters.
   */
  readonly student: string;
  readonly name: string;
  /** Whether the name may be another's, whose group it was handed in for. */
  readonly ofGroup?: true;
  /** The rest: the file's own name, or nothing for a folder. */
  readonly rest: string;
  /**
   * What the name of a file must begin with for the platform to give it back to
   * this student; none where it takes nothing back.
   */
  readonly answer?: string;
}

/**
 * Moodle's `Full name_1234567_assignsubmission_file_NAME`, or the same without
 * `NAME`, which is a folder's. Team submissions look alike, with the name and
 * the number of the group; that of all who are in none has no number.
 *
 * @returns Undefined if it is none.
 */
export function moodleName(written: string): PlatformName | undefined {
  const [, name, student, plugin, rest] =
    /^(.+?)(?:_(\d+))?_(assignsubmission_[a-z]+)_?(.*)$/s.exec(written) ?? [];
  if (name === undefined) return undefined;
  if (student === undefined) return { student: name, name, rest: rest! };
  // It counts the pieces between these signs.
  const answer = `${name.replaceAll("_", " ")}_${student}_${plugin}_`;
  return { student, name, rest: rest!, answer };
}

/** How Canvas reads a name: name, student, file, and the file's own name. */
const canvasPatterns = [
  [/^(?:LATE_)?(anon)_([A-Za-z0-9]{5})_(\d+)_(.+)$/s, true],
  [/^(?:LATE_)?(anon)_([A-Za-z0-9]{5})_((?:text|link)\.html)$/s, false],
  [/^(.+?)(?:_LATE)?_(\d+)_(\d+)_(.+)$/s, true],
  [/^(.+?)(?:_LATE)?_(\d+)_((?:text|link)\.html)$/s, false],
  // Of a name that ends in a number, as `team_2` does.
  [/^(.+?_\d+)(?:_LATE)?_(\d+)_(\d+)_(.+)$/s, true],
] as const;

/**
 * Canvas's `sortablename_LATE_12_34_NAME`, where 12 is the student and 34 the
 * file, which may have the name of that student's group;
 * `LATE_anon_XXXXX_34_NAME` where students are anonymous;
 * `sortablename_12_text.html` for what was typed in.
 *
 * @param written The name.
 * @param students The numbers of those in the gradebook, if it is named: of
 * several readings that with one of them is right.
 * @returns Undefined if it is none.
 */
export function canvasName(
  written: string,
  students: ReadonlySet<string> = new Set(),
): PlatformName | undefined {
  const readings = canvasPatterns.flatMap(([pattern, isFile]) => {
    const found = pattern.exec(written);
    return found === null ? [] : [{ found, isFile }];
  });
  const reading = readings.find(({ found }) => students.has(found[2]!)) ??
    readings[0];
  if (reading === undefined) return undefined;
  const [, name, student, attachment] = reading.found;
  // It takes the first two pieces that are numbers for these, in a name too.
  const plain = name!.replaceAll("_", "");
  return {
    student: student!,
    name: name === "anon" ? "" : name!,
    ofGroup: true,
    rest: reading.found.at(-1)!,
    ...reading.isFile && { answer: `${plain}_${student}_${attachment}_` },
  };
}

/**
 * What tells students apart: `S99`, `s99` and `Ｓ９９` are one.
 *
 * @param student A number or a name, as somebody wrote it.
 */
export function keyOf(student: string): string {
  return student.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * `山田 太郎` is `山田太郎`, with a wide space too, and `Lee, Ann` is Canvas's
 * `leeann`.
 */
export function lettersOf(name: string): string {
  return keyOf(name).replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

/**
 * Whether two names may be of one student, whatever the order of their parts
 * and wherever the space is: they share a part, or one says nothing.
 */
export function mayBeSame(a: string, b: string): boolean {
  const partsOf = (name: string) =>
    (keyOf(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
      .filter((part) => part.length > 1 || part > "\x7f");
  const shares = (parts: readonly string[], name: string) =>
    parts.some((part) => lettersOf(name).includes(part));
  const [ofA, ofB] = [partsOf(a), partsOf(b)];
  return ofA.length === 0 || ofB.length === 0 || shares(ofA, b) ||
    shares(ofB, a);
}

/** Folders of tools, which may be very large. */
export const ofTools =
  /(?:^|\/)(?:__MACOSX|node_modules|\.git|\.hg|\.svn)(?:\/|$)/i;
/** What systems put into folders; hidden programs are none. */
export const ofSystems =
  /(?:^|\/)(?:Thumbs\.db|desktop\.ini|\.(?!.*\.[mc]?[jt]sx?(?:\.txt)?$)[^/]*)(?:\/|$)/i;

/** What a browser or a system adds to the name of a second file. */
const copyMark =
  /(?: ?\(\d+\)| ?[-の]? ?(?:copy|copie|kopie|コピー|副本)(?: ?\(?\d+\)?)?)+$/i;
/** What Canvas and macOS add, which may end a student's number too. */
const copyNumber = /[- ]\d{1,2}$/;

/** `s01 (1)` and `s01 - コピー` without what makes them second ones. */
export function withoutCopyMark(stem: string): string {
  return stem.replace(copyMark, "");
}

/** `exercises-2` and `exercises 2` too. */
export function withoutCopyNumber(stem: string): string {
  return withoutCopyMark(withoutCopyMark(stem).replace(copyNumber, ""));
}
