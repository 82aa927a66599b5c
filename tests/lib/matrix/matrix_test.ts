import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import {
  add,
  fromFloat64Array,
  Matrix,
  matrix,
  ones,
  sum,
  transpose,
  zeros,
} from "../../../mod.ts";
import {
  assertSameNumbers,
  build,
  columnByColumn,
  SHAPES,
  wrong,
} from "../../_support/matrices.ts";

Deno.test("matrix() takes a list of rows", () => {
  const x = matrix([[1, 2, 3], [4, 5, 6]]);
  assertEquals([x.rows, x.columns], [2, 3]);
  assertEquals(x.toArray(), [[1, 2, 3], [4, 5, 6]]);
});

Deno.test("matrix() takes a flat list as one row", () => {
  assertEquals(matrix([1, 2, 3]).toArray(), [[1, 2, 3]]);
  assertEquals(matrix([7]).toArray(), [[7]]);
});

Deno.test("matrix() takes rows without numbers", () => {
  const x = matrix([[], [], []]);
  assertEquals([x.rows, x.columns], [3, 0]);
  assertEquals(x.toArray(), [[], [], []]);
});

Deno.test("matrix() keeps NaN, infinities and negative zero", () => {
  const numbers = [NaN, Infinity, -Infinity, -0, 5e-324, 1e308];
  assertSameNumbers(matrix(numbers).toArray()[0]!, numbers);
  for (const x of numbers) assertSameNumbers([matrix([x]).item()], [x]);
});

Deno.test("matrix() copies what it is given", () => {
  const first = [1, 2], rows = [first, [3, 4]];
  const x = matrix(rows), row = matrix(first), one = [5], scalar = matrix(one);
  first[0] = 99;
  one[0] = 99;
  rows.push([5, 6]);
  assertEquals(x.toArray(), [[1, 2], [3, 4]]);
  assertEquals(row.toArray(), [[1, 2]]);
  assertEquals(scalar.item(), 5);
});

Deno.test("fromFloat64Array() copies what it is given, part of a buffer too", () => {
  const buffer = new Float64Array([9, 1, 2, 3, 4, 9]).buffer;
  const part = new Float64Array(buffer, 8, 4);
  const x = fromFloat64Array(part, 2, 2);
  part.fill(99);
  assertEquals(x.toArray(), [[1, 2], [3, 4]]);
});

Deno.test("toFloat64Array() and toArray() give copies with a buffer of their own", () => {
  for (const [rows, columns] of SHAPES) {
    const x = build(rows, columns, (i, j) => 10 * i + j);
    for (const same of [x, columnByColumn(x)]) {
      const values = same.toFloat64Array(), list = same.toArray();
      const before = values.slice();
      assertEquals(values.buffer.byteLength, 8 * rows * columns);
      values.fill(99);
      list[0]?.fill(99);
      list.push([99]);
      assertSameNumbers(same.toFloat64Array(), before);
    }
  }
});

Deno.test("at(), toArray(), toFloat64Array() agree in every shape and order", () => {
  for (const [rows, columns] of SHAPES) {
    const number = (i: number, j: number) => 100 * i + j + 0.5;
    const x = build(rows, columns, number);
    for (const same of [x, columnByColumn(x), transpose(transpose(x))]) {
      assertEquals([same.rows, same.columns], [rows, columns]);
      const list = same.toArray();
      assertEquals(list.length, rows);
      for (let i = 0; i < rows; i++) {
        assertEquals(list[i]!.length, columns);
        for (let j = 0; j < columns; j++) {
          assertStrictEquals(same.at(i, j), number(i, j));
          assertStrictEquals(list[i]![j], number(i, j));
          assertStrictEquals(
            same.toFloat64Array()[i * columns + j],
            number(i, j),
          );
        }
      }
    }
  }
});

Deno.test("item() gives the number of a 1x1 matrix", () => {
  assertStrictEquals(matrix([[-2.5]]).item(), -2.5);
  assertStrictEquals(transpose(matrix([3])).item(), 3);
  assertStrictEquals(sum(ones(3, 4)).item(), 12);
});

Deno.test("zeros() and ones() fill every shape", () => {
  for (const [rows, columns] of SHAPES) {
    for (const [x, value] of [[zeros, 0], [ones, 1]] as const) {
      const made = x(rows, columns);
      assertEquals([made.rows, made.columns], [rows, columns]);
      const expected = new Float64Array(rows * columns).fill(value);
      assertSameNumbers(made.toFloat64Array(), expected);
    }
  }
});

Deno.test("Matrix keeps its numbers while thousands of others are made", () => {
  const lengths = [1, 2, 3, 7, 64, 255, 256, 257, 1000, 2047, 2048, 2049];
  const kept: Matrix[] = [];
  for (let i = 0; i < 3000; i++) {
    // Zeros in between must be zeros, also where numbers were before.
    const blank = zeros(1, lengths[i % 9]!);
    assertEquals(blank.toFloat64Array().every((value) => value === 0), true);
    const length = lengths[i % (i < 200 ? 12 : 8)]!;
    const made = build(1, length, (_, j) => i + j / 4096);
    kept.push(i % 2 ? made : transpose(made));
  }
  kept.forEach((x, i) => {
    const values = x.toFloat64Array();
    values.forEach((value, j) => assertStrictEquals(value, i + j / 4096));
  });
});

Deno.test("Matrix prints as NumPy prints, by itself and inside other values", () => {
  const W = matrix([[1, 2.5], [-3, 4]]);
  const text = "array([[ 1. ,  2.5],\n       [-3. ,  4. ]])";
  assertEquals(W.toString(), text);
  assertEquals(String(W), text);
  assertEquals(`${W}`, text);
  assertEquals(Deno.inspect(W), text);
  assertEquals(Deno.inspect(columnByColumn(W)), text);
  assertEquals(columnByColumn(W).toString(), text);
  const nested = Deno.inspect({ loss: sum(W), net: { b: matrix([1, 2]) } });
  assertEquals(nested, "{ loss: 4.5, net: { b: array([[1., 2.]]) } }");
  assertEquals(Deno.inspect([matrix([0.1])]), "[ 0.1 ]");
  assertEquals(String(zeros(0, 3)), "array([], shape=(0, 3), dtype=float64)");
});

Deno.test("Matrix becomes its rows in JSON, null for what JSON does not know", () => {
  const W = matrix([[1, 2], [3, 4]]);
  assertEquals(
    JSON.stringify({ W, T: transpose(W), loss: matrix([0.5]) }),
    '{"W":[[1,2],[3,4]],"T":[[1,3],[2,4]],"loss":[[0.5]]}',
  );
  assertEquals(JSON.stringify(zeros(0, 3)), "[]");
  assertEquals(JSON.stringify(zeros(2, 0)), "[[],[]]");
  assertEquals(JSON.stringify(matrix([NaN, 1])), "[[null,1]]");
});

Deno.test("Matrix refuses to stand for a number in JavaScript's operators", () => {
  const W = wrong<number>(matrix([[1, 2], [3, 4]]));
  const message = "Cannot use a matrix with a JavaScript operator: operators " +
    "know no matrices, write add(W, 1) for W + 1 and multiply(W, 2) for W * 2";
  const uses = [
    () => W * 2,
    () => 2 - W,
    () => W / W,
    () => W ** 2,
    () => -W,
    () => W < 2,
    () => Number(W),
    () => Math.exp(W),
    () => new Float64Array(1).fill(W),
  ];
  for (const use of uses) assertThrows(use, TypeError, message);
  const scalar = wrong<number>(matrix([3]));
  assertThrows(() => scalar * 2, TypeError, message);
});

Deno.test("Matrix refuses + instead of gluing texts together", () => {
  const W = wrong<number>(matrix([[1, 2], [3, 4]]));
  for (const use of [() => W + 1, () => W + W, () => 1 + W]) {
    assertThrows(use, TypeError, "add(");
  }
});

Deno.test("Matrix is the class of every result", () => {
  for (const x of [matrix([1, 2]), zeros(1, 1), add(1, 2), transpose(2)]) {
    assertEquals(x instanceof Matrix, true);
  }
});
