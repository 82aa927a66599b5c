import { assert, assertEquals } from "@std/assert";
import { pearsonCorrelation } from "../../../mod.ts";
import golden from "../../golden/metrics.json" with { type: "json" };
import { assertClose } from "../../_support/close.ts";
import { assertSameNumbers, wrong } from "../../_support/matrices.ts";
import { numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("pearsonCorrelation() meets SciPy", () => {
  assertEquals(golden.correlations.length, 16);
  for (const { x, y, r } of golden.correlations) {
    const found = pearsonCorrelation(numbersIn(x), numbersIn(y));
    assertClose(found, Number(r), { rtol: 1e-12, atol: 1e-13 });
    assert(found >= -1 && found <= 1);
  }
});

Deno.test("pearsonCorrelation() does not care for scale and origin", () => {
  forSeeds("correlation", 30, (draw) => {
    const x = Array.from({ length: 20 }, () => draw.number(-1, 1));
    const y = x.map((value) => value + draw.number(-1, 1));
    const r = pearsonCorrelation(x, y);
    const close = { rtol: 1e-10, atol: 1e-12 };
    assertClose(pearsonCorrelation(y, x), r, close);
    assertClose(pearsonCorrelation(x.map((v) => 5 + 3 * v), y), r, close);
    assertClose(pearsonCorrelation(x.map((v) => -v), y), -r, close);
    assertClose(pearsonCorrelation(x.map((v) => v * 1e250), y), r, close);
    assertClose(pearsonCorrelation(x.map((v) => v * 1e-250), y), r, close);
    assertEquals(pearsonCorrelation(x, x), 1);
  });
});

Deno.test("pearsonCorrelation() holds at both ends of the range of doubles", () => {
  const few = [1, 2, 3];
  // Python's Fraction and a root to 60 digits: 0.97072534339415094...
  const large = pearsonCorrelation([1e308, 1.5e308, 1.7e308], few);
  assertClose(large, 0.97072534339415094, "golden");
  const apart = pearsonCorrelation([-1.7e308, 0, 1.7e308], few);
  assertClose(apart, 1, "golden");
  const small = pearsonCorrelation([5e-324, 1e-323, 2e-323], [1, 2, 4]);
  assertClose(small, 1, "golden"); // 1, 2 and 4 times the smallest double
});

Deno.test("pearsonCorrelation() is NaN where a list does not vary", () => {
  // The mean of 0.1, three times, is not 0.1.
  assertEquals(pearsonCorrelation([0.1, 0.1, 0.1], [1, 2, 3]), NaN);
  assertEquals(pearsonCorrelation([1, 2, 3], [7, 7, 7]), NaN);
  assertEquals(pearsonCorrelation([1], [2]), NaN);
  assertSameNumbers([pearsonCorrelation([1, NaN], [1, 2])], [NaN]);
});

Deno.test("pearsonCorrelation() refuses lists that do not fit", () => {
  const action = "Cannot compute the correlation";
  assertRefuses(
    () => pearsonCorrelation([], []),
    RangeError,
    `${action}: the lists are empty, at least one number is needed`,
  );
  assertRefuses(
    () => pearsonCorrelation([1, 2], [1]),
    RangeError,
    `${action}: x has 2 numbers and y has 1, both must have as many`,
  );
  assertRefuses(
    () => pearsonCorrelation([1, wrong("2")], [1, 2]),
    TypeError,
    `${action}: x[1] is "2", a number is needed`,
  );
  assertRefuses(
    () => pearsonCorrelation([1, 2], wrong(null)),
    TypeError,
    `${action}: y is null, a list of numbers is needed`,
  );
});
