import { assertEquals } from "@std/assert";
import {
  listSubmissions,
  readSubmission,
} from "../../../scripts/grade/submissions.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

/** Writes files below a folder; their folders are made. */
function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const slash = path.lastIndexOf("/");
    Deno.mkdirSync(folder + path.slice(0, Math.max(slash, 0)), {
      recursive: true,
    });
    Deno.writeTextFileSync(folder + path, text);
  }
}

/** Student, name, and the file's path in the folder or why there is none. */
async function listed(folder: string) {
  const root = `${await Deno.realPath(folder)}/`;
  return (await listSubmissions(folder)).map(({ student, name, file }) => [
    student,
    name,
    "path" in file ? file.path.replace(root, "") : file.refusal,
  ]);
}

Deno.test("listSubmissions() takes files", needs("read", "write"), async () => {
  using folder = temporaryFolder();
  write(folder.path, {
    "s02.ts": "",
    "s01.ts": "",
    "山田.ts": "",
    ".DS_Store": "",
    "roster.csv": "",
    "notes.txt": "",
  });
  assertEquals(await listed(folder.path), [
    ["s01", undefined, "s01.ts"],
    ["s02", undefined, "s02.ts"],
    ["山田", undefined, "山田.ts"],
  ]);
});

Deno.test(
  "listSubmissions() takes a folder for each student",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    write(folder.path, {
      "s01/exercises.ts": "",
      "s01/exercises_test.ts": "",
      "s02/mine.ts": "",
      "s02/.mine.ts": "",
      "s03/a.ts": "",
      "s03/b.ts": "",
      "s04/report.docx": "",
      "__MACOSX/s01.ts": "",
    });
    assertEquals(await listed(folder.path), [
      ["s01", undefined, "s01/exercises.ts"],
      ["s02", undefined, "s02/mine.ts"],
      ["s03", undefined, "severalFiles"],
      ["s04", undefined, "noFile"],
    ]);
  },
);

Deno.test(
  "listSubmissions() takes what Moodle hands out, in folders and without",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    write(folder.path, {
      "山田 太郎_1234567_assignsubmission_file_/exercises.ts": "",
      "Ann_Lee_1234568_assignsubmission_file/exercises.ts": "",
      "Bob_1234569_assignsubmission_file_exercises.ts": "",
      "Bob_1234569_assignsubmission_file_old.ts": "",
      // が as macOS writes it
      "か\u3099_1234570_assignsubmission_file_mine.ts": "",
      "Eve_1234571_assignsubmission_onlinetext_/onlinetext.html": "",
      "Kim_1234572_assignsubmission_file_report.docx": "",
      // A file called so as to be another's: its own number comes first.
      "Max_1234573_assignsubmission_file_x_1234569_assignsubmission_file_exercises.ts":
        "",
    });
    assertEquals(await listed(folder.path), [
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
      ["1234571", "Eve", "noFile"],
      ["1234572", "Kim", "noFile"],
      [
        "1234573",
        "Max",
        "Max_1234573_assignsubmission_file_x_1234569_assignsubmission_file_exercises.ts",
      ],
    ]);
  },
);

Deno.test(
  "readSubmission() reads UTF-8 and says what else it found",
  needs("read", "write"),
  () => {
    using folder = temporaryFolder();
    const read = (name: string, content: string | readonly number[]) =>
      readSubmission({ path: folder.file(name, content) });
    assertEquals(read("a.ts", "\ufeff良い"), { source: "良い" });
    assertEquals(read("b.ts", ""), { source: "" });
    assertEquals(read("c.ts", [0x93, 0xfa]), { refusal: "notUtf8" });
    assertEquals(read("d.ts", [65, 0]), { refusal: "noText" });
    assertEquals(read("e.ts", "x".repeat(200_001)), {
      refusal: "tooLong",
    });
    assertEquals(readSubmission({ path: `${folder.path}nothing.ts` }), {
      refusal: "unreadable",
    });
    assertEquals(readSubmission({ path: folder.path }), {
      refusal: "symbolicLink",
    });
    assertEquals(readSubmission({ refusal: "noFile" }), {
      refusal: "noFile",
    });
  },
);
