import { assert, assertEquals } from "@std/assert";
import type { Agreement } from "../../../../scripts/score/evaluation/agreement.ts";
import {
  compareWithSecond,
  UNRATED,
} from "../../../../scripts/score/evaluation/second_rater.ts";
import golden from "../../../golden/agreement.json" with { type: "json" };

const { given, predicted, second, people, degradation } = golden.compared;
const held = {
  given: Uint8Array.from(given),
  predicted: [Uint8Array.from(predicted)],
  classes: 4,
};
const ratings = Uint8Array.from(second, (band) => band < 0 ? UNRATED : band);

Deno.test("compareWithSecond() gives the degradation of scikit-learn's and RSMTool's numbers", () => {
  const found = compareWithSecond(held, ratings, true);
  assertEquals(found.essays, second.filter((band) => band >= 0).length);
  for (const [name, expected] of Object.entries(people)) {
    const own = found.people.value[name as keyof Agreement];
    assert(Math.abs(own - expected) < 1e-12, `people, ${name}: ${own}`);
  }
  for (const [name, expected] of Object.entries(degradation)) {
    const key = name as keyof Agreement;
    const own = found.degradation.value[key];
    assert(Math.abs(own - expected) < 1e-12, `degradation, ${name}: ${own}`);
    assertEquals(own, found.machine.value[key] - found.people.value[key]);
    if (key === "adjacent") continue; // always 1, so that nothing is known
    const [from, to] = found.degradation.intervals[key];
    assert(from < own && own < to, `${name}: ${from} ${own} ${to}`);
  }
});

Deno.test("compareWithSecond() knows nothing of an order that is not there", () => {
  const { people, degradation } = compareWithSecond(held, ratings, false);
  for (const { value, intervals } of [people, degradation]) {
    assertEquals(value.kappa, NaN);
    assertEquals(intervals.correlation, [NaN, NaN]);
    assert(Number.isFinite(value.unweightedKappa));
  }
});

Deno.test("compareWithSecond() is the mean over the runs", () => {
  const other = held.predicted[0]!.toReversed();
  const one = (run: Uint8Array) =>
    compareWithSecond({ ...held, predicted: [run] }, ratings, true);
  const both = compareWithSecond(
    { ...held, predicted: [held.predicted[0]!, other] },
    ratings,
    true,
  );
  const kappas = [held.predicted[0]!, other].map((run) =>
    one(run).machine.value.kappa
  );
  const mean = (kappas[0]! + kappas[1]!) / 2;
  assert(Math.abs(both.machine.value.kappa - mean) < 1e-15);
});

Deno.test("compareWithSecond() knows no difference from a machine that is always right", () => {
  const { degradation } = compareWithSecond(
    { ...held, predicted: [held.given] },
    ratings,
    true,
  );
  assert(degradation.value.kappa > 0);
  assertEquals(degradation.intervals.kappa, [NaN, NaN]);
});
