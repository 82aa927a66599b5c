import { assertEquals } from "@std/assert";
import { matrix } from "kobai";
import type { Value } from "../../../scripts/lesson/cell.ts";
import { valueText } from "../../../scripts/lesson/value_text.ts";

Deno.test("valueText() prints as NumPy and Python do, and texts as they are", () => {
  const cases: [Value, boolean, string][] = [
    [matrix([2, 3]), false, "array([[2., 3.]])"],
    [matrix([2, 3]), true, "array([2., 3.])"],
    [matrix([7]), true, "7.0"],
    [0.1 + 0.2, false, "0.30000000000000004"],
    [1e-7, false, "1e-07"],
    [27, false, "27"],
    [Infinity, false, "inf"],
    ["良い", false, "良い"],
    [undefined, false, "undefined"],
  ];
  for (const [value, flat, text] of cases) {
    assertEquals(valueText(value, flat), text);
  }
});
