/** What one look around a point sees, and what it steps over. */
import { assert, assertEquals } from "@std/assert";
import { lookAround } from "../../../lib/gradient/_extrapolation.ts";

const viewpoint = { x: 0, center: 0, step: 1, pairs: 4, magnitude: 1 };

/** The slope 1, but 2 within so far of 0. */
function steeperWithin(distance: number): (x: number) => number {
  return (x) => Math.abs(x) < distance ? 2 * x : x;
}

Deno.test("lookAround() holds out a pair of points at e^-3 of its step", () => {
  // Further in than all others; a feature that reaches it is seen, and one that
  // every point steps over is not.
  const seen = lookAround(steeperWithin(Math.exp(-2.9)), viewpoint);
  assert(seen.outcome !== "clear", seen.outcome);
  const hidden = lookAround(steeperWithin(Math.exp(-3.1)), viewpoint);
  assertEquals([hidden.outcome, hidden.calls], ["clear", 10]);
  assert(Math.abs(hidden.value - 1) <= hidden.error);
});

Deno.test("lookAround() asks the polynomial about that pair, not about another", () => {
  // Far steeper curves than any rounding: the polynomial foretells each only if
  // it is asked where f was looked at.
  for (const f of [Math.sin, Math.exp, Math.atan, Math.sinh]) {
    const look = lookAround(f, { ...viewpoint, center: f(0), step: 0.05 });
    assertEquals(look.outcome, "clear");
    assert(look.error < 1e-10, `${look.error}`);
    assert(Math.abs(look.value - 1) <= look.error);
  }
});
