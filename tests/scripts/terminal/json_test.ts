import { assertEquals } from "@std/assert";
import { matrix, zeros } from "kobai";
import { runCell } from "../../../scripts/lesson/run.ts";
import { jsonOutcome, jsonValue } from "../../../scripts/terminal/json.ts";
import { smallCell as cell } from "../../_support/small_cell.ts";

const { label } = cell.results.y!;

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
    id: cell.name,
    section: "4.2.1",
    number: cell.number,
    title: cell.title,
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
