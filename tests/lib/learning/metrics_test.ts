import { assertEquals } from "@std/assert";
import {
  accuracy,
  add,
  classScores,
  confusionMatrix,
  majorityAccuracy,
  matrix,
  multiply,
  quadraticWeightedKappa,
  transpose,
  zeros,
} from "../../../mod.ts";
import golden from "../../golden/metrics.json" with { type: "json" };
import { assertClose } from "../../_support/close.ts";
import { assertSame, columnByColumn, wrong } from "../../_support/matrices.ts";
import { matrixIn, numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

/** NaN where the other program knows nothing either, else the same number. */
function assertMeets(found: number[], text: string, label: string): void {
  const expected = [...numbersIn(text)];
  assertEquals(found.map(Number.isNaN), expected.map(Number.isNaN), label);
  const known = (list: number[]) => list.filter((x) => !Number.isNaN(x));
  const tolerance = { rtol: 1e-12, atol: 1e-13 };
  assertClose(known(found), known(expected), tolerance, label);
}

Deno.test("metrics meet scikit-learn", () => {
  assertEquals(golden.metrics.length, 64);
  golden.metrics.forEach((one, i) => {
    const { classes } = one, label = `case ${i}`;
    const counts = confusionMatrix(
      numbersIn(one.actual),
      numbersIn(one.predicted),
      classes,
    );
    assertSame(counts, matrixIn(one.confusion, [classes, classes]), label);
    assertMeets([accuracy(counts)], one.accuracy, label);
    assertMeets([quadraticWeightedKappa(counts)], one.kappa, label);
    const scores = classScores(counts);
    for (const name of ["precision", "recall", "f1", "samples"] as const) {
      assertMeets(
        scores.map((one) => one[name]),
        one[name],
        `${label} ${name}`,
      );
    }
  });
});

function drawLabels(draw: Draw, n: number, classes: number): number[] {
  return Array.from({ length: n }, () => draw.integer(0, classes - 1));
}

Deno.test("metrics of added matrices are those of all samples together", () => {
  forSeeds("added", 20, (draw) => {
    const classes = draw.integer(2, 5);
    const parts = [1, 2, 3].map(() => {
      const n = draw.integer(1, 20);
      return [
        drawLabels(draw, n, classes),
        drawLabels(draw, n, classes),
      ] as const;
    });
    const added = parts.map(([a, b]) => confusionMatrix(a, b, classes))
      .reduce((total, one) => add(total, one));
    const actual = parts.flatMap(([a]) => a),
      predicted = parts.flatMap(([, b]) => b);
    assertSame(added, confusionMatrix(actual, predicted, classes));
  });
});

Deno.test("quadraticWeightedKappa() does not care who is called actual, nor for the scale", () => {
  forSeeds("kappa", 20, (draw) => {
    const labels = drawLabels(draw, 30, 4), others = drawLabels(draw, 30, 4);
    const counts = confusionMatrix(labels, others, 4);
    const kappa = quadraticWeightedKappa(counts);
    const close = { rtol: 1e-12, atol: 1e-13 };
    assertClose(quadraticWeightedKappa(transpose(counts)), kappa, close);
    assertClose(quadraticWeightedKappa(multiply(counts, 3)), kappa, close);
    const same = confusionMatrix(labels, labels, 4);
    assertEquals(quadraticWeightedKappa(same), 1);
  });
});

Deno.test("quadraticWeightedKappa() of chance is 0, and of the opposite -1", () => {
  assertEquals(quadraticWeightedKappa(matrix([[4, 2], [2, 1]])), 0);
  assertEquals(quadraticWeightedKappa(matrix([[0, 5], [5, 0]])), -1);
  // always the same answer: agreement that chance has too
  assertEquals(quadraticWeightedKappa(matrix([[3, 0], [7, 0]])), 0);
});

Deno.test("majorityAccuracy() is that of the most frequent actual class", () => {
  assertEquals(majorityAccuracy(matrix([[0, 9], [1, 0]])), 0.9);
  assertEquals(majorityAccuracy(matrix([[2, 1], [0, 3]])), 0.5);
  assertEquals(majorityAccuracy(matrix([[0, 0], [0, 1]])), 1);
});

Deno.test("metrics of a single class and of classes that do not occur", () => {
  const one = matrix([[5]]);
  assertEquals([accuracy(one), majorityAccuracy(one)], [1, 1]);
  assertEquals(quadraticWeightedKappa(one), NaN);
  const scores = classScores(matrix([[5, 0, 0], [2, 0, 0], [0, 0, 0]]));
  assertEquals(scores[1], { precision: NaN, recall: 0, f1: 0, samples: 2 });
  assertEquals(scores[2], { precision: NaN, recall: NaN, f1: NaN, samples: 0 });
});

Deno.test("metrics take a transposed matrix as it is", () => {
  const counts = matrix([[5, 1, 0], [2, 3, 2], [0, 0, 4]]);
  const other = columnByColumn(counts);
  assertEquals(accuracy(other), accuracy(counts));
  assertEquals(classScores(other), classScores(counts));
});

Deno.test("metrics refuse what counts nothing", () => {
  const cases = [
    [accuracy, "compute the accuracy"],
    [majorityAccuracy, "find the majority"],
    [classScores, "score the classes"],
    [quadraticWeightedKappa, "compute the kappa"],
  ] as const;
  for (const [metric, action] of cases) {
    for (const empty of [zeros(3, 3), zeros(0, 0)]) {
      assertRefuses(
        () => metric(empty),
        RangeError,
        `Cannot ${action}: the confusion matrix counts no sample, ` +
          "at least one is needed",
      );
    }
    assertRefuses(
      () => metric(zeros(2, 3)),
      RangeError,
      `Cannot ${action}: the confusion matrix is 2x3, ` +
        "as many rows as columns are needed",
    );
    for (const count of [0.5, -1, NaN, Infinity]) {
      assertRefuses(
        () => metric(matrix([[1, 0], [count, 1]])),
        RangeError,
        `Cannot ${action}: row 1, column 0 is ${count}, ` +
          "an integer of 0 or more is needed",
      );
    }
    assertRefuses(
      () => metric(wrong([[1]])),
      TypeError,
      `Cannot ${action}: the confusion matrix is an array of 1, ` +
        "a matrix is needed",
    );
  }
});

Deno.test("confusionMatrix() of no sample is all 0", () => {
  assertSame(confusionMatrix([], [], 2), zeros(2, 2));
});

Deno.test("confusionMatrix() refuses labels that are none", () => {
  const action = "Cannot count predictions";
  assertRefuses(
    () => confusionMatrix([0, 1], [0], 2),
    RangeError,
    `${action}: actual has 2 numbers and predicted has 1, ` +
      "both must have as many",
  );
  assertRefuses(
    () => confusionMatrix([0, 2], [0, 1], 2),
    RangeError,
    `${action}: actual label 1 is 2, an integer from 0 to 1 is needed`,
  );
  assertRefuses(
    () => confusionMatrix([0], [NaN], 2),
    RangeError,
    `${action}: predicted label 0 is NaN, an integer from 0 to 1 is needed`,
  );
  assertRefuses(
    () => confusionMatrix(wrong(1), [0], 2),
    TypeError,
    `${action}: actual is 1, a list of numbers is needed`,
  );
  assertRefuses(
    () => confusionMatrix([0], [0], wrong("2")),
    TypeError,
    `${action}: the number of classes is "2", a number is needed`,
  );
});
