import { assert, assertEquals } from "@std/assert";
import { pairwiseSum } from "../../../lib/formula/_numpy_sum.ts";
import { assertSameNumbers } from "../../_support/matrices.ts";
import { numbersIn, ramp } from "../../_support/numpy_golden.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

const lengths = numbersIn(golden.sums.lengths);
const sums = numbersIn(golden.sums.sums);

function inOrder(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

Deno.test("pairwiseSum() gives NumPy's bits for 309 lengths", () => {
  assertEquals(golden.numpy, "1.24.2");
  assertEquals([lengths.length, lengths.at(-1)], [309, 100_003]);
  lengths.forEach((n, i) => {
    const found = pairwiseSum(ramp(n, n), 0, n);
    assertSameNumbers([found], [sums[i]!], `the sum of ${n} numbers`);
  });
});

Deno.test("pairwiseSum() sums blocks of 8192, as NumPy 1.24 does", () => {
  // Halves of the whole, as in NumPy 2, give other bits for one of these.
  const long = [...lengths].flatMap((n, i) => n > 8192 ? [[n, sums[i]!]] : []);
  const halved = long.filter(([n, sum]) => {
    const values = ramp(n!, n!), left = Math.floor(n! / 16) * 8;
    return pairwiseSum(values, 0, left) +
        pairwiseSum(values, left, n! - left) !== sum;
  });
  assert(halved.length > 0);
});

Deno.test("pairwiseSum() adds in another order than from first to last", () => {
  // Otherwise the table above could not tell a plain loop from NumPy's.
  const others = [...lengths].filter((n, i) =>
    inOrder(ramp(n, n)) !== sums[i]!
  );
  assert(others.length > 200, `only ${others.length} sums differ`);
});

Deno.test("pairwiseSum() sums a part of an array and nothing beside it", () => {
  for (const n of [0, 1, 7, 8, 9, 128, 129, 300]) {
    const around = new Float64Array(n + 20).fill(NaN);
    around.set(ramp(n, n), 13);
    assertSameNumbers([pairwiseSum(around, 13, n)], [sums[n]!], `${n} numbers`);
  }
});

Deno.test("pairwiseSum() is nearer to the true sum than adding in order", () => {
  const tenths = new Float64Array(100_000).fill(0.1);
  assert(Math.abs(pairwiseSum(tenths, 0, 100_000) - 10_000) < 1e-11);
  assert(Math.abs(inOrder(tenths) - 10_000) > 1e-9);
});

Deno.test("pairwiseSum() gives 0 for negative zeros, as NumPy 1.24 does", () => {
  const { lengths, sums } = golden.negative_zeros;
  const found = numbersIn(lengths).map((n) =>
    pairwiseSum(new Float64Array(n).fill(-0), 0, n)
  );
  assertSameNumbers(found, numbersIn(sums));
});

Deno.test("pairwiseSum() lets NaN and infinities through at every place", () => {
  for (const n of [3, 8, 20, 200]) {
    for (let place = 0; place < n; place++) {
      for (const value of [NaN, Infinity, -Infinity]) {
        const values = new Float64Array(n).fill(1);
        values[place] = value;
        assertSameNumbers([pairwiseSum(values, 0, n)], [value]);
      }
    }
  }
});
