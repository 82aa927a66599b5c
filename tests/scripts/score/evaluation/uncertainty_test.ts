import { assert, assertEquals } from "@std/assert";
import {
  classScores,
  confusionMatrix,
  numpyRandom,
  quadraticWeightedKappa,
} from "../../../../mod.ts";
import { agreementOf } from "../../../../scripts/score/evaluation/agreement.ts";
import golden from "../../../golden/agreement.json" with { type: "json" };
import { howMany, isLong } from "../../../_support/how_many.ts";
import {
  bootstrapIntervals,
  type HeldOut,
  permutationTest,
} from "../../../../scripts/score/evaluation/uncertainty.ts";

/** Bands, and predictions of which a part is right and the others are drawn. */
function heldOut(rows: number, right: number, classes = 3, seed = 0): HeldOut {
  const random = numpyRandom(seed);
  const given = Uint8Array.from(
    { length: rows },
    () => Math.floor(classes * random()),
  );
  const predicted = Uint8Array.from(
    given,
    (band) => random() < right ? band : Math.floor(classes * random()),
  );
  return { given, predicted: [predicted], classes };
}

Deno.test("bootstrapIntervals() surround what classScores() finds in each band", () => {
  const held = heldOut(1000, 0.7);
  const confusion = confusionMatrix(held.given, held.predicted[0]!, 3);
  const { bands } = bootstrapIntervals(held);
  for (const [i, scores] of classScores(confusion).entries()) {
    for (const name of ["precision", "recall", "f1"] as const) {
      const [from, to] = bands[i]![name];
      assert(from < scores[name] && scores[name] < to, `${i} ${name}`);
      // About ± 1.96 √(p (1 − p) / 333).
      assert(to - from > 0.05 && to - from < 0.13, `${to - from}`);
    }
  }
});

Deno.test("bootstrapIntervals() are as wide as the binomial distribution says", () => {
  const held = heldOut(1000, 0.7);
  const { accuracy: [from, to], replicates } = bootstrapIntervals(held);
  const right = held.given.filter((band, i) => held.predicted[0]![i] === band);
  const part = right.length / 1000;
  const half = 1.96 * Math.sqrt(part * (1 - part) / 1000);
  assertEquals(replicates, 2000);
  assert(Math.abs(from - (part - half)) < 0.004, `${from} ${part} ${half}`);
  assert(Math.abs(to - (part + half)) < 0.004, `${to} ${part} ${half}`);
  assertEquals(bootstrapIntervals(held).accuracy, [from, to]);
});

Deno.test("bootstrapIntervals() are SciPy's BCa, not the percentiles", () => {
  const { given, predicted, ...ends } = golden.intervals;
  const found = bootstrapIntervals({
    given: Uint8Array.from(given),
    predicted: [Uint8Array.from(predicted)],
    classes: 4,
  });
  assertEquals(found.method, "BCa");
  for (const name of ["kappa", "accuracy"] as const) {
    for (const [end, own] of found[name].entries()) {
      const [bca, percentile] = [
        ends[`${name} BCa`],
        ends[`${name} percentile`],
      ]
        .map((interval) => Math.abs(own - interval[end]!));
      // Ours is one of 2,000 replicates, SciPy's one of 100,000.
      assert(bca! < 0.01 && bca! < percentile!, `${name} ${end}: ${own}`);
    }
  }
});

Deno.test("bootstrapIntervals() hold what is true of all essays in 92 to 97 of 100 samples", () => {
  // People and the machine give four bands with these probabilities.
  const apart = [0.85, 0.14, 0.01, 0], people = [1, 2, 2, 1];
  const weights = people.flatMap((weight, i) =>
    people.map((_, j) => weight * apart[Math.abs(i - j)]!)
  );
  const all = weights.reduce((a, b) => a + b);
  const truth = agreementOf(Float64Array.from(weights, (w) => 1e6 * w), 4);
  const random = numpyRandom(11), samples = howMany(30, 4000);
  const draw = (): number => {
    let left = random() * all, cell = 0;
    while (left >= weights[cell]!) left -= weights[cell++]!;
    return cell;
  };
  for (const size of isLong ? [40, 150] : [40]) {
    const held = { kappa: 0, accuracy: 0, correlation: 0 };
    for (let i = 0; i < samples; i++) {
      const cells = Uint8Array.from({ length: size }, draw);
      const found = bootstrapIntervals({
        given: cells.map((cell) => cell >> 2),
        predicted: [cells.map((cell) => cell & 3)],
        classes: 4,
      });
      for (const name of ["kappa", "accuracy", "correlation"] as const) {
        const [from, to] = found[name];
        if (from <= truth[name] && truth[name] <= to) held[name]++;
      }
    }
    for (const [name, count] of Object.entries(held)) {
      const share = count / samples;
      // The README says how often they do, of these essays.
      assert(
        share > howMany(0.83, 0.92) && share < 0.97 + howMany(0.03, 0),
        `${size} essays, ${name}: ${share}`,
      );
    }
  }
});

Deno.test("bootstrapIntervals() know nothing where all essays are right", () => {
  const right = bootstrapIntervals(heldOut(18, 1));
  assertEquals(right.accuracy, [NaN, NaN]);
  assertEquals(right.kappa, [NaN, NaN]);
  assertEquals(right.correlation, [NaN, NaN]);
  assertEquals(right.bands[0]!.recall, [NaN, NaN]);
  const one = heldOut(18, 1), { given, predicted: [predicted] } = one;
  predicted![0] = (given[0]! + 1) % 3; // 17 of 18
  const [from, to] = bootstrapIntervals(one).accuracy;
  assert(from < 17 / 18 && to === 1, `${from} ${to}`);
});

Deno.test("bootstrapIntervals() draw whole groups", () => {
  // 200 writers with five essays that are all right or all wrong.
  const own = heldOut(200, 0.5, 2);
  const of = Array.from({ length: 1000 }, (_, i) => Math.floor(i / 5));
  const held: HeldOut = {
    given: Uint8Array.from(of, (writer) => own.given[writer]!),
    predicted: [Uint8Array.from(of, (writer) => own.predicted[0]![writer]!)],
    classes: 2,
  };
  const width = (
    { accuracy: [from, to] }: ReturnType<typeof bootstrapIntervals>,
  ) => to - from;
  const apart = width(bootstrapIntervals(held));
  const groups = { of, count: 200, columns: ["writer"] };
  const together = width(bootstrapIntervals({ ...held, groups }));
  // As wide as that of 200 essays: √5 times.
  assert(
    Math.abs(together / apart - Math.sqrt(5)) < 0.25,
    `${together / apart}`,
  );
});

Deno.test("permutationTest() knows chance from a small effect", () => {
  assertEquals(permutationTest(heldOut(100, 1), "kappa"), {
    p: 1 / 2001,
    permutations: 2000,
  });
  // Agreement of chance alone: p is anything, alike often.
  const ps = Array.from(
    { length: 20 },
    (_, seed) => permutationTest(heldOut(60, 0, 3, seed), "kappa").p,
  );
  assert(ps.filter((p) => p < 0.5).length > 4, `${ps}`);
  assert(ps.filter((p) => p > 0.5).length > 4, `${ps}`);
  // A kappa below 0.1 may be beyond chance, where there are many essays.
  const small = heldOut(3000, 0.08, 3, 1);
  const counts = confusionMatrix(small.given, small.predicted[0]!, 3);
  assert(quadraticWeightedKappa(counts) < 0.1);
  assert(permutationTest(small, "kappa").p < 0.01);
});

Deno.test("permutationTest() moves whole groups", () => {
  // Ten writers with twenty essays each: alike in all, so ten units, not 200.
  const own = [0, 0, 1, 0, 1, 1, 0, 1, 1, 0],
    told = [0, 0, 1, 1, 1, 0, 0, 1, 0, 1];
  const of = Array.from({ length: 200 }, (_, i) => Math.floor(i / 20));
  const held: HeldOut = {
    given: Uint8Array.from(of, (writer) => own[writer]!),
    predicted: [Uint8Array.from(of, (writer) => told[writer]!)],
    classes: 2,
  };
  assert(permutationTest(held, "kappa").p < 0.01);
  const groups = { of, count: 10, columns: ["writer"] };
  // Of five high writers three are told so: C(5, k)² of the 252 ways to choose
  // five give k, and those with k of 3 or more agree as well.
  const { p } = permutationTest({ ...held, groups }, "kappa");
  const ways = [3, 4, 5].map((k) => [10, 5, 1][k - 3]! ** 2);
  const exact = ways.reduce((a, b) => a + b) / 252;
  assert(Math.abs(p - exact) < 0.04, `${p} ${exact}`);
});

Deno.test("permutationTest() has no result where nothing differs", () => {
  const given = new Uint8Array(10).fill(1);
  const held = { given, predicted: [given], classes: 2 };
  assertEquals(permutationTest(held, "kappa").p, 1);
});
