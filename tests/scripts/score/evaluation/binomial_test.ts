import { assert, assertEquals } from "@std/assert";
import { numpyRandom } from "../../../../mod.ts";
import { binomial } from "../../../../scripts/score/evaluation/binomial.ts";

/** The probability of each number of successes, by their ratios. */
function probabilities(n: number, p: number): Float64Array {
  const mode = Math.floor((n + 1) * p), found = new Float64Array(n + 1);
  found[mode] = 1;
  for (let k = mode; k < n; k++) {
    found[k + 1] = found[k]! * (n - k) / (k + 1) * p / (1 - p);
  }
  for (let k = mode; k > 0; k--) {
    found[k - 1] = found[k]! * k / (n - k + 1) * (1 - p) / p;
  }
  const all = found.reduce((a, b) => a + b);
  return found.map((one) => one / all);
}

Deno.test("binomial() draws each number as often as it is probable", () => {
  const draws = 20_000;
  for (
    const [n, p] of [
      ...[[1, 0.3], [7, 0.5], [40, 0.1], [40, 0.4], [60, 0.9]],
      ...[[300, 0.05], [1000, 0.5], [100_000, 0.0003]],
    ] as [number, number][]
  ) {
    const random = numpyRandom(n), counts = new Float64Array(n + 1);
    for (let i = 0; i < draws; i++) counts[binomial(random, n, p)]!++;
    // Neighbours are put together until 10 are expected: χ² as it should be.
    let squares = 0, bins = 0, expected = 0, found = 0;
    for (const [k, share] of probabilities(n, p).entries()) {
      expected += draws * share;
      found += counts[k]!;
      if (expected < 10) continue;
      squares += (found - expected) ** 2 / expected;
      bins++;
      expected = found = 0;
    }
    const freedom = bins - 1;
    const beyond = (squares - freedom) / Math.sqrt(2 * freedom);
    assert(Math.abs(beyond) < 3.5, `${n} ${p}: χ² ${squares} of ${freedom}`);
  }
});

Deno.test("binomial() draws nothing where nothing can succeed, and all where all do", () => {
  const random = numpyRandom(0);
  assertEquals([binomial(random, 0, 0.5), binomial(random, 9, 0)], [0, 0]);
  assertEquals(binomial(random, 9, 1), 9);
});
