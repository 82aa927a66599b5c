import {
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertNotStrictEquals,
  assertStrictEquals,
} from "@std/assert";
import { type Case, fails, passes } from "./case.ts";

class Point {
  constructor(readonly x: number) {}
}

/** Whether two values are the same. */
export const equalityCases: Case[] = [
  passes("assertEquals: equal strings", () => assertEquals("ab", "ab")),
  fails("assertEquals: other strings", () => assertEquals<string>("ab", "ac")),
  fails(
    "assertEquals: a number and its text",
    () => assertEquals<unknown>(1, "1"),
  ),
  fails(
    "assertEquals: null and undefined",
    () => assertEquals<unknown>(null, undefined),
  ),
  passes(
    "assertEquals: deeply",
    () => assertEquals({ a: [1, { b: "c" }] }, { a: [1, { b: "c" }] }),
  ),
  fails(
    "assertEquals: deeply",
    () => assertEquals({ a: [1, { b: "c" }] }, { a: [1, { b: "d" }] }),
  ),
  passes(
    "assertEquals: whatever the order of keys",
    () => assertEquals({ a: 1, b: 2 }, { b: 2, a: 1 }),
  ),
  fails(
    "assertEquals: a missing key",
    () => assertEquals<unknown>({ a: undefined }, {}),
  ),
  fails("assertEquals: a longer list", () => assertEquals([1, 2], [1, 2, 3])),
  fails(
    "assertEquals: another class",
    () => assertEquals<unknown>(new Point(1), { x: 1 }),
  ),
  passes("assertEquals: NaN by value", () => assertEquals([NaN], [NaN])),
  passes(
    "assertEquals: 0 and -0 by value",
    () => assertEquals([[0, 1]], [[-0, 1]]),
  ),
  passes(
    "assertEquals: 0 and -0 in typed arrays",
    () => assertEquals(new Float64Array([0]), new Float64Array([-0])),
  ),
  passes(
    "assertEquals: 0 and -0 in an object of a class",
    () => assertEquals(new Point(0), new Point(-0)),
  ),
  fails(
    "assertEquals: typed arrays of two kinds",
    () => assertEquals<unknown>(new Float64Array([1]), new Float32Array([1])),
  ),
  passes(
    "assertEquals: bytes",
    () => assertEquals(new TextEncoder().encode("a"), new Uint8Array([97])),
  ),
  passes(
    "assertEquals: maps and sets",
    () =>
      assertEquals([new Map([["a", [1]]]), new Set([1, 2])], [
        new Map([["a", [1]]]),
        new Set([2, 1]),
      ]),
  ),
  fails(
    "assertEquals: maps",
    () => assertEquals(new Map([["a", [1]]]), new Map([["a", [2]]])),
  ),
  passes(
    "assertEquals: an object without a prototype",
    () => assertEquals(Object.assign(Object.create(null), { a: 1 }), { a: 1 }),
  ),
  fails(
    "assertEquals: shows the message",
    () => assertEquals(1, 2, "two ways"),
    "two ways",
  ),

  passes("assertNotEquals: other values", () => assertNotEquals<number>(1, 2)),
  fails(
    "assertNotEquals: the same values, deeply",
    () => assertNotEquals([{ a: 1 }], [{ a: 1 }]),
  ),
  fails("assertNotEquals: 0 and -0", () => assertNotEquals(0, -0)),
  fails(
    "assertNotEquals: shows the message",
    () => assertNotEquals(1, 1, "seeds"),
    "seeds",
  ),

  passes(
    "assertStrictEquals: the same object",
    () => assertStrictEquals(Point, Point),
  ),
  fails(
    "assertStrictEquals: two objects alike",
    () => assertStrictEquals({}, {}),
  ),
  passes(
    "assertStrictEquals: Object.is of NaN",
    () => assertStrictEquals(NaN, NaN),
  ),
  fails(
    "assertStrictEquals: Object.is of 0 and -0",
    () => assertStrictEquals(0, -0),
  ),
  fails(
    "assertStrictEquals: shows the message",
    () => assertStrictEquals(1, 2, "why"),
    "why",
  ),
  passes(
    "assertNotStrictEquals: two objects alike",
    () => assertNotStrictEquals({}, {}),
  ),
  passes("assertNotStrictEquals: 0 and -0", () => assertNotStrictEquals(0, -0)),
  fails(
    "assertNotStrictEquals: the same",
    () => assertNotStrictEquals(1, 1, "why"),
    "why",
  ),

  passes(
    "assertAlmostEquals: 1e-7 of the expected value by default",
    () => assertAlmostEquals(1 + 0.9e-7, 1),
  ),
  fails(
    "assertAlmostEquals: more than 1e-7 of it",
    () => assertAlmostEquals(1 + 1.1e-7, 1),
  ),
  passes(
    "assertAlmostEquals: 1e-7 of a negative value",
    () => assertAlmostEquals(-2 - 1.9e-7, -2),
  ),
  fails(
    "assertAlmostEquals: 1e-7 of a small value is smaller",
    () => assertAlmostEquals(1e-8, 1e-9),
  ),
  passes(
    "assertAlmostEquals: within the tolerance",
    () => assertAlmostEquals(0.01, 0.02, 0.1),
  ),
  passes(
    "assertAlmostEquals: on the tolerance",
    () => assertAlmostEquals(1.5, 1, 0.5),
  ),
  fails(
    "assertAlmostEquals: beyond the tolerance",
    () => assertAlmostEquals(0.1 + 0.2, 0.3, 1e-17),
  ),
  passes(
    "assertAlmostEquals: the same infinity",
    () => assertAlmostEquals(Infinity, Infinity),
  ),
  fails(
    "assertAlmostEquals: no infinity",
    () => assertAlmostEquals(1, Infinity),
  ),
  fails(
    "assertAlmostEquals: NaN and a number",
    () => assertAlmostEquals(NaN, 1),
  ),
  fails(
    "assertAlmostEquals: shows the message",
    () => assertAlmostEquals(1, 2, 0, "loss"),
    "loss",
  ),
];
