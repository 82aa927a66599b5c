import { assertEquals } from "@std/assert";
import {
  farthestOf,
  MOST_FAR,
} from "../../../../scripts/score/evaluation/farthest.ts";

Deno.test("farthestOf() puts what is more bands off first, then what seemed less likely", () => {
  const held = {
    given: Uint8Array.of(0, 0, 2, 1, 1),
    predicted: [Uint8Array.of(1, 2, 1, 1, 0), Uint8Array.of(1, 2, 1, 1, 1)],
    classes: 3,
  };
  // The sums over two runs.
  const sums = Float64Array.from([
    ...[0.6, 1.2, 0.2],
    ...[0.7, 0.3, 1],
    ...[0.3, 1.4, 0.3],
    ...[0.2, 1.6, 0.2],
    ...[0.9, 1, 0.1],
  ]);
  const found = farthestOf(held, sums, true);
  // The fourth is right, and of the last as many runs are right as not: there
  // the lower band counts.
  assertEquals(found.map(({ row }) => row), [1, 2, 0, 4]);
  assertEquals(found[0], {
    row: 1,
    given: 0,
    predicted: 2,
    probability: 0.5,
    ofGiven: 0.35,
    distance: 2,
  });
  const unordered = farthestOf(held, sums, false);
  assertEquals(unordered.map(({ row }) => row), [2, 0, 1, 4]);
});

Deno.test("farthestOf() keeps the furthest of many", () => {
  const length = 500;
  const given = new Uint8Array(length), predicted = [given.map(() => 1)];
  const sums = new Float64Array(2 * length);
  for (let row = 0; row < length; row++) {
    sums[2 * row] = (row * 7 % length) / length;
    sums[2 * row + 1] = 1 - sums[2 * row]!;
  }
  const found = farthestOf({ given, predicted, classes: 2 }, sums, true);
  const least = Array.from({ length: MOST_FAR }, (_, i) => i / length);
  assertEquals(found.map(({ ofGiven }) => ofGiven), least);
});
