import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { numpyRandom, stratifiedFolds, stratifiedSplit } from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

function drawLabels(draw: Draw, rows: number): number[] {
  const classes = draw.integer(1, 5);
  // Some classes are rare.
  return Array.from(
    { length: rows },
    () => Math.floor(classes * draw.random() ** 2),
  );
}

/** How often each label comes among these rows. */
function counts(labels: readonly number[], rows: readonly number[]): number[] {
  const found = Array<number>(Math.max(...labels) + 1).fill(0);
  for (const row of rows) found[labels[row]!]!++;
  return found;
}

function assertPartition(
  rows: number,
  train: readonly number[],
  test: readonly number[],
): void {
  for (const part of [train, test]) {
    assertEquals(part, part.toSorted((a, b) => a - b));
  }
  const all = [...train, ...test].sort((a, b) => a - b);
  assertEquals(all, Array.from({ length: rows }, (_, i) => i));
}

Deno.test("stratifiedSplit() takes the same part of every class, within one row", () => {
  forSeeds("split", 100, (draw) => {
    const rows = draw.integer(1, 200), part = draw.number(0.01, 0.99);
    const labels = drawLabels(draw, rows);
    const { train, test } = stratifiedSplit(labels, {
      random: draw.random,
      part,
    });
    assertPartition(rows, train, test);
    const least = Math.min(1, rows - 1);
    assertEquals(test.length, Math.max(least, Math.floor(rows * part)));
    const all = counts(labels, labels.map((_, i) => i));
    counts(labels, test).forEach((count, k) =>
      assert(Math.abs(count - all[k]! * part) <= 1, `${count} of ${all[k]}`)
    );
  });
});

Deno.test("stratifiedSplit() sets a row aside, whichever, if its part is less than one", () => {
  const chosen = [0, 0, 0];
  for (let seed = 0; seed < 900; seed++) {
    const { train, test } = stratifiedSplit([0, 1, 1], {
      random: numpyRandom(seed),
    });
    assertEquals([train.length, test.length], [2, 1]);
    chosen[test[0]!]!++;
  }
  // 300 each, with a standard deviation of 14
  for (const count of chosen) assert(Math.abs(count - 300) < 70, `${chosen}`);
  for (const part of [1e-300, 0.49, 0.99]) {
    const split = stratifiedSplit([0, 0], { random: numpyRandom(0), part });
    assertEquals([split.train.length, split.test.length], [1, 1]);
  }
  const one = stratifiedSplit([0], { random: numpyRandom(0) });
  assertEquals(one, { train: [0], test: [] });
});

Deno.test("stratifiedSplit() sets a fifth aside unless told otherwise", () => {
  const labels = Array.from({ length: 100 }, (_, i) => i % 2);
  const { test } = stratifiedSplit(labels, { random: numpyRandom(0) });
  assertEquals(counts(labels, test), [10, 10]);
});

Deno.test("stratifiedFolds() puts every row into test once, classes spread evenly", () => {
  forSeeds("folds", 100, (draw) => {
    const folds = draw.integer(2, 10), rows = folds + draw.integer(0, 150);
    const labels = drawLabels(draw, rows);
    const splits = stratifiedFolds(labels, { random: draw.random, folds });
    assertEquals(splits.length, folds);
    const all = counts(labels, labels.map((_, i) => i));
    for (const { train, test } of splits) {
      assertPartition(rows, train, test);
      assert(Math.abs(test.length - rows / folds) < 1);
      counts(labels, test).forEach((count, k) =>
        assert(Math.abs(count - all[k]! / folds) < 1, `${count} of ${all[k]}`)
      );
    }
    const tested = splits.flatMap(({ test }) => test).sort((a, b) => a - b);
    assertEquals(tested, Array.from({ length: rows }, (_, i) => i));
  });
});

Deno.test("stratifiedFolds() makes five folds unless told otherwise", () => {
  const options = { random: numpyRandom(0) };
  assertEquals(stratifiedFolds([0, 0, 0, 0, 0], options).length, 5);
});

Deno.test("splits are the same for the same seed, and others for another", () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 3);
  const split = (seed: number) =>
    stratifiedSplit(labels, { random: numpyRandom(seed) });
  const folds = (seed: number) =>
    stratifiedFolds(labels, { random: numpyRandom(seed) });
  assertEquals(split(1), split(1));
  assertEquals(folds(1), folds(1));
  assertNotEquals(split(1), split(2));
  assertNotEquals(folds(1), folds(2));
});

Deno.test("splits choose every row equally often", () => {
  const labels = [0, 0, 0, 0, 1, 1, 1, 1], random = numpyRandom(5);
  const chosen = Array<number>(8).fill(0);
  for (let i = 0; i < 4000; i++) {
    const { test } = stratifiedSplit(labels, { random, part: 0.25 });
    for (const row of test) chosen[row]!++;
  }
  // 1000 each, with a standard deviation of 27
  for (const count of chosen) assert(Math.abs(count - 1000) < 140, `${chosen}`);
});

Deno.test("splits of no row", () => {
  const options = { random: numpyRandom(0) };
  assertEquals(stratifiedSplit([], options), { train: [], test: [] });
  assertRefuses(
    () => stratifiedFolds([], options),
    RangeError,
    "Cannot make folds: found 5 folds for 0 rows, " +
      "at least 2 folds with a row in each are needed",
  );
});

Deno.test("splits take any list of labels and leave it alone", () => {
  const labels = Uint8Array.from([2, 0, 1, 2]), random = numpyRandom(0);
  stratifiedSplit(labels, { random });
  const splits = stratifiedFolds(labels, { random, folds: 2 });
  assertEquals(splits.length, 2);
  assertEquals([...labels], [2, 0, 1, 2]);
});

Deno.test("splits refuse labels and options that they cannot use", () => {
  const random = numpyRandom(0), labels = [0, 1];
  for (
    const [call, action] of [
      [stratifiedSplit, "split rows"],
      [stratifiedFolds, "make folds"],
    ] as const
  ) {
    for (const label of [-1, 0.5, NaN]) {
      assertRefuses(
        () => call([0, label], { random }),
        RangeError,
        `Cannot ${action}: label 1 is ${label}, ` +
          "an integer of 0 or more is needed",
      );
    }
    assertRefuses(
      () => call([0, wrong("A")], { random }),
      TypeError,
      `Cannot ${action}: label 1 is "A", an integer of 0 or more is needed`,
    );
    assertRefuses(
      () => call(wrong("001"), { random }),
      TypeError,
      `Cannot ${action}: labels is "001", a list of numbers is needed`,
    );
    assertRefuses(
      () => call(labels, wrong({})),
      TypeError,
      `Cannot ${action}: random is undefined, ` +
        "a function that returns numbers in [0, 1) is needed",
    );
    assertRefuses(
      () => call(Array(9).fill(0), { random: () => 1 }),
      RangeError,
      `Cannot ${action}: the source returned 1, a number in [0, 1) is needed`,
    );
    assertRefusesOptions((options) => call(labels, options), action);
  }
  for (const part of [0, -1, NaN]) {
    assertRefuses(
      () => stratifiedSplit(labels, { random, part }),
      RangeError,
      `Cannot split rows: part is ${part}, ` +
        "a finite number of more than 0 is needed",
    );
  }
  assertRefuses(
    () => stratifiedSplit(labels, { random, part: 1 }),
    RangeError,
    "Cannot split rows: part is 1, a number below 1 is needed",
  );
  for (const folds of [0, 1, 3]) {
    assertRefuses(
      () => stratifiedFolds(labels, { random, folds }),
      RangeError,
      `Cannot make folds: found ${folds} folds for 2 rows, ` +
        "at least 2 folds with a row in each are needed",
    );
  }
});
