import { assertEquals, assertRejects } from "@std/assert";
import { FileError } from "../../../scripts/table/file_error.ts";
import {
  classList,
  finder,
  shardOf,
} from "../../../scripts/grade/class_list.ts";
import { readRoster } from "../../../scripts/grade/roster.ts";
import type { Submission } from "../../../scripts/grade/submissions.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { textCell, workbook } from "../../_support/workbook.ts";

function submission(student: string, name?: string): Submission {
  const file = { path: `${student}.ts` };
  return name === undefined ? { student, file } : { student, name, file };
}

/** Student, name, and what the submission calls the student. */
function rows(members: ReturnType<typeof classList>) {
  return members.map(({ student, name, submission }) => [
    student,
    name,
    submission?.student,
  ]);
}

Deno.test("classList() follows the roster, then come those who are not on it", () => {
  const roster = [
    { student: "s3", name: "三郎" },
    { student: "s1", name: "一郎" },
    { student: "s2", name: "二郎" },
  ];
  const handedIn = [submission("s0"), submission("s1"), submission("s3")];
  assertEquals(rows(classList(handedIn, roster)), [
    ["s3", "三郎", "s3"],
    ["s1", "一郎", "s1"],
    ["s2", "二郎", undefined],
    ["s0", "", "s0"],
  ]);
  assertEquals(rows(classList(handedIn.slice(0, 1), [])), [["s0", "", "s0"]]);
});

Deno.test("classList() knows students by their names where there is one of that name", () => {
  const roster = [
    { student: "a1", name: "山田　太郎" },
    { student: "a2", name: "田中 花子" },
    { student: "a3", name: "田中花子" },
    { student: "a4", name: "" },
  ];
  const handedIn = [
    submission("1234567", "山田 太郎"),
    submission("1234568", "田中 花子"),
    submission("1234569", ""),
  ];
  assertEquals(rows(classList(handedIn, roster)), [
    ["a1", "山田　太郎", "1234567"],
    ["a2", "田中 花子", undefined],
    ["a3", "田中花子", undefined],
    ["a4", "", undefined],
    ["1234568", "田中 花子", "1234568"],
    ["1234569", "", "1234569"],
  ]);
});

Deno.test("classList() gives a submission to the number before a name", () => {
  const roster = [
    { student: "x", name: "s2" },
    { student: "s2", name: "二郎" },
  ];
  assertEquals(rows(classList([submission("s2")], roster)), [
    ["x", "s2", undefined],
    ["s2", "二郎", "s2"],
  ]);
});

Deno.test("classList() knows s99 for S99, and students by what else they are called", () => {
  const roster = [
    { student: "Ｓ９９", name: "", others: [] },
    { student: "12", name: "Lee, Ann", others: ["sis-1", "alee"] },
    { student: "13", name: "Yamada, Taro", others: ["tyamada"] },
    { student: "14", name: "", others: ["s99"] },
  ];
  const handedIn = [
    submission("s99"),
    submission("ALee"),
    submission("7", "yamadataro"),
  ];
  assertEquals(rows(classList(handedIn, roster)), [
    ["Ｓ９９", "", "s99"],
    ["12", "Lee, Ann", "ALee"],
    ["13", "Yamada, Taro", "7"],
    ["14", "", undefined],
  ]);
});

Deno.test("classList() gives nothing to somebody of another name, whose number is the same", () => {
  const roster = [
    { student: "7", name: "田中 花" },
    { student: "8", name: "山田 太郎" },
    { student: "9", name: "O'Neil, Bo" },
    { student: "10", name: "" },
    { student: "11", name: "李 明" },
  ];
  const handedIn = [
    submission("7", "鈴木 一郎"), // another's participant
    submission("8", "太郎山田"),
    submission("9", "oneilbo"),
    submission("10", "Ann Lee"),
    submission("12", "李明"),
  ];
  assertEquals(rows(classList(handedIn, roster)), [
    ["7", "田中 花", undefined],
    ["8", "山田 太郎", "8"],
    ["9", "O'Neil, Bo", "9"],
    ["10", "", "10"],
    ["11", "李 明", "12"],
    ["7", "鈴木 一郎", "7"],
  ]);
  // Canvas puts the name of a group before the number of one who is in it.
  const groups = [
    { ...submission("7", "teama"), ofGroup: true as const },
    submission("8", "山田太郎"),
  ];
  assertEquals(rows(classList(groups, roster)).slice(0, 2), [
    ["7", "田中 花", "7"],
    ["8", "山田 太郎", "8"],
  ]);
  const unlisted = finder(classList(groups, []));
  assertEquals(unlisted({ student: "7", name: "田中 花" })?.name, "teama");
  const blind = [submission("7", "参加者"), submission("8", "参加者")];
  assertEquals(rows(classList(blind, roster)).slice(0, 2), [
    ["7", "田中 花", "7"],
    ["8", "山田 太郎", "8"],
  ]);
  const find = finder(classList([], roster));
  assertEquals(find({ student: "7", name: "山田太郎" })?.student, "8");
  assertEquals(find({ student: "7", name: "林", others: ["9"] })?.student, "9");
});

Deno.test("finder() takes the number of a group for nobody's", () => {
  const inGroup = {
    ...{ student: "1", name: "" },
    submission: submission("7", "Team A"),
  };
  const find = finder([{ ...inGroup, group: "known" }]);
  assertEquals(find({ student: "7", name: "" }), undefined);
  assertEquals(find({ student: "1", name: "" })?.student, "1");
  const alone = finder([inGroup]);
  assertEquals(alone({ student: "7", name: "" })?.student, "1");
});

Deno.test("finder() takes a number for its owner's before it takes it for what another is called", () => {
  const file = { path: "" };
  const members = [
    { student: "1", name: "一郎", submission: { student: "4", file } },
    { student: "2", name: "二郎", others: ["3"] },
    { student: "3", name: "三郎" },
    { student: "4", name: "四郎" },
  ];
  const find = finder(members);
  const found = (student: string) => find({ student, name: "" })?.name;
  assertEquals(["1", "2", "3", "4", "5"].map(found), [
    "一郎",
    "二郎",
    "三郎",
    "四郎",
    undefined,
  ]);
});

Deno.test("shardOf() deals every student to one part", () => {
  const members = classList("abcdefg".split("").map((s) => submission(s)), []);
  const parts = [1, 2, 3].map((index) => shardOf(members, { index, count: 3 }));
  assertEquals(
    parts.map((part) => part.map(({ student }) => student).join("")),
    ["adg", "be", "cf"],
  );
});

Deno.test(
  "readRoster() finds number and name by their headings",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const read = (content: string | readonly number[]) =>
      readRoster(folder.file("roster.csv", content));
    const taro = { student: "s1", name: "山田太郎" };
    assertEquals(await read("学籍番号,氏名\ns1,山田太郎\n"), [taro]);
    assertEquals(
      await read("\ufeff氏名,メール,学籍番号\r\n山田太郎,x@y,s1\r\n\r\n"),
      [taro],
    );
    assertEquals(await read('Full name,ID number\n"Lee, Ann",s2\n'), [
      { student: "s2", name: "Lee, Ann" },
    ]);
    assertEquals(await read("s1,山田太郎\ns2,\n"), [taro, {
      student: "s2",
      name: "",
    }]);
    assertEquals(await read("識別子,フルネーム\n参加者1234567,山田太郎\n"), [
      { student: "1234567", name: "山田太郎" },
    ]);
    assertEquals(await read("姓,名,学籍番号\n山田,太郎,s1\n"), [
      { student: "s1", name: "山田 太郎" },
    ]);
    assertEquals(
      await read("First name,Last name,ID number,Groups\nAnn,Lee,s2,\n"),
      [{ student: "s2", name: "Ann Lee" }],
    );
    assertEquals(await read("氏名\n山田太郎\n"), [
      { student: "山田太郎", name: "山田太郎" },
    ]);
    assertEquals(await read('"ID number";"Full name"\ns2;"Lee, Ann"\n'), [
      { student: "s2", name: "Lee, Ann" },
    ]);
    assertEquals(await read("学籍番号\t氏名\ns1\t山田太郎\n"), [taro]);
    for (
      const text of [
        "Matrikelnummer;Name, Vorname\ns2;Lee, Ann\n",
        "Kurs, Gruppe, Semester\n\nMatrikelnummer;Name\ns2;Lee, Ann\n",
        "s2;Lee, Ann\n",
        "s2\tLee, Ann\n",
      ]
    ) {
      const [found] = await read(text);
      assertEquals(found!.student, "s2", text);
    }
    // 氏名 and 山 in Shift_JIS
    const shiftJis = [
      0x8e,
      0x81,
      0x96,
      0xbc,
      44,
      105,
      100,
      10,
      0x8e,
      0x52,
      44,
      115,
      49,
      10,
    ];
    assertEquals(await read(shiftJis), [{ student: "s1", name: "山" }]);
  },
);

Deno.test(
  "readRoster() tells the number of a student from that of a row",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const taro = { student: "s1", name: "山田太郎" };
    const hana = { student: "s2", name: "田中花" };
    for (
      const text of [
        "番号,学籍番号,氏名\n1,s1,山田太郎\n2,s2,田中花\n",
        "No.,学生番号,氏名\n1,s1,山田太郎\n2,s2,田中花\n",
        "出席番号,氏名,ID\n1,山田太郎,s1\n2,田中花,s2\n",
        "1,s1,山田太郎\n2,s2,田中花\n",
        "１,s1,山田太郎\n3,s2,田中花\n", // 2 has left
        "2026年度 名簿\n\n通し番号,学籍番号,学生氏名\n1,s1,山田太郎\n2,s2,田中花\n",
        "Nr.;Matrikelnummer;Name;Vorname\n1;s1;太郎;山田\n2;s2;花;田中\n",
      ]
    ) {
      const path = folder.file("roster.csv", text);
      const found = await readRoster(path);
      assertEquals(
        found.map(({ student, name }) => [student, name.replace(" ", "")]),
        [taro, hana].map(({ student, name }) => [student, name]),
        text,
      );
    }
    const two = folder.file("roster.csv", "1,s1\n2,s2\n");
    assertEquals((await readRoster(two)).map(({ student }) => student), [
      "s1",
      "s2",
    ]);
    for (
      const text of ["7,s1\n3,s2\n", "2024,1\n2025,2\n", "1,山田\n2,田中\n"]
    ) {
      const [first] = await readRoster(folder.file("roster.csv", text));
      assertEquals(first!.student, text.split(",")[0]);
    }
    const only = folder.file("roster.csv", "番号,氏名\n1,山田太郎\n");
    assertEquals(await readRoster(only), [{ ...taro, student: "1" }]);
  },
);

Deno.test(
  "readRoster() reads Canvas's gradebook, and S1 and s1 as one student",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const canvas = folder.file(
      "canvas.csv",
      "Student,ID,SIS User ID,SIS Login ID,Section,Task (7)\n" +
        ",,,,,Manual Posting\n    Points Possible,,,,,10.00\n" +
        '"Lee, Ann",12,sis1,alee,A,\n',
    );
    assertEquals(await readRoster(canvas), [
      { student: "12", name: "Lee, Ann", others: ["sis1", "alee"] },
    ]);
    const twice = folder.file(
      "twice.csv",
      "学籍番号,氏名\nS1,山田\ns1,山田\nＳ１,山田\n",
    );
    assertEquals(await readRoster(twice), [{ student: "S1", name: "山田" }]);
  },
);

Deno.test(
  "readRoster() reads the first sheet of an Excel workbook",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const bytes = workbook({
      "名簿": `<row r="1">${textCell("A1", "2026 年度")}</row>` +
        `<row r="2">${textCell("A2", "学籍番号")}${
          textCell("B2", "氏名")
        }</row>` +
        `<row r="3"><c r="A3"><v>20260001</v></c>${
          textCell("B3", "山田　太郎")
        }</row>` +
        `<row r="4">${textCell("A4", "0042")}${textCell("B4", "鈴木")}</row>`,
      "去年": `<row r="1">${textCell("A1", "s9")}</row>`,
    });
    assertEquals(await readRoster(folder.file("roster.xlsx", [...bytes])), [
      { student: "20260001", name: "山田　太郎" },
      { student: "0042", name: "鈴木" },
    ]);
  },
);

Deno.test(
  "readRoster() loses nobody who has no number, or another's",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const head = "学籍番号,氏名\ns1,山田太郎\n";
    const none = folder.file("none.csv", `${head},田中 実\ns1,山田太郎\n`);
    assertEquals(await readRoster(none), [
      { student: "s1", name: "山田太郎" },
      { student: "田中 実", name: "田中 実" },
    ]);
    const same = folder.file("same.csv", `${head}s1,田中 実\n`);
    const error = await assertRejects(() => readRoster(same), FileError);
    assertEquals(
      error.message,
      `Cannot use ${same}: "s1" stands there with the names "山田太郎", "田中 実", ` +
        "each student needs a number of their own",
    );
  },
);

Deno.test(
  "readRoster() refuses a row whose quotes do not fit",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const text = '学籍番号,氏名\ns1,山田太郎\ns2,"佐藤 "次郎"\ns3,田中 実\n';
    const path = folder.file("roster.csv", text);
    const error = await assertRejects(() => readRoster(path), FileError);
    assertEquals(
      error.message,
      `Cannot read ${path}: the quotes (") on line 3 do not fit, ` +
        'a " inside a field must be doubled, and the field be put in quotes',
    );
  },
);

Deno.test(
  "readRoster() names no option of another script where letters cannot be read",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    // "id\nMüller\n" in windows-1252
    const bytes = [105, 100, 10, 77, 0xfc, 108, 108, 101, 114, 10];
    const path = folder.file("roster.csv", bytes);
    const error = await assertRejects(() => readRoster(path), FileError);
    assertEquals(
      [error.message, error.text.ja],
      [
        `Cannot read ${path}: line 2 is not utf-8, shift_jis, ` +
        "it must be saved again in UTF-8",
        `${path} の文字コードが分かりません：2 行目が utf-8, shift_jis として読めません。` +
        "UTF-8 で保存し直してください。",
      ],
    );
  },
);
