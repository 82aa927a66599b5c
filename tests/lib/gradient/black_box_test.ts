import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { BlackBox, layOut } from "../../../lib/gradient/_black_box.ts";
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
  const layout = layOut(at, "test"), { values } = layout;
  assertSameNumbers(values, [1, 2, 3, 4, 5, 6, 7]);
  const places = Array.from(values, (_, i) => {
    const { path, row, column } = layout.placeOf(i);
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
  const layout = layOut(at, "test"), { values } = layout;
  const other = values.map((value) => 10 * value);
  const made = layout.shaped(other);
  other.fill(0);
  assertEquals(Object.keys(made), ["none", "W", "more"]);
  assertSame(made.none, zeros(0, 3));
  assertSame(made.W, matrix([[10, 20], [30, 40]]));
  assertSame(made.more[2]!, matrix([[60], [70]]));
  values.fill(0);
  assertSame(at.W, matrix([[1, 2], [3, 4]]));
});

Deno.test("layOut() moves one number of one matrix, and shares the others", () => {
  const { W } = at, twice = { first: W, none: at.none, second: W };
  const layout = layOut(twice, "test");
  const moved = layout.moved(6, 9), back = layout.moved(6, -9);
  assertSame(moved.second, matrix([[1, 2], [9, 4]]));
  assertSame(back.second, matrix([[1, 2], [-9, 4]]));
  assertSame(W, matrix([[1, 2], [3, 4]]));
  assertStrictEquals(moved.first, W);
  assertStrictEquals(moved.none, at.none);
  assertEquals(Object.keys(moved), ["first", "none", "second"]);
  assert(moved !== back && moved !== twice);
  const turned = layOut(columnByColumn(W), "test").moved(1, 7);
  assertSame(turned, matrix([[1, 7], [3, 4]]));
  assertSame(layOut(W, "test").moved(3, 7), matrix([[1, 2], [3, 7]]));
});

Deno.test("BlackBox takes a number for a result, and lets errors through", () => {
  const three = new BlackBox(() => 3, at, "test");
  assertEquals(three.evaluate(at), 3);
  assertEquals(three.evaluateHere(), 3);
  assertEquals(three.calls, 2);
  const error = new SyntaxError("mine");
  const box = new BlackBox(
    () => {
      throw error;
    },
    at,
    "test",
  );
  for (const f of [() => box.evaluateHere(), () => box.evaluateBeside(at)]) {
    let thrown: unknown;
    try {
      f();
    } catch (found) {
      thrown = found;
    }
    assertStrictEquals(thrown, error);
  }
  assertEquals(box.calls, 2);
});

Deno.test("BlackBox gives records that the function may change", () => {
  const box = new BlackBox(
    (given: { W?: Matrix; more: Matrix[] }) => {
      const total = sum(given.W!).item() + given.more.length;
      delete given.W;
      given.more.pop();
      return total;
    },
    { W: at.W, more: [...at.more] },
    "test",
  );
  const moved = () => box.evaluate(box.layout.moved(0, 11));
  assertEquals([moved(), box.evaluateHere(), moved()], [23, 13, 23]);
});
