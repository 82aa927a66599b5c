import { assertEquals } from "@std/assert";
import { matrix, numpyRandom, randn } from "../../../../mod.ts";
import { featuresOf } from "../../../../scripts/score/essays/essays.ts";
import { findOutliers } from "../../../../scripts/score/essays/outliers.ts";
import {
  shipped,
  shippedTable,
} from "../../../../scripts/score/essays/shipped.ts";
import penguins from "../../../../examples/data/penguins/penguins.csv" with {
  type: "text",
};

/** What is found in one feature: rows, values and kinds. */
function found(column: readonly number[]): unknown[] {
  return findOutliers(matrix(column.map((value) => [value])))
    .map(({ row, value, kind }) => [row, value, kind]);
}

const usual = Array.from({ length: 100 }, (_, i) => 80 + i % 40);

Deno.test("findOutliers() finds a number with a digit too many, and one below 0", () => {
  assertEquals(found(usual), []);
  assertEquals(found(usual.with(3, 1e12)), [[3, 1e12, "far"]]);
  assertEquals(found(usual.with(3, 1200)), [[3, 1200, "far"]]);
  assertEquals(found(usual.with(3, 200)), []);
  assertEquals(found(usual.with(50, -30)), [[50, -30, "negative"]]);
});

Deno.test("findOutliers() finds none among numbers that are below 0 as a rule", () => {
  const normal = randn(numpyRandom(0), 500, 1).toArray().flat();
  assertEquals(found(normal), []);
});

Deno.test("findOutliers() bears features that hardly change", () => {
  const zeros = Array<number>(100).fill(0);
  assertEquals(found(zeros), []);
  assertEquals(found(zeros.map((_, i) => i % 10 === 0 ? 3 : 0)), []);
});

Deno.test("findOutliers() finds none in the tables of the kit", () => {
  const { features } = shipped;
  assertEquals(findOutliers(featuresOf(shippedTable(features))), []);
  const rows = penguins.trim().split(/\r?\n/).slice(1)
    .map((line) => line.split(",").map(Number).slice(0, 4));
  assertEquals(findOutliers(matrix(rows)), []);
});

Deno.test("findOutliers() knows nothing of a few essays", () => {
  assertEquals(found(usual.slice(0, 19).with(0, 1e12)), []);
});
