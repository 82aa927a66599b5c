import { assert, assertEquals } from "@std/assert";
import { rightAnswers } from "../../../scripts/exercise/answers.ts";
import { examOf } from "../../../scripts/exercise/exam.ts";
import type { Origin } from "../../../scripts/exercise/test_case.ts";
import { assertClose } from "../../_support/close.ts";
import {
  drawCases,
  publicCases,
  readCases,
} from "../../../scripts/exercise/cases.ts";
import { judge, type Judged } from "../../../scripts/exercise/judge.ts";
import { tasksOf } from "../../../scripts/exercise/exercise.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { recordOf, shareOf } from "../../../scripts/grade/record.ts";

const softmax = { call: "softmax", arguments: [[[1, 2]]] };
const forward = { call: "forward", arguments: [[[1]], [[2]], [[3]]] };
const tasks = tasksOf(course);
const open = readCases(
  tasks,
  JSON.stringify({ cases: [forward, softmax, softmax, softmax] }),
  "public",
);
const hidden = readCases(tasks, JSON.stringify({ cases: [softmax] }));

/** Cases of which the first of each task is right, and no other. */
const judged = [...open, ...hidden].map((test): Judged => ({
  test,
  reply: {
    result: { kind: "rows", rows: [[0.123]] },
    calls: 0,
    changed: false,
  },
  ...test.number === 1 && test.origin === "public" ? {} : { fault: "value" },
}));

Deno.test("recordOf() gives a task the share of its points that is right", () => {
  const { points, tasks: graded } = recordOf(tasks, judged);
  // 1 of 1 of 10 points; 1 of 3 of a tenth of 15, and 0 of 1 of the rest: 0.5
  assertEquals(graded.map(({ task, points }) => [task, points]), [
    [1, 10],
    [6, 0.5],
  ]);
  assertEquals(points, 10.5);
});

Deno.test("recordOf() keeps of a hidden case whether it is right, and no more", () => {
  const [, { cases }] = recordOf(tasks, judged).tasks as [unknown, {
    cases: unknown[];
  }];
  assertEquals(cases.at(-1), { number: 1, origin: "hidden", passed: false });
  assertEquals(cases[1], {
    number: 2,
    origin: "public",
    passed: false,
    fault: "value",
    result: { kind: "rows", rows: [[0.123]] },
  });
});

Deno.test("shareOf() gives a tenth to public cases, where there are others", () => {
  const wrong = (origin: Origin) =>
    [...open, ...drawCases(tasks, "a"), ...hidden].map((test): Judged => ({
      ...judged[0]!,
      test,
      ...test.origin === origin ? { fault: "value" as const } : {},
    }));
  assertClose([[shareOf(wrong("public"))]], [[0.9]], "golden");
  // of 66 drawn cases and a hidden one
  assertClose(
    [[shareOf(wrong("hidden"))]],
    [[0.1 + 0.9 * 66 / 67]],
    "golden",
  );
  const only = (origin: Origin) =>
    wrong("hidden").filter(({ test }) => test.origin === origin);
  assertEquals([shareOf(only("public")), shareOf(only("hidden"))], [1, 0]);
});

Deno.test("recordOf() has the evaluations of the first public gradient", () => {
  const surface = {
    linear: [[1]],
    square: [[0]],
    cube: [[0]],
    together: 0,
  };
  const gradient = {
    call: "numericalGradient",
    arguments: [surface, [[1]], 0.1],
  };
  const cases = readCases(
    tasks,
    JSON.stringify({ cases: [gradient] }),
    "public",
  );
  const found = (calls: number) =>
    recordOf(
      tasks,
      cases.map((test) => ({
        test,
        reply: { result: { kind: "rows", rows: [[1]] }, calls, changed: false },
      })),
    ).evaluations;
  assertEquals([found(18), found(0)], [18, undefined]);
});

Deno.test("recordOf() gives 15 of 100 at most to a file that looks public answers up", () => {
  for (const seed of ["a", "b", "c", "d", "e"]) {
    const { tasks, cases } = examOf(course, seed);
    const calls = new Map<string, number>();
    const judged = cases.map((test) => {
      const { name } = test.call,
        known = publicCases(tasks)
          .filter(({ call }) => call.name === name);
      const place = calls.get(name) ?? 0;
      calls.set(name, place + 1);
      const answer = rightAnswers(known[place % known.length]!)[0]!;
      const result = "rows" in answer
        ? { kind: "rows" as const, rows: answer.rows }
        : { kind: "text" as const, text: answer.text.ja };
      return judge(test, { result, calls: 2, changed: false });
    });
    const open = judged.filter(({ test }) => test.origin === "public");
    assertEquals(open.filter(({ fault }) => fault !== undefined), []);
    const { points } = recordOf(tasks, judged);
    assert(points >= 10 && points <= 15, `${points} with the seed ${seed}`);
  }
});
