import { assertEquals, assertRejects } from "@std/assert";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { inArchive, opened } from "../../../scripts/grade/platform/entry.ts";
import {
  type HandedOut,
  handedOut,
  listSubmissions,
} from "../../../scripts/grade/submissions.ts";
import { readSubmission } from "../../../scripts/grade/submitted_file.ts";
import { listZip } from "../../../scripts/zip/read_zip.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { type Packed, zipOf } from "../../_support/zip.ts";

/** What is made of an archive that has files of these names and contents. */
function packed(files: Readonly<Record<string, string>>): HandedOut {
  return unpacked(
    Object.entries(files).map(([name, content]) => ({ name, content })),
  );
}

function unpacked(files: readonly Packed[]): HandedOut {
  return handedOut(opened(inArchive("z.zip", listZip(zipOf(files)))));
}

/** Student, name, and the file's place or why there is none. */
function rows({ submissions }: HandedOut) {
  return submissions.map(({ student, name, file }) => [
    student,
    name,
    "path" in file ? file.path.replace("z.zip/", "") : file.refusal,
  ]);
}

/** What was passed over, with the reason in English. */
function others({ passedOver }: HandedOut) {
  return Object.fromEntries(
    passedOver.map(({ place, why }) => [place, why.en]),
  );
}

const notAnybodys = "no program (.ts), and its name does not tell whose it is";
const another = "another file of the same student is graded";
const aCopy = "the same as the file that is graded";
const noProgram = "no program (.ts)";
const notOpened =
  "an archive that is not opened: no ZIP, too large, damaged, or in another one";
const several =
  "There are several .ts files that differ; hand in one, called exercises.ts.";

Deno.test("handedOut() takes files, and names what is nobody's", () => {
  const found = packed({
    "s02.ts": "",
    "S01.TS": "",
    "s03.ts.txt": "",
    "s04.js": "",
    "山田.ts": "",
    ".DS_Store": "",
    ".s05.ts": "",
    "roster.csv": "",
  });
  assertEquals(rows(found), [
    ["S01", undefined, "S01.TS"],
    ["s02", undefined, "s02.ts"],
    ["s03", undefined, "s03.ts.txt"],
    ["s04", undefined, "s04.js"],
    ["山田", undefined, "山田.ts"],
  ]);
  assertEquals(others(found), {
    ".s05.ts": notAnybodys,
    "roster.csv": notAnybodys,
  });
});

Deno.test("handedOut() takes s99 and S99, in any width, for one student", () => {
  const found = packed({
    "S99.ts": "a",
    "s99 (1).ts": "a",
    "ｓ９９.ts": "a",
    "S1.ts": "a",
    "s1.ts": "b",
  });
  assertEquals(rows(found), [
    ["S1", undefined, "severalFiles"],
    ["S99", undefined, "S99.ts"],
  ]);
  assertEquals(others(found), {
    "S1.ts": several,
    "s1.ts": several,
    "s99 (1).ts": aCopy,
    "ｓ９９.ts": aCopy,
  });
});

Deno.test("handedOut() takes a folder for each student", () => {
  const found = packed({
    "s01/exercises.ts": "",
    "s01/exercises_test.ts": "",
    "s01/kobai.ts": "",
    "s02/mine.ts": "",
    "s02/.mine.ts": "",
    "s03/a.ts": "a",
    "s03/b.ts": "b",
    "s04/report.docx": "",
    "s05/": "",
    "s06/deep/er/exercises.ts": "",
    "s07/exercises - コピー.ts": "",
    "s07/old.ts": "",
    "s08/exercises.ts": "same",
    "s08/exercises (1).ts": "same",
    "s09/exercises.ts": "old",
    "s09/exercises-1.ts": "new",
    "s10/exercises.ts.txt": "",
    "s10/exercises.js": "",
    "__MACOSX/s01/._exercises.ts": "",
  });
  assertEquals(rows(found), [
    ["s01", undefined, "s01/exercises.ts"],
    ["s02", undefined, "s02/mine.ts"],
    ["s03", undefined, "severalFiles"],
    ["s04", undefined, "noFile"],
    ["s05", undefined, "noFile"],
    ["s06", undefined, "s06/deep/er/exercises.ts"],
    ["s07", undefined, "s07/exercises - コピー.ts"],
    ["s08", undefined, "s08/exercises (1).ts"],
    ["s09", undefined, "severalFiles"],
    ["s10", undefined, "s10/exercises.ts.txt"],
  ]);
  assertEquals(others(found), {
    "s02/.mine.ts": "hidden, because its name begins with a dot",
    "s03/a.ts": several,
    "s03/b.ts": several,
    "s04/report.docx": noProgram,
    "s07/old.ts": another,
    "s08/exercises.ts": aCopy,
    "s09/exercises.ts": several,
    "s09/exercises-1.ts": several,
    "s10/exercises.js": another,
  });
});

Deno.test("handedOut() takes what Moodle hands out, in folders and without", () => {
  const found = packed({
    "山田 太郎_1234567_assignsubmission_file_/exercises.ts": "",
    "Ann_Lee_1234568_assignsubmission_file/exercises.ts": "",
    "Bob_1234569_assignsubmission_file_exercises.ts": "",
    "Bob_1234569_assignsubmission_file_old.ts": "",
    // が as macOS writes it
    "か\u3099_1234570_assignsubmission_file_mine.ts": "",
    "Eve_1234571_assignsubmission_onlinetext/onlinetext.html": "<p>1</p>",
    "Kim_1234572_assignsubmission_file_report.docx": "",
    // A file called so as to be another's: its own number comes first.
    "Max_1234573_assignsubmission_file_x_1234569_assignsubmission_file_exercises.ts":
      "",
    "Sue_1234574_assignsubmission_file/exercises.ts": "",
    "Sue_1234574_assignsubmission_onlinetext/onlinetext.html": "a note",
    // as Moodle calls it in Czech
    "Tom_1234575_assignsubmission_onlinetext/Online text": "<p>1</p>",
    "Una_1234576_assignsubmission_onlinetext_Online text": "<p>1</p>",
    "Una_1234576_assignsubmission_onlinetext_picture.png": "",
  });
  assertEquals(rows(found), [
    [
      "1234567",
      "山田 太郎",
      "山田 太郎_1234567_assignsubmission_file_/exercises.ts",
    ],
    [
      "1234568",
      "Ann_Lee",
      "Ann_Lee_1234568_assignsubmission_file/exercises.ts",
    ],
    ["1234569", "Bob", "Bob_1234569_assignsubmission_file_exercises.ts"],
    ["1234570", "が", "か\u3099_1234570_assignsubmission_file_mine.ts"],
    [
      "1234571",
      "Eve",
      "Eve_1234571_assignsubmission_onlinetext/onlinetext.html",
    ],
    ["1234572", "Kim", "noFile"],
    [
      "1234573",
      "Max",
      "Max_1234573_assignsubmission_file_x_1234569_assignsubmission_file_exercises.ts",
    ],
    ["1234574", "Sue", "Sue_1234574_assignsubmission_file/exercises.ts"],
    ["1234575", "Tom", "Tom_1234575_assignsubmission_onlinetext/Online text"],
    ["1234576", "Una", "Una_1234576_assignsubmission_onlinetext_Online text"],
  ]);
  assertEquals(readSubmission(found.submissions.at(-1)!.file), {
    source: "1\n",
  });
  assertEquals(others(found), {
    "Bob_1234569_assignsubmission_file_old.ts": another,
    "Kim_1234572_assignsubmission_file_report.docx": noProgram,
    "Sue_1234574_assignsubmission_onlinetext/onlinetext.html": another,
    "Una_1234576_assignsubmission_onlinetext_picture.png": noProgram,
  });
  assertEquals(
    found.submissions.slice(0, 2).map(({ answer }) => answer),
    [
      "山田 太郎_1234567_assignsubmission_file_",
      "Ann Lee_1234568_assignsubmission_file_",
    ],
  );
});

Deno.test("handedOut() reads what Python's zipfile streams, as Moodle does", () => {
  // Python 3.11.2, flags 0x808 and 0x8: sizes follow each file
  const bytes = Uint8Array.fromBase64(
    "UEsDBBQACAgIAABIwVgAAAAAAAAAAAAAAAA4AAAA5bGx55SwIOWkqumDjl8xMjM0NTY3X2Fzc2lnbnN1Ym1pc3Npb25fZmlsZS9leGVyY2lzZXMudHPT11d4unHj8ykbuABQSwcIwFnp4QwAAAAKAAAAUEsDBBQACAAIAABIwVgAAAAAAAAAAAAAAAA3AAAAQW5uIExlZV8xMjM0NTY4X2Fzc2lnbnN1Ym1pc3Npb25fZmlsZS93b3JrL2V4ZXJjaXNlcy50c9PXV/BJTeUCAFBLBwheliP0CQAAAAcAAABQSwMEFAAIAAgAAEjBWAAAAAAAAAAAAAAAADcAAABFdmVfMTIzNDU2OV9hc3NpZ25zdWJtaXNzaW9uX29ubGluZXRleHQvb25saW5ldGV4dC5odG1ss1F08XcOiQxwVcgoyc2xs4GSqYkpdja5qSWJCskZiUXFqSW2SqEhbroWSnY2+hDJpPyUSjubAjt9fQXXslSbpCI7QwW1nBJrBSMb/QKgKoi8Ptg8AFBLBwisC5pbVQAAAGUAAABQSwECFAMUAAgICAAASMFYwFnp4QwAAAAKAAAAOAAAAAAAAAAAAAAAgAEAAAAA5bGx55SwIOWkqumDjl8xMjM0NTY3X2Fzc2lnbnN1Ym1pc3Npb25fZmlsZS9leGVyY2lzZXMudHNQSwECFAMUAAgACAAASMFYXpYj9AkAAAAHAAAANwAAAAAAAAAAAAAAgAFyAAAAQW5uIExlZV8xMjM0NTY4X2Fzc2lnbnN1Ym1pc3Npb25fZmlsZS93b3JrL2V4ZXJjaXNlcy50c1BLAQIUAxQACAAIAABIwVisC5pbVQAAAGUAAAA3AAAAAAAAAAAAAACAAeAAAABFdmVfMTIzNDU2OV9hc3NpZ25zdWJtaXNzaW9uX29ubGluZXRleHQvb25saW5ldGV4dC5odG1sUEsFBgAAAAADAAMAMAEAAJoBAAAAAA==",
  );
  const found = handedOut(inArchive("z.zip", listZip(bytes)));
  assertEquals(
    found.submissions.map(({ student, name, file }) => [
      student,
      name,
      readSubmission(file),
    ]),
    [
      ["1234567", "山田 太郎", { source: "// 山田\n" }],
      ["1234568", "Ann Lee", { source: "// Lee\n" }],
      ["1234569", "Eve", { source: "// Eve\n1 < 2\n" }],
    ],
  );
});

Deno.test("handedOut() answers to the file that is graded, if there is one", () => {
  const { submissions } = packed({
    "leeann_12_33_cases.json": "",
    "leeann_12_34_exercises.ts": "",
    "leeann_12_35_old.ts": "",
    "kim_13_36_a.docx": "",
    "kim_13_37_b.docx": "",
    "stray.ts": "",
  });
  assertEquals(submissions.map(({ student, answer }) => [student, answer]), [
    ["12", "leeann_12_34_"],
    ["13", "kim_13_36_"],
    ["stray", undefined],
  ]);
});

Deno.test("handedOut() takes what Canvas hands out, if most of it looks so", () => {
  const canvas = {
    "leeann_12_34_exercises.ts": "",
    "yamadataro_LATE_13_35_exercises-1.ts": "",
    "anon_aB3xY_36_exercises.ts": "",
    "LATE_anon_c4D5e_39_exercises.ts": "",
    "LATE_anon_12345_text.html": "",
    "kim_14_text.html": "<p>1</p>",
    "max_15_link.html": "<a href='x'>x</a>",
    "sue_LATE_16_37_exercises.ts": "old",
    "sue_LATE_16_38_exercises-1.ts": "new",
    "grades.csv": "",
  };
  const found = packed(canvas);
  assertEquals(rows(found), [
    ["12", "leeann", "leeann_12_34_exercises.ts"],
    ["12345", "", "LATE_anon_12345_text.html"],
    ["13", "yamadataro", "yamadataro_LATE_13_35_exercises-1.ts"],
    ["14", "kim", "kim_14_text.html"],
    ["15", "max", "noFile"],
    ["16", "sue", "severalFiles"],
    ["aB3xY", "", "anon_aB3xY_36_exercises.ts"],
    ["c4D5e", "", "LATE_anon_c4D5e_39_exercises.ts"],
  ]);
  assertEquals(
    found.submissions.map(({ answer }) => answer),
    [
      "leeann_12_34_",
      undefined,
      "yamadataro_13_35_",
      undefined,
      undefined,
      "sue_16_37_",
      "anon_aB3xY_36_",
      "anon_c4D5e_39_",
    ],
  );
  const plain = packed({ "s_2024_1_a.ts": "", "s02.ts": "" });
  assertEquals(plain.submissions.map(({ student }) => student), [
    "s02",
    "s_2024_1_a",
  ]);
});

Deno.test("handedOut() loses nobody whose files are hidden or a system's", () => {
  const found = packed({
    "s01/.exercises.js": "",
    "s02/.exercises.ts.txt": "",
    "s03/.DS_Store": "",
    "s04/exercises.ts": "",
    "s04/.vscode/x.ts": "",
    "s04/.git/hooks/x.ts": "",
    "s04/node_modules/x/x.ts": "",
    "s05/.work/mine.ts": "",
    "s06/Thumbs.db": "",
    "Ann_7_assignsubmission_file/.DS_Store": "",
    "__MACOSX/s08/._exercises.ts": "",
  });
  assertEquals(rows(found).map(([student, , file]) => [student, file]), [
    ["7", "noFile"],
    ["s01", "noFile"],
    ["s02", "noFile"],
    ["s03", "noFile"],
    ["s04", "s04/exercises.ts"],
    ["s05", "s05/.work/mine.ts"],
    ["s06", "noFile"],
  ]);
  const hidden = "hidden, because its name begins with a dot";
  assertEquals(others(found), {
    "s01/.exercises.js": hidden,
    "s02/.exercises.ts.txt": hidden,
    "s04/.vscode/x.ts": hidden,
  });
});

Deno.test("handedOut() names tests of a student's own, and not the kit's", () => {
  const found = packed({
    "s01/mine/exercises.ts": "",
    "s01/mine/exercises_test.ts": "",
    "s01/mine/kobai.ts": "",
    "s01/mine/mine_test.ts": "",
  });
  assertEquals(rows(found), [["s01", undefined, "s01/mine/exercises.ts"]]);
  assertEquals(others(found), { "s01/mine/mine_test.ts": another });
});

Deno.test("handedOut() knows what Finder calls a copy in Japan", () => {
  const found = packed({
    "s01/exercises のコピー.ts": "",
    "s01/old.ts": "",
    "s02/exercisesのコピー 2.ts": "",
    "s02/old.ts": "",
    "s03 のコピー.ts": "",
  });
  assertEquals(rows(found), [
    ["s01", undefined, "s01/exercises のコピー.ts"],
    ["s02", undefined, "s02/exercisesのコピー 2.ts"],
    ["s03", undefined, "s03 のコピー.ts"],
  ]);
});

Deno.test("handedOut() looks into folders that were packed around a class", () => {
  const students = (files: Readonly<Record<string, string>>) =>
    packed(files).submissions.map(({ student }) => student);
  const moodle = "Bob_1234569_assignsubmission_file/exercises.ts";
  assertEquals(students({ [`a/b/${moodle}`]: "", "a/.DS_Store": "" }), [
    "1234569",
  ]);
  const zip = zipOf([{ name: moodle }]);
  assertEquals(
    unpacked([{ name: "a/submissions.zip", content: zip }]).submissions[0]
      ?.student,
    "1234569",
  );
  assertEquals(students({ "class/s01.ts": "1", "class/s02.ts": "2" }), [
    "s01",
    "s02",
  ]);
  const same = { "class/s01/exercises.ts": "", "class/s02/exercises.ts": "" };
  assertEquals(students({ ...same, "class/.DS_Store": "" }), ["s01", "s02"]);
  assertEquals(students({ "a/b/s01/x.ts": "", "a/b/s02/x.ts": "" }), [
    "s01",
    "s02",
  ]);
  // One student is no class.
  for (
    const files of [
      { "s01/exercises.ts": "1", "s01/old.ts": "2" },
      { "s01/exercises (1).ts": "1", "s01/exercises.ts": "2" },
      { "s01/mine.ts": "", "s01/mine_test.ts": "", "s01/kobai.ts": "" },
    ]
  ) {
    assertEquals(students(files), ["s01"]);
  }
});

Deno.test("handedOut() looks into a folder that was packed around a platform's", () => {
  const found = packed({
    "class/Bob_1234569_assignsubmission_file/exercises.ts": "",
    "class/Kim_1234572_assignsubmission_file/exercises.ts": "",
  });
  assertEquals(found.submissions.map(({ student }) => student), [
    "1234569",
    "1234572",
  ]);
});

Deno.test("handedOut() looks into what students packed themselves, once", () => {
  const mine = zipOf([
    { name: "work/exercises.ts", content: "mine" },
    { name: "../../s03.ts", content: "another's" },
    { name: "deeper.zip", content: zipOf([{ name: "exercises.ts" }]) },
  ]);
  const found = unpacked([
    { name: "s01.zip", content: mine },
    { name: "s02/mine.ZIP", content: mine },
    { name: "s03/exercises.ts", content: "own" },
    { name: "s04/damaged.zip", content: "PK" },
    { name: "s05/bomb.zip", content: "x".repeat(3_000_000) },
    { name: "s06/work.rar", content: "Rar!" },
  ]);
  assertEquals(
    found.submissions.map(({ student, file }) => [
      student,
      readSubmission(file),
    ]),
    [
      ["s01", { source: "mine" }],
      ["s02", { source: "mine" }],
      ["s03", { source: "own" }],
      ["s04", { refusal: "noFile" }],
      ["s05", { refusal: "noFile" }],
      ["s06", { refusal: "noFile" }],
    ],
  );
  const outside =
    "Its name leads out of the archive, so that it is not opened.";
  assertEquals(others(found), {
    "s01/../../s03.ts": outside,
    "s01/deeper.zip": notOpened,
    "s02/mine/../../s03.ts": outside,
    "s02/mine/deeper.zip": notOpened,
    "s04/damaged.zip": notOpened,
    "s05/bomb.zip": notOpened,
    "s06/work.rar": notOpened,
  });
  const canvas = unpacked([
    { name: "leeann_12_34_work.zip", content: mine },
    { name: "kim_13_35_exercises.ts", content: "" },
  ]);
  assertEquals(
    canvas.submissions.map(({ student, answer }) => [student, answer]),
    [["12", "leeann_12_34_"], ["13", "kim_13_35_"]],
  );
});

Deno.test("handedOut() opens nothing that leads out of an archive, lies or is large", () => {
  const found = unpacked([
    { name: "../s01.ts", content: "" },
    { name: "/etc/s02.ts", content: "" },
    { name: "C:\\s03.ts", content: "" },
    { name: "../notes.txt", content: "" },
    { name: "s04/..", content: "" },
    { name: "s04\\exercises.ts", content: "read" },
    { name: "./s09/./exercises.ts", content: "in s09" },
    { name: "s05.ts", content: "/etc/passwd", mode: 0o120777 },
    { name: "s06.ts", content: "x".repeat(1_000_000), said: 10 },
    { name: "s07.ts", content: "x".repeat(1_000_000) },
    { name: "s08.ts", content: "", flags: 1 },
  ]);
  assertEquals(Object.keys(others(found)), [
    "../notes.txt",
    "../s01.ts",
    "/etc/s02.ts",
    "C:/s03.ts",
    "s04/..",
  ]);
  assertEquals(
    found.submissions.map(({ student, file }) => [
      student,
      readSubmission(file),
    ]),
    [
      ["s04", { source: "read" }],
      ["s05", { refusal: "symbolicLink" }],
      ["s06", { refusal: "notUnpacked" }],
      ["s07", { refusal: "tooLong" }],
      ["s08", { refusal: "notUnpacked" }],
      ["s09", { source: "in s09" }],
    ],
  );
});

Deno.test(
  "listSubmissions() finds the same in a folder as in an archive",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const files = {
      "s01.ts": "one",
      "s02/exercises.ts": "two",
      "s02/deep/1/2/3/4/5/6/7/8/9/notes.txt": "",
      "s02/.work/mine.ts": "",
      "s03/": "",
    };
    for (const inside of ["deep/1/2/3/4/5/6/7/8/9", ".work"]) {
      Deno.mkdirSync(`${folder.path}class/s02/${inside}`, { recursive: true });
    }
    Deno.mkdirSync(`${folder.path}class/s03`);
    for (const [name, text] of Object.entries(files)) {
      if (!name.endsWith("/")) folder.file(`class/${name}`, text);
    }
    const zip = folder.file("class.zip", [
      ...zipOf(
        Object.entries(files).map(([name, content]) => ({ name, content })),
      ),
    ]);
    const read = async (path: string) => {
      const { submissions, passedOver } = await listSubmissions(path);
      return [
        submissions.map(({ student, file }) => [student, readSubmission(file)]),
        passedOver.map(({ place }) => place),
      ];
    };
    assertEquals(await read(zip), [
      [
        ["s01", { source: "one" }],
        ["s02", { source: "two" }],
        ["s03", { refusal: "noFile" }],
      ],
      ["s02/.work/mine.ts", "s02/deep/1/2/3/4/5/6/7/8/9/notes.txt"],
    ]);
    assertEquals(await read(`${folder.path}class`), await read(zip));
    const text = folder.file("class.txt", "no archive");
    await assertRejects(() => listSubmissions(text), UsageError, "ZIP");
    await assertRejects(
      () => listSubmissions(`${folder.path}nothing`),
      UsageError,
      "There is no folder or archive",
    );
  },
);
