import { assert } from "@std/assert";
import { classScores, matrix } from "../../../../mod.ts";
import {
  type Agreement,
  agreementOf,
} from "../../../../scripts/score/evaluation/agreement.ts";
import golden from "../../../golden/agreement.json" with { type: "json" };

/** Within 1e-12; what is not known to the one is not known to the other. */
function assertKnown(found: number, expected: number | null, what: string) {
  const isSame = expected === null
    ? !Number.isFinite(found)
    : Math.abs(found - expected) <= 1e-12 * (1 + Math.abs(expected));
  assert(isSame, `${what}: found ${found}, ${expected} is needed`);
}

Deno.test("agreementOf() gives what scikit-learn and RSMTool's formulas give", () => {
  for (const [i, { counts, ...expected }] of golden.cases.entries()) {
    const found = agreementOf(Float64Array.from(counts.flat()), counts.length);
    for (const name of Object.keys(found) as (keyof Agreement)[]) {
      assertKnown(found[name], expected[name], `case ${i}, ${name}`);
    }
  }
});

Deno.test("classScores() gives what scikit-learn gives, also for bands that do not occur", () => {
  for (const [i, { counts, ...expected }] of golden.cases.entries()) {
    for (const [band, scores] of classScores(matrix(counts)).entries()) {
      for (const name of ["precision", "recall", "f1"] as const) {
        const what = `case ${i}, band ${band}, ${name}`;
        assertKnown(scores[name], expected[name][band]!, what);
      }
    }
  }
});
