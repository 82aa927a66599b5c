import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
} from "@std/assert";
import {
  fitScaler,
  matrix,
  numpyRandom,
  randn,
  stratifiedSplit,
  takeColumns,
} from "../../../../mod.ts";
import {
  evaluate,
  meanAndDeviation,
} from "../../../../scripts/score/evaluation/evaluation.ts";
import { decide } from "../../../../scripts/score/model/decision.ts";
import {
  type Essays,
  someEssays,
} from "../../../../scripts/score/essays/essays.ts";
import {
  BlownUpError,
  defaults,
  fit,
  ordinalRegression,
  softmaxRegression,
} from "../../../../scripts/score/model/fit.ts";
import { assertClose } from "../../../_support/close.ts";
import { assertSame } from "../../../_support/matrices.ts";

const quick = { ...defaults, epochs: 3 };

/** Three clouds in a row, a third of the points each. */
function clouds(rows: number): Essays {
  const given = Array.from({ length: rows }, (_, i) => i % 3);
  const noise = randn(numpyRandom(1), rows, 2).toArray();
  const x = noise.map(([a, b], i) => [100 + a! + 2 * given[i]!, b! / 9]);
  const names = ["0", "1", "2"];
  return {
    x: matrix(x),
    given,
    bands: { names, labels: [["0"], ["1"], ["2"]], ordered: true },
  };
}

Deno.test("evaluate() predicts every essay once for each seed", async () => {
  const seeds = ["a", "b"];
  let folds = 0;
  const found = await evaluate(clouds(50), quick, {
    folds: 4,
    seeds,
    onFold() {
      folds++;
    },
  });
  assertEquals(folds, 8);
  assertEquals(found?.runs.map(({ seed }) => seed), seeds);
  const counts = found!.confusion.toArray();
  assertEquals(counts.map((row) => row.reduce((a, b) => a + b)), [34, 34, 32]);
  assertEquals([found?.layers, found?.majority], ["2-16-3", 17 / 50]);
});

Deno.test("evaluate() finds the same for the same seeds, whatever came before", async () => {
  const data = clouds(40);
  const run = async (...seeds: string[]) =>
    (await evaluate(data, quick, { folds: 2, seeds }))!.runs;
  const [a, b] = await run("a", "b");
  assertEquals(await run("b"), [b!]);
  assertEquals(await run("a"), [a!]);
  assertNotEquals(a, b);
});

Deno.test("evaluate() chooses the median band too, from the same probabilities", async () => {
  // Five bands of which a feature tells little: the most probable one is often
  // the first or the last.
  const x = randn(numpyRandom(2), 150, 2);
  const given = x.toArray().map(([a, b]) =>
    Math.min(4, Math.max(0, Math.round(2 + a! + 2 * b!)))
  );
  const names = ["0", "1", "2", "3", "4"];
  const bands = { names, labels: names.map((name) => [name]), ordered: true };
  const data: Essays = { x: takeColumns(x, [0]), given, bands };
  const agreeing = { mostProbable: 0, median: 0 };
  const found = (await evaluate(data, ordinalRegression(defaults), {
    folds: 3,
    seeds: ["1"],
    onHeldOut({ rows, predicted, probabilities }) {
      assertEquals(predicted, decide(probabilities, "mostProbable"));
      for (const how of ["mostProbable", "median"] as const) {
        decide(probabilities, how)
          .forEach((band, i) => agreeing[how] += +(band === given[rows[i]!]));
      }
    },
  }))!;
  const { median } = found;
  assertEquals([found.decision, median!.decision], ["mostProbable", "median"]);
  assertEquals(
    [found.runs[0]!.accuracy, median!.runs[0]!.accuracy],
    [agreeing.mostProbable / 150, agreeing.median / 150],
  );
  assertNotEquals(agreeing.mostProbable, agreeing.median);
});

Deno.test("evaluate() has no median where there is no order, or nothing between two bands", async () => {
  const plan = { folds: 2, seeds: ["1"] }, three = clouds(24);
  const settings = softmaxRegression(defaults);
  const unordered = { ...three, bands: { ...three.bands, ordered: false } };
  const two: Essays = {
    ...three,
    given: Array.from(three.given, (band) => Math.min(band, 1)),
    bands: { names: ["0", "1"], labels: [["0"], ["1"]], ordered: true },
  };
  for (const essays of [unordered, two]) {
    assertEquals((await evaluate(essays, settings, plan))!.median, undefined);
  }
});

Deno.test("evaluate() learns what can be learned, and nothing from noise", async () => {
  const data = clouds(150), plan = { folds: 5, seeds: ["1"] };
  const [good] = (await evaluate(data, defaults, plan))!.runs;
  assert(good!.kappa > 0.7, `${good!.kappa}`);
  // Labels that have nothing to do with the samples.
  const random = numpyRandom(3);
  const given = Array.from(data.given, () => Math.floor(3 * random()));
  const [none] = (await evaluate({ ...data, given }, defaults, plan))!.runs;
  assert(Math.abs(none!.kappa) < 0.25, `${none!.kappa}`);
});

Deno.test("evaluate() gives nothing when it was aborted", async () => {
  const controller = new AbortController();
  let folds = 0;
  const found = await evaluate(clouds(20), quick, {
    folds: 2,
    seeds: ["1", "2", "3"],
    signal: controller.signal,
    onFold() {
      if (++folds === 3) controller.abort();
    },
  });
  assertEquals([found, folds], [undefined, 3]);
});

Deno.test("fit() scales by the samples that it learns from, and by no others", async () => {
  const data = clouds(40);
  const settings = { ...quick, validation: 0.4 };
  const { scaler, learned, training } = await fit(
    data,
    settings,
    numpyRandom(5),
  );
  const { train } = stratifiedSplit(data.given, {
    random: numpyRandom(5),
    part: 0.4,
  });
  assertEquals(learned, 24);
  const expected = fitScaler(someEssays(data, train).x);
  assertSame(scaler.mean, expected.mean);
  assertSame(scaler.deviation, expected.deviation);
  assert(training.history.every((one) => one.validationLoss !== undefined));
});

Deno.test("fit() learns from all samples without a validation part", async () => {
  const data = clouds(10);
  const { scaler, learned, training } = await fit(data, quick, numpyRandom(0));
  assertEquals(learned, 10);
  assertSame(scaler.mean, fitScaler(data.x).mean);
  assertEquals([training.epoch, training.history.length], [3, 3]);
  assertEquals(training.history[0]!.validationLoss, undefined);
});

Deno.test("fit() does without a validation part that would be empty", async () => {
  const settings = { ...quick, validation: 0.1 };
  const { learned, training } = await fit(clouds(6), settings, numpyRandom(0));
  assertEquals([learned, training.end], [6, "epochs"]);
});

Deno.test("softmaxRegression() has no hidden layer, and otherwise the same settings", () => {
  assertEquals(softmaxRegression({ ...defaults, ordinal: true }), {
    ...defaults,
    hidden: [],
  });
});

Deno.test("meanAndDeviation() is the mean and the standard deviation of a sample", () => {
  const { mean, deviation } = meanAndDeviation([2, 4, 4, 4, 5, 5, 7, 9]);
  assertEquals(mean, 5);
  assertClose(deviation, Math.sqrt(32 / 7), "golden");
  assertEquals(meanAndDeviation([3]), { mean: 3, deviation: NaN });
});

Deno.test("evaluate() finds nothing in what is the same for a writer, kept together", async () => {
  // 40 writers with five essays each: numbers and a band of the writer's own.
  const random = numpyRandom(4);
  const own = Array.from({ length: 40 }, () => [random(), random(), random()]);
  const band = own.map((_, writer) => writer % 2);
  const of = Array.from({ length: 200 }, (_, i) => Math.floor(i / 5));
  const essays: Essays = {
    x: matrix(of.map((writer) => own[writer]!)),
    given: of.map((writer) => band[writer]!),
    bands: { names: ["0", "1"], labels: [["0"], ["1"]], ordered: true },
  };
  const plan = { folds: 5, seeds: ["1"] };
  const settings = { ...defaults, epochs: 60, learningRate: 0.1 };
  const leaked = (await evaluate(essays, settings, plan))!.runs[0]!;
  assert(leaked.accuracy > 0.8, `${leaked.accuracy}`);
  const groups = { of, count: 40, columns: ["writer"] };
  const kept = (await evaluate({ ...essays, groups }, settings, plan))!
    .runs[0]!;
  assert(kept.accuracy < 0.65, `${kept.accuracy}`);
});

Deno.test("fit() refuses a network that went far off short of infinity", async () => {
  const settings = {
    ...defaults,
    epochs: 3,
    optimizer: "gradientDescent",
    learningRate: 1e6,
  } as const;
  const { loss, guessing } = await assertRejects(
    () => fit(clouds(40), settings, numpyRandom(0)),
    BlownUpError,
    "Cannot use what training gave: its loss is ",
  );
  assert(Number.isFinite(loss) && loss > 5 * guessing, `${loss}`);
  assertClose(guessing, Math.log(3), "golden");
});

Deno.test("fit() of softmax regression asks for no chance", async () => {
  const never = () => {
    throw new Error("there is no chance in it");
  };
  const { network, training } = await fit(
    clouds(40),
    softmaxRegression(defaults),
    never,
  );
  assertEquals(network.sizes, [2, 3]);
  assert(training.history.at(-1)!.loss < training.history[0]!.loss);
});
