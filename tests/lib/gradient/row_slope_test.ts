/**
 * The gradient of `takeRows` of a large matrix is kept as the rows that were
 * taken. Here it is added up as the formula says, over all rows.
 */
import { assert, assertEquals } from "@std/assert";
import {
  add,
  gradient,
  type Matrix,
  matrix,
  multiply,
  sum,
  takeRows,
  zeros,
} from "../../../mod.ts";
import { RowSlope } from "../../../lib/gradient/_slope.ts";
import { withSlopes } from "../../../lib/gradient/backpropagation.ts";
import { assertSame, drawMatrix } from "../../_support/matrices.ts";
import { forSeeds } from "../../_support/seeded.ts";

/** What `factors`, one for each row taken, add to the slopes of a matrix. */
function scattered(
  factors: Matrix,
  taken: readonly number[],
  rows: number,
): Matrix {
  const sums = zeros(rows, factors.columns).toArray();
  factors.toArray().forEach((row, i) =>
    row.forEach((value, k) => sums[taken[i]!]![k]! += value)
  );
  return matrix(sums);
}

Deno.test("gradient() of a few rows of a large matrix is that of all rows, bit for bit", () => {
  forSeeds("row slopes", 30, (draw) => {
    const rows = draw.integer(20, 60), columns = draw.integer(1, 5);
    const W = drawMatrix(draw, rows, columns);
    // Numbers of unlike sizes, so that the order of adding is seen; among
    // them zeros of both signs.
    const takes = Array.from({ length: draw.integer(1, 6) }, () => {
      const taken = Array.from(
        { length: draw.integer(0, 12) },
        () => draw.integer(0, rows - 1),
      );
      const scale = 10 ** draw.integer(-8, 8);
      const factors = drawMatrix(draw, taken.length, columns, -scale, scale)
        .toFloat64Array().map((x) => draw.integer(0, 9) === 0 ? -0 : x);
      const lists = taken.map((_, i) => [
        ...factors.subarray(i * columns, (i + 1) * columns),
      ]);
      return {
        taken,
        factors: taken.length === 0 ? zeros(0, columns) : matrix(lists),
      };
    });
    const whole = draw.integer(0, takes.length); // where all rows are used
    const C = drawMatrix(draw, rows, columns);
    const f = (W: Matrix) => {
      let total = sum(zeros(1, 1));
      takes.forEach(({ taken, factors }, i) => {
        if (i === whole) total = add(total, sum(multiply(W, C)));
        total = add(total, sum(multiply(takeRows(W, taken), factors)));
      });
      return total;
    };
    // The way back meets the last use first.
    let expected: Matrix | undefined;
    takes.forEach((_, k) => {
      const i = takes.length - 1 - k, { taken, factors } = takes[i]!;
      const parts = [scattered(factors, taken, rows)];
      if (i === whole) parts.push(C);
      for (const part of parts) {
        expected = expected === undefined ? part : add(expected, part);
      }
    });
    assertSame(gradient(f, W), expected!);
  });
});

Deno.test("gradient() of rows of rows is that of the rows they came from", () => {
  const W = drawAll(100, 2);
  const slope = gradient(
    (W) => sum(takeRows(takeRows(W, [90, 5, 90, 7, 8, 9]), [2, 0, 1])),
    W,
  );
  const expected = zeros(100, 2).toArray();
  expected[90] = [2, 2];
  expected[5] = [1, 1];
  assertEquals(slope.toArray(), expected);
});

function drawAll(rows: number, columns: number): Matrix {
  return matrix(
    Array.from({ length: rows }, (_, i) => Array(columns).fill(i + 1)),
  );
}

Deno.test("withSlopes() keeps the rows that were taken, and no others", () => {
  const W = drawAll(1000, 3);
  withSlopes(
    ([W]) => sum(add(takeRows(W!, [3, 3, 999]), takeRows(W!, [0, 3, 1]))),
    [W, W],
    (_value, [slope, none]) => {
      assert(slope instanceof RowSlope);
      assertEquals([...slope.lists.keys()].sort(), [0, 1, 3, 999]);
      assertEquals([...slope.lists.get(3)!], [3, 3, 3]);
      assertEquals(none, undefined);
    },
  );
});
