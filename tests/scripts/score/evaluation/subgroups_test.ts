import { assert, assertEquals } from "@std/assert";
import { agreementOf } from "../../../../scripts/score/evaluation/agreement.ts";
import {
  NO_PART,
  subgroupsOf,
} from "../../../../scripts/score/evaluation/subgroups.ts";
import golden from "../../../golden/agreement.json" with { type: "json" };

const { given, predicted, group, dsm } = golden.compared;
const held = {
  given: Uint8Array.from(given),
  predicted: [Uint8Array.from(predicted)],
  classes: 4,
};
const parts = { column: "g", names: ["a", "b"], of: Uint8Array.from(group) };

Deno.test("subgroupsOf() gives RSMTool's difference of standardised means", () => {
  for (const [i, found] of subgroupsOf(held, parts, true).entries()) {
    const { numbers, intervals } = found;
    const own = numbers.standardisedMeansDifference;
    assert(Math.abs(own - dsm[i]!) < 1e-12, `${found.name}: ${own}`);
    const [from, to] = intervals.standardisedMeansDifference;
    assert(from < own && own < to, `${from} ${own} ${to}`);
    const counts = new Float64Array(16);
    given.forEach((band, row) => {
      if (group[row] === i) counts[4 * band + predicted[row]!]!++;
    });
    const alone = agreementOf(counts, 4);
    assertEquals([numbers.accuracy, numbers.kappa], [
      alone.accuracy,
      alone.kappa,
    ]);
    assertEquals(found.essays, group.filter((one) => one === i).length);
  }
});

Deno.test("subgroupsOf() says nothing of fewer than ten essays, or writers", () => {
  const few = Uint8Array.from(group, (_, row) => row < 9 ? 0 : NO_PART);
  const [small] = subgroupsOf(held, { ...parts, of: few }, true);
  assertEquals([small!.essays, small!.units], [9, 9]);
  for (const value of Object.values(small!.numbers)) assertEquals(value, NaN);
  const of = given.map((_, row) => Math.floor(row / 10)); // six writers
  const all = { ...parts, of: new Uint8Array(given.length) };
  const groups = { of, count: 6, columns: ["writer"] };
  const [whole] = subgroupsOf({ ...held, groups }, all, true);
  assertEquals([whole!.essays, whole!.units], [60, 6]);
  assertEquals(whole!.numbers.accuracy, NaN);
});

Deno.test("subgroupsOf() finds no difference where a group is all essays", () => {
  const all = { ...parts, of: new Uint8Array(given.length) };
  const [whole] = subgroupsOf(held, all, true);
  assert(Math.abs(whole!.numbers.standardisedMeansDifference) < 1e-15);
  const [unordered] = subgroupsOf(held, all, false);
  assertEquals(unordered!.numbers.standardisedMeansDifference, NaN);
  assertEquals(unordered!.numbers.adjacent, NaN);
});
