import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  fitScaler,
  matrix,
  Network,
  numpyRandom,
  randn,
  standardize,
} from "../../../../mod.ts";
import { TOLERANCE } from "../../../../scripts/score/model/newton.ts";
import { fitSoftmaxRegression } from "../../../../scripts/score/model/softmax_regression.ts";
import { essaysOf } from "../../../../scripts/score/essays/essays.ts";
import { parseBands } from "../../../../scripts/score/essays/bands.ts";
import { shippedTable } from "../../../../scripts/score/essays/shipped.ts";
import penguins from "../../../../examples/data/penguins/penguins.csv" with {
  type: "text",
};
import golden from "../../../golden/softmax_regression.json" with {
  type: "json",
};

interface Fit {
  readonly C: number;
  readonly W: number[][];
  readonly probabilities: number[][];
}

/** Fits as scikit-learn did, and requires its weights and probabilities. */
function assertFits(
  rows: readonly (readonly number[])[],
  given: readonly number[],
  expected: readonly Fit[],
): void {
  const x = matrix(rows), scaled = standardize(x, fitScaler(x));
  for (const { C, W, probabilities } of expected) {
    const optimum = fitSoftmaxRegression(scaled, given, 3, C);
    assert(optimum.slope <= TOLERANCE, `${optimum.slope}`);
    const found = new Network([x.columns, 3], { W1: optimum.W, b1: optimum.b })
      .probabilities(scaled).toArray();
    for (const [row, expected] of probabilities.entries()) {
      for (const [band, p] of expected.entries()) {
        const error = Math.abs(found[row]![band]! - p);
        assert(error < 1e-6, `C = ${C}, row ${row}: off by ${error}`);
      }
    }
    const weights = optimum.W.toArray();
    for (const [i, row] of W.entries()) {
      for (const [k, w] of row.entries()) {
        const error = Math.abs(weights[i]![k]! - w);
        assert(error < 1e-4 * (1 + Math.abs(w)), `C = ${C}: off by ${error}`);
      }
    }
  }
}

Deno.test("fitSoftmaxRegression() finds scikit-learn's weights of the shipped essays", () => {
  const table = shippedTable(["words", "errors"], "score");
  const bands = parseBands("a=1,2;b=3;c=4,5");
  const { x, given } = essaysOf(table, { bands });
  assertFits(x.toArray(), [...given], golden.merlin);
});

Deno.test("fitSoftmaxRegression() finds scikit-learn's weights of the penguins", () => {
  const rows = penguins.trim().split(/\r?\n/).slice(1)
    .map((line) => line.split(",").map(Number));
  assertFits(
    rows.map((row) => row.slice(0, 4)),
    rows.map((row) => row[4]!),
    golden.penguins,
  );
});

Deno.test("fitSoftmaxRegression() gives the same weights for the same numbers", () => {
  const x = randn(numpyRandom(0), 60, 3);
  const given = Array.from({ length: 60 }, (_, i) => i % 4);
  const once = fitSoftmaxRegression(x, given, 4);
  const again = fitSoftmaxRegression(x, given, 4);
  assertEquals(again.W.toArray(), once.W.toArray());
  assertEquals(again.b.toArray(), once.b.toArray());
  // Intercepts that are all larger by one amount would tell the same.
  const sum = once.b.toArray()[0]!.reduce((a, b) => a + b);
  assert(Math.abs(sum) < 1e-9, `${sum}`);
  assert(
    once.losses.every((loss, i) => i === 0 || loss <= once.losses[i - 1]!),
  );
});

Deno.test("fitSoftmaxRegression() has an optimum where bands can be told apart", () => {
  const x = matrix([[-2], [-1], [1], [2]]);
  const { W, losses, slope } = fitSoftmaxRegression(x, [0, 0, 1, 1], 2);
  assert(slope <= TOLERANCE);
  assert(losses.at(-1)! < 0.01 && Math.abs(W.at(0, 0)) < 20);
});

Deno.test("fitSoftmaxRegression() bears a feature that never changes, and a band that is never given", () => {
  const x = matrix([[0, 1], [0, 2], [0, 3], [0, 5]]);
  const { W, slope } = fitSoftmaxRegression(x, [0, 1, 0, 1], 3);
  assert(slope <= TOLERANCE);
  assertEquals(W.toArray()[0], [0, 0, 0]);
});

Deno.test("fitSoftmaxRegression() says that numbers without end have no optimum", () => {
  const x = matrix([[1], [NaN]]);
  assertThrows(
    () => fitSoftmaxRegression(x, [0, 1], 2),
    RangeError,
    "Cannot fit softmax regression: its slope is ",
  );
});
