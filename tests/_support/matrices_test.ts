import { assertEquals, AssertionError, assertThrows } from "@std/assert";
import { isTransposed } from "../../lib/matrix/matrix.ts";
import { fromFloat64Array, matrix } from "../../mod.ts";
import {
  assertSame,
  assertSameNumbers,
  build,
  columnByColumn,
  drawMatrix,
  drawOneHot,
  drawSize,
  rowByRow,
  SHAPES,
} from "./matrices.ts";
import { forSeeds } from "./seeded.ts";

Deno.test("build() puts every number in its place", () => {
  assertEquals(build(2, 3, (row, column) => 10 * row + column).toArray(), [
    [0, 1, 2],
    [10, 11, 12],
  ]);
});

Deno.test("rowByRow() and columnByColumn() differ in the order in memory alone", () => {
  const x = matrix([[1, 2, 3], [4, 5, 6]]);
  const across = columnByColumn(x);
  assertEquals([isTransposed(x), isTransposed(across)], [false, true]);
  assertEquals(isTransposed(rowByRow(across)), false);
  assertEquals(across.toArray(), x.toArray());
  assertEquals(rowByRow(across).toArray(), x.toArray());
  for (const [rows, columns] of SHAPES) {
    const any = build(rows, columns, (i, j) => i - j / 3);
    assertSame(columnByColumn(any), any);
    assertSame(rowByRow(columnByColumn(any)), any);
  }
});

Deno.test("drawMatrix() and drawOneHot() draw in both orders, drawSize() 0 and 1", () => {
  const orders = new Set<boolean>(), sizes = new Set<number>();
  forSeeds("matrices", 30, (draw) => {
    const x = drawMatrix(draw, 2, 3, 5, 6), t = drawOneHot(draw, 4, 3);
    orders.add(isTransposed(x)).add(isTransposed(t));
    sizes.add(drawSize(draw));
    for (const value of x.toFloat64Array()) assertEquals(Math.floor(value), 5);
    for (const row of t.toArray()) {
      assertEquals(row.toSorted(), [0, 0, 1]);
    }
  });
  assertEquals([...orders].sort(), [false, true]);
  assertEquals([sizes.has(0), sizes.has(1)], [true, true]);
});

Deno.test("assertSame() compares shapes and bits", () => {
  assertSame(matrix([0, NaN, -0]), matrix([0, NaN, -0]));
  const cases = [
    [matrix([1, 0]), matrix([1, -0]), "x: number 1 of 2 is 0, expected -0"],
    [matrix([1]), matrix([NaN]), "x: number 0 of 1 is 1, expected NaN"],
    [
      matrix([1, 2]),
      matrix([[1], [2]]),
      "x: actual is 1x2 and expected is 2x1",
    ],
    [
      fromFloat64Array(new Float64Array(0), 0, 2),
      fromFloat64Array(new Float64Array(0), 2, 0),
      "x: actual is 0x2 and expected is 2x0",
    ],
  ] as const;
  for (const [actual, expected, message] of cases) {
    const thrown = () => assertSame(actual, expected, "x");
    assertEquals(assertThrows(thrown, AssertionError).message, message);
  }
  assertEquals(
    assertThrows(() => assertSameNumbers([1], []), AssertionError).message,
    "actual has 1 numbers and expected has 0",
  );
});
