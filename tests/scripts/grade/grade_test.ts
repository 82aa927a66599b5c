import { assertEquals } from "@std/assert";
import { examOf } from "../../../scripts/exercise/exam.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { gradeSource } from "../../../scripts/grade/grade.ts";
import { needs } from "../../_support/permission.ts";
import { FakeProcess, processesOf } from "./fake_process.ts";

const exam = examOf(course, "tests");

/** Grades what is loaded and then ended by a signal, whenever it is run. */
async function gradeEnding(signal: Deno.Signal) {
  let runs = 0;
  const processes = processesOf(() => {
    const fake = new FakeProcess();
    runs++;
    fake.more().then(() => fake.say("ready")).then(() => fake.say("loaded"))
      .then(() => fake.end(signal));
    return fake;
  });
  const limits = { seconds: 10, output: 10_000 };
  const grade = await gradeSource(processes, "// source", exam, limits);
  return { runs, status: grade.status, points: grade.points };
}

Deno.test(
  "gradeSource() gives up a submission that was stopped three times at the limit",
  needs("read", "write"),
  async () => {
    assertEquals(await gradeEnding("SIGXCPU"), {
      runs: 3,
      status: "timeout",
      points: 0,
    });
  },
);

Deno.test(
  "gradeSource() tries each of the eleven functions of a submission that was killed",
  needs("read", "write"),
  async () => {
    assertEquals(await gradeEnding("SIGKILL"), {
      runs: 13, // two tasks with a right function in the place of a wrong one
      status: "killed",
      points: 0,
    });
  },
);
