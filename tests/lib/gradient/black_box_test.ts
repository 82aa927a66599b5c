import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { blackBox, layOut } from "../../../lib/gradient/_black_box.ts";
import { type Matrix, matrix, sum, transpose, zeros } from "../../../mod.ts";
import {
  assertSame,
  assertSameNumbers,
  columnByColumn,
} from "../../_support/matrices.ts";

const at = {
  none: zeros(0, 3),
  W: matrix([[1, 2], [3, 4]]),
  more: [matrix([5]), zeros(2, 0), transpose(matrix([6, 7]))],
};

Deno.test("layOut() lays all numbers in a list, row by row, and knows their places", () => {
  const { values, placeOf } = layOut(at, "test");
  assertSameNumbers(values, [1, 2, 3, 4, 5, 6, 7]);
  const places = Array.from(values, (_, i) => {
    const { path, row, column } = placeOf(i);
    return `${path}[${row}, ${column}]`;
  });
  assertEquals(places, [
    "W[0, 0]",
    "W[0, 1]",
    "W[1, 0]",
    "W[1, 1]",
    "more[0][0, 0]",
    "more[2][0, 0]",
    "more[2][1, 0]",
  ]);
  assertEquals(layOut(matrix([[1], [2]]), "test").placeOf(1), {
    path: "",
    row: 1,
    column: 0,
  });
  assertEquals(layOut([], "test").values.length, 0);
});

Deno.test("layOut() reads numbers in either order in memory", () => {
  const W = columnByColumn(matrix([[1, 2, 3], [4, 5, 6]]));
  assertSameNumbers(layOut({ W }, "test").values, [1, 2, 3, 4, 5, 6]);
});

Deno.test("layOut() gives a list the shape of the parameters, in matrices of its own", () => {
  const { values, shaped } = layOut(at, "test");
  const other = values.map((value) => 10 * value);
  const made = shaped(other);
  other.fill(0);
  assertEquals(Object.keys(made), ["none", "W", "more"]);
  assertSame(made.none, zeros(0, 3));
  assertSame(made.W, matrix([[10, 20], [30, 40]]));
  assertSame(made.more[2]!, matrix([[60], [70]]));
  values.fill(0);
  assertSame(at.W, matrix([[1, 2], [3, 4]]));
});

Deno.test("blackBox() evaluates f at any numbers, each time on matrices of their own", () => {
  const seen: Matrix[] = [];
  const box = blackBox(
    ({ W }: typeof at) => {
      seen.push(W);
      return sum(W);
    },
    at,
    "test",
  );
  const numbers = box.values.slice();
  assertEquals(box.evaluate(numbers), 10);
  numbers[0] = 100;
  assertEquals(box.evaluate(numbers), 109);
  assertEquals(box.calls(), 2);
  const [first, second] = seen;
  assert(first !== second && first !== at.W);
  assertSame(first!, at.W);
  assertEquals(second!.at(0, 0), 100);
});

Deno.test("blackBox() takes a number for a result, and lets errors through", () => {
  assertEquals(blackBox(() => 3, at, "test").evaluate(new Float64Array(7)), 3);
  const error = new SyntaxError("mine");
  const box = blackBox(
    () => {
      throw error;
    },
    at,
    "test",
  );
  let thrown: unknown;
  try {
    box.evaluate(box.values);
  } catch (found) {
    thrown = found;
  }
  assertStrictEquals(thrown, error);
  assertEquals(box.calls(), 1);
});
