import { assertEquals } from "@std/assert";
import { matrix, oneHot, zeros } from "../../../mod.ts";
import { assertSame, wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("oneHot() puts a 1 where the label says", () => {
  forSeeds("oneHot", 20, (draw) => {
    const classes = draw.integer(1, 6);
    const labels = Array.from(
      { length: draw.integer(0, 20) },
      () => draw.integer(0, classes - 1),
    );
    const rows = oneHot(labels, classes).toArray();
    assertEquals(rows.length, labels.length);
    rows.forEach((row, i) =>
      row.forEach((value, k) => assertEquals(value, k === labels[i] ? 1 : 0))
    );
  });
  assertSame(oneHot(new Uint8Array([1, 0]), 2), matrix([[0, 1], [1, 0]]));
  assertSame(oneHot([], 3), zeros(0, 3));
});

Deno.test("oneHot() refuses labels out of range, and names the place", () => {
  for (const label of [3, -1, 0.5, NaN]) {
    assertRefuses(
      () => oneHot([0, label], 3),
      RangeError,
      `Cannot make one-hot rows: label 1 is ${label}, ` +
        "an integer from 0 to 2 is needed",
    );
  }
  assertRefuses(
    () => oneHot([wrong("0")], 3),
    TypeError,
    'Cannot make one-hot rows: label 0 is "0", a number is needed',
  );
  assertRefuses(
    () => oneHot(wrong(2), 3),
    TypeError,
    "Cannot make one-hot rows: labels is 2, a list of numbers is needed",
  );
  assertRefuses(
    () => oneHot([0], 2.5),
    RangeError,
    "Cannot make one-hot rows: the number of classes is 2.5, " +
      "an integer of 0 or more is needed",
  );
});
