import { assertEquals } from "@std/assert";
import type { Language } from "../../../../scripts/cli/message.ts";
import { classList } from "../../../../scripts/grade/class_list.ts";
import { readRequest } from "../../../../scripts/grade/command.ts";
import {
  type Gradebook,
  gradebookIn,
} from "../../../../scripts/grade/platform/gradebook.ts";
import { writeForPlatform } from "../../../../scripts/grade/platform/write_for_platform.ts";
import { readZip } from "../../../../scripts/zip/read_zip.ts";
import { temporaryFolder } from "../../../_support/files.ts";
import { needs } from "../../../_support/permission.ts";

const worksheet = "Identifier,Full name,Status,Grade,Maximum grade,Changes\n" +
  "Participant 1,山田 太郎,,,50.00,Yes\n" +
  "Participant 2,Ann Lee,,20.00,50.00,Yes\n" +
  "Participant 3,Kim,,,50.00,Yes\n";

const file = { path: "" };
const handedIn = [
  { student: "1", file, answer: "山田 太郎_1_assignsubmission_file_" },
  { student: "2", file, answer: "Ann Lee_2_assignsubmission_file_" },
  { student: "9", name: "Max", file, answer: "Max_9_assignsubmission_file_" },
];

/** What is written and told of three who are graded, with 80 points each. */
async function written(gradebook: Gradebook | undefined, language: Language) {
  using folder = temporaryFolder();
  const request = readRequest(["in", "--out", folder.path]);
  if ("help" in request) throw new Error("no request");
  const listed = gradebook?.rows.map(({ listed }) => listed) ?? [];
  const members = classList(handedIn, listed);
  const graded = members.filter(({ submission }) => submission);
  const told = await writeForPlatform(gradebook, members, {
    most: 100,
    pointsOf: (member) => graded.includes(member) ? 80 : undefined,
    pages: new Map(graded.map((one) => [one, one.student])),
  }, request);
  const names = folder.names();
  const read = (name: string) => Deno.readFileSync(folder.path + name);
  const text = new TextDecoder();
  return {
    told: told.map((text) => text[language].replaceAll(folder.path, "")),
    marks: names.includes("gradebook.csv")
      ? text.decode(read("gradebook.csv"))
      : undefined,
    feedback: names.includes("feedback.zip")
      ? readZip(read("feedback.zip")).map(({ name, content }) => [
        name,
        text.decode(content),
      ])
      : [],
  };
}

Deno.test(
  "writeForPlatform() fills in marks, and gives feedback to whom the worksheet knows",
  needs("read", "write"),
  async () => {
    const gradebook = gradebookIn(worksheet, "w.csv");
    assertEquals(await written(gradebook, "en"), {
      told: [
        "/gradebook.csv has the marks of 1 student, and all else of w.csv.",
        "Marks of 100 were scaled to the 50 of w.csv.",
        "Other marks stand there already and are kept (--replace-marks changes them), 1 in all: 2 Ann Lee",
        "Left empty, because there is no mark, 1 in all: 3 Kim",
        "Not in w.csv, so that their marks are not there, 1 in all: 9 Max",
        "/feedback.zip can be uploaded as it is, with the feedback of 2 students.",
        "It lacks the feedback of those to whom the platform cannot give one (nobody knows their number, or no file was handed in), 1 in all: 9 Max",
      ].map((text) => text.replace(/^\//, "")),
      marks: worksheet.replace("太郎,,,", "太郎,,40,"),
      feedback: [
        ["山田 太郎_1_assignsubmission_file_feedback.html", "1"],
        ["Ann Lee_2_assignsubmission_file_feedback.html", "2"],
      ],
    });
    const { told } = await written(gradebook, "ja");
    assertEquals(
      told[0],
      "gradebook.csv に点数を書き込みました（1 人。もとの表：w.csv）。",
    );
  },
);

Deno.test(
  "writeForPlatform() says where marks are not scaled, because nothing says to what",
  needs("read", "write"),
  async () => {
    const canvas = "Student,ID,SIS Login ID,Section,Task (7)\n" +
      "    Points Possible,,,,\nLee,1,lee,A,\n";
    const { told, marks } = await written(gradebookIn(canvas, "c.csv"), "en");
    assertEquals(marks, canvas.replace("lee,A,", "lee,A,80"));
    assertEquals(
      told[1],
      "c.csv does not say how many points there are, so that marks are of 100.",
    );
  },
);

Deno.test(
  "writeForPlatform() gives feedback by the names of what was handed out, if there is no table",
  needs("read", "write"),
  async () => {
    const { told, marks, feedback } = await written(undefined, "en");
    assertEquals([told.length, marks], [1, undefined]);
    assertEquals(feedback.map(([name]) => name), [
      "山田 太郎_1_assignsubmission_file_feedback.html",
      "Ann Lee_2_assignsubmission_file_feedback.html",
      "Max_9_assignsubmission_file_feedback.html",
    ]);
  },
);
