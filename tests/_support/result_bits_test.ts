import { assertEquals, assertNotEquals } from "@std/assert";
import { matrix, transpose } from "../../mod.ts";
import { hashOf } from "./result_bits.ts";

Deno.test("hashOf() tells numbers by their bits, and every NaN as one", () => {
  const odd = new Float64Array(
    new BigUint64Array([0xfff8000000000123n]).buffer,
  );
  assertEquals(hashOf(odd[0]), hashOf(NaN));
  const others = [0, -0, 1, 1 + 2 ** -52, NaN, Infinity, "1", true, null];
  assertEquals(new Set(others.map(hashOf)).size, others.length);
});

Deno.test("hashOf() tells shapes, keys, texts and errors", () => {
  assertNotEquals(hashOf(matrix([1, 2])), hashOf(transpose(matrix([1, 2]))));
  assertNotEquals(hashOf({ W: 1 }), hashOf({ b: 1 }));
  assertNotEquals(hashOf([[1], 2]), hashOf([1, [2]]));
  assertNotEquals(hashOf(new RangeError("a")), hashOf(new RangeError("b")));
  assertEquals(hashOf({ W: matrix([1]) }), hashOf({ W: matrix([1]) }));
});
