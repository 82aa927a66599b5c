/**
 * A class in which everything happens, and what must become of it.
 *
 * @module
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Status, statuses } from "../../../scripts/exercise/reply.ts";
import { mostPoints, tasksOf } from "../../../scripts/exercise/exercise.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import {
  grade,
  HIDDEN_CASES,
  recordsIn,
  tablesIn,
  writeSubmissions,
} from "./grading.ts";
import { hostile } from "./hostile.ts";
import { type Expected, madeUpClass } from "./made_up_class.ts";

const tasks = tasksOf(course);

/** Each task's points and kind of mistake, as `made_up_class.ts` has them. */
function marksOf(wrong: Expected["wrong"]): (number | string | undefined)[][] {
  return tasks.map(({ number, points }) =>
    wrong[number]?.slice() ?? [points, undefined]
  );
}

function lostIn(wrong: Expected["wrong"]): number {
  return Object.entries(wrong).reduce(
    (sum, [task, [points]]) => sum + tasks[Number(task) - 1]!.points - points,
    0,
  );
}

/**
 * Grades submissions by the command, with the template and a symbolic link
 * among them, and requires of each the marks that were worked out by hand.
 *
 * @param wellMeant Names in `madeUpClass`; `right`, `noShift` and `typeErrors`
 * must be among them.
 * @param bad Names in `hostile`; `longMessage` and `=1+1` must be among them.
 */
export async function assertClassIsGraded(
  wellMeant: readonly string[],
  bad: readonly string[],
): Promise<void> {
  using folder = temporaryFolder();
  const template = new URL("examples/exercises/exercises.ts", CHECKOUT);
  const sources: Record<string, string | Uint8Array> = {
    template: Deno.readTextFileSync(template),
  };
  for (const name of wellMeant) sources[name] = madeUpClass[name]!.source;
  for (const name of bad) sources[name] = hostile[name]!.source;
  const submissions = writeSubmissions(`${folder.path}class`, sources);
  // Only a process that may do anything may make a link.
  const link = `${submissions}/symbolicLink.ts`;
  await runDeno(["eval", `Deno.symlinkSync("/etc/passwd", "${link}")`], {
    cwd: folder.path,
  });
  const out = `${folder.path}out`;
  const { code, stdout, stderr } = await grade(
    submissions,
    "--out",
    out,
    "--cases",
    HIDDEN_CASES,
    "--seed",
    "tests",
    "--jobs",
    "2",
    "--time-limit",
    "2",
  );
  assertEquals(code, 0, stderr);
  const records = recordsIn(out), size = wellMeant.length + bad.length + 2;
  assertEquals(records.size, size);

  for (const student of wellMeant) {
    const { wrong } = madeUpClass[student]!, record = records.get(student)!;
    const found = record.tasks.map(({ points, mistake }) => [points, mistake]);
    assertEquals(
      [student, record.status, found],
      [student, "graded", marksOf(wrong)],
    );
    const points = Math.round(10 * (mostPoints(course) - lostIn(wrong))) / 10;
    assertEquals(record.points, points);
  }
  for (const student of bad) {
    const { status, points } = records.get(student)!;
    const wanted = hostile[student]!;
    assertEquals(
      [student, status, points],
      [student, wanted.status, wanted.points ?? points],
    );
  }
  const unwritten = records.get("template")!;
  assertEquals(unwritten.points, 0);
  assert(unwritten.tasks.every(({ mistake }) => mistake === "unwritten"));
  assertEquals(records.get("symbolicLink")!.refusal, "symbolicLink");
  // two for each of six weights
  assertEquals(records.get("right")!.evaluations, 12);

  const all: Status[] = bad.map((student) => hostile[student]!.status);
  all.push(...wellMeant.map((): Status => "graded"));
  all.push("graded", "load error"); // the template and the link
  const counts = statuses.flatMap((status) => {
    const found = all.filter((one) => one === status).length;
    return found === 0 ? [] : [`${status} ${found}`];
  });
  const line = `\nStudents: ${size} (${counts.join(", ")})\n`;
  assert(stdout.includes(line), `${line} is not in ${stdout}`);
  assertMatch(stdout, /\n1 {2}Forward pass .* 10 +\d+ {3}/);
  assertPages(tablesIn(out), size);
}

function assertPages(pages: Record<string, string>, size: number): void {
  assertEquals(Object.keys(pages).length, 2 * size + 2);
  // Of a hidden case no number is told: this one is an argument of one.
  const page = pages["noShift.md"]!;
  assertMatch(page, /✗ Hidden case 1\n/);
  assert(!page.includes("[[0, 0], [1000, 0]]"));
  assertMatch(
    page,
    /\*\*the largest is not subtracted, so that large scores give NaN\*\*/,
  );
  assertMatch(
    pages["typeErrors.md"]!,
    /- line \d+: a value of the wrong kind \(TS2322\)\n/,
  );
  // What was written into a message or a name stays harmless.
  const message = pages["longMessage.md"]!;
  // deno-lint-ignore no-control-regex
  assert(!/[\x00-\x09\x0b-\x1f\u202e]/.test(message));
  const grades = pages["grades.csv"]!;
  assert(grades.startsWith("\ufeffstudent,name,task 1,"));
  assert(!/^[=+@-]/m.test(grades));
  assertMatch(
    grades,
    /^'=1\+1,,10,10,10,10,10,15,10,15,10,100,100,graded,12\r$/m,
  );
  assertMatch(grades, /^山田太郎,,10,10,/m);
}
