import { assertEquals } from "@std/assert";
import {
  concatenate,
  gradient,
  type Matrix,
  matrix,
  multiply,
  sum,
  takeColumns,
  takeRows,
  transpose,
} from "../../../mod.ts";
import {
  assertSame,
  columnByColumn,
  drawMatrix,
} from "../../_support/matrices.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("concatenate() joins rows, or columns, of any number of matrices", () => {
  const a = matrix([[1, 2], [3, 4]]), b = matrix([5, 6]);
  assertEquals(concatenate([a, b, a]).toArray(), [
    [1, 2],
    [3, 4],
    [5, 6],
    [1, 2],
    [3, 4],
  ]);
  const side = concatenate([transpose(b), a, 7].slice(0, 2), {
    join: "columns",
  });
  assertEquals(side.toArray(), [[5, 1, 2], [6, 3, 4]]);
  assertEquals(concatenate([1, 2, 3]).toArray(), [[1], [2], [3]]);
  assertSame(concatenate([a]), a);
});

Deno.test("concatenate() and takeRows(), takeColumns() are each other's way back", () => {
  forSeeds("joining", 30, (draw) => {
    const sizes = Array.from(
      { length: draw.integer(1, 9) },
      () => draw.integer(0, 4),
    );
    const parts = sizes.map((size) => drawMatrix(draw, size, 3));
    const rows = concatenate(parts);
    const columns = concatenate(parts.map(transpose), { join: "columns" });
    assertSame(columns, transpose(rows));
    let next = 0;
    parts.forEach((part) => {
      const indices = Array.from({ length: part.rows }, () => next++);
      assertSame(takeRows(rows, indices), part);
      assertSame(takeColumns(columns, indices), transpose(part));
      assertSame(
        takeColumns(columnByColumn(columns), indices),
        transpose(part),
      );
    });
  });
});

Deno.test("gradient() of concatenate() adds up what one matrix gets in two places", () => {
  const x = matrix([[1, 2]]), dy = matrix([[1, 10], [100, 1000]]);
  const loss = (x: Matrix) => sum(multiply(dy, concatenate([x, x])));
  assertEquals(gradient(loss, x).toArray(), [[101, 1010]]);
});

Deno.test("gradient() of takeColumns() takes the columns that were asked for at the time", () => {
  const x = matrix([[1, 2, 3]]), indices = [2, 0, 2];
  const dx = gradient((x) => {
    const y = takeColumns(x, indices);
    indices.fill(1);
    return sum(y);
  }, x);
  assertSame(dx, matrix([[1, 0, 2]]));
});
