/** Who should have handed something in: a class list. */
import { message } from "../cli/message.ts";
import { FileError, quoted } from "../table/file_error.ts";
import { eachRecord } from "../table/records.ts";
import { openText, type TextFile } from "../table/text_file.ts";

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
}

/** Headings of columns, as school offices and Moodle call them. */
const headings = {
  student:
    /^(id|student|student ?(id|number)|number|id ?number|identifier|user ?name|学籍番号|学生番号|番号|学生|識別子|参加者|ユーザ名|ユーザー名|idナンバー)$/i,
  name: /^(name|full ?name|氏名|名前|姓名|フルネーム)$/i,
};

/** Moodle's own worksheet says `Participant 1234567`. */
const participant = /^(?:participant|参加者)\s*(\d+)$/i;

/**
 * Reads a class list from a CSV file: columns with a heading such as `student`
 * or `学籍番号`, and `name` or `氏名`; without such headings the first two
 * columns.
 *
 * @param path The file, in UTF-8 or Shift_JIS.
 * @returns The students in their order, each once.
 * @throws {FileError} If there is no such file, or not all of it can be read.
 */
export async function readRoster(path: string): Promise<Listed[]> {
  const rows: string[][] = [];
  using file = await openText(path);
  const separator = await separatorOf(file);
  await eachRecord(file.pieces(), separator, (fields, place) => {
    if (fields === undefined) {
      const { line } = place(); // passed over, a student would be missing
      throw new FileError(brokenQuotes({ file: path, line }));
    }
    const row = fields.map((field) => field.trim().normalize("NFC"));
    if (row.some((field) => field !== "")) rows.push(row);
  });
  const columns = columnsOf(rows[0] ?? []);
  if (columns.headed) rows.shift();
  const listed = new Map<string, Listed>();
  for (const row of rows) {
    const cell = row[columns.student] ?? "", name = row[columns.name] ?? "";
    // Who has no number is known by the name.
    const student = participant.exec(cell)?.[1] ?? (cell || name);
    const other = listed.get(student)?.name ?? name;
    if (other !== name) {
      const names = [other, name].map(quoted).join(", ");
      const blanks = { path, student: quoted(student), names };
      throw new FileError(sameNumber(blanks));
    }
    if (student !== "") listed.set(student, { student, name });
  }
  return [...listed.values()];
}

/**
 * A comma; else what Excel and Moodle write elsewhere, where the first row
 * falls into fields by it.
 */
async function separatorOf(file: TextFile): Promise<string> {
  for (const separator of [",", ";", "\t"]) {
    let count = 0;
    await eachRecord(file.pieces(), separator, (fields = []) => {
      count = fields.length;
      return false;
    });
    if (count > 1) return separator;
  }
  return ",";
}

function columnsOf(
  header: readonly string[],
): { student: number; name: number; headed: boolean } {
  const student = header.findIndex((text) => headings.student.test(text));
  const name = header.findIndex((text) => headings.name.test(text));
  if (student < 0 && name < 0) return { student: 0, name: 1, headed: false };
  // a list of names only tells students apart by them
  return { student: student < 0 ? name : student, name, headed: true };
}
