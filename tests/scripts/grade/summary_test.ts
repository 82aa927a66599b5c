import { assertEquals, assertMatch } from "@std/assert";
import type { Member } from "../../../scripts/grade/class_list.ts";
import { gradesRow } from "../../../scripts/grade/grades.ts";
import type { ResultRecord } from "../../../scripts/grade/results.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { tasksOf } from "../../../scripts/exercise/exercise.ts";
import { Summary } from "../../../scripts/grade/summary.ts";

const exam = { course, tasks: tasksOf(course), cases: [] };

function record(points: number, mistake?: string): ResultRecord {
  const task = { task: 3, points, cases: [] };
  return {
    student: "s",
    digest: "",
    kit: "k",
    seed: "",
    status: "graded",
    points,
    seconds: 0,
    tasks: [mistake === undefined ? task : { ...task, mistake }],
  };
}

const submission = { student: "s", file: { path: "s.ts" } };
const handedIn: Member = { student: "s", name: "", submission };
const absent: Member = { student: "t", name: "" };

Deno.test("Summary has the means of those who handed something in", () => {
  const summary = new Summary(exam);
  summary.add(handedIn, record(10));
  summary.add(handedIn, record(3, "noHalf"));
  summary.add(handedIn, record(0, "noHalf"));
  summary.add(absent, undefined);
  summary.add(handedIn, undefined);
  const text = summary.text("en");
  assertMatch(text, /^3 .* 4\.3 +10 +1 {3}the ½ is missing \(2\)$/m);
  assertMatch(text, /^total +4\.3 +100$/m);
  assertEquals(
    text.split("\n").at(-1),
    "Students: 5 (graded 3, not graded 1, not handed in 1)",
  );
});

Deno.test("Summary has no means where nobody handed something in", () => {
  const summary = new Summary(exam);
  summary.add(absent, undefined);
  assertMatch(summary.text("ja"), /^合計 +– +100$/m);
});

Deno.test("gradesRow() tells apart who handed in nothing and whom the grader failed on", () => {
  const none = ["", "", "", "", "", "", "", "", ""];
  assertEquals(
    gradesRow(absent, undefined, exam, "ja"),
    ["t", "", ...none, 0, 100, "未提出", ""],
  );
  assertEquals(
    gradesRow(handedIn, undefined, exam, "ja"),
    ["s", "", ...none, "", 100, "採点できず", ""],
  );
});
