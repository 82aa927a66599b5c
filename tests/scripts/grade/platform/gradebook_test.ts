import { assertEquals, assertThrows } from "@std/assert";
import {
  fillGradebook,
  type Gradebook,
  gradebookIn,
} from "../../../../scripts/grade/platform/gradebook.ts";
import { FileError } from "../../../../scripts/table/file_error.ts";

const japanese =
  'ID,姓名,IDナンバー,メールアドレス,ステータス,評定,最大評点,変更可能な評定,"最終更新日時 (提出)",オンラインテキスト,"最終更新日時 (評定)",フィードバックコメント\r\n' +
  '参加者1234567,"山田 太郎",s1,a@x.jp,評定のために提出済み,,100.00,はい,"2024年 06月 1日(土曜日) 09:00",=1+1,-,-2点\r\n' +
  "参加者1234568,=cmd(),s2,b@x.jp,未提出,,100.00,はい,-,,-,\r\n" +
  "参加者1234569,Ann Lee,s3,c@x.jp,採点済み,55.00,100.00,はい,-,,2024年,\r\n";

const canvas =
  "Student,ID,SIS User ID,SIS Login ID,Section,Task A (71),Task B (72),Final Score (read only)\n" +
  ",,,,,Manual Posting,,\n" +
  "    Points Possible,,,,,10.00,20.00,(read only)\n" +
  '"Lee, Ann",12,sis1,alee,A,,EX,95\n' +
  '"@Yamada, Taro",13,sis2,tyamada,A,3,N/A,\n';

/** What is filled in, by the platform's number of a student. */
function filled(
  gradebook: Gradebook,
  marks: Readonly<Record<string, number>>,
  replace = false,
) {
  const { text, written, kept, excused, empty } = fillGradebook(gradebook, {
    most: 100,
    of: ({ student }) => marks[student],
    replace,
  });
  const numbers = (list: typeof kept) => list.map(({ student }) => student);
  return {
    text,
    written,
    kept: numbers(kept),
    excused: numbers(excused),
    empty: numbers(empty),
  };
}

Deno.test("gradebookIn() finds its way in Moodle's worksheet, in any language", () => {
  const english = japanese
    .replace(
      /^.*\r\n/,
      (heading) =>
        heading.replace("ID,姓名,IDナンバー", "Identifier,Full name,ID number")
          .replace("評定,最大評点", "Grade,Maximum grade"),
    );
  const unknown = japanese.replace(
    /^.*\r\n/,
    "A,B,C,D,E,F,G,H,I,J,K modified,L\r\n",
  ).replaceAll("参加者", "Osallistuja ");
  for (const text of [japanese, english, unknown]) {
    const { platform, rows, most } = gradebookIn(text, "m.csv");
    assertEquals([platform, most], ["moodle", "100.00"]);
    assertEquals(rows.map(({ listed: { student, name } }) => [student, name]), [
      ["1234567", "山田 太郎"],
      ["1234568", "=cmd()"],
      ["1234569", "Ann Lee"],
    ]);
    assertEquals(rows.map(({ mark }) => mark.text), ["", "", "55.00"]);
  }
  const blind = "Identifier,Status,Grade,Maximum grade,Grade can be changed\n" +
    "Participant 1,Submitted,,10,Yes\nParticipant 2,Submitted,,10,Yes\n";
  assertEquals(
    gradebookIn(blind, "m.csv").rows.map(({ listed: { student, name } }) => [
      student,
      name,
    ]),
    [["1", ""], ["2", ""]],
  );
  const [first] = gradebookIn(japanese, "m.csv").rows;
  assertEquals(first!.listed.others, ["s1"]);
});

Deno.test("fillGradebook() changes marks, and words that a spreadsheet would run", () => {
  const marks = { 1234567: 87.5, 1234569: 90 };
  const worksheet = gradebookIn(japanese, "m.csv");
  const expected = japanese
    .replace("済み,,100.00", "済み,87.5,100.00")
    .replace("=1+1", "'=1+1").replace("=cmd()", "'=cmd()");
  assertEquals(filled(worksheet, marks), {
    text: expected,
    written: 1,
    kept: ["1234569"],
    excused: [],
    empty: ["1234568"],
  });
  assertEquals(filled(worksheet, marks, true), {
    text: expected.replace("55.00", "90"),
    written: 2,
    kept: [],
    excused: [],
    empty: ["1234568"],
  });
  // As a spreadsheet leaves them.
  const empty = `${",".repeat(11)}\r\n`, dash = ",未提出,–,100.00";
  const edited = japanese.replace(",未提出,,100.00", dash) + empty;
  assertEquals(filled(gradebookIn(edited, "m.csv"), marks), {
    text: expected.replace(",未提出,,100.00", dash) + empty,
    written: 1,
    kept: ["1234569"],
    excused: [],
    empty: ["1234568"],
  });
  // The same mark is no other one.
  assertEquals(filled(worksheet, { 1234569: 55 }).kept, []);
});

Deno.test("fillGradebook() scales to the most points, in the worksheet's own figures", () => {
  const german = "ID;Name;Status;Bewertung;Bestwertung;x\n" +
    "Teilnehmer/in1;A;;;15,00;Ja\nTeilnehmer/in2;B;;;15,00;Ja\n";
  const { text } = filled(gradebookIn(german, "m.csv"), { 1: 87.5, 2: 100 });
  assertEquals(
    text,
    german.replace("1;A;;;", "1;A;;13,13;").replace("2;B;;;", "2;B;;15;"),
  );
  // 20.1 of 100 are 1.005 of 5, which no binary number is
  const five = german.replaceAll("15,00", "5,00");
  assertEquals(
    filled(gradebookIn(five, "m.csv"), { 1: 20.1 }).text,
    five.replace("1;A;;;", "1;A;;1,01;"),
  );
  const comma = german.replaceAll(",00", ".00").replaceAll(";", ",");
  assertEquals(
    filled(gradebookIn(comma, "m.csv"), { 1: 87.5 }).text,
    comma.replace("1,A,,,", "1,A,,13.13,"),
  );
});

Deno.test("gradebookIn() refuses an assignment that takes no points, and other tables", () => {
  const scale = japanese.replaceAll("100.00", "良い, 普通");
  const error = assertThrows(() => gradebookIn(scale, "m.csv"), FileError);
  assertEquals(
    error.message,
    "Cannot read m.csv: the row of student 1 has 13 cells, 12 are needed as there are headings",
  );
  const ungraded = japanese.replaceAll("100.00", "0.00").replace("55.00", "");
  assertThrows(
    () => gradebookIn(ungraded, "m.csv"),
    FileError,
    "without grade",
  );
  const words = japanese.replaceAll("100.00", "尺度").replace("55.00", "良い");
  assertThrows(() => gradebookIn(words, "m.csv"), FileError, "with a scale");
  assertThrows(
    () => gradebookIn("学籍番号,氏名\ns1,山田\n", "r.csv"),
    FileError,
    "a class list is named with --roster",
  );
  assertThrows(() => gradebookIn('a,"b\n', "r.csv"), FileError, "never closed");
});

Deno.test("fillGradebook() fills in Canvas's gradebook, and excuses whom it excuses", () => {
  const book = (assignment?: string) =>
    gradebookIn(canvas, "c.csv", "", assignment);
  const quoted = canvas.replace('"@Yamada', "\"'@Yamada");
  assertEquals(filled(book("Task A"), { 12: 87.5, 13: 100 }), {
    text: quoted.replace("alee,A,,", "alee,A,8.75,"),
    written: 1,
    kept: ["13"],
    excused: [],
    empty: [],
  });
  assertEquals(
    filled(book("71"), { 13: 100 }, true).text,
    quoted.replace("tyamada,A,3", "tyamada,A,10"),
  );
  assertEquals(filled(book("Task B (72)"), { 12: 1, 13: 1 }, true).excused, [
    "12",
    "13",
  ]);
  assertEquals(
    book("71").rows[0]!.listed,
    { student: "12", name: "Lee, Ann", others: ["sis1", "alee"] },
  );
});

Deno.test("gradebookIn() knows what stands between cells, whatever stands in them", () => {
  const titles = "Task, part 1, 2, 3, 4, 5, 6 (71)";
  const canvas = `Student;ID;SIS Login ID;Section;${titles}\n` +
    "    Points Possible;;;;10\nLee, Ann;12;alee;A;\n";
  assertEquals(
    filled(gradebookIn(canvas, "c.csv"), { 12: 50 }).text,
    canvas.replace("alee;A;", "alee;A;5"),
  );
});

Deno.test("gradebookIn() asks which assignment of several is meant", () => {
  assertThrows(
    () => gradebookIn(canvas, "c.csv"),
    FileError,
    '2 of its assignments will do, one must be named with --assignment, by its number or the whole of it: "Task A (71)", "Task B (72)"',
  );
  assertThrows(
    () => gradebookIn(canvas, "c.csv", "", "Task C"),
    FileError,
    'Cannot find "Task C" in c.csv',
  );
  const same = canvas.replace("Task B", "Task A");
  assertThrows(
    () => gradebookIn(same, "c.csv", "", "Task A"),
    FileError,
    '2 of its assignments will do, one must be named with --assignment, by its number or the whole of it: "Task A (71)", "Task A (72)"',
  );
  assertEquals(gradebookIn(same, "c.csv", "", "72").most, "20.00");
  const one = canvas.replaceAll(/,Task B[^,]*|,20.00|,EX|,N\/A/g, "")
    .replace("Final Score", "Final Score (2024)")
    .replace("Posting,,", "Posting,");
  assertEquals(gradebookIn(one, "c.csv").most, "10.00");
});
