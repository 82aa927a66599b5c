import { assert, assertEquals } from "@std/assert";
import { taylorOrder } from "../../../lib/gradient/_taylor_order.ts";
import { forSeeds } from "../../_support/seeded.ts";

function assertNear(actual: number, expected: number, limit: number): void {
  const far = Math.abs(actual - expected);
  assert(far <= limit, `${actual}, expected about ${expected}`);
}

Deno.test("taylorOrder() is 2 for the right slope, and 1 for another", () => {
  const functions: [(s: number) => number, number][] = [
    [Math.exp, 1],
    [(s) => Math.cos(1 + s), -Math.sin(1)],
    [(s) => 1e6 * Math.exp(s), 1e6],
    [(s) => 1e-3 * Math.exp(s), 1e-3],
    [(s) => 3 + s * s, 0],
    [(s) => Math.exp(s) - 1e3, 1],
  ];
  for (const [f, slope] of functions) {
    assertNear(taylorOrder(f, { slope, first: 0.25 }), 2, 0.05);
    for (const off of [1e-3, -1e-3, 0.1, 2]) {
      const claimed = slope + off * (Math.abs(slope) || 1);
      assertNear(taylorOrder(f, { slope: claimed, first: 0.25 }), 1, 0.05);
    }
  }
});

Deno.test("taylorOrder() is 3 where the function does not bend at the point", () => {
  assertNear(taylorOrder(Math.sin, { slope: 1, first: 0.25 }), 3, 0.05);
  assertNear(taylorOrder((s) => s ** 3, { slope: 0, first: 0.25 }), 3, 1e-9);
});

Deno.test("taylorOrder() is 1 at a corner, whichever slope is claimed", () => {
  for (const slope of [0, 0.5, 0.9]) {
    assertNear(
      taylorOrder((s) => Math.max(0, s), { slope, first: 0.25 }),
      1,
      1e-9,
    );
  }
  assertNear(taylorOrder(Math.abs, { slope: 0, first: 0.25 }), 1, 1e-9);
});

Deno.test("taylorOrder() is NaN where only rounding is left, and where nothing is a number", () => {
  assertEquals(taylorOrder(() => 5, { slope: 0, first: 0.25 }), NaN);
  assertEquals(taylorOrder((s) => 7 + 2 * s, { slope: 2, first: 0.25 }), NaN);
  assertEquals(taylorOrder(() => NaN, { slope: 0, first: 0.25 }), NaN);
  assertEquals(taylorOrder(() => Infinity, { slope: 0, first: 0.25 }), NaN);
  assertEquals(
    taylorOrder((s) => 1e16 + Math.exp(s), { slope: 1, first: 0.25 }),
    NaN,
  );
  assertEquals(taylorOrder(Math.exp, { slope: NaN, first: 0.25 }), NaN);
});

Deno.test("taylorOrder() does not take rounding for an order", () => {
  // The remainder falls into rounding after a few halvings: it must stop there.
  forSeeds("orders", 100, (draw) => {
    const scale = 10 ** draw.number(-8, 8), speed = draw.number(0.5, 3);
    const offset = draw.number(-1, 1) * scale;
    const f = (s: number) => offset + scale * Math.exp(speed * s);
    const order = taylorOrder(f, { slope: scale * speed, first: 0.25 });
    if (!Number.isNaN(order)) assertNear(order, 2, 0.2);
    if (scale > 0.1) assert(!Number.isNaN(order));
  });
});

Deno.test("taylorOrder() evaluates the function at most 25 times", () => {
  for (const slope of [1, 1.5]) {
    let calls = 0;
    taylorOrder((s) => (calls++, Math.exp(s)), { slope, first: 0.25 });
    assert(calls <= 25, `${calls} calls`);
  }
});
