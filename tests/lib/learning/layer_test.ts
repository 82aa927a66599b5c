import { assert, assertEquals } from "@std/assert";
import {
  heWeights,
  multiply,
  numpyRandom,
  randn,
  xavierWeights,
} from "../../../mod.ts";
import { assertSame, wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";

for (
  const [name, draw, variance] of [
    ["xavierWeights", xavierWeights, 1],
    ["heWeights", heWeights, 2],
  ] as const
) {
  Deno.test(`${name}() draws the normals of randn, scaled by the inputs`, () => {
    for (const inputs of [1, 2, 16, 100]) {
      const normals = randn(numpyRandom(inputs), inputs, 5);
      const expected = multiply(normals, Math.sqrt(variance / inputs));
      assertSame(draw(numpyRandom(inputs), inputs, 5), expected);
    }
  });

  Deno.test(`${name}() spreads by √(${variance}/inputs), as its source says`, () => {
    const values = draw(numpyRandom(1), 50, 400).toFloat64Array();
    const squares = values.reduce((total, w) => total + w * w, 0);
    const measured = squares / values.length * 50 / variance;
    assert(Math.abs(measured - 1) < 0.05, String(measured));
  });

  Deno.test(`${name}() of no input or no unit is empty`, () => {
    assertEquals(draw(numpyRandom(0), 0, 3).toArray(), []);
    assertEquals(draw(numpyRandom(0), 2, 0).toArray(), [[], []]);
  });

  Deno.test(`${name}() refuses what randn refuses`, () => {
    assertRefuses(
      () => draw(wrong(7), 2, 3),
      TypeError,
      "Cannot draw normals: random is 7, " +
        "a function that returns numbers in [0, 1) is needed",
    );
    assertRefuses(
      () => draw(numpyRandom(0), 2.5, 3),
      RangeError,
      "Cannot draw normals: the number of rows is 2.5, " +
        "an integer of 0 or more is needed",
    );
  });
}
