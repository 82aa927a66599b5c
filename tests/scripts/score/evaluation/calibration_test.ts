import { assert, assertEquals } from "@std/assert";
import { numpyRandom } from "../../../../mod.ts";
import {
  type Calibration,
  calibrationOf,
  Sureness,
} from "../../../../scripts/score/evaluation/calibration.ts";
import golden from "../../../golden/agreement.json" with { type: "json" };

/** What becomes of one run with these probabilities. */
function calibrated(
  said: readonly number[],
  right: readonly boolean[],
): Calibration {
  const sure = new Sureness(said.length, 1);
  said.forEach((probability, row) => sure.add(0, row, probability));
  const given = Uint8Array.from(said, (_, row) => row % 2);
  const predicted = given.map((band, row) => right[row] ? band : 1 - band);
  return calibrationOf({ given, predicted: [predicted], classes: 2 }, sure);
}

Deno.test("calibrationOf() has the bins of scikit-learn's calibration_curve", () => {
  const { said, right, bins } = golden.calibration;
  const found = calibrated(said, right.map(Boolean));
  assertEquals(found.bins.length, bins.length);
  for (const [i, { said, right, interval, from, to }] of found.bins.entries()) {
    const [mean, share] = bins[i] as [number, number];
    assert(Math.abs(said - mean) < 1e-12, `${said} ${mean}`);
    assert(Math.abs(right - share) < 1e-12, `${right} ${share}`);
    assert(from < said && said <= to);
    assert(interval[0] <= right && right <= interval[1] || right === 1);
  }
  const total = found.bins.reduce((sum, bin) => sum + bin.predictions, 0);
  assertEquals(total, said.length);
});

Deno.test("calibrationOf() tells too sure from too modest, and neither from both", () => {
  const random = numpyRandom(3);
  const said = Array.from({ length: 150 }, () => 0.6 + 0.3 * random());
  const by = (shift: number) =>
    calibrated(said, said.map((p) => random() < p + shift)).excess;
  assert(by(-0.3)[0] > 0.05, "right less often than it says");
  assert(by(0.2)[1] < -0.03, "right more often than it says");
  const [from, to] = by(0);
  assert(from < 0 && to > 0, `${from} ${to}`);
});

Deno.test("calibrationOf() knows nothing of mistakes where there was none", () => {
  const { bins, excess } = calibrated(
    Array(40).fill(0.98),
    Array(40).fill(true),
  );
  assertEquals([excess, bins[0]!.interval], [[NaN, NaN], [NaN, NaN]]);
});

Deno.test("calibrationOf() counts all runs, each essay's own together", () => {
  const sure = new Sureness(4, 2);
  for (const run of [0, 1]) {
    for (const row of [0, 1, 2, 3]) sure.add(run, row, run === 0 ? 0.95 : 0.55);
  }
  const given = Uint8Array.of(0, 1, 0, 1),
    wrong = given.map((band) => 1 - band);
  const { bins, said, right } = calibrationOf(
    { given, predicted: [given, wrong], classes: 2 },
    sure,
  );
  assertEquals(bins.map(({ predictions, right }) => [predictions, right]), [
    [4, 0],
    [4, 1],
  ]);
  assert(Math.abs(said - 0.75) < 1e-15);
  assertEquals(right, 0.5);
});
