import { assert, assertEquals } from "@std/assert";
import {
  checkGradient,
  crossEntropyError,
  cumulativeLogit,
  matrix,
  sigmoid,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import { drawMatrix, wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/ordinal_regression.json" with { type: "json" };

Deno.test("cumulativeLogit() meets differences of sigmoids in longer numbers", () => {
  for (const { score, thresholds, probabilities } of golden.cumulativeLogit) {
    const y = cumulativeLogit(
      matrix(score.map((one) => [one])),
      matrix(thresholds),
    );
    assertClose(y, probabilities, { rtol: 1e-13, atol: 5e-324 });
  }
});

Deno.test("cumulativeLogit() gives rows with the sum 1, each number from 0 to 1", () => {
  forSeeds("cumulative logit", 30, (draw) => {
    const most = 10 ** draw.integer(0, 3), classes = draw.integer(2, 9);
    const [cuts] = drawMatrix(draw, 1, classes - 1, -most, most).toArray();
    const y = cumulativeLogit(
      drawMatrix(draw, draw.integer(1, 9), 1, -most, most),
      matrix(cuts!.sort((a, b) => a - b)),
    );
    assertEquals(y.columns, classes);
    for (const row of y.toArray()) {
      assert(row.every((p) => p >= 0 && p <= 1));
      assertClose(row.reduce((a, b) => a + b, 0), 1, "golden");
    }
  });
});

Deno.test("cumulativeLogit() of one threshold is the sigmoid", () => {
  const score = matrix([[-3], [0.5], [40]]);
  const y = cumulativeLogit(score, matrix([0])).toArray();
  assertClose(y.map((row) => [row[1]!]), sigmoid(score), "golden");
});

Deno.test("cumulativeLogit() gives nothing to a class between equal thresholds", () => {
  const y = cumulativeLogit(matrix([[2], [-1e300]]), matrix([0.5, 0.5]));
  assertEquals([y.at(0, 1), y.toArray()[1]], [0, [1, 0, 0]]);
});

Deno.test("cumulativeLogit() has the right gradient by score and thresholds", () => {
  const t = matrix([[0, 1, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0]]);
  const { verdict } = checkGradient(
    ({ score, thresholds }) =>
      crossEntropyError(cumulativeLogit(score, thresholds), t),
    { score: matrix([[0.5], [2], [-1]]), thresholds: matrix([-1, 0.3, 2]) },
  );
  assertEquals(verdict, "right");
});

Deno.test("cumulativeLogit() refuses what is no column and no row", () => {
  const column = matrix([[1], [2]]), row = matrix([1, 2]);
  const refused = "Cannot give the probabilities of ordered classes: ";
  assertRefuses(
    () => cumulativeLogit(row, row),
    RangeError,
    `${refused}the score is 1x2 and the thresholds are 1x2, ` +
      "one column and one row are needed",
  );
  assertRefuses(
    () => cumulativeLogit(column, column),
    RangeError,
    `${refused}the score is 2x1 and the thresholds are 2x1, ` +
      "one column and one row are needed",
  );
  assertRefuses(
    () => cumulativeLogit(wrong("1"), row),
    TypeError,
    `${refused}the score is "1", a matrix or a number is needed`,
  );
});
