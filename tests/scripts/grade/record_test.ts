import { assertEquals } from "@std/assert";
import { readCases } from "../../../scripts/exercise/cases.ts";
import type { Judged } from "../../../scripts/exercise/judge.ts";
import { recordOf } from "../../../scripts/grade/record.ts";

const softmax = { call: "softmax", arguments: [[[1, 2]]] };
const forward = { call: "forward", arguments: [[[1]], [[2]], [[3]]] };
const open = readCases(
  JSON.stringify({ cases: [forward, softmax, softmax, softmax] }),
  false,
);
const hidden = readCases(JSON.stringify({ cases: [softmax] }), true);

/** Cases of which the first of each task is right, and no other. */
const judged = [...open, ...hidden].map((test): Judged => ({
  test,
  reply: {
    result: { kind: "rows", rows: [[0.123]] },
    calls: 0,
    changed: false,
  },
  ...test.number === 1 && !test.hidden ? {} : { fault: "value" },
}));

Deno.test("recordOf() gives a task the share of its points that is right", () => {
  const { points, tasks } = recordOf(judged);
  // 1 of 1 of 10 points, and 1 of 4 of 15: 3.75
  assertEquals(tasks.map(({ task, points }) => [task, points]), [
    [1, 10],
    [6, 3.8],
  ]);
  assertEquals(points, 13.8);
});

Deno.test("recordOf() keeps of a hidden case whether it is right, and no more", () => {
  const [, { cases }] = recordOf(judged).tasks as [unknown, {
    cases: unknown[];
  }];
  assertEquals(cases.at(-1), { number: 1, hidden: true, passed: false });
  assertEquals(cases[1], {
    number: 2,
    hidden: false,
    passed: false,
    fault: "value",
    result: { kind: "rows", rows: [[0.123]] },
  });
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
  const cases = readCases(JSON.stringify({ cases: [gradient] }), false);
  const found = (calls: number) =>
    recordOf(cases.map((test) => ({
      test,
      reply: { result: { kind: "rows", rows: [[1]] }, calls, changed: false },
    }))).evaluations;
  assertEquals([found(18), found(0)], [18, undefined]);
});
