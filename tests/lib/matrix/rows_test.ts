import { assertEquals } from "@std/assert";
import {
  gradient,
  matrix,
  sum,
  takeRows,
  transpose,
  zeros,
} from "../../../mod.ts";
import {
  assertSame,
  build,
  columnByColumn,
  drawMatrix,
  drawSize,
  wrong,
} from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("takeRows() takes rows in the order that is asked for, twice too", () => {
  const x = matrix([[1, 2], [3, 4], [5, 6]]);
  assertEquals(takeRows(x, [2, 0, 2]).toArray(), [[5, 6], [1, 2], [5, 6]]);
  assertEquals(takeRows(x, [1]).toArray(), [[3, 4]]);
  assertEquals(takeRows(transpose(x), [1, 0]).toArray(), [[2, 4, 6], [
    1,
    3,
    5,
  ]]);
  assertEquals(takeRows(7, [0, 0]).toArray(), [[7], [7]]);
});

Deno.test("takeRows() equals looking the rows up, in random shapes and orders", () => {
  forSeeds("takeRows", 40, (draw) => {
    const x = drawMatrix(draw, 1 + drawSize(draw), drawSize(draw));
    const indices = Array.from(
      { length: drawSize(draw, 20) },
      () => draw.integer(0, x.rows - 1),
    );
    const rows = x.toArray();
    const expected = build(
      indices.length,
      x.columns,
      (i, j) => rows[indices[i]!]![j]!,
    );
    assertSame(takeRows(x, indices), expected);
    assertSame(takeRows(columnByColumn(x), indices), expected);
    assertSame(takeRows(x, Uint8Array.from(indices)), expected);
  });
});

Deno.test("takeRows() of no index is no row", () => {
  assertSame(takeRows(zeros(2, 3), []), zeros(0, 3));
  assertSame(takeRows(zeros(0, 3), []), zeros(0, 3));
});

Deno.test("takeRows() leaves the list of indices alone", () => {
  const indices = [1, 0], taken = takeRows(matrix([[1], [2]]), indices);
  assertEquals(indices, [1, 0]);
  indices[0] = 0;
  assertEquals(taken.toArray(), [[2], [1]]);
});

Deno.test("takeRows() remembers its indices for the way back of a gradient", () => {
  const indices = [2, 2];
  const dx = gradient((x) => {
    const taken = takeRows(x, indices);
    indices.fill(0);
    return sum(taken);
  }, matrix([[1], [2], [3]]));
  assertEquals(dx.toArray(), [[0], [0], [2]]);
});

Deno.test("takeRows() takes anything that has indices and a length", () => {
  const like = { length: 2, 0: 1, 1: 0 };
  assertEquals(takeRows(matrix([[1], [2]]), like).toArray(), [[2], [1]]);
  const floats = new Float64Array([1, 1]);
  assertEquals(takeRows(matrix([[1], [2]]), floats).toArray(), [[2], [2]]);
});

Deno.test("takeRows() refuses an index that no row has, and names its place", () => {
  const x = matrix([[1, 2], [3, 4], [5, 6]]);
  for (const index of [3, -1, 0.5, NaN, Infinity]) {
    assertRefuses(
      () => takeRows(x, [0, 1, index]),
      RangeError,
      `Cannot take rows: index 2 is ${index}, ` +
        "an integer from 0 to 2 is needed",
    );
  }
  const kinds: [unknown, string][] = [
    ["1", '"1"'],
    [undefined, "undefined"],
    [1n, "1n"],
    [[1], "an array of 1"],
  ];
  for (const [index, found] of kinds) {
    assertRefuses(
      () => takeRows(x, [0, wrong<number>(index)]),
      TypeError,
      `Cannot take rows: index 1 is ${found}, a number is needed`,
    );
  }
  assertRefuses(
    () => takeRows(x, [0, , 1] as number[]), // deno-lint-ignore-line no-sparse-arrays
    TypeError,
    "Cannot take rows: index 1 is undefined, a number is needed",
  );
  assertRefuses(
    () => takeRows(zeros(0, 2), [0]),
    RangeError,
    "Cannot take rows: index 0 is 0, but there is none to choose from",
  );
});

Deno.test("takeRows() refuses indices that are no list, and other operands", () => {
  const x = zeros(3, 2);
  const kinds: [unknown, string][] = [
    [1, "1"],
    ["01", '"01"'],
    [undefined, "undefined"],
    [null, "null"],
    [new Set([0]), "an object of class Set"],
    [x, "a 3x2 matrix"],
    [() => 0, "a function"],
  ];
  for (const [indices, found] of kinds) {
    assertRefuses(
      () => takeRows(x, wrong(indices)),
      TypeError,
      `Cannot take rows: the indices are ${found}, a list of integers is needed`,
    );
  }
  assertRefuses(
    () => takeRows(wrong([[1]]), [0]),
    TypeError,
    "Cannot take rows: x is an array of 1, a matrix or a number is needed",
  );
});
