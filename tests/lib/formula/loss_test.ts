import { assert, assertEquals } from "@std/assert";
import {
  crossEntropyError,
  gradient,
  type Matrix,
  matrix,
  mean,
  softmax,
  softmaxCrossEntropy,
  sumSquaredError,
  takeRows,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  assertSameNumbers,
  build,
  columnByColumn,
  drawMatrix,
  drawOneHot,
  drawSize,
  rowByRow,
} from "../../_support/matrices.ts";
import { matrixIn, numbersIn } from "../../_support/numpy_golden.ts";
import { forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

const LOSSES = { sumSquaredError, crossEntropyError, softmaxCrossEntropy };
const NAMES = [
  "sumSquaredError",
  "crossEntropyError",
  "softmaxCrossEntropy",
] as const;
const good = matrix([[1, 0], [0, 1]]);

for (const name of NAMES) {
  const loss = LOSSES[name];

  Deno.test(`${name}() meets the reference`, () => {
    const cases = golden.losses.filter((one) => one.loss === name);
    assert(cases.length >= 2);
    for (const { shape, y, t, value, delta = 0 } of cases) {
      const options = name === "crossEntropyError" ? [{ delta }] : [];
      const found = loss(matrixIn(y, shape), matrixIn(t, shape), ...options);
      assertClose(
        found,
        [[...numbersIn(value)]],
        { rtol: 1e-15, atol: 0 },
        `${name} of ${shape.join("x")}, ${y.slice(0, 40)}`,
      );
    }
  });

  Deno.test(`${name}() is the mean over the rows`, () => {
    forSeeds(`${name} rows`, 30, (draw) => {
      const rows = 1 + drawSize(draw), classes = 1 + drawSize(draw);
      const y = drawMatrix(draw, rows, classes, 0.01, 1);
      const t = drawOneHot(draw, rows, classes);
      const each = build(
        rows,
        1,
        (i) => loss(takeRows(y, [i]), takeRows(t, [i])).item(),
      );
      assertClose(loss(y, t), mean(each), "golden");
    });
  });

  Deno.test(`${name}() does not ask in which order the numbers lie`, () => {
    forSeeds(`${name} orders`, 20, (draw) => {
      const y = drawMatrix(draw, 5, 3, 0.01, 1), t = drawOneHot(draw, 5, 3);
      const expected = loss(y, t);
      assertSame(loss(columnByColumn(y), rowByRow(t)), expected);
      assertSame(loss(rowByRow(y), columnByColumn(t)), expected);
      assertSame(loss(columnByColumn(y), columnByColumn(t)), expected);
    });
  });

  Deno.test(`${name}() gives NaN when any of y is NaN`, () => {
    for (const rows of [[[NaN, 1], [0.5, 0.5]], [[0.5, 0.5], [NaN, 1]]]) {
      for (const t of [good, matrix([[0, 1], [1, 0]])]) {
        assertEquals(loss(matrix(rows), t).item(), NaN, String(rows));
      }
    }
  });
}

Deno.test("sumSquaredError() is half the sum of squares, 0 if all is right", () => {
  assertEquals(sumSquaredError(matrix([1, 2, 3]), matrix([0, 0, 0])).item(), 7);
  assertEquals(sumSquaredError(good, good).item(), 0);
  assertEquals(sumSquaredError(matrix([3]), matrix([1])).item(), 2);
  const two = sumSquaredError(matrix([[2, 0], [0, 4]]), zeros(2, 2));
  assertEquals(two.item(), 5); // (2 + 8) / 2 rows, and not 10 / 2 columns / 2
});

Deno.test("sumSquaredError() takes any targets, NaN and infinities too", () => {
  assertEquals(sumSquaredError(matrix([1]), matrix([-2.5])).item(), 6.125);
  assertEquals(sumSquaredError(matrix([1]), matrix([NaN])).item(), NaN);
  const far = sumSquaredError(matrix([1]), matrix([-Infinity]));
  assertEquals(far.item(), Infinity);
});

/** The table's batch of so many rows: a probability of the class, the rest. */
function batch(rows: number): [y: Matrix, t: Matrix] {
  const p = (i: number) => ((i * 7919 + rows * 104729) % 10007 + 1) / 10009;
  return [
    build(rows, 2, (row, k) => k === 0 ? p(row) : 1 - p(row)),
    build(rows, 2, (_row, k) => 1 - k),
  ];
}

Deno.test("crossEntropyError() sums the rows as NumPy does, to the last bit", () => {
  let naive = 0;
  for (const { rows, value } of golden.batches) {
    const [y, t] = batch(rows), expected = numbersIn(value);
    assertSameNumbers([crossEntropyError(y, t).item()], expected, `${rows}`);
    const losses = y.toArray().map(([p]) => -Math.log(p!));
    const inOrder = losses.reduce((total, loss) => total + loss, 0) / rows;
    if (inOrder !== expected[0]) naive++;
  }
  // Otherwise the table could not tell NumPy's order from another.
  assert(naive >= 6, `only ${naive} differ`);
});

Deno.test("softmaxCrossEntropy() sums rows and classes without losing digits", () => {
  // ln(1 + (K - 1) / e) for each of N rows: what is summed is all alike.
  for (const [rows, classes] of [[3000, 2], [20, 3000], [9000, 10]] as const) {
    const z = build(rows, classes, (_row, k) => k === 1 ? 0 : -1);
    const t = build(rows, classes, (_row, k) => k === 1 ? 1 : 0);
    const expected = Math.log1p((classes - 1) / Math.E);
    const tolerance = { rtol: 2 ** -50, atol: 0 };
    assertClose(softmaxCrossEntropy(z, t).item(), expected, tolerance);
    const dz = gradient((z: Matrix) => softmaxCrossEntropy(z, t), z);
    const power = 1 / Math.E, all = 1 + (classes - 1) * power;
    assertClose(dz.at(0, 0), power / all / rows, tolerance);
    assertClose(dz.at(0, 1), (1 - all) / all / rows, tolerance);
  }
});

Deno.test("crossEntropyError() looks at the right class alone", () => {
  const t = matrix([0, 1, 0]);
  const loss = (y: number[]) => crossEntropyError(matrix(y), t).item();
  assertEquals(loss([0.2, 0.7, 0.1]), -Math.log(0.7));
  assertEquals(loss([0.9, 0.7, 0]), -Math.log(0.7));
});

Deno.test("crossEntropyError() takes 0 log 0 as 0 and is Infinity, not NaN, at 0", () => {
  const t = matrix([0, 1]);
  const perfect = crossEntropyError(matrix([0, 1]), t).item();
  assert(Object.is(perfect, 0), `a perfect prediction costs ${perfect}`);
  assertEquals(crossEntropyError(matrix([1, 0]), t).item(), Infinity);
  const one = crossEntropyError(
    matrix([[0, 1], [1, 0]]),
    matrix([[0, 1], [0, 1]]),
  );
  assertEquals(one.item(), Infinity);
});

Deno.test("crossEntropyError() adds delta to every probability", () => {
  const t = matrix([0, 1, 0]), delta = 1e-7;
  const loss = (y: number[]) =>
    crossEntropyError(matrix(y), t, { delta }).item();
  assertEquals(loss([1, 0, 0]), -Math.log(1e-7));
  assertEquals(loss([0.2, 0.7, 0.1]), -Math.log(0.7 + 1e-7));
  assert(loss([0, 1, 0]) < 0); // the lecture's erratum: below 0 if perfect
  const y = matrix([0.2, 0.7, 0.1]);
  assertSame(crossEntropyError(y, t, { delta: 0 }), crossEntropyError(y, t));
  assertSame(crossEntropyError(y, t, {}), crossEntropyError(y, t));
});

Deno.test("softmaxCrossEntropy() is crossEntropyError() of softmax()", () => {
  forSeeds("softmaxCrossEntropy", 60, (draw) => {
    const rows = 1 + drawSize(draw), classes = 2 + drawSize(draw);
    const most = draw.integer(1, 20);
    const z = drawMatrix(draw, rows, classes, -most, most);
    const t = drawOneHot(draw, rows, classes);
    const expected = crossEntropyError(softmax(z), t);
    // atol: next to 1 a probability has lost the digits of a tiny loss.
    const tolerance = { rtol: 1e-12, atol: 1e-15 };
    assertClose(softmaxCrossEntropy(z, t), expected, tolerance);
  });
});

Deno.test("softmaxCrossEntropy() stays exact where the composition is not", () => {
  const t = matrix([1, 0]);
  const loss = (z: number[]) => softmaxCrossEntropy(matrix(z), t).item();
  assertEquals(loss([-1000, 1000]), 2000);
  assertEquals(
    crossEntropyError(softmax(matrix([-1000, 1000])), t).item(),
    Infinity,
  );
  assertEquals(loss([1000, -1000]), 0);
  assertClose(loss([50, 0]), Math.exp(-50), "golden");
  assertEquals(crossEntropyError(softmax(matrix([50, 0])), t).item(), 0);
});

Deno.test("softmaxCrossEntropy() at its edges", () => {
  const loss = (z: number[][], t: number[][]) =>
    softmaxCrossEntropy(matrix(z), matrix(t)).item();
  assertClose(loss([[5, 5, 5]], [[0, 1, 0]]), Math.log(3), "golden");
  assertEquals(loss([[3]], [[1]]), 0);
  assertEquals(loss([[-Infinity, 0]], [[0, 1]]), 0);
  assertEquals(loss([[-Infinity, 0]], [[1, 0]]), Infinity);
  assertEquals(loss([[Infinity, 0]], [[1, 0]]), NaN); // as its softmax is
  assertEquals(loss([[1e308, -1e308]], [[0, 1]]), Infinity); // overflow
});

Deno.test("softmaxCrossEntropy() does not change when a row is shifted", () => {
  forSeeds("softmaxCrossEntropy shift", 30, (draw) => {
    const z = drawMatrix(draw, 3, 4, -5, 5), t = drawOneHot(draw, 3, 4);
    const shift = draw.number(-1000, 1000);
    const shifted = build(3, 4, (i, j) => z.at(i, j) + shift);
    const tolerance = { rtol: 0, atol: 1e-12 };
    assertClose(
      softmaxCrossEntropy(shifted, t),
      softmaxCrossEntropy(z, t),
      tolerance,
    );
  });
});
