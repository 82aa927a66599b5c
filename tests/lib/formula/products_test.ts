import { assert, assertEquals } from "@std/assert";
import {
  add,
  affine,
  fromFloat64Array,
  matmul,
  type Matrix,
  matrix,
  transpose,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  build,
  columnByColumn,
  drawMatrix,
  drawSize,
  rowByRow,
  SHAPES,
  wrong,
} from "../../_support/matrices.ts";
import { matrixIn, ramp } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

/** The textbook's three loops. */
function threeLoops(a: Matrix, b: Matrix): Matrix {
  const A = a.toArray(), B = b.toArray();
  return build(a.rows, b.columns, (i, j) => {
    let total = 0;
    for (let k = 0; k < a.columns; k++) total += A[i]![k]! * B[k]![j]!;
    return total;
  });
}

function assertProduct(a: Matrix, b: Matrix): void {
  const expected = threeLoops(a, b);
  const label = `${a.rows}x${a.columns} times ${b.rows}x${b.columns}`;
  for (const left of [rowByRow(a), columnByColumn(a)]) {
    for (const right of [rowByRow(b), columnByColumn(b)]) {
      assertSame(matmul(left, right), expected, label);
    }
  }
}

Deno.test("matmul() equals three plain loops bit for bit in every small size", () => {
  forSeeds("matmul small", 1, (draw) => {
    for (const rows of [0, 1, 2, 3, 5]) {
      for (const inner of [0, 1, 2, 3, 4, 5, 7, 8]) {
        for (const columns of [0, 1, 2, 3, 4, 5, 6]) {
          const a = drawMatrix(draw, rows, inner);
          assertProduct(a, drawMatrix(draw, inner, columns));
        }
      }
    }
  });
});

Deno.test("matmul() equals three plain loops bit for bit in random sizes", () => {
  forSeeds("matmul random", 40, (draw) => {
    const rows = drawSize(draw, 40), inner = drawSize(draw, 60);
    const a = drawMatrix(draw, rows, inner, -1e3, 1e3);
    assertProduct(a, drawMatrix(draw, inner, drawSize(draw, 40)));
  });
});

Deno.test("matmul() adds the products in the order of k", () => {
  // 1e16 swallows the 1 that comes after it and not the 1 that comes before.
  const b = matrix([[1], [1], [1], [1], [1], [1]]);
  const b4 = build(6, 4, () => 1);
  const rows = [[1e16, 1, -1e16, 1, 1, 1], [1, 1e16, 1, -1e16, 1, 1]];
  assertEquals(matmul(matrix(rows), b).toArray(), [[3], [2]]);
  assertEquals(matmul(matrix(rows), b4).toArray(), [[3, 3, 3, 3], [
    2,
    2,
    2,
    2,
  ]]);
  assertProduct(matrix(rows), b4);
});

Deno.test("matmul() takes the same matrix twice", () => {
  forSeeds("matmul itself", 10, (draw) => {
    const a = drawMatrix(draw, 5, 5);
    assertProduct(a, a);
    assertSame(matmul(a, transpose(a)), threeLoops(a, transpose(a)));
  });
});

Deno.test("matmul() lets NaN and infinities through, beside zeros too", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    for (let place = 0; place < 6; place++) {
      const a = build(2, 6, (i, k) => i === 0 && k === place ? value : 1);
      assertProduct(a, zeros(6, 5));
      assertProduct(transpose(zeros(6, 5)), transpose(a));
      assert(Number.isNaN(matmul(a, zeros(6, 5)).at(0, 4)));
      assertEquals(matmul(a, zeros(6, 5)).at(1, 4), 0);
    }
  }
});

Deno.test("matmul() of no numbers is zeros", () => {
  assertSame(matmul(zeros(2, 0), zeros(0, 3)), zeros(2, 3));
  assertSame(matmul(zeros(0, 4), zeros(4, 3)), zeros(0, 3));
  assertSame(matmul(zeros(1, 0), zeros(0, 1)), zeros(1, 1));
});

Deno.test("matmul() and transpose() satisfy (AB)ᵀ = BᵀAᵀ", () => {
  forSeeds("(AB)T", 60, (draw) => {
    const a = drawMatrix(draw, drawSize(draw), drawSize(draw));
    const b = drawMatrix(draw, a.columns, drawSize(draw));
    assertSame(
      transpose(matmul(a, b)),
      matmul(transpose(b), transpose(a)),
    );
  });
});

Deno.test("matmul() takes numbers for 1x1 matrices", () => {
  assertEquals(matmul(3, 4).item(), 12);
  assertEquals(matmul(2, matrix([1, 2, 3])).toArray(), [[2, 4, 6]]);
  assertEquals(matmul(matrix([[1], [2]]), 3).toArray(), [[3], [6]]);
});

Deno.test("matmul() meets NumPy", () => {
  assert(golden.products.length >= 6);
  for (const { sizes, salt, product } of golden.products) {
    const [rows = NaN, inner = NaN, columns = NaN] = sizes;
    const positive = (n: number, salt: number) =>
      ramp(n, salt, [1]).map(Math.abs);
    const a = fromFloat64Array(positive(rows * inner, salt), rows, inner);
    const b = fromFloat64Array(
      positive(inner * columns, salt + 50),
      inner,
      columns,
    );
    assertClose(matmul(a, b), matrixIn(product, [rows, columns]), "golden");
  }
});

Deno.test("transpose() exchanges rows and columns in every shape and order", () => {
  for (const [rows, columns] of SHAPES) {
    const x = build(rows, columns, (i, j) => 100 * i + j);
    const expected = build(columns, rows, (i, j) => x.at(j, i));
    assertSame(transpose(x), expected);
    assertSame(transpose(columnByColumn(x)), expected);
    assertSame(transpose(transpose(x)), x);
  }
  assertEquals(transpose(5).item(), 5);
});

function drawAffine(draw: Draw): [Matrix, Matrix, Matrix] {
  const x = drawMatrix(draw, drawSize(draw, 20), drawSize(draw, 20));
  const W = drawMatrix(draw, x.columns, drawSize(draw, 20));
  return [x, W, drawMatrix(draw, 1, draw.integer(0, 3) ? W.columns : 1)];
}

Deno.test("affine() equals add(matmul(x, W), b) bit for bit", () => {
  forSeeds("affine", 80, (draw) => {
    const [x, W, b] = drawAffine(draw);
    const expected = add(matmul(x, W), b);
    assertSame(affine(x, W, b), expected);
    const again = affine(columnByColumn(x), columnByColumn(W), rowByRow(b));
    assertSame(again, expected);
    assertSame(affine(rowByRow(x), rowByRow(W), columnByColumn(b)), expected);
  });
});

Deno.test("affine() takes numbers for 1x1 matrices", () => {
  assertEquals(affine(2, 3, 4).item(), 10);
  const x = matrix([[1, 2], [3, 4]]), W = matrix([[1], [10]]);
  assertEquals(affine(x, W, 0.5).toArray(), [[21.5], [43.5]]);
});

Deno.test("matmul() refuses sizes that do not fit", () => {
  const cases = [[2, 3, 4, 5], [2, 3, 2, 3], [1, 1, 2, 2], [
    3,
    0,
    1,
    3,
  ]] as const;
  for (const [rows, inner, other, columns] of cases) {
    assertRefuses(
      () => matmul(zeros(rows, inner), zeros(other, columns)),
      RangeError,
      `Cannot multiply matrices: left is ${rows}x${inner} and ` +
        `right is ${other}x${columns}, left columns must equal right rows`,
    );
  }
  assertRefuses(
    () => matmul(transpose(zeros(2, 3)), transpose(zeros(2, 3))),
    RangeError,
    "Cannot multiply matrices: left is 3x2 and right is 3x2, " +
      "left columns must equal right rows",
  );
});

Deno.test("affine() refuses sizes that do not fit", () => {
  const action = "Cannot compute xW + b";
  assertRefuses(
    () => affine(zeros(10, 3), zeros(2, 4), zeros(1, 4)),
    RangeError,
    `${action}: x is 10x3 and W is 2x4, x columns must equal W rows`,
  );
  for (const [rows, columns] of [[1, 3], [2, 4], [4, 1], [10, 4], [0, 4]]) {
    assertRefuses(
      () => affine(zeros(10, 2), zeros(2, 4), zeros(rows!, columns!)),
      RangeError,
      `${action}: W is 2x4 and b is ${rows}x${columns}, ` +
        "b must be one row of 4 or a number",
    );
  }
});

Deno.test("matmul(), affine(), transpose() refuse other kinds of operands", () => {
  const x = zeros(2, 2), needed = "a matrix or a number is needed";
  const cases: [() => unknown, string][] = [
    [() => matmul(wrong([[1]]), x), "multiply matrices: left is an array of 1"],
    [() => matmul(x, wrong(null)), "multiply matrices: right is null"],
    [() => affine(wrong("x"), x, 0), 'compute xW + b: x is "x"'],
    [() => affine(x, wrong(undefined), 0), "compute xW + b: W is undefined"],
    [() => affine(x, x, wrong([0])), "compute xW + b: b is an array of 1"],
    [() => transpose(wrong({})), "transpose: the operand is an object"],
  ];
  for (const [call, found] of cases) {
    assertRefuses(call, TypeError, `Cannot ${found}, ${needed}`);
  }
});
