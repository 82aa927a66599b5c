import { assert, assertEquals } from "@std/assert";
import { matrix, numpyRandom, randn } from "../../../../mod.ts";
import type { Essays } from "../../../../scripts/score/essays/essays.ts";
import {
  evaluate,
  overRuns,
} from "../../../../scripts/score/evaluation/evaluation.ts";
import { learningCurve } from "../../../../scripts/score/evaluation/learning_curve.ts";
import {
  defaults,
  softmaxRegression,
} from "../../../../scripts/score/model/fit.ts";

const settings = softmaxRegression(defaults);
const plan = { folds: 4, seeds: ["1", "2"] };

/** Two bands, told by the first of so many features; the others are noise. */
function noisy(rows: number, features: number): Essays {
  const draws = randn(numpyRandom(8), rows, features).toArray();
  return {
    x: matrix(draws),
    given: draws.map(([first]) => Number(first! > 0)),
    bands: { names: ["0", "1"], labels: [["0"], ["1"]], ordered: true },
  };
}

Deno.test("learningCurve() halves what is learned from, and ends where the evaluation is", async () => {
  const essays = noisy(160, 12);
  const evaluation = (await evaluate(essays, settings, plan))!;
  let told = 0;
  const curve = (await learningCurve(essays, evaluation, {
    ...plan,
    onFold: () => void told++,
  }))!;
  assertEquals(told, 3 * 4 * 2);
  assertEquals(curve.points.at(-1)!.essays, 120);
  for (const [i, { essays }] of curve.points.entries()) {
    // Of each band about half, each time.
    assert(Math.abs(essays - 120 / 2 ** (3 - i)) <= 2, `${essays}`);
  }
  const { accuracy, kappa } = overRuns(evaluation);
  const last = curve.points.at(-1)!;
  assert(Math.abs(last.accuracy - accuracy.mean) < 1e-12);
  assert(Math.abs(last.kappa - kappa.mean) < 1e-12);
  assertEquals(curve.gain, last.kappa - curve.points.at(-2)!.kappa);
  // Twelve features and fifteen essays: more of them do help.
  assert(curve.points[0]!.kappa < last.kappa - 0.1);
  const [from, to] = curve.interval;
  assert(from < curve.gain && curve.gain < to, `${from} ${to}`);
  assert(from > 0, `${from}`);
});

Deno.test("learningCurve() keeps groups whole, and lacks no band", async () => {
  // Eight writers with a band of their own: an eighth of six is none.
  const essays = noisy(80, 1);
  const of = Array.from(essays.given, (_, row) => row % 8);
  const grouped: Essays = {
    ...essays,
    given: of.map((writer) => writer % 2),
    groups: { of, count: 8, columns: ["writer"] },
  };
  const evaluation = (await evaluate(grouped, settings, plan))!;
  const curve = await learningCurve(grouped, evaluation, plan);
  for (const { essays } of curve?.points ?? []) assertEquals(essays % 10, 0);
  assert((curve?.points.length ?? 0) < 4);
});
