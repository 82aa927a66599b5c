import { assert, assertEquals } from "@std/assert";
import {
  add,
  divide,
  matrix,
  normalize,
  softmax,
  subtract,
  sum,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  assertSameNumbers,
  columnByColumn,
  drawMatrix,
  drawSize,
  wrong,
} from "../../_support/matrices.ts";
import { matrixIn, numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

Deno.test("softmax() gives rows with the sum 1, each number from 0 to 1", () => {
  forSeeds("softmax sums", 60, (draw) => {
    const most = 10 ** draw.integer(0, 3);
    const columns = 1 + drawSize(draw, 30);
    const y = softmax(drawMatrix(draw, drawSize(draw), columns, -most, most));
    for (const row of y.toArray()) {
      assert(row.every((p) => p >= 0 && p <= 1));
      assertClose(row.reduce((a, b) => a + b, 0), 1, "golden");
    }
  });
});

Deno.test("softmax() does not change when a row is shifted", () => {
  forSeeds("softmax shift", 40, (draw) => {
    const z = drawMatrix(draw, 1 + drawSize(draw), 1 + drawSize(draw), -5, 5);
    const shift = drawMatrix(draw, z.rows, 1, -1000, 1000);
    assertClose(softmax(add(z, shift)), softmax(z), {
      rtol: 1e-11, // the sum itself is rounded: 1000 * 2^-53 in the exponent
      atol: 0,
    });
  });
});

Deno.test("softmax() is the exponentials divided by their sum", () => {
  forSeeds("softmax definition", 30, (draw) => {
    const z = drawMatrix(draw, 4, 1 + drawSize(draw), -20, 20);
    const expected = z.toArray().map((row) => {
      const total = row.reduce((total, score) => total + Math.exp(score), 0);
      return row.map((score) => Math.exp(score) / total);
    });
    assertClose(softmax(z), expected, "golden");
  });
});

Deno.test("softmax() meets NumPy, extreme rows included", () => {
  for (const { shape, x, softmax: text } of golden.softmax) {
    const found = softmax(matrixIn(x, shape)).toFloat64Array();
    const across = softmax(columnByColumn(matrixIn(x, shape)));
    assertSameNumbers(across.toFloat64Array(), found);
    numbersIn(text).forEach((value, i) => {
      if (Number.isNaN(value)) assertSameNumbers([found[i]!], [NaN]);
      else assertClose(found[i]!, value, { rtol: 1e-15, atol: 5e-324 });
    });
  }
});

Deno.test("softmax() is finite for ±1000 and even where all are equal", () => {
  assertEquals(softmax(matrix([1000, -1000])).toArray(), [[1, 0]]);
  assertEquals(softmax(matrix([-1000, -1000])).toArray(), [[0.5, 0.5]]);
  assertEquals(softmax(zeros(2, 4)).toArray(), [
    [0.25, 0.25, 0.25, 0.25],
    [0.25, 0.25, 0.25, 0.25],
  ]);
  assertEquals(softmax(matrix([[-7], [1e308]])).toArray(), [[1], [1]]);
  assertEquals(softmax(3).item(), 1);
});

Deno.test("softmax() takes each row by itself, and matrices without numbers", () => {
  const y = softmax(matrix([[1, 2, 3], [NaN, 0, 0], [1000, 1001, 1002]]));
  const [first, second, third] = y.toArray();
  assertEquals(first, third);
  assertSameNumbers(second!, [NaN, NaN, NaN]);
  for (const [rows, columns] of [[0, 3], [3, 0], [0, 0]] as const) {
    assertSame(softmax(zeros(rows, columns)), zeros(rows, columns));
  }
});

Deno.test("softmax() refuses what is neither matrix nor number", () => {
  assertRefuses(
    () => softmax(wrong([1, 2])),
    TypeError,
    "Cannot take the softmax: the operand is an array of 2, " +
      "a matrix or a number is needed",
  );
});

Deno.test("normalize() divides each row by its sum", () => {
  forSeeds("normalize", 40, (draw) => {
    const x = drawMatrix(draw, drawSize(draw), 1 + drawSize(draw), 0, 9);
    const expected = divide(x, sum(x, { by: "row" }));
    assertSame(normalize(x), expected);
    assertSame(normalize(columnByColumn(x)), expected);
    const totals = sum(normalize(x), { by: "row" });
    assertClose(subtract(totals, 1), zeros(x.rows, 1), {
      rtol: 0,
      atol: 1e-15,
    });
  });
  assertEquals(normalize(matrix([[1, 0], [0, 3]])).toArray(), [[1, 0], [0, 1]]);
  assertEquals(normalize(4).item(), 1);
  assertSame(normalize(zeros(0, 3)), zeros(0, 3));
});

Deno.test("normalize() lets NaN through in its own row", () => {
  const [first, second] = normalize(matrix([[NaN, 1], [1, 3]])).toArray();
  assertSameNumbers(first!, [NaN, NaN]);
  assertEquals(second, [0.25, 0.75]);
});

Deno.test("normalize() refuses what gives no probability", () => {
  const action = "Cannot turn scores into probabilities";
  const negative: [number[][], string][] = [
    [[[2, -1, 0]], "row 0, column 1 is -1"],
    [[[1, 2], [3, -0.5]], "row 1, column 1 is -0.5"],
    [[[-Infinity, 1]], "row 0, column 0 is -Infinity"],
    [[[NaN, -1]], "row 0, column 1 is -1"],
  ];
  for (const [rows, found] of negative) {
    for (const x of [matrix(rows), columnByColumn(matrix(rows))]) {
      assertRefuses(
        () => normalize(x),
        RangeError,
        `${action}: ${found}, scores of 0 or more are needed; softmax takes any`,
      );
    }
  }
  const sums: [number[][], number, number][] = [
    [[[0, 0, 0]], 0, 0],
    [[[1, 1], [0, -0]], 1, 0],
    [[[1], [2], [Infinity]], 2, Infinity],
    [[[1e308, 1e308]], 0, Infinity],
    [[[]], 0, 0],
  ];
  for (const [rows, row, total] of sums) {
    assertRefuses(
      () => normalize(matrix(rows)),
      RangeError,
      `${action}: the sum of row ${row} is ${total}, ` +
        "a finite sum above 0 is needed",
    );
  }
  assertRefuses(
    () => normalize(-1),
    RangeError,
    `${action}: row 0, column 0 is -1, ` +
      "scores of 0 or more are needed; softmax takes any",
  );
});

Deno.test("normalize() refuses what is neither matrix nor number", () => {
  assertRefuses(
    () => normalize(wrong(null)),
    TypeError,
    "Cannot turn scores into probabilities: the operand is null, " +
      "a matrix or a number is needed",
  );
});
