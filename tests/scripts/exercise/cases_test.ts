import { assertEquals, assertThrows } from "@std/assert";
import {
  CaseError,
  drawCases,
  publicCases,
  readCases,
} from "../../../scripts/exercise/cases.ts";
import { tasksOf } from "../../../scripts/exercise/exercise.ts";
import { course } from "../../../scripts/exercises/lecture.ts";

const tasks = tasksOf(course);

function refusal(...cases: unknown[]): string {
  const error = assertThrows(
    () => readCases(tasks, JSON.stringify({ cases })),
    CaseError,
  );
  return (error as Error).message;
}

Deno.test("readCases() sorts by task, and counts in each", () => {
  const softmax = { call: "softmax", arguments: [[[1, 2]]] };
  const forward = { call: "forward", arguments: [[[2]], [[3]], [[4]]] };
  const found = readCases(
    tasks,
    JSON.stringify({ cases: [softmax, forward, softmax] }),
  );
  assertEquals(
    found.map(({ task, number, origin, call }) =>
      `${task.number} ${number} ${origin} ${call.name}`
    ),
    ["1 1 hidden forward", "6 1 hidden softmax", "6 2 hidden softmax"],
  );
  assertEquals(found[1]!.call.kinds, ["matrix"]);
  assertEquals(readCases(tasks, '{ "cases": [] }'), []);
  assertEquals(readCases(tasks, '\ufeff{ "cases": [] }'), []);
});

Deno.test("readCases() says where something is wrong, and what is needed", () => {
  assertEquals(refusal(5), "cases[0]: an object is needed");
  assertEquals(
    refusal({ call: "softmax", arguments: [[[1]]] }, { task: 1 }),
    'cases[1]: "task" is not known here',
  );
  assertEquals(
    refusal({ call: "softmaxx" }),
    'cases[0]: "call" must be one of forward, probabilities, category, sumSquaredError, ' +
      "crossEntropy, crossEntropyOfBatch, softmax, loss, numericalGradient, step, descend",
  );
  assertEquals(
    refusal({ call: "constructor", arguments: [] }).slice(0, 28),
    'cases[0]: "call" must be one',
  );
  assertEquals(
    refusal({ call: "step", arguments: [[[1]], [[1]]] }),
    'cases[0]: "arguments" must be a list for (W, dW, learningRate)',
  );
  assertEquals(
    refusal({ call: "step", arguments: [[[1]], [1], 0.1] }),
    "cases[0]: dW must be rows of numbers, all of one length",
  );
  assertEquals(
    refusal({ call: "step", arguments: [[[1]], [[1]], "0.1"] }),
    "cases[0]: learningRate must be a number",
  );
  assertEquals(
    refusal({ call: "softmax", arguments: [[[1, 2], [3]]] }),
    "cases[0]: scores must be rows of numbers, all of one length",
  );
  const slope = { center: [[0]], pull: 1, together: 0 };
  for (const steps of [1e11, 2.5, -1]) {
    assertEquals(
      refusal({ call: "descend", arguments: [slope, [[1]], 0.1, steps] }),
      "cases[0]: steps must be a whole number from 0 to 1000",
    );
  }
  const surface = { linear: [[1]], square: [[1]], cube: [[1, 2]], together: 0 };
  assertEquals(
    refusal({ call: "numericalGradient", arguments: [surface, [[1]], 0.1] }),
    'cases[0]: f must be an object with rows of numbers "linear", "square" and "cube", ' +
      'all of one size, and a number "together"',
  );
  assertEquals(
    refusal({ call: "softmax", arguments: [[[1]]], also: "evaluations" }),
    "cases[0]: softmax has no evaluations to count",
  );
  assertEquals(
    refusal({ call: "softmax", arguments: [[[1]]], also: "x" }),
    'cases[0]: "also" must be "unchanged" or "evaluations"',
  );
});

Deno.test("readCases() says it in Japanese too", () => {
  const cases = [{ call: "step", arguments: [[[1]], [1], 0.1] }];
  const error = assertThrows(
    () => readCases(tasks, JSON.stringify({ cases })),
    CaseError,
  ) as CaseError;
  assertEquals(
    error.text.ja,
    "cases[0]：dW には、長さのそろった数の並び（[[1, 2], [3, 4]] など）が必要です",
  );
});

Deno.test("readCases() refuses what has no answer, or one that is too large", () => {
  assertEquals(
    refusal({ call: "forward", arguments: [[[1, 2]], [[1]], [[1]]] }),
    "cases[0]: forward has no answer for sizes 1x2, 1x1, 1x1",
  );
  assertEquals(
    refusal({ call: "probabilities", arguments: [[[1, -1]]] }),
    "cases[0]: probabilities has no answer for sizes 1x2 ([[Infinity, -Infinity]])",
  );
  const wide = [new Array(101).fill(1)];
  assertEquals(
    refusal({ call: "softmax", arguments: [wide] }),
    "cases[0]: softmax has no answer for sizes 1x101 (a list that is too large)",
  );
});

Deno.test("readCases() refuses sizes that do not go together, though the formula gives numbers", () => {
  const one = [[1, 2]], two = [[1, 2], [3, 4]], three = [[1, 2, 3]];
  const surface = { linear: three, square: three, cube: three, together: 0 };
  const slope = { center: three, pull: 1, together: 0 };
  const wrong: [string, unknown[], string][] = [
    ["forward", [one, [[1], [2], [3]], [[1]]], "1x2, 3x1, 1x1"],
    ["forward", [one, two, three], "1x2, 2x2, 1x3"],
    ["forward", [two, two, two], "2x2, 2x2, 2x2"],
    ["probabilities", [two], "2x2"],
    ["category", [[[0.1, 0.2, 0.3, 0.4]]], "1x4"],
    ["sumSquaredError", [one, three], "1x2, 1x3"],
    ["crossEntropy", [two, two], "2x2, 2x2"],
    ["crossEntropyOfBatch", [one, two], "1x2, 2x2"],
    ["loss", [one, one, [...two, [5, 6]]], "1x2, 1x2, 3x2"],
    ["numericalGradient", [surface, one, 0.1], "1x3, 1x2"],
    ["step", [one, three, 0.1], "1x2, 1x3"],
    ["descend", [slope, one, 0.1, 2], "1x3, 1x2"],
  ];
  for (const [call, values, sizes] of wrong) {
    assertEquals(
      refusal({ call, arguments: values }),
      `cases[0]: ${call} has no answer for sizes ${sizes}`,
    );
  }
});

Deno.test("readCases() refuses a text that is not JSON, or not of this form", () => {
  for (const text of ["", "[]", "{}", '{ "cases": {} }', "null"]) {
    assertThrows(() => readCases(tasks, text), CaseError);
  }
});

Deno.test("publicCases() and drawCases() have cases of every task", () => {
  const counts = (cases: readonly { task: { number: number } }[]) =>
    tasks.map(({ number }) =>
      cases.filter(({ task }) => task.number === number).length
    );
  assertEquals(counts(publicCases(tasks)), [3, 5, 3, 3, 3, 3, 3, 4, 4]);
  assertEquals(counts(drawCases(tasks, "a")), [6, 12, 6, 6, 6, 6, 6, 6, 12]);
});

Deno.test("drawCases() are the same for the same seed, and others for another", () => {
  const calls = (seed: string) =>
    drawCases(tasks, seed).map(({ call }) => JSON.stringify(call.arguments));
  assertEquals(calls("a"), calls("a"));
  const other = calls("b");
  assertEquals(calls("a").filter((call, i) => call === other[i]), []);
});
