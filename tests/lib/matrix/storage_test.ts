import { assert, assertEquals, assertNotStrictEquals } from "@std/assert";
import { carve, carved } from "../../../lib/matrix/_storage.ts";

Deno.test("carve() gives zeros that no other call gives, short or long", () => {
  const pieces: { values: Float64Array; mark: number }[] = [];
  const lengths = [1, 6, 0, 255, 256, 257, 3, 2048, 2049, 17];
  for (let i = 0; i < 500; i++) {
    const length = lengths[i % lengths.length]!;
    const offset = carve(length);
    assert(offset + length <= carved.length);
    const values = carved.subarray(offset, offset + length);
    assertEquals(values.every((value) => Object.is(value, 0)), true);
    values.fill(i + 1);
    pieces.push({ values, mark: i + 1 });
  }
  for (const { values, mark } of pieces) {
    assertEquals(values.every((value) => value === mark), true);
  }
});

Deno.test("carve() carves short pieces side by side and gives long ones an array", () => {
  carve(1);
  const longs = [257, 100_000].map((length) => {
    assertEquals(carve(length), 0);
    assertEquals(carved.length, length);
    return carved;
  });
  assertNotStrictEquals(longs[0], longs[1]);
  carve(1);
  assertEquals(longs.includes(carved), false);
  const first = carve(3), chunk = carved;
  const second = carve(3);
  // Unless a new chunk was begun in between, one lies after the other.
  assertEquals(second, carved === chunk ? first + 3 : 0);
});
