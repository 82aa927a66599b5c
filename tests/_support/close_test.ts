import { assertEquals, AssertionError, assertThrows } from "@std/assert";
import { assertClose, type Numbers, type TIERS } from "./close.ts";

function messageOf(
  actual: Numbers,
  expected: Numbers,
  tier: keyof typeof TIERS = "exact",
): string {
  return assertThrows(() => assertClose(actual, expected, tier), AssertionError)
    .message;
}

Deno.test("assertClose() accepts an error up to the limit and none above it", () => {
  assertClose(10.5, 10, { rtol: 0.05, atol: 0 });
  assertClose(10.5, 10, { rtol: 0, atol: 0.5 });
  assertClose(10.5, 10, { rtol: 0.025, atol: 0.25 });
  assertClose(-10.5, -10, { rtol: 0.05, atol: 0 });
  assertThrows(
    () => assertClose(10.5, 10, { rtol: 0.0499, atol: 0 }),
    AssertionError,
  );
  assertThrows(
    () => assertClose(10.5, 10, { rtol: 0, atol: 0.499 }),
    AssertionError,
  );
});

Deno.test("assertClose() takes the relative error of the expected value", () => {
  assertClose(9, 10, { rtol: 0.1, atol: 0 });
  assertThrows(
    () => assertClose(10, 9, { rtol: 0.1, atol: 0 }),
    AssertionError,
  );
});

Deno.test("assertClose() knows three tiers by name", () => {
  assertClose(0.1 + 0.2, 0.30000000000000004, "exact");
  assertThrows(() => assertClose(0.1 + 0.2, 0.3, "exact"), AssertionError);
  assertClose(1 + 0.9e-12, 1, "golden");
  assertThrows(() => assertClose(1 + 1.1e-12, 1, "golden"), AssertionError);
  assertThrows(() => assertClose(1e-300, 0, "golden"), AssertionError);
  assertClose(1 + 0.9e-6, 1, "gradient");
  assertThrows(() => assertClose(1 + 1.1e-6, 1, "gradient"), AssertionError);
  assertClose(0.9e-8, 0, "gradient");
  assertThrows(() => assertClose(1.1e-8, 0, "gradient"), AssertionError);
});

Deno.test("assertClose() holds NaN to be close to nothing", () => {
  const any = { rtol: Infinity, atol: Infinity };
  for (
    const [actual, expected] of [[NaN, NaN], [NaN, 1], [1, NaN], [
      NaN,
      Infinity,
    ]] as const
  ) {
    assertThrows(() => assertClose(actual, expected, any), AssertionError);
    assertThrows(
      () => assertClose([1, actual], [1, expected], "exact"),
      AssertionError,
    );
  }
});

Deno.test("assertClose() lets an infinity meet only itself", () => {
  assertClose([Infinity, -Infinity], [Infinity, -Infinity], "exact");
  for (
    const [actual, expected] of [[Infinity, -Infinity], [1e308, Infinity], [
      Infinity,
      1,
    ]] as const
  ) {
    assertThrows(
      () => assertClose(actual, expected, "gradient"),
      AssertionError,
    );
  }
});

Deno.test("assertClose() reads lists, nested lists, typed arrays and toArray()", () => {
  const matrix = { toArray: () => [[1, 2], [3, 4]] };
  assertClose([[1, 2], [3, 4]], [[1, 2], [3, 4]], "exact");
  assertClose(matrix, [[1, 2], [3, 4]], "exact");
  assertClose([new Float64Array([1, 2]), [3, 4]], matrix, "exact");
  assertClose([], [], "exact");
  assertEquals(
    messageOf(matrix, [[1, 2], [3, 5]]).includes("worst at [1][1]"),
    true,
  );
});

Deno.test("assertClose() refuses nestings that differ and says where", () => {
  assertEquals(
    messageOf([[1, 2], [3]], [[1, 2], [3, 4]]),
    "Cannot compare at [1]: actual is a list of 1 and expected is a list of 2",
  );
  assertEquals(
    messageOf(1, [1]),
    "Cannot compare at the top: actual is a number and expected is a list of 1",
  );
  messageOf([[1]], [1]);
  messageOf([], [1]);
});

Deno.test("assertClose() names the worst number, both values, error and limit", () => {
  assertEquals(
    messageOf([[1, 2.25], [3, 4.5]], [[1, 2], [3, 4]]),
    "2 of 4 not close, worst at [0][1]: actual 2.25, expected 2, error 0.25, limit 0",
  );
  const error = assertThrows(() =>
    assertClose([1, 2.25, 4.75], [1, 2, 4], { rtol: 0, atol: 0.125 }, "W")
  );
  assertEquals(
    (error as Error).message,
    "W: 2 of 3 not close, worst at [2]: actual 4.75, expected 4, error 0.75, limit 0.125",
  );
});
