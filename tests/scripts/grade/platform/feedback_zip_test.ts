import { assertEquals } from "@std/assert";
import {
  feedbackName,
  feedbackZip,
} from "../../../../scripts/grade/platform/feedback_zip.ts";
import {
  canvasName,
  moodleName,
} from "../../../../scripts/grade/platform/names.ts";
import { readZip } from "../../../../scripts/zip/read_zip.ts";

/**
 * Whom Moodle gives a file to, as mod/assign/feedback/file/importziplib.php
 * reads its name, and what it calls the file.
 */
function readByMoodle(name: string): [participant: number, file: string] {
  const [, participant, type, plugin] = name.split("_");
  assertEquals(/\n/.test(name), false);
  assertEquals([type, plugin], ["assignsubmission", "file"], name);
  return [Number(participant), name.split("_").slice(4).join("_")];
}

const file = { path: "" };
const mark = { text: "", start: 0, end: 0 };

Deno.test("feedbackName() gives Moodle a name that it takes back", () => {
  for (
    const folder of [
      "山田 太郎_1234567_assignsubmission_file",
      "Ann_B_Lee_1234567_assignsubmission_file_",
      "two\nlines_1234567_assignsubmission_file",
    ]
  ) {
    const { student, name, answer } = moodleName(folder)!;
    const submission = { student, name, file, answer: answer! };
    const member = { student, name, submission };
    assertEquals(readByMoodle(feedbackName(member, undefined)!), [
      1234567,
      "feedback.html",
    ]);
  }
  for (const name of [".ninja", "~ Tilde", "..."]) {
    const folder = `${name}_7_assignsubmission_file`;
    const { student, answer } = moodleName(folder)!;
    const member = {
      student,
      name,
      submission: { student, file, answer: answer! },
    };
    const row = { listed: { student, name }, mark, before: [] };
    for (const given of [undefined, row]) {
      const found = feedbackName(member, given)!;
      assertEquals(/^[.~]/.test(found), false, found); // hidden, so dropped
      assertEquals(readByMoodle(found), [7, "feedback.html"]);
    }
  }
  // The worksheet knows the number of a person, also of one in a team.
  const team = {
    student: "7",
    file,
    answer: "Team A_7_assignsubmission_file_",
  };
  const member = { student: "7", name: "", submission: team };
  const listed = { student: "1234568", name: "A_B/../C" };
  const found = feedbackName(member, { listed, mark, before: [] })!;
  assertEquals(readByMoodle(found), [1234568, "feedback.html"]);
  assertEquals(found.includes("/"), false);
  assertEquals(feedbackName(member, null), undefined);
});

/**
 * Whose file it is for Canvas, and which, as app/models/abstract_assignment.rb
 * reads its name.
 */
function readByCanvas(name: string): (string | undefined)[] {
  const pieces = name.split("_").filter((piece) => piece !== "LATE");
  return pieces[0] === "anon"
    ? pieces.slice(1, 3)
    : pieces.filter((piece) => /^\d+$/.test(piece)).slice(0, 2);
}

Deno.test("canvasName() knows by the gradebook which number is the student's", () => {
  const students = new Set(["12", "41"]);
  for (
    const [written, name, student, rest, answer] of [
      ["team_2_12_34_a.ts", "team_2", "12", "a.ts", "team2_12_34_"],
      ["team_2_LATE_12_34_5_a.ts", "team_2", "12", "5_a.ts", "team2_12_34_"],
      ["lee_12_34_5_a.ts", "lee", "12", "5_a.ts", "lee_12_34_"],
      // 9 is not in it, and numbers of a student's own file say nothing.
      ["lee_9_34_12_5_a.ts", "lee", "9", "12_5_a.ts", "lee_9_34_"],
      ["team_8_41_text.html", "team_8", "41", "text.html", undefined],
    ] as const
  ) {
    const found = canvasName(written, students)!;
    assertEquals(
      [found.name, found.student, found.rest, found.answer],
      [name, student, rest, answer],
    );
  }
});

Deno.test("feedbackName() gives Canvas a name that it takes back", () => {
  for (
    const [written, ...expected] of [
      ["leeann_12_34_exercises.ts", "12", "34"],
      ["lee_LATE_12_34_my_5_6.ts", "12", "34"],
      ["55_lee_2_ann_12_34_exercises.ts", "12", "34"],
      ["anon_aB3xY_34_exercises.ts", "aB3xY", "34"],
      ["LATE_anon_12345_34_exercises.ts", "12345", "34"],
    ] as const
  ) {
    const { student, answer } = canvasName(written)!;
    const submission = { student, file, answer: answer! };
    const found = feedbackName({ student, name: "", submission }, undefined)!;
    assertEquals(readByCanvas(found), expected, found);
  }
});

Deno.test("feedbackName() gives Canvas the name of the file that was handed in", () => {
  const name = (answer?: string) =>
    feedbackName({
      student: "12",
      name: "",
      submission: { student: "12", file, ...answer ? { answer } : {} },
    }, undefined);
  assertEquals(name("leeann_LATE_12_34_"), "leeann_LATE_12_34_feedback.html");
  assertEquals(name(), undefined); // typed in
  assertEquals(feedbackName({ student: "1", name: "" }, undefined), undefined);
});

Deno.test("feedbackZip() gives the same bytes for the same feedback", () => {
  const files = new Map([["山田_1_a_b_c.html", "<p>良い</p>"], ["b", ""]]);
  const zip = feedbackZip(files);
  const utf8 = new TextEncoder();
  assertEquals(
    readZip(zip),
    [...files].map(([name, text]) => ({ name, content: utf8.encode(text) })),
  );
  assertEquals(feedbackZip(files), zip);
  // bit 11: names in UTF-8
  assertEquals(new DataView(zip.buffer).getUint16(6, true) & 0x800, 0x800);
});
