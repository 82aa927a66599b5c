import { assert, assertEquals } from "@std/assert";
import {
  normalQuantile,
  normalShare,
} from "../../../../scripts/score/evaluation/normal.ts";
import golden from "../../../golden/agreement.json" with { type: "json" };

Deno.test("normalShare() gives SciPy's norm.cdf", () => {
  for (const [x, share] of golden.normal.shares as [number, number][]) {
    assert(Math.abs(normalShare(x) - share) < 1e-15, `${x}`);
  }
  assertEquals([-Infinity, 9, NaN].map(normalShare), [0, 1, NaN]);
});

Deno.test("normalQuantile() gives SciPy's norm.ppf", () => {
  for (const [share, x] of golden.normal.quantiles as [number, number][]) {
    // The share is known to 1e-16, so x to that by the density.
    const density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    const found = normalQuantile(share);
    assert(Math.abs(found - x) < 1e-15 / density + 1e-15, `${share}: ${found}`);
  }
  assertEquals([0, 1, NaN].map(normalQuantile), [-Infinity, Infinity, NaN]);
});
