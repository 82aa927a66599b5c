import { assertEquals } from "@std/assert";
import { readCases } from "../../../scripts/exercise/cases.ts";
import { tasksOf } from "../../../scripts/exercise/exercise.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { gradeClass } from "../../../scripts/grade/grade_class.ts";
import { Results } from "../../../scripts/grade/results.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { FakeProcess, processesOf } from "./fake_process.ts";

const step = { call: "step", arguments: [[[1]], [[2]], 0.5] };
const tasks = tasksOf(course);
const cases = readCases(tasks, JSON.stringify({ cases: [step] }), "public");

/** Gives the right answer to the one case. */
async function answer(fake: FakeProcess): Promise<void> {
  await fake.more();
  for (const line of ["ready", "loaded", "0 0 rows 1 1 0", "done"]) {
    await fake.say(line);
  }
}

/** Is ended before it has answered, after so many lines. */
function endAfter(lines: string[], signal: Deno.Signal) {
  return async (fake: FakeProcess): Promise<void> => {
    await fake.more();
    for (const line of lines) await fake.say(line);
    fake.end(signal);
  };
}

/** Grades one submission, whose processes do this one after the other. */
async function gradeWith(acts: ((fake: FakeProcess) => Promise<void>)[]) {
  using folder = temporaryFolder();
  const path = folder.file("s.ts", "// source");
  const submission = { student: "s", file: { path } };
  const failures: string[] = [];
  let runs = 0;
  using results = await Results.open(`${folder.path}results.jsonl`);
  await gradeClass([{ student: "s", name: "", submission }], {
    startProcesses: () => {
      const processes = processesOf(() => {
        const fake = new FakeProcess();
        acts[runs++]!(fake);
        return fake;
      });
      return Object.assign(processes, {
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
    },
    exam: { course, tasks, cases },
    seed: "",
    kit: "k",
    results,
    limits: { seconds: 1000, output: 1000 }, // nothing here takes time
    jobs: 1,
    signal: new AbortController().signal,
    onDone() {},
    onFailure: (_, error) => failures.push(String(error)),
  });
  const records = await Array.fromAsync(results.read());
  return {
    runs,
    failures: failures.length,
    records: records.map(({ status, points }) => [status, points]),
  };
}

const loaded = ["ready", "loaded"];
const needed = needs("read", "write");

Deno.test("gradeClass() runs once what is graded", needed, async () => {
  assertEquals(await gradeWith([answer]), {
    runs: 1,
    failures: 0,
    records: [["graded", 10]],
  });
});

Deno.test(
  "gradeClass() gives what was stopped one more run, and that one counts",
  needed,
  async () => {
    for (const signal of ["SIGXCPU", "SIGKILL"] as const) {
      assertEquals(await gradeWith([endAfter(loaded, signal), answer]), {
        runs: 2,
        failures: 0,
        records: [["graded", 10]],
      });
    }
    const stopped = endAfter(loaded, "SIGXCPU");
    assertEquals(await gradeWith([stopped, stopped]), {
      runs: 2,
      failures: 0,
      records: [["timeout", 0]],
    });
  },
);

Deno.test(
  "gradeClass() has no mark where the grader failed twice",
  needed,
  async () => {
    const failed = endAfter([], "SIGKILL");
    assertEquals(await gradeWith([failed, answer]), {
      runs: 2,
      failures: 0,
      records: [["graded", 10]],
    });
    assertEquals(await gradeWith([failed, failed]), {
      runs: 2,
      failures: 1,
      records: [],
    });
  },
);
