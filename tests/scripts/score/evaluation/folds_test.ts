import { assert, assertEquals } from "@std/assert";
import { matrix, numpyRandom, stratifiedFolds } from "../../../../mod.ts";
import type { Essays } from "../../../../scripts/score/essays/essays.ts";
import {
  foldsOf,
  splitOf,
} from "../../../../scripts/score/evaluation/folds.ts";

/** Essays with the given bands and groups. */
function essaysIn(given: number[], groups?: number[]): Essays {
  const names = ["0", "1", "2"];
  return {
    x: matrix(given.map((band) => [band])),
    given,
    bands: { names, labels: names.map((name) => [name]), ordered: true },
    ...(groups === undefined ? {} : {
      groups: { of: groups, count: new Set(groups).size, columns: ["w"] },
    }),
  };
}

/** Forty writers with one to six essays each, of any band. */
function writers(seed: number): { given: number[]; groups: number[] } {
  const random = numpyRandom(seed), given: number[] = [], groups: number[] = [];
  for (let writer = 0; writer < 40; writer++) {
    const essays = 1 + Math.floor(6 * random());
    for (let i = 0; i < essays; i++) {
      given.push(Math.floor(3 * random()));
      groups.push(writer);
    }
  }
  return { given, groups };
}

Deno.test("foldsOf() keeps every group in one fold, and the bands alike", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { given, groups } = writers(seed);
    const essays = essaysIn(given, groups);
    const folds = foldsOf(essays, { random: numpyRandom(seed), folds: 5 });
    const told = folds.flatMap(({ test }) => test);
    assertEquals(told.toSorted((a, b) => a - b), given.map((_, i) => i));
    for (const { train, test } of folds) {
      const learned = new Set(train.map((row) => groups[row]));
      assert(test.every((row) => !learned.has(groups[row])), `seed ${seed}`);
      for (const band of [0, 1, 2]) {
        const all = given.filter((one) => one === band).length;
        const here = test.filter((row) => given[row] === band).length;
        assert(Math.abs(here - all / 5) < 4, `seed ${seed}: ${here} of ${all}`);
      }
    }
  }
});

Deno.test("foldsOf() leaves no fold empty where there are groups enough", () => {
  const given = [0, 0, 0, 0, 1, 1, 1, 2, 2],
    groups = [0, 0, 1, 1, 2, 2, 2, 3, 4];
  const essays = essaysIn(given, groups);
  for (let seed = 0; seed < 20; seed++) {
    const folds = foldsOf(essays, { random: numpyRandom(seed), folds: 5 });
    assertEquals(folds.map(({ test }) => test.length).includes(0), false);
  }
});

Deno.test("foldsOf() makes the library's folds where there are no groups", () => {
  const given = Array.from({ length: 50 }, (_, i) => i % 3);
  assertEquals(
    foldsOf(essaysIn(given), { random: numpyRandom(1), folds: 4 }),
    stratifiedFolds(given, { random: numpyRandom(1), folds: 4 }),
  );
});

Deno.test("splitOf() keeps groups on one side, and about the part that is asked for", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { given, groups } = writers(seed);
    const { train, test } = splitOf(essaysIn(given, groups), {
      random: numpyRandom(seed),
      part: 0.2,
    });
    const learned = new Set(train.map((row) => groups[row]));
    assert(test.every((row) => !learned.has(groups[row])));
    assertEquals(train.length + test.length, given.length);
    const part = test.length / given.length;
    assert(Math.abs(part - 0.2) < 0.05, `seed ${seed}: ${part}`);
  }
});
