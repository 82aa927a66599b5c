/**
 * `checkGradient` on random networks. `tests/long/check_gradient_nets.ts` does
 * the same on ten times as many.
 */
import { assert, assertEquals } from "@std/assert";
import {
  checkMistakes,
  checkNets,
  MISTAKES,
} from "../../_support/checked_nets.ts";

for (const activations of [["sigmoid", "tanh"], ["relu"]] as const) {
  Deno.test(`checkGradient() calls no right gradient of 500 ${activations.join(" and ")} nets wrong`, () => {
    const tally = checkNets(`${activations} nets`, 500, { activations });
    assertEquals(tally.complaints, []);
    assertEquals([tally.nets, tally.wrong], [500, 0]);
    const { right, entries, faintEntries } = tally;
    assert(right >= 0.99 * tally.nets, `only ${right} are right`);
    // The bound of an entry is below 0.001 of it, or it is too faint to decide.
    assert(entries > 10_000, `only ${entries} entries`);
    assert(faintEntries <= 0.03 * entries, `${faintEntries} are too faint`);
  });
}

for (const mistake of Object.keys(MISTAKES)) {
  Deno.test(`checkGradient() calls ${mistake} wrong`, () => {
    const found = checkMistakes(mistake, 40);
    assertEquals(found.missed, []);
    // A mistake in a unit that is dead changes nothing, and is none.
    const { tried, visible } = found;
    assert(visible >= 0.85 * tried, `only ${visible} of ${tried} are visible`);
  });
}
