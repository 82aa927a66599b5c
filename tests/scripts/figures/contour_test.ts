import { assert, assertEquals } from "@std/assert";
import seedrandom from "seedrandom";
import { outlines, type Point } from "../../../scripts/figures/contour.ts";
import { assertClose } from "../../_support/close.ts";

/**
 * The area within an outline, by the shoelace formula; holes count less than 0.
 */
function area(outline: readonly Point[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

const whole = (found: readonly (readonly Point[])[]): number =>
  found.reduce((sum, outline) => sum + area(outline), 0);

Deno.test("outlines() go round a single point, halfway to its neighbours", () => {
  const found = outlines([-1, -1, -1, -1, 1, -1, -1, -1, -1], 3);
  assertEquals(found.length, 1);
  assertEquals(found[0]!.toSorted(), [[0.5, 1], [1, 0.5], [1, 1.5], [1.5, 1]]);
  assertEquals(area(found[0]!), 0.5);
});

Deno.test("outlines() end at the grid, and leave out what is below 0", () => {
  assertEquals(whole(outlines([1, 1, 1, 1, 1, 1], 3)), 2);
  assertEquals(outlines([-1, -1, -1, -1], 2), []);
  // Values that are 1 in the first column and -3 in the next meet 0 at a
  // quarter.
  assertEquals(whole(outlines([1, -3, 1, -3], 2)), 0.25);
});

Deno.test("outlines() turn the other way round a hole", () => {
  const values = Array.from({ length: 25 }, (_, i) => i === 12 ? -1 : 1);
  const areas = outlines(values, 5).map(area).sort((a, b) => a - b);
  assertEquals(areas, [-0.5, 16]);
});

Deno.test("outlines() join corners that meet if the middle is inside", () => {
  assertEquals(outlines([2, -1, -1, 2], 2).length, 1);
  assertEquals(outlines([1, -2, -2, 1], 2).length, 2);
});

Deno.test("outlines() of values and of their opposites share the grid", () => {
  const random = seedrandom("contour");
  for (let round = 0; round < 50; round++) {
    const values = Float64Array.from({ length: 9 * 7 }, () => random() - 0.5);
    const [inside, outside] = [values, values.map((value) => -value)]
      .map((values) => whole(outlines(values, 9)));
    assertClose(inside! + outside!, 8 * 6, "golden");
    assert(inside! > 0 && outside! > 0);
  }
});
