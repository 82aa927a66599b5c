import { assertEquals } from "@std/assert";
import { type Matrix, matrix, zeros } from "kobai";
import { lecture } from "../../../scripts/cells/lesson.ts";
import type { Cell } from "../../../scripts/lesson/cell.ts";
import {
  jsonOutcome,
  jsonValue,
  runCell,
} from "../../../scripts/lesson/run.ts";

const [first] = lecture as [Cell];
const label = { ja: "値", en: "value" };
const cell: Cell = {
  ...first,
  inputs: { x: matrix([1, 2]), factor: 3 },
  run: ({ x, factor }) => ({ y: (x as Matrix).at(0, 0) * (factor as number) }),
  results: { y: { label, printed: "3", expected: "identical" } },
  errata: [{ id: "ten-rows", why: label }],
};

Deno.test("runCell() runs with the cell's inputs, and compares", () => {
  const { values, inputs, changed, comparisons, asExpected } = runCell(cell);
  assertEquals(values, { y: 3 });
  assertEquals(inputs, cell.inputs);
  assertEquals([changed, asExpected], [false, true]);
  assertEquals(comparisons.y!.relation, "identical");
});

Deno.test("runCell() with another input compares nothing", () => {
  const { values, changed, comparisons, asExpected } = runCell(cell, {
    factor: 5,
  });
  assertEquals(values, { y: 5 });
  assertEquals([changed, asExpected], [true, true]);
  assertEquals(comparisons, {});
});

Deno.test("runCell() tells what is not as the cell expects", () => {
  for (const expected of ["rounding", "differs", "not reproducible"] as const) {
    const results = { y: { label, printed: "3", expected } };
    assertEquals(runCell({ ...cell, results }).asExpected, false);
  }
  // Nothing expected of a printed value is a mistake of the cell's author.
  const results = { y: { label, printed: "3" } };
  assertEquals(runCell({ ...cell, results }).asExpected, false);
});

Deno.test("jsonValue() makes nested arrays that JSON can hold", () => {
  const cases: [Parameters<typeof jsonValue>[0], unknown][] = [
    [matrix([[1, 2], [3, 4]]), [[1, 2], [3, 4]]],
    [matrix([1, 2]), [[1, 2]]],
    [matrix([5]), 5],
    [matrix([NaN, Infinity, -Infinity]), [["NaN", "Infinity", "-Infinity"]]],
    [NaN, "NaN"],
    [0.1, 0.1],
    ["lesson", "lesson"],
    [undefined, null],
    [zeros(0, 2), []],
  ];
  for (const [value, json] of cases) {
    assertEquals(JSON.parse(JSON.stringify(jsonValue(value))), json);
  }
});

Deno.test("jsonOutcome() has the cell, its values and how they compare", () => {
  assertEquals(jsonOutcome(runCell(cell), false), {
    id: first.name,
    section: "4.2.1",
    number: first.number,
    title: first.title,
    inputs: { x: [[1, 2]], factor: 3 },
    results: {
      y: {
        label,
        value: 3,
        printed: "3",
        relation: "identical",
        difference: 0,
        asExpected: true,
      },
    },
    errata: [{ id: "ten-rows", why: label }],
  });
});

Deno.test("jsonOutcome() keeps the answer to itself until it is asked for", () => {
  const exercise = { ...cell, exercise: label };
  const hidden = jsonOutcome(runCell(exercise), false);
  assertEquals([hidden.results, hidden.exercise], [{}, label]);
  const told = jsonOutcome(runCell(exercise), true);
  assertEquals(Object.keys(told.results as object), ["y"]);
});

Deno.test("jsonOutcome() leaves out what was printed once an input is changed", () => {
  const { results, errata } = jsonOutcome(runCell(cell, { factor: 5 }), false);
  assertEquals([results, errata], [{ y: { label, value: 5 } }, []]);
});
