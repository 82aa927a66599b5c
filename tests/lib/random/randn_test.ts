import { assert, assertEquals, assertThrows } from "@std/assert";
import seedrandom from "seedrandom";
import { numpyRandom, randn } from "../../../mod.ts";

Deno.test("randn() keeps the second normal of a pair for each source by itself", () => {
  const whole = randn(seedrandom("pairs"), 1, 6).toArray().flat();
  const [a, b] = [seedrandom("pairs"), seedrandom("pairs")];
  const fromA: number[] = [];
  const fromB: number[] = [];
  for (const [forA, forB] of [[1, 3], [3, 1], [2, 2]] as const) {
    fromA.push(...randn(a, forA, 1).toArray().flat());
    fromB.push(...randn(b, 1, forB).toArray().flat());
  }
  assertEquals(fromA, whole);
  assertEquals(fromB, whole);
});

Deno.test("randn() of no elements draws nothing and keeps what was kept", () => {
  let calls = 0;
  const source = seedrandom("empty");
  const random = () => (calls++, source());
  randn(random, 1, 1);
  const callsBefore = calls;
  assertEquals(randn(random, 0, 3).toArray(), []);
  assertEquals(randn(random, 2, 0).toArray(), [[], []]);
  const kept = randn(random, 1, 1).item();
  assertEquals(calls, callsBefore);
  assertEquals(kept, randn(seedrandom("empty"), 1, 2).at(0, 1));
});

Deno.test("randn() draws with mean 0 and variance 1 from any uniform source", () => {
  const count = 100_000;
  const draws = randn(seedrandom("moments"), 1, count).toFloat64Array();
  const mean = draws.reduce((sum, x) => sum + x, 0) / count;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count;
  // Five standard errors: 1 / sqrt(count), and sqrt(2 / count).
  assert(Math.abs(mean) < 5 / Math.sqrt(count), `mean is ${mean}`);
  assert(
    Math.abs(variance - 1) < 5 * Math.sqrt(2 / count),
    `variance is ${variance}`,
  );
});

Deno.test("randn() refuses a source that is no function", () => {
  assertThrows(
    () => randn(0.5 as unknown as () => number, 1, 1),
    TypeError,
    "Cannot draw normals: random is 0.5, a function that returns numbers in [0, 1) is needed",
  );
});

Deno.test("randn() refuses a source that returns something else than numbers in [0, 1)", () => {
  for (const draw of [1, -0.1, 2, NaN, Infinity]) {
    assertThrows(
      () => randn(() => draw, 1, 1),
      RangeError,
      `Cannot draw normals: the source returned ${draw}, a number in [0, 1) is needed`,
    );
  }
  const bad: [unknown, string][] = [
    ["0.5", '"0.5"'],
    [undefined, "undefined"],
    [true, "true"],
  ];
  for (const [draw, found] of bad) {
    assertThrows(
      () => randn(() => draw as number, 1, 1),
      TypeError,
      `Cannot draw normals: the source returned ${found}, a number in [0, 1) is needed`,
    );
  }
});

Deno.test({
  name: "randn() refuses a source that is stuck instead of drawing for ever",
  timeout: 5000,
  fn() {
    for (const stuck of [0, 0.5, 0.99]) {
      assertThrows(
        () => randn(() => stuck, 1, 1),
        RangeError,
        "Cannot draw normals: 100 pairs in a row",
      );
    }
  },
});

Deno.test("randn() refuses sizes that are no integers of 0 or more", () => {
  const random = numpyRandom(0);
  for (const size of [-1, 1.5, NaN, Infinity]) {
    assertThrows(
      () => randn(random, size, 1),
      RangeError,
      `the number of rows is ${size}`,
    );
    assertThrows(
      () => randn(random, 1, size),
      RangeError,
      `the number of columns is ${size}`,
    );
  }
  assertThrows(
    () => randn(random, "2" as unknown as number, 1),
    TypeError,
    "Cannot draw normals",
  );
  assertThrows(
    () => randn(random, 1, undefined as unknown as number),
    TypeError,
    "columns",
  );
});
