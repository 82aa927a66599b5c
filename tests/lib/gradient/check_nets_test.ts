/**
 * `checkGradient` on random networks: a sample of them, or the numbers that
 * lib/gradient/check.ts tells of (`deno task test:long`), which takes a minute.
 */
import { assert, assertEquals } from "@std/assert";
import {
  checkMistakes,
  checkNets,
  MISTAKES,
} from "../../_support/checked_nets.ts";
import { howMany, isLong } from "../../_support/how_many.ts";

/** What came of it all, for whoever wants to tell of it. */
function tell(name: string, found: object): void {
  if (isLong) console.log(name, found);
}

for (const activations of [["sigmoid", "tanh"], ["relu"]] as const) {
  Deno.test(`checkGradient() calls no right gradient of many ${activations.join(" and ")} nets wrong`, () => {
    const nets = howMany(150, 5000);
    const tally = checkNets(`${activations} nets`, nets, { activations });
    tell(`${activations} nets`, tally);
    assertEquals(tally.complaints, []);
    assertEquals([tally.nets, tally.wrong], [nets, 0]);
    const { right, entries, faintEntries } = tally;
    // One entry that could not be measured leaves a net undecided.
    assert(right >= 0.97 * nets, `only ${right} are right`);
    assertEquals(right + tally.undecided, nets);
    assert(entries > 20 * nets, `only ${entries} entries`);
    assert(faintEntries <= 0.003 * entries, `${faintEntries} are too faint`);
  });
}

for (const mistake of Object.keys(MISTAKES)) {
  Deno.test(`checkGradient() calls ${mistake} wrong`, () => {
    const found = checkMistakes(mistake, howMany(40, 1000));
    tell(mistake, found);
    assertEquals(found.missed, []);
    // A mistake in a unit that is dead changes nothing, and is none.
    const { tried, visible } = found;
    assert(visible >= 0.85 * tried, `only ${visible} of ${tried} are visible`);
  });
}
