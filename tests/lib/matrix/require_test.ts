import { assertEquals } from "@std/assert";
import {
  describe,
  requireFinite,
  requireIndex,
  requireSameShape,
  requireSize,
  shape,
} from "../../../lib/matrix/_require.ts";
import { Matrix, matrix, zeros } from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";

Deno.test("describe() names every kind of value in a few words", () => {
  class Point {
    x = 1;
  }
  const cases: [unknown, string][] = [
    ["a", '"a"'],
    ['say "a"\n', '"say \\"a\\"\\n"'],
    [1.5, "1.5"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
    [12n, "12n"],
    [undefined, "undefined"],
    [null, "null"],
    [false, "false"],
    [Symbol("s"), "Symbol(s)"],
    [() => 1, "a function"],
    [class {}, "a function"],
    [[], "an array of 0"],
    [[1, [2]], "an array of 2"],
    [{}, "an object"],
    [{ a: 1 }, "an object"],
    [Object.create(null), "an object"],
    [new Point(), "an object of class Point"],
    [new Map(), "an object of class Map"],
    [new Float64Array(3), "an object of class Float64Array"],
    [Promise.resolve(1), "an object of class Promise"],
    [matrix([[1, 2]]), "a 1x2 matrix"],
    [zeros(0, 3), "a 0x3 matrix"],
  ];
  for (const [value, name] of cases) assertEquals(describe(value), name);
});

Deno.test("describe() calls no matrix what only looks like one", () => {
  // Else: "left is a 2x3 matrix, a matrix or a number is needed".
  assertEquals(describe({ rows: 2, columns: 3 }), "an object");
  assertEquals(
    describe(Object.create(Matrix.prototype)),
    "an object with the prototype of a matrix",
  );
});

Deno.test("describe() does not repeat a long text", () => {
  assertEquals(describe("x".repeat(10_000)).length < 200, true);
});

Deno.test("shape() writes rows x columns", () => {
  assertEquals(shape(zeros(2, 3)), "2x3");
  assertEquals(shape(zeros(0, 10)), "0x10");
});

Deno.test("requireSize() accepts integers of 0 or more", () => {
  for (const size of [0, 1, 2 ** 31]) requireSize(size, "rows", "do it");
  assertRefuses(
    () => requireSize(-1, "rows", "do it"),
    RangeError,
    "Cannot do it: the number of rows is -1, an integer of 0 or more is needed",
  );
  assertRefuses(
    () => requireSize(wrong("3"), "columns", "do it"),
    TypeError,
    'Cannot do it: the number of columns is "3", a number is needed',
  );
});

Deno.test("requireIndex() accepts integers from 0 to one below the size", () => {
  for (const index of [0, 1, 2]) requireIndex(index, 3, "the row", "do it");
  for (const index of [-1, 3, 0.5, NaN, Infinity]) {
    assertRefuses(
      () => requireIndex(index, 3, "the row", "do it"),
      RangeError,
      `Cannot do it: the row is ${index}, an integer from 0 to 2 is needed`,
    );
  }
  assertRefuses(
    () => requireIndex(wrong([0]), 3, "the row", "do it"),
    TypeError,
    "Cannot do it: the row is an array of 1, a number is needed",
  );
  assertRefuses(
    () => requireIndex(0, 0, "the row", "do it"),
    RangeError,
    "Cannot do it: the row is 0, but there is none to choose from",
  );
});

Deno.test("requireSameShape() compares rows and columns", () => {
  const left = zeros(2, 3);
  requireSameShape(left, zeros(2, 3), ["y", "t"], "do it");
  for (const right of [zeros(3, 2), zeros(2, 2), zeros(1, 3), zeros(6, 1)]) {
    assertRefuses(
      () => requireSameShape(left, right, ["y", "t"], "do it"),
      RangeError,
      `Cannot do it: y is 2x3 and t is ${right.rows}x${right.columns}, ` +
        "both must have the same shape",
    );
  }
});

Deno.test("requireFinite() accepts finite numbers, and 0 where it may", () => {
  requireFinite(5e-324, "h", "more than 0", "do it");
  requireFinite(1e308, "h", "more than 0", "do it");
  requireFinite(0, "delta", "0 or more", "do it");
  for (const value of [NaN, Infinity, -Infinity, -1, -5e-324]) {
    assertRefuses(
      () => requireFinite(value, "delta", "0 or more", "do it"),
      RangeError,
      `Cannot do it: delta is ${value}, a finite number of 0 or more is needed`,
    );
  }
  for (const value of [0, -0, NaN, Infinity, -1]) {
    assertRefuses(
      () => requireFinite(value, "h", "more than 0", "do it"),
      RangeError,
      `Cannot do it: h is ${value}, a finite number of more than 0 is needed`,
    );
  }
  assertRefuses(
    () => requireFinite(wrong(null), "h", "more than 0", "do it"),
    TypeError,
    "Cannot do it: h is null, a number is needed",
  );
});
