import {
  assert,
  assertEquals,
  AssertionError,
  assertThrows,
  fail,
} from "@std/assert";
import { forSeeds } from "./seeded.ts";

Deno.test("forSeeds() draws the same cases each time, and others for another name", () => {
  const drawn = (name: string): number[][] => {
    const all: number[][] = [];
    forSeeds(name, 3, ({ rows }) => all.push(...rows(1, 4)));
    return all;
  };
  assertEquals(drawn("a"), drawn("a"));
  assertEquals(new Set([...drawn("a"), ...drawn("b")].flat()).size, 24);
});

Deno.test("forSeeds() names the seed of the case that failed", () => {
  let cases = 0;
  assertThrows(
    () =>
      forSeeds("law", 5, () => ++cases === 3 ? fail("it broke") : undefined),
    AssertionError,
    'With the seed "law 3": ',
  );
  assertEquals(cases, 3);
});

Deno.test("forSeeds() draws within the limits and reaches whole ones", () => {
  const seen = new Set<number>();
  forSeeds("limits", 200, ({ integer, number, random, rows }) => {
    seen.add(integer(-1, 2));
    const x = number(3, 4);
    assert(x >= 3 && x < 4);
    const u = random();
    assert(u >= 0 && u < 1);
    const drawn = rows(integer(1, 3), 2, 10, 11);
    assert(
      drawn.every((row) =>
        row.length === 2 && row.every((value) => value >= 10 && value < 11)
      ),
    );
  });
  assertEquals([...seen].sort((a, b) => a - b), [-1, 0, 1, 2]);
});
