import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  cumulativeLogit,
  fitScaler,
  matmul,
  matrix,
  numpyRandom,
  randn,
  standardize,
} from "../../../../mod.ts";
import { decide } from "../../../../scripts/score/model/decision.ts";
import { TOLERANCE } from "../../../../scripts/score/model/newton.ts";
import { fitOrdinalRegression } from "../../../../scripts/score/model/ordinal_regression.ts";
import penguins from "../../../../examples/data/penguins/penguins.csv" with {
  type: "text",
};
import merlin from "../../../../examples/data/merlin-de/merlin_de.csv" with {
  type: "text",
};
import golden from "../../../golden/ordinal_regression.json" with {
  type: "json",
};
import { assertClose } from "../../../_support/close.ts";

const numbersOf = (text: string) =>
  text.trim().split(/\r?\n/).slice(1).map((line) =>
    line.split(",").map(Number)
  );

/** Fits as SciPy did, and requires its weights, probabilities and bands. */
function assertFits(
  rows: readonly (readonly number[])[],
  given: readonly number[],
  expected: typeof golden.merlin3,
): void {
  const x = matrix(rows), scaled = standardize(x, fitScaler(x));
  for (const fit of expected) {
    const { W, thresholds, losses, slope } = fitOrdinalRegression(
      scaled,
      given,
      fit.thresholds.length + 1,
      fit.C,
    );
    assert(slope <= TOLERANCE, `${slope}`);
    const near = { rtol: 1e-9, atol: 1e-9 }, what = `C = ${fit.C}`;
    assertClose(W, fit.weights.map((w) => [w]), near, what);
    assertClose(thresholds, [fit.thresholds], near, what);
    assertClose(losses.at(-1)!, fit.loss, "golden", what);
    const y = cumulativeLogit(matmul(scaled, W), thresholds);
    assertClose(y.toArray().slice(0, 20), fit.probabilities, near, what);
    assertEquals(decide(y, "median").join(""), fit.median);
    assertEquals(decide(y, "mostProbable").join(""), fit.mostProbable);
  }
}

Deno.test("fitOrdinalRegression() finds SciPy's optimum for the shipped essays, in three bands and in five", () => {
  const table = numbersOf(merlin), rows = table.map((row) => row.slice(0, 2));
  const labels = table.map((row) => row[2]! - 1);
  assertFits(rows, labels.map((k) => [0, 0, 1, 2, 2][k]!), golden.merlin3);
  assertFits(rows, labels, golden.merlin5);
});

Deno.test("fitOrdinalRegression() finds SciPy's optimum for the penguins", () => {
  const table = numbersOf(penguins);
  assertFits(
    table.map((row) => row.slice(0, 4)),
    table.map((row) => row[4]!),
    golden.penguins,
  );
});

Deno.test("fitOrdinalRegression() gives the same numbers each time, and loses less with each step", () => {
  const x = randn(numpyRandom(0), 60, 3);
  const given = Array.from({ length: 60 }, (_, i) => i % 4);
  const once = fitOrdinalRegression(x, given, 4);
  const again = fitOrdinalRegression(x, given, 4);
  assertEquals(again.W.toArray(), once.W.toArray());
  assertEquals(again.thresholds.toArray(), once.thresholds.toArray());
  assert(
    once.losses.every((loss, i) => i === 0 || loss <= once.losses[i - 1]!),
  );
});

Deno.test("fitOrdinalRegression() has an optimum where bands can be told apart", () => {
  const x = matrix([[-2], [-1], [0], [0.5], [1], [2]]);
  const { W, losses, slope } = fitOrdinalRegression(x, [0, 0, 1, 1, 2, 2], 3);
  assert(slope <= TOLERANCE);
  assert(losses.at(-1)! < 0.1 && W.at(0, 0) < 100, `${W}`);
});

Deno.test("fitOrdinalRegression() gives a band without an essay no probability, wherever it is", () => {
  const x = matrix([[0, 1], [0, 2], [0, 3], [0, 5]]);
  for (const [first, last] of [[0, 1], [0, 2], [1, 2], [1, 3], [3, 4]]) {
    const given = [first!, last!, first!, last!];
    const { W, thresholds, slope } = fitOrdinalRegression(x, given, 5);
    assert(slope <= TOLERANCE);
    assertEquals(W.toArray()[0], [0]); // the feature that never changes
    const y = cumulativeLogit(matmul(x, W), thresholds).toArray();
    for (const row of y) {
      row.forEach((p, band) =>
        assertEquals(p > 0, band === first || band === last, `${row}`)
      );
    }
  }
  const alone = fitOrdinalRegression(x, [1, 1, 1, 1], 3);
  const y = cumulativeLogit(matmul(x, alone.W), alone.thresholds).toArray();
  assertEquals(y, x.toArray().map(() => [0, 1, 0]));
});

Deno.test("fitOrdinalRegression() says that numbers without end have no optimum", () => {
  const x = matrix([[1], [NaN]]);
  assertThrows(
    () => fitOrdinalRegression(x, [0, 1], 2),
    RangeError,
    "Cannot fit ordinal regression: its slope is ",
  );
});
