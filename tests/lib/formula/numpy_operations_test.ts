/**
 * The operations with rules beside NumPy's numbers: bit for bit, but for what
 * goes through a logarithm, an exponential or a power, whose last digits depend
 * on the platform (here at most the units in the last place that each line
 * says).
 */
import { assert, assertMatch } from "@std/assert";
import * as kobai from "../../../mod.ts";
import {
  fromFloat64Array,
  type Matrix,
  matrix,
  numpyRandom,
  type ReductionOptions,
} from "../../../mod.ts";
import { columnByColumn } from "../../_support/matrices.ts";
import { matrixIn, numbersIn, ramp } from "../../_support/numpy_golden.ts";
import { assertUlps } from "../../_support/ulps.ts";
import golden from "../../golden/numpy_operations.json" with { type: "json" };

function assertNumPy(
  actual: Matrix,
  expected: string,
  most: number,
  label: string,
) {
  assertUlps(actual.toFloat64Array(), numbersIn(expected), most, label);
}

Deno.test("the golden file says which NumPy and which processor made it", () => {
  assertMatch(golden.numpy, /^1\.24\./);
  assertMatch(golden.cpu_features_off, /AVX512F.*AVX512_SKX/);
  assert(!golden.cpu_features.split(" ").includes("AVX512F"));
});

Deno.test("sqrt(), abs() and clip() are NumPy's bit for bit, power() to a unit", () => {
  const { x, sqrt, abs, clip, ...powers } = golden.elementwise;
  const at = matrix([...numbersIn(x)]);
  assertNumPy(kobai.sqrt(at), sqrt, 0, "sqrt");
  assertNumPy(kobai.abs(at), abs, 0, "abs");
  assertNumPy(kobai.clip(at, -1, 2.5), clip, 0, "clip");
  const above = kobai.abs(at), lines = Object.entries(powers);
  assert(lines.length === 6);
  for (const [name, expected] of lines) {
    const exponent = Number(name.split(" ")[1]);
    const most = [2, 0.5, 0].includes(exponent) ? 0 : 1;
    assertNumPy(kobai.power(above, exponent), expected, most, name);
  }
});

Deno.test("comparisons, limits and where() are NumPy's for every pair", () => {
  const row = matrix([...numbersIn(golden.pairs.numbers)]), n = row.columns;
  const numbers = row.toFloat64Array();
  const wide = (pick: (i: number, j: number) => number) =>
    fromFloat64Array(
      Float64Array.from({ length: n * n }, (_, k) =>
        numbers[pick(Math.floor(k / n), k % n)]!),
      n,
      n,
    );
  const left = wide((i) => i), right = wide((_, j) => j);
  for (
    const name of [
      "maximum",
      "minimum",
      "greater",
      "less",
      "greaterEqual",
      "lessEqual",
    ] as const
  ) {
    for (const a of [left, columnByColumn(left)]) {
      assertNumPy(kobai[name](a, right), golden.pairs[name], 0, name);
    }
  }
  const found = kobai.where(kobai.greater(left, right), left, 7);
  assertNumPy(found, golden.pairs.where, 0, "where");
});

Deno.test("min(), argMin(), variance() and standardDeviation() are NumPy's bit for bit", () => {
  const ways: Record<string, ReductionOptions> = {
    whole: {},
    row: { by: "row" },
    column: { by: "column" },
  };
  assert(golden.reductions.length === 8);
  for (const { shape, salt, corrected, ...found } of golden.reductions) {
    const [rows, columns] = shape as [number, number];
    const x = fromFloat64Array(ramp(rows * columns, salt, [1]), rows, columns);
    for (const [name, results] of Object.entries(found)) {
      const reduce = kobai[name as keyof typeof found];
      for (const way of Object.keys(ways)) {
        const expected = results[way as keyof typeof results];
        for (const same of [x, columnByColumn(x)]) {
          const label = `${name} ${shape.join("x")} ${way}`;
          assertNumPy(reduce(same, ways[way]!), expected, 0, label);
        }
      }
    }
    if (rows * columns > 1) {
      const options = { correction: 1 };
      assertNumPy(kobai.variance(x, options), corrected, 0, "ddof=1");
    }
  }
});

Deno.test("logSoftmax() is NumPy's to the printed digit", () => {
  for (const { shape, x, logSoftmax } of golden.log_softmax) {
    const found = kobai.logSoftmax(matrixIn(x, shape));
    const expected = matrixIn(logSoftmax, shape);
    // NumPy's own has lost digits where a probability is near 1.
    assert(kobai.allClose(found, expected, { rtol: 1e-15, atol: 1e-15 }));
    assert(`${found}` === `${expected}`, `${found} is not ${expected}`);
  }
});

Deno.test("losses with soft targets and of yes and no are NumPy's to 4 units", () => {
  const { shape, ...found } = golden.losses;
  const [z, y, t, yes] = [found.z, found.y, found.t, found.yes].map((text) =>
    matrixIn(text, shape)
  ) as [Matrix, Matrix, Matrix, Matrix];
  for (
    const [name, loss] of [
      ["crossEntropyError", kobai.crossEntropyError(y, t)],
      ["softmaxCrossEntropy", kobai.softmaxCrossEntropy(z, t)],
      ["sigmoidCrossEntropy", kobai.sigmoidCrossEntropy(z, yes)],
    ] as const
  ) {
    assertNumPy(loss, found[name], 4, name);
  }
});

Deno.test("cosineSimilarity() is NumPy's bit for bit, with the book's delta too", () => {
  const { shape, a, b, plain, delta } = golden.cosine;
  const left = matrixIn(a, shape), right = matrixIn(b, shape);
  assertNumPy(kobai.cosineSimilarity(left, right), plain, 0, "plain");
  const found = kobai.cosineSimilarity(left, right, { delta: 1e-8 });
  assertNumPy(found, delta, 0, "delta");
});

Deno.test("dropoutMask() is NumPy's bit for bit", () => {
  for (const { ratio, mask } of golden.masks) {
    const found = kobai.dropoutMask(numpyRandom(3), 3, 5, { ratio });
    assertNumPy(found, mask, 0, `ratio ${ratio}`);
  }
});
