/**
 * The elementary functions against as many more digits as it takes, in units of
 * the last place; `deno task test:long` tries ten million numbers for each.
 */
import { assert, assertEquals } from "@std/assert";
import { numpyRandom } from "../../../mod.ts";
import { expOf } from "../../../lib/elementary/_exp.ts";
import { logOf } from "../../../lib/elementary/_log.ts";
import { powerOf } from "../../../lib/elementary/_power.ts";
import { sigmoidOf } from "../../../lib/elementary/_sigmoid.ts";
import { tanhOf } from "../../../lib/elementary/_tanh.ts";
import * as long from "../../_support/double_double.ts";
import { howMany } from "../../_support/how_many.ts";

const random = numpyRandom(14);
const between = (least: number, most: number) =>
  least + (most - least) * random();
const either = (x: number) => random() < 0.5 ? x : -x;

/** A number of any size from 2^least to 2^most. */
const ofSize = (least: number, most: number) =>
  2 ** Math.floor(between(least, most)) * between(1, 2);

/** Next to a whole multiple of a step: where another entry is looked up. */
const nextTo = (step: number, most: number) =>
  (Math.floor(between(-most, most)) + 0.5) * step *
  (1 + either(ofSize(-52, -40)));

/** Tries so many numbers, drawn each way in turn. */
function assertWithin(
  most: number,
  f: (x: number) => number,
  exact: (x: number) => long.Scaled,
  ways: readonly (() => number)[],
): void {
  for (let i = 0; i < count; i++) {
    const x = ways[i % ways.length]!(), y = f(x);
    const off = long.unitsOff(y, exact(x));
    assert(off <= most, `${off} units off: ${y} of ${x}`);
  }
}

const count = howMany(20_000, 10_000_000);

Deno.test("expOf() is within 0.52 units in the last place, below 2^-1022 too", () => {
  assertWithin(0.52, expOf, long.exponential, [
    () => between(-708, 709),
    () => between(-745.1, -708),
    () => between(708.9, 709.78),
    () => between(-1, 1),
    () => either(ofSize(-60, 0)),
    () => nextTo(Math.LN2 / 128, 130_000),
  ]);
});

Deno.test("logOf() is within 0.51 units in the last place", () => {
  assertWithin(0.51, logOf, long.logarithm, [
    () => ofSize(-1074, 1024),
    () => between(0.5, 2),
    () => 1 + either(ofSize(-52, -2)),
    () => 1 + either(2 ** -9 * (1 + either(ofSize(-40, -2)))),
    () => Math.abs(nextTo(1 / 256, 512)),
    () => Math.SQRT1_2 * (1 + either(ofSize(-52, -20))),
  ]);
});

Deno.test("sigmoidOf() is within 0.52 units in the last place", () => {
  assertWithin(0.52, sigmoidOf, long.sigmoid, [
    () => between(-745, 44),
    () => between(-40, 40),
    () => between(-2, 2),
    () => either(ofSize(-60, 6)),
    () => either(44) * (1 + either(ofSize(-52, -20))),
    () => nextTo(Math.LN2 / 128, 7000),
  ]);
});

Deno.test("tanhOf() is within 0.53 units in the last place", () => {
  assertWithin(0.53, tanhOf, long.hyperbolicTangent, [
    () => between(-20, 20),
    () => between(-0.2, 0.2),
    () => between(-2, 2),
    () => either(ofSize(-60, 5)),
    () => either(1 / 8) * (1 + either(ofSize(-52, -10))),
    () => nextTo(Math.LN2 / 256, 7000),
  ]);
});

Deno.test("powerOf() is within 0.52 units in the last place", () => {
  for (let i = 0; i < count; i++) {
    const x = i % 3 === 0
      ? ofSize(-1022, 1024)
      : i % 3 === 1
      ? between(0.1, 10)
      : 1 + either(ofSize(-50, -3));
    const p = between(-745, 709) / Math.log(x), y = powerOf(x, p);
    const off = long.unitsOff(y, long.power(x, p));
    assert(off <= 0.52, `${off} units off: ${y} of ${x} to the power of ${p}`);
  }
});

/** Asserts the same number, and the same zero. */
function assertSame(actual: number, expected: number, label: unknown): void {
  assert(Object.is(actual, expected), `${label}: ${actual}, not ${expected}`);
}

Deno.test("elementary functions of what is no common number", () => {
  const tiny = 5e-324,
    known: [(x: number) => number, number, number][] = [
      [expOf, 0, 1],
      [expOf, -0, 1],
      [expOf, tiny, 1],
      [expOf, Infinity, Infinity],
      [expOf, -Infinity, 0],
      [expOf, NaN, NaN],
      // the last that is finite, and the next; mpmath 1.3.0, to 17 digits
      [expOf, 709.782712893384, 1.7976931348622732e308],
      [expOf, 709.7827128933841, Infinity],
      // a half of 2^-1074 is between these
      [expOf, -745.1332191019411, tiny],
      [expOf, -745.1332191019412, 0],
      [logOf, 1, 0],
      [logOf, 0, -Infinity],
      [logOf, -0, -Infinity],
      [logOf, -tiny, NaN],
      [logOf, -Infinity, NaN],
      [logOf, Infinity, Infinity],
      [logOf, NaN, NaN],
      [logOf, tiny, -744.4400719213812],
      [logOf, Number.MAX_VALUE, 709.782712893384],
      [logOf, Math.E, 1],
      [sigmoidOf, 0, 0.5],
      [sigmoidOf, -0, 0.5],
      [sigmoidOf, Infinity, 1],
      [sigmoidOf, -Infinity, 0],
      [sigmoidOf, NaN, NaN],
      [tanhOf, 0, 0],
      [tanhOf, -0, -0],
      [tanhOf, tiny, tiny],
      [tanhOf, -tiny, -tiny],
      [tanhOf, Infinity, 1],
      [tanhOf, -Infinity, -1],
      [tanhOf, NaN, NaN],
    ];
  for (const [f, x, y] of known) assertSame(f(x), y, `${f.name} of ${x}`);
});

Deno.test("powerOf() gives what ** gives for 0, infinite numbers, NaN and -1", () => {
  const values = [0, 0.5, 1, 1.5, 2, 3, 2 ** 53, 2 ** 70, Infinity, NaN]
    .flatMap((x) => [x, -x]);
  for (const x of values) {
    for (const p of values) assertSame(powerOf(x, p), x ** p, `${x} ** ${p}`);
  }
  // What can be exact is.
  for (let k = -1074; k < 1024; k++) assertEquals(powerOf(2, k), 2 ** k);
  for (let k = 0; k < 23; k++) assertEquals(powerOf(10, k), Number(`1e${k}`));
});
