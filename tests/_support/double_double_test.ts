import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as long from "./double_double.ts";
import {
  exponential,
  type Fixed,
  fixed,
  logarithm,
  ONE,
  over,
  size,
  times,
} from "./fixed_point.ts";
import { forSeeds } from "./seeded.ts";

/** A number of double doubles as a whole number of far more digits. */
function wide({ value, exponent }: long.Scaled): Fixed {
  const exact = (x: number) => BigInt(x * 2 ** 150) << 106n;
  const sum = exact(value[0]) + exact(value[1]);
  return exponent < 0 ? sum >> BigInt(-exponent) : sum << BigInt(exponent);
}

function assertDigits(actual: long.Scaled, expected: Fixed): void {
  const off = size(wide(actual) - expected);
  assert(off <= size(expected) >> 85n, `${actual.value} is ${off} off`);
}

Deno.test("exponential(), logarithm() and others have 25 digits and more", () => {
  forSeeds("double double", 60, (draw) => {
    const x = draw.number(-1, 1) * 40 ** draw.number(-1, 1);
    const power = exponential(fixed(x)), square = exponential(fixed(2 * x));
    assertDigits(long.exponential(x), power);
    assertDigits(long.sigmoid(x), over(power, ONE + power));
    assertDigits(
      long.hyperbolicTangent(x),
      over(square - ONE, square + ONE),
    );
  });
  forSeeds("double double logarithm", 12, (draw) => {
    const x = 2 ** draw.number(-40, 40);
    assertDigits(long.logarithm(x), logarithm(fixed(x)));
    const near = 1 + 2 ** draw.number(-40, -10);
    assertDigits(long.logarithm(near), logarithm(fixed(near)));
  });
  assertDigits(long.power(3, 5), fixed(243));
  const cube = wide(long.power(0.7, 1 / 3));
  assert(size(times(times(cube, cube), cube) - fixed(0.7)) < ONE >> 52n);
});

Deno.test("unitsOff() counts in units of the last place", () => {
  const [one, tiny] = [long.exponential(0), long.exponential(-745)];
  assertEquals(long.unitsOff(1, one), 0);
  assertEquals(long.unitsOff(1 + 2 ** -51, one), 2);
  assertEquals(long.unitsOff(1 - 2 ** -52, one), 1);
  // mpmath 1.3.0: exp(-745) * mpf(2)**1074 is 0.571250147471
  assertAlmostEquals(long.unitsOff(5e-324, tiny), 0.428749852529, 1e-12);
  assertAlmostEquals(long.unitsOff(1e-323, tiny), 1.428749852529, 1e-12);
});
