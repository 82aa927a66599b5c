import { assertEquals } from "@std/assert";
import golden from "../golden/numpy_arithmetic.json" with { type: "json" };
import { assertSameNumbers } from "./matrices.ts";
import { matrixIn, numbersIn, ramp } from "./numpy_golden.ts";

Deno.test("numbersIn() reads what the programs write", () => {
  assertSameNumbers(
    numbersIn("1.5 -0.0 NaN -Infinity 5e-324"),
    [1.5, -0, NaN, -Infinity, 5e-324],
  );
  assertEquals(numbersIn("").length, 0);
  assertEquals(matrixIn("1.0 2.0", [2, 1]).toArray(), [[1], [2]]);
});

Deno.test("ramp() makes the bits that Python makes", () => {
  // The table holds the ramp with salt 1 and these scales after 19 others.
  const x = numbersIn(golden.elementwise.x);
  assertSameNumbers(x.slice(19), ramp(140, 1, [1, 1e-3, 10, 0.1]));
  const above = numbersIn(golden.elementwise.above);
  assertSameNumbers(above.slice(12), ramp(140, 2).map(Math.abs));
  const [, , guess] = golden.losses;
  assertSameNumbers(numbersIn(guess!.y), ramp(56, 6));
});
