import { assertEquals } from "@std/assert";
import {
  formatModel,
  matrix,
  numpyRandom,
  parseModel,
} from "../../../../mod.ts";
import {
  defaults,
  fit,
  ordinalRegression,
} from "../../../../scripts/score/model/fit.ts";
import {
  bandProbabilities,
  predictions,
} from "../../../../scripts/score/model/prediction.ts";
import { assertSame } from "../../../_support/matrices.ts";
import { makeModel } from "../../../../scripts/score/model/make_model.ts";
import { evaluationOf } from "../samples.ts";

const bands = {
  names: ["low", "high"],
  labels: [["1"], ["2", "3"]],
  ordered: true,
};
const essays = { x: matrix([[1], [2], [5], [6]]), given: [0, 0, 1, 1], bands };
const settings = { ...defaults, epochs: 2, hidden: [3] };
const making = {
  features: ["words"],
  label: "score",
  essays,
  settings,
  seed: "7",
  fitted: await fit(essays, settings, numpyRandom(0)),
};

Deno.test("makeModel() keeps the first run's own quality beside the majority line", () => {
  const evaluation = evaluationOf(0.75, 0.5, 0.25, 2);
  assertEquals(makeModel(making, { folds: 4, evaluation }).quality, {
    folds: 4,
    rows: 4,
    accuracy: 0.75,
    majority: 0.25,
    kappa: 0.5,
  });
});

Deno.test("makeModel() says null of what is not known", () => {
  assertEquals(makeModel(making).quality, null);
  const evaluation = evaluationOf(1, NaN, 1);
  const { quality } = makeModel(making, { folds: 2, evaluation });
  assertEquals(quality?.kappa, null);
});

Deno.test("makeModel() keeps how the model came about", () => {
  const { features, label, bands, training } = makeModel(making);
  assertEquals([features, label], [["words"], "score"]);
  assertEquals(bands, [
    { name: "low", labels: ["1"] },
    { name: "high", labels: ["2", "3"] },
  ]);
  assertEquals([training.rows, training.epoch, training.seed], [4, 2, "7"]);
});

Deno.test("makeModel() keeps the thresholds of ordinal regression, and the median", async () => {
  const settings = ordinalRegression(defaults);
  const fitted = await fit(essays, settings, numpyRandom(0));
  const model = makeModel({ ...making, settings, decision: "median", fitted });
  assertEquals(model.thresholds, fitted.thresholds);
  assertEquals([model.decision, model.network.sizes], ["median", [1, 1]]);
  const read = parseModel(formatModel(model));
  const x = matrix([[1], [3.4], [3.6], [9]]);
  assertSame(bandProbabilities(read, x), bandProbabilities(fitted, x));
  assertEquals([...predictions(read, x)].map(({ band }) => band), [0, 0, 1, 1]);
  assertEquals("decision" in makeModel(making), false);
});

Deno.test("makeModel() keeps how softmax regression was fitted", async () => {
  const settings = { ...defaults, hidden: [] };
  const fitted = await fit(essays, settings, numpyRandom(0));
  const { training } = makeModel({ ...making, settings, fitted });
  const { optimizer, learningRate, weightDecay, batchSize } = training;
  // The objective divided by its 4 rows: a mean loss, and ‖W‖²/2 by 1/(100·4).
  assertEquals([optimizer, learningRate, weightDecay, batchSize], [
    "newton",
    1,
    1 / 400,
    4,
  ]);
  assertEquals(training.epoch, training.epochs);
});
