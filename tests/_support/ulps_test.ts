import { assertEquals, AssertionError, assertThrows } from "@std/assert";
import { assertUlps } from "./ulps.ts";

Deno.test("assertUlps() counts the doubles between two numbers", () => {
  assertUlps([1 + 2 ** -52, NaN, Infinity, -0], [1, NaN, Infinity, 0], 1, "");
  assertUlps([-5e-324], [5e-324], 2, "");
  const refused: [number[], number[], number][] = [
    [[1 + 2 ** -51], [1], 1],
    [[-5e-324], [5e-324], 1],
    [[NaN], [1], 9],
    [[Infinity], [Number.MAX_VALUE], 9],
    [[1], [-1], 9],
    [[], [1], 9],
  ];
  for (const [actual, expected, most] of refused) {
    const error = assertThrows(
      () => assertUlps(actual, expected, most, "the sum"),
      AssertionError,
    );
    assertEquals(error.message.startsWith("the sum: "), true, error.message);
  }
});
