/** Who should have handed something in: a class list. */
import { message } from "../cli/message.ts";
import { FileError, quoted } from "../table/file_error.ts";
import { eachRecord } from "../table/records.ts";
import { openText, type TextFile } from "../table/text_file.ts";
import { isWorkbook, openWorkbook } from "../workbook/open_workbook.ts";
import { keyOf } from "./platform/names.ts";

const brokenQuotes = message({
  ja:
    '{file} の {line} 行目の引用符（"）が合いません。項目の中の " は "" と書き、項目全体を " で囲んでください。',
  en:
    'Cannot read {file}: the quotes (") on line {line} do not fit, a " inside a field must be doubled, and the field be put in quotes',
});

const sameNumber = message({
  ja:
    "名簿 {path} で、学籍番号 {student} に氏名が二つあります：{names}。一人に一つの番号が必要です。",
  en:
    "Cannot use {path}: {student} stands there with the names {names}, each student needs a number of their own",
});

/** A student on the list. */
export interface Listed {
  readonly student: string;
  readonly name: string;
  /** By what else the student may be known, such as a login. */
  readonly others?: readonly string[];
}

/**
 * Headings of columns that tell students apart, as school offices and platforms
 * call them. Of several the first kind is the students' own; the last is often
 * no more than the number of the row.
 */
const numbers = [
  /^(student ?(id|number|no\.?)|id ?number|identifier|matriculation number|matrikelnummer|user ?name|(sis )?(login|user) id|学籍番号|学生番号|学生証番号|識別子|参加者|ユーザ名|ユーザー名|idナンバー)$/i,
  /^(id|student|学生)$/i,
  /^(number|番号|整理番号)$/i,
  /^(no\.?|#|nr\.?|出席番号|通し番号|連番)$/i,
];

/** Headings of columns of names. */
export const nameHeading =
  /^(name|full ?name|vollständiger name|(学生|生徒|漢字)?(氏名|名前|姓名)|学生名|フルネーム)$/i;

/** Headings of the parts of a name, in the order in which they are said. */
const nameParts = [
  [/^vorname$/i, /^name$/i], // which is not the whole of it there
  [nameHeading],
  [/^(姓|氏|苗字)$/, /^名$/],
  [/^(first ?name|given name|vorname)$/i, /^(last ?name|surname|nachname)$/i],
] as const;

/** How good a heading is for telling students apart; 0 is best. */
export function numberHeading(heading: string): number | undefined {
  const plain = heading.normalize("NFKC");
  const kind = numbers.findIndex((pattern) => pattern.test(plain));
  return kind < 0 ? undefined : kind;
}

/**
 * Moodle's own number in `Participant 1234567` or `参加者1234567`; undefined if
 * it is none.
 */
export function participantNumber(cell: string): string | undefined {
  return /^[^\d,;"]{2,40}?\s*(\d+)$/.exec(cell)?.[1];
}

/**
 * Reads a class list from a CSV file or an Excel workbook: columns with a
 * heading such as `student` or `学籍番号`, and `name` or `氏名`; without such
 * headings the first two columns.
 *
 * @param path The file, in UTF-8 or Shift_JIS; of a workbook the first sheet.
 * @returns The students in their order, each once.
 * @throws {FileError} If there is no such file, or not all of it can be read.
 */
export async function readRoster(path: string): Promise<Listed[]> {
  const rows: string[][] = [];
  using file = isWorkbook(path)
    ? (await openWorkbook(path)).text
    : await openText(path);
  const separator = await separatorOf(file);
  await eachRecord(file.pieces(), separator, (fields, place) => {
    if (fields === undefined) {
      const { line } = place(); // passed over, a student would be missing
      throw new FileError(brokenQuotes({ file: path, line }));
    }
    const row = fields.map((field) => field.trim().normalize("NFC"));
    if (row.some((field) => field !== "")) rows.push(row);
  });
  rows.splice(0, linesBefore(rows));
  const columns = columnsOf(rows);
  if (columns.headed) rows.shift();
  const listed = new Map<string, Listed>();
  for (const row of rows) {
    const cell = row[columns.student] ?? "";
    const name = columns.name.map((i) => row[i] ?? "").join(" ").trim();
    // Points Possible, among Canvas's students
    if (columns.mustHaveNumber && cell === "") continue;
    const others = columns.others.map((i) => plainNumber(row[i] ?? ""))
      .filter(Boolean);
    // Who has no number is known by the name.
    const student = plainNumber(cell) || name, key = keyOf(student);
    const other = listed.get(key)?.name ?? name;
    if (other !== name) {
      const names = [other, name].map(quoted).join(", ");
      const blanks = { path, student: quoted(student), names };
      throw new FileError(sameNumber(blanks));
    }
    if (student === "" || listed.has(key)) continue;
    listed.set(key, { student, name, ...others.length > 0 && { others } });
  }
  return [...listed.values()];
}

/** Moodle's own worksheet says `Participant 1234567`. */
function plainNumber(cell: string): string {
  return /^(?:participant|参加者)/i.test(cell)
    ? participantNumber(cell) ?? cell
    : cell;
}

/**
 * What Excel and Moodle write between fields, here and elsewhere: that by which
 * there are headings that are known, else that which gives the most fields, for
 * a name may have a comma.
 */
async function separatorOf(file: TextFile): Promise<string> {
  let best = ",", most = 1;
  for (const separator of ["\t", ";", ","]) {
    let rows = 0, score = 0;
    await eachRecord(file.pieces(), separator, (fields = []) => {
      const { length } = fields;
      const isKnown = length > 1 && isHeading(fields.map((one) => one.trim()));
      score = Math.max(score, isKnown ? Infinity : length);
      return rows++ < mostBefore;
    });
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/** So many lines may stand before the headings: a title, a date. */
const mostBefore = 10;

/** How many lines stand before the headings; none if there are none. */
function linesBefore(rows: readonly string[][]): number {
  return Math.max(rows.slice(0, mostBefore + 1).findIndex(isHeading), 0);
}

function isHeading(row: readonly string[]): boolean {
  return nameColumns(row).length > 0 ||
    row.some((text) => numberHeading(text) !== undefined);
}

/** Where numbers and names are. */
interface Columns {
  readonly student: number;
  /** One column, or two of parts. */
  readonly name: readonly number[];
  /** Other columns of numbers. */
  readonly others: readonly number[];
  readonly headed: boolean;
  readonly mustHaveNumber: boolean;
}

function columnsOf([header = [], ...rows]: readonly string[][]): Columns {
  const plain = { others: [], headed: true, mustHaveNumber: false };
  if (header.includes("ID") && header.includes("Section")) {
    return {
      student: header.indexOf("ID"),
      name: [header.indexOf("Student")],
      others: columnsOfKind(header, 0),
      headed: true,
      mustHaveNumber: true,
    };
  }
  const name = nameColumns(header);
  const [student, ...others] = numbers.flatMap((_, kind) =>
    columnsOfKind(header, kind)
  );
  if (student === undefined && name.length === 0) {
    const first = areRowNumbers([header, ...rows]) ? 1 : 0;
    return { ...plain, student: first, name: [first + 1], headed: false };
  }
  // a list of names only tells students apart by them
  if (student === undefined) return { ...plain, student: -1, name };
  const isTelling = (i: number) => numberHeading(header[i]!)! < 2;
  return { ...plain, student, name, others: others.filter(isTelling) };
}

function nameColumns(header: readonly string[]): number[] {
  for (const parts of nameParts) {
    const found = parts.map((part) =>
      header.findIndex((text) => part.test(text))
    );
    if (found.every((i) => i >= 0)) return found;
  }
  return [];
}

function columnsOfKind(header: readonly string[], kind: number): number[] {
  return header.flatMap((text, i) => numberHeading(text) === kind ? [i] : []);
}

/** A class has fewer rows, and the numbers of a school have more digits. */
const mostRows = 1000;

/**
 * Whether the first column counts rows, some of which may be gone, and another
 * numbers students.
 */
function areRowNumbers(rows: readonly string[][]): boolean {
  const counts = rows.map(([first]) => Number(first?.normalize("NFKC")));
  const numbers = new Set(rows.map((row) => row[1] ?? ""));
  return rows.length > 1 && numbers.size === rows.length &&
    [...numbers].every((text) => /\d/.test(text)) &&
    counts.every((count, i) =>
      Number.isInteger(count) && count < mostRows &&
      count > (counts[i - 1] ?? 0)
    );
}
