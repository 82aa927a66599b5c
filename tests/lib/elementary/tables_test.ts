import { assert, assertEquals } from "@std/assert";
import {
  logsOfParts,
  partOfLog2,
  powersOfTwo,
  rootsOfTwo,
} from "../../../lib/elementary/_tables.ts";
import {
  exponential,
  type Fixed,
  logarithm,
  ONE,
  over,
  size,
} from "../../_support/fixed_point.ts";

/** A double in units of 2⁻²⁵⁶. */
const exactly = (x: number): Fixed => BigInt(x * 2 ** 120) << 136n;

/** Asserts 29 digits of head and tail together, and their order. */
function assertParts(head: number, tail: number, expected: Fixed): void {
  assert(Math.abs(tail) <= 2 ** -41, `${head} and ${tail}`);
  const off = size(exactly(head) + exactly(tail) - expected);
  assert(off < ONE >> 94n, `${head} and ${tail} are ${off} off`);
}

const ln2 = logarithm(2n * ONE);

Deno.test("partOfLog2() has a head of few digits", () => {
  const { head, tail } = partOfLog2(128, 42);
  assertParts(head, tail, ln2 / 128n);
  assertEquals(head * 2 ** 42 % 1, 0);
});

Deno.test("rootsOfTwo() are heads and tails of 2^(j / 128)", () => {
  const table = rootsOfTwo(128);
  assertEquals(table.length, 256);
  for (let j = 0; j < 128; j++) {
    const expected = exponential(ln2 * BigInt(j) / 128n);
    assertParts(table[2 * j]!, table[2 * j + 1]!, expected);
  }
});

Deno.test("logsOfParts() are heads and tails of ln(j / 256)", () => {
  const table = logsOfParts(256, 181, 362, 40);
  assertEquals(table.length, 3 * 182);
  for (let j = 181, i = 0; j <= 362; j++, i += 3) {
    assertEquals(table[i], 256 / j);
    const expected = logarithm(over(BigInt(j), 256n));
    assertParts(table[i + 1]!, table[i + 2]!, expected);
    assertEquals(table[i + 1]! * 2 ** 40 % 1, 0);
  }
});

Deno.test("powersOfTwo() are those from 2^-1022 to 2^1023", () => {
  const powers = powersOfTwo();
  assertEquals(powers.length, 2046);
  powers.forEach((power, i) => assertEquals(power, 2 ** (i - 1022)));
});
