import { assertEquals } from "@std/assert";
import { classList } from "../../../../scripts/grade/class_list.ts";
import { gradebookIn } from "../../../../scripts/grade/platform/gradebook.ts";
import { moodleName } from "../../../../scripts/grade/platform/names.ts";
import { teamsIn } from "../../../../scripts/grade/platform/teams.ts";
import type { Submission } from "../../../../scripts/grade/submissions.ts";
import { temporaryFolder } from "../../../_support/files.ts";
import { needs } from "../../../_support/permission.ts";
import { zipOf } from "../../../_support/zip.ts";
import { grade, tablesIn } from "../grading.ts";
import { readZip } from "../../../../scripts/zip/read_zip.ts";

/** What Moodle hands out in folders of these names. */
function handedOut(...folders: readonly string[]): Submission[] {
  return folders.map((folder) => {
    const { student, name } = moodleName(`${folder}_assignsubmission_file`)!;
    return { student, name, file: { path: folder } };
  });
}

/** A worksheet of people: number, name, group. */
function worksheet(
  people: readonly (readonly [number, string, string])[],
  identifier = "Participant ",
  headings = "Identifier,Full name,Status,Group,Grade,Maximum grade",
): string {
  const rows = people.map(([number, name, group]) =>
    `${identifier}${number},"${name}",Submitted,"${group}",,50.00`
  );
  return [headings, ...rows, ""].join("\r\n");
}

/** What each handed in, and what is nobody's. */
function found(csv: string, submissions: readonly Submission[]) {
  const gradebook = gradebookIn(csv, "w.csv");
  const listed = gradebook.rows.map(({ listed }) => listed);
  const teams = teamsIn(gradebook, submissions);
  return classList(submissions, listed, teams).map(({ student, submission }) =>
    [student, submission?.name] as const
  );
}

const people = [
  [7, "Zed Seven", "Team B"],
  [11, "Ann Lee", "Team A"],
  [12, "山田 太郎", "Team A"],
  [13, "Bob Ray", "R&D: x_1"],
  [14, "Kim", "Default group"],
] as const;

Deno.test("teamsIn() gives each of a group what it handed in, whatever number it has", () => {
  const submissions = handedOut(
    "Team A_7", // Zed's number
    "Ramp;D x 1_8", // as a page has it, then as a file may be called
    "Default group",
    "Team Z_13", // Bob's number, and no group that is there
  );
  for (
    const csv of [
      worksheet(people),
      worksheet(people, "参加者", "ID,姓名,ステータス,グループ,評定,最大評点"),
      worksheet(people, "Osallistuja ", "A,B,C,D,E,F"),
    ]
  ) {
    assertEquals(found(csv, submissions), [
      ["7", undefined],
      ["11", "Team A"],
      ["12", "Team A"],
      ["13", "Ramp;D x 1"],
      ["14", "Default group"],
      ["13", "Team Z"],
    ]);
  }
});

Deno.test("teamsIn() knows a group that is called as one of its members", () => {
  const csv = worksheet([[1, "Ann", "Ann"], [2, "Bob", "Ann"], [
    3,
    "Cy",
    "Bob",
  ]]);
  assertEquals(found(csv, handedOut("Ann_7", "Bob_8")), [
    ["1", "Ann"],
    ["2", "Ann"],
    ["3", "Bob"],
  ]);
});

Deno.test("teamsIn() leaves alone what is a single student's", () => {
  const csv = worksheet(people);
  // In another order of names, and with the group before, as it was once.
  const submissions = handedOut(
    "Team B-Zed Seven_7",
    "Lee Ann_11",
    "太郎 山田_12",
  );
  assertEquals(found(csv, submissions), [
    ["7", "Team B-Zed Seven"],
    ["11", "Lee Ann"],
    ["12", "太郎 山田"],
    ["13", undefined],
    ["14", undefined],
  ]);
  // blind, in a language that has another word in the worksheet
  assertEquals(found(csv, handedOut("Teilnehmer_7", "Teilnehmer_14")), [
    ["7", "Teilnehmer"],
    ["11", undefined],
    ["12", undefined],
    ["13", undefined],
    ["14", "Teilnehmer"],
  ]);
});

Deno.test("teamsIn() does not guess between groups of one name in files", () => {
  const csv = worksheet([[1, "Ann", "a:b"], [2, "Bob", "a b"], [
    3,
    "Kim",
    "c",
  ]]);
  assertEquals(found(csv, handedOut("ab_1", "c_2")), [
    ["1", undefined],
    ["2", undefined],
    ["3", "c"],
    ["1", "ab"],
  ]);
});

Deno.test(
  "a group's mark and feedback go to all who are in it, and it is graded once",
  needs("read", "write", "run"),
  async () => {
    using folder = temporaryFolder();
    const csv = worksheet(people);
    const content =
      'import { add, matmul, type Matrix } from "kobai";\nexport function ' +
      "forward(x: Matrix, W: Matrix, b: Matrix) {\n  return add(matmul(x, W), b);\n}\n";
    const submissions = folder.file("class.zip", [...zipOf([
      { name: "Team A_7_assignsubmission_file/exercises.ts", content },
      { name: "Team Z_8_assignsubmission_file/exercises.ts", content },
    ])]);
    const roster = folder.file(
      "roster.csv",
      "番号,氏名\ns1,Ann Lee\ns2,山田太郎\n",
    );
    const out = `${folder.path}out`;
    const run = async (...more: string[]) => {
      const { code, stderr } = await grade(
        ...[submissions, "--out", out, "--types", "none", "--lang", "en"],
        ...["--gradebook", folder.file("w.csv", csv), ...more],
      );
      assertEquals(code, 0, stderr);
      return stderr;
    };
    const stderr = await run();
    assertEquals(
      stderr.split("\n").find((line) => line.startsWith("Nobody knows")),
      `Nobody knows whose these are, because ${folder.path}w.csv has no ` +
        "student of such a number and name and no group of such a name, " +
        "1 in all: 8 Team Z",
    );
    const records = Deno.readTextFileSync(`${out}/results.jsonl`);
    assertEquals(records.trim().split("\n").length, 2);
    assertEquals(
      Deno.readTextFileSync(`${out}/gradebook.csv`),
      csv.replaceAll('"Team A",,', '"Team A",5,'),
    );
    const { "grades.csv": grades } = tablesIn(out);
    const points = grades!.trim().split("\r\n").slice(1).map((line) => {
      const cells = line.split(",");
      return [cells[0], cells[1], cells[11]];
    });
    assertEquals(points, [
      ["7", "Zed Seven", "0"],
      ["11", "Ann Lee", "10"],
      ["12", "山田 太郎", "10"],
      ["13", "Bob Ray", "0"],
      ["14", "Kim", "0"],
      ["8", "Team Z", "10"],
    ]);
    const zip = readZip(Deno.readFileSync(`${out}/feedback.zip`));
    const decoder = new TextDecoder();
    assertEquals(
      zip.map(({ name, content }) => [
        name,
        /<h1>Feedback for (.*)<\/h1>/.exec(decoder.decode(content))![1],
      ]),
      [
        ["Ann Lee_11_assignsubmission_file_feedback.html", "11 Ann Lee"],
        ["山田 太郎_12_assignsubmission_file_feedback.html", "12 山田 太郎"],
      ],
    );
    // Hand-ins are alike where there are two, and a group has one.
    const { "class.html": page } = tablesIn(out);
    assertEquals(page!.includes("11 Ann Lee · 8 Team Z"), true);
    await run("--resume", "--roster", roster);
    assertEquals(
      Deno.readTextFileSync(`${out}/gradebook.csv`),
      csv.replaceAll('"Team A",,', '"Team A",5,'),
    );
  },
);
