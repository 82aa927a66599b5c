/** The parts of a cell on the page. */
import { assertEquals } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { workedText } from "../../../scripts/page/cell_parts.ts";

Deno.test("workedText() has the minus of formulas, and the hyphens of words", () => {
  const outcome = runCell(lecture[0]!);
  const worked = () => "one-hot: -log 2 - (-3) = 1e-9";
  const cell = { ...outcome.cell, worked };
  assertEquals(
    workedText({ ...outcome, cell }),
    "one-hot: −log 2 − (−3) = 1e−9",
  );
});
