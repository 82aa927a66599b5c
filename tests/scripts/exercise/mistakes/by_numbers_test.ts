import { assert, assertEquals } from "@std/assert";
import { rightAnswers } from "../../../../scripts/exercise/answers.ts";
import { mistakeIn } from "../../../../scripts/exercise/mistakes/find.ts";
import type { TestCase } from "../../../../scripts/exercise/test_case.ts";
import { came, judgeTask } from "../judged_cases.ts";

type Rows = readonly (readonly number[])[];

/** The kind that is named where each right result is changed so. */
function named(
  task: number,
  change: (right: Rows, test: TestCase, i: number) => Rows | undefined,
  of?: string,
): string | undefined {
  const judged = judgeTask(task, (test, i) => {
    if (of !== undefined && test.call.name !== of) return undefined;
    const [answer] = rightAnswers(test);
    assert(answer !== undefined && "rows" in answer);
    const rows = change(answer.rows, test, i);
    return rows && came({ kind: "rows", rows }, { calls: 2 });
  });
  return mistakeIn(judged)?.name;
}

const each = (f: (x: number) => number) => (rows: Rows): Rows =>
  rows.map((row) => row.map(f));

Deno.test("mistakeIn() names how numbers differ, where no formula tells it", () => {
  assertEquals(named(5, each((x) => 3.7 * x)), "multiple");
  assertEquals(named(7, each((x) => 3.7 * x)), "multiple");
  assertEquals(named(5, each((x) => x + 0.3)), "shifted");
  assertEquals(named(8, each((x) => x + 0.3)), "shifted");
  assertEquals(named(5, each((x) => 1 / x)), "reciprocal");
  assertEquals(named(8, each(Math.round)), "rounded");
  const shares = (x: number) => Number(x.toFixed(2));
  assertEquals(named(2, each(shares), "probabilities"), "rounded");
  assertEquals(named(8, each(() => NaN)), "allNaN");
  assertEquals(named(6, each(() => 0)), "allZero");
  assertEquals(named(5, each(() => 7)), "constant");
  assertEquals(named(8, (_, { call }) => call.arguments[1] as Rows), "input");
  assertEquals(
    named(
      5,
      (right, { call }) =>
        each((x) => x * (call.arguments[0] as Rows).length ** 2)(right),
    ),
    "bySizes",
  );
  assertEquals(
    named(6, (right) => right.map(() => right[0]!)),
    "sameRows",
  );
});

/** Right numbers that are changed without any rule. */
const spoilt = (rows: Rows): Rows =>
  rows.map((row, i) => row.map((x, j) => 2 + Math.sin(7 * x + i + 2 * j)));

Deno.test("mistakeIn() names what sets wrong results apart, where nothing else is known", () => {
  const given = ({ call }: TestCase) => call.arguments[0] as Rows;
  const isLarge = (test: TestCase) => Math.max(...given(test).flat()) > 100;
  assertEquals(
    named(6, (right, test) => isLarge(test) ? spoilt(right) : undefined),
    "largeNumbers",
  );
  assertEquals(
    named(6, (right, test) => isLarge(test) ? undefined : spoilt(right)),
    "other",
  );
  assertEquals(
    named(
      1,
      (right, test) => given(test).length > 1 ? spoilt(right) : undefined,
    ),
    "sizeOnly",
  );
  assertEquals(
    named(
      1,
      (right, test) => given(test).length > 1 ? undefined : spoilt(right),
    ),
    "sizeOnly",
  );
  // a case of another size is right too
  assertEquals(
    named(
      1,
      (right, test, i) =>
        given(test).length > 1 && i > 2 ? spoilt(right) : undefined,
    ),
    "other",
  );
});

Deno.test("mistakeIn() names the part of a table that is right", () => {
  const but = (place: number) => (right: Rows) =>
    right.length === 1
      ? undefined
      : spoilt(right).with(place, right.at(place)!);
  assertEquals(named(6, but(0)), "partRight");
  assertEquals(named(6, but(-1)), "partRight");
  assertEquals(
    named(6, (right, _, i) => but(i % 2 - 1)(right) ?? spoilt(right)),
    "other",
  );
});

Deno.test("mistakeIn() knows lists of rows that go on", () => {
  assertEquals(
    named(8, (right) => right.map(() => right.flat())),
    "rowTooLong",
  );
  assertEquals(
    named(8, (right) => right.flatMap((row) => row.map(() => row))),
    "rowTooLong",
  );
  assertEquals(named(8, (right) => [...right, ...right]), "otherSize");
});

Deno.test("mistakeIn() names no relation of numbers that is an accident, or not everywhere", () => {
  const once =
    (f: (x: number) => number) => (right: Rows, _: TestCase, i: number) =>
      i === 0 ? each(f)(right) : undefined;
  // a single number is always a multiple of another, and always shifted
  assertEquals(named(5, once((x) => 3.7 * x)), "other");
  assertEquals(named(5, once((x) => x + 0.3)), "other");
  assertEquals(named(5, once(() => 7)), "other");
  assertEquals(
    named(5, (right, _, i) => each((x) => (3.7 + i) * x)(right)),
    "other",
  );
  // what is next to 0 is a multiple of anything
  assertEquals(named(5, each((x) => 1e-8 * x)), "other");
});
