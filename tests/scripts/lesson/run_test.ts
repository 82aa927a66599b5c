import { assertEquals } from "@std/assert";
import { runCell } from "../../../scripts/lesson/run.ts";
import { smallCell as cell } from "../../_support/small_cell.ts";

const { label } = cell.results.y!;

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
