import { assert, assertEquals } from "@std/assert";
import {
  checkGradient,
  dropoutMask,
  matrix,
  multiply,
  numpyRandom,
  sum,
  zeros,
} from "../../../mod.ts";
import { assertSame } from "../../_support/matrices.ts";

Deno.test("dropoutMask() keeps the mean: so many are 0, the rest is 1 / (1 - ratio)", () => {
  for (const ratio of [0.1, 0.5, 0.9]) {
    const values = dropoutMask(numpyRandom(1), 100, 1000, { ratio })
      .toFloat64Array();
    const dropped = values.filter((value) => value === 0).length;
    // Six deviations of a binomial.
    const deviation = Math.sqrt(1e5 * ratio * (1 - ratio));
    assert(Math.abs(dropped - 1e5 * ratio) < 6 * deviation, `${dropped}`);
    for (const value of values) {
      assert(value === 0 || value === 1 / (1 - ratio));
    }
  }
});

Deno.test("dropoutMask() takes one draw for each number, row by row", () => {
  const draws = [0.1, 0.3, 0.2, 0.9];
  assertSame(
    dropoutMask(() => draws.shift()!, 2, 2, { ratio: 0.2 }),
    matrix([[0, 1.25], [0, 1.25]]),
  );
  assertEquals(draws, []);
  assertSame(dropoutMask(() => 0.6, 1, 2), matrix([2, 2]));
  assertSame(dropoutMask(() => 0.6, 0, 2), zeros(0, 2));
});

Deno.test("checkGradient() names a mask drawn inside of the loss as random", () => {
  const x = matrix([1, 2, 3]), random = numpyRandom(0);
  const inside = checkGradient(
    (x) => sum(multiply(x, dropoutMask(random, 1, 3))),
    x,
  );
  assertEquals(inside.verdict, "undecided");
  const mask = dropoutMask(random, 1, 3);
  const outside = checkGradient((x) => sum(multiply(x, mask)), x);
  assertEquals(outside.verdict, "right");
});
