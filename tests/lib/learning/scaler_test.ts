import { assertEquals } from "@std/assert";
import {
  fitScaler,
  gradient,
  matrix,
  standardize,
  sum,
  zeros,
} from "../../../mod.ts";
import golden from "../../golden/metrics.json" with { type: "json" };
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  assertSameNumbers,
  columnByColumn,
  drawMatrix,
  rowByRow,
  wrong,
} from "../../_support/matrices.ts";
import { matrixIn, numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("fitScaler() and standardize() meet scikit-learn", () => {
  for (const one of golden.scalers) {
    const [, columns = 0] = one.shape;
    const scaler = fitScaler(matrixIn(one.x, one.shape));
    const { mean, deviation } = scaler;
    assertClose(mean.toFloat64Array(), numbersIn(one.mean), "golden");
    assertClose(deviation.toFloat64Array(), numbersIn(one.deviation), "golden");
    const scaled = standardize(matrixIn(one.new, [3, columns]), scaler);
    assertClose(scaled.toFloat64Array(), numbersIn(one.scaled), "golden");
  }
});

Deno.test("standardize() of the samples themselves has mean 0 and deviation 1", () => {
  forSeeds("standardize", 30, (draw) => {
    const scale = 10 ** draw.integer(-3, 6);
    const x = drawMatrix(draw, 2 + draw.integer(0, 30), 3, -scale, scale);
    const { mean, deviation } = fitScaler(standardize(x, fitScaler(x)));
    assertClose(mean, zeros(1, 3), { rtol: 0, atol: 1e-14 });
    assertClose(deviation, [[1, 1, 1]], "golden");
  });
});

Deno.test("fitScaler() of a column that does not vary is exactly 0", () => {
  // The mean of 0.1, three times, is not 0.1.
  for (const value of [0.1, 0, -7, 1e300, 5e-324]) {
    const x = matrix([[value, 1], [value, 2], [value, 4]]);
    const scaler = fitScaler(x);
    assertEquals(scaler.deviation.at(0, 0), 0);
    const scaled = standardize(matrix([[value, 1], [99, 2]]), scaler);
    assertEquals([scaled.at(0, 0), scaled.at(1, 0)].map(Math.abs), [0, 0]);
  }
  assertEquals(fitScaler(matrix([3, 4])).deviation.toArray(), [[0, 0]]);
});

Deno.test("fitScaler() holds for very large and very small numbers", () => {
  for (const size of [1e200, 1e-200, 1e300, 1e-300]) {
    const { mean, deviation } = fitScaler(matrix([[-size], [size]]));
    assertEquals(mean.item(), 0);
    assertClose(deviation.item(), size, "golden");
  }
});

Deno.test("fitScaler() and standardize() hold at both ends of the range of doubles", () => {
  // Python's Fraction and a root to 60 digits.
  const x = matrix([[1e308], [1.5e308], [1.7e308]]), scaler = fitScaler(x);
  assertClose(scaler.mean, [[1.4e308]], "golden");
  assertClose(scaler.deviation, [[2.94392028877594871e307]], "golden");
  assertClose(standardize(x, scaler), [
    [-1.35873244097351494],
    [0.33968311024337885],
    [1.01904933073013609],
  ], "golden");
  for (const size of [1.7e308, 1e-310]) {
    const ends = matrix([[-size], [size]]), scaler = fitScaler(ends);
    assertEquals(scaler.mean.item(), 0);
    assertClose(scaler.deviation, [[size]], "golden");
    assertClose(standardize(ends, scaler), [[-1], [1]], "golden");
  }
});

Deno.test("fitScaler() leaves its operand alone and ignores its order", () => {
  forSeeds("scaler orders", 10, (draw) => {
    const x = drawMatrix(draw, 4, 3), copy = rowByRow(x);
    const scaler = fitScaler(x), other = fitScaler(columnByColumn(x));
    assertSame(x, copy);
    assertSame(other.mean, scaler.mean);
    assertSame(other.deviation, scaler.deviation);
  });
});

Deno.test("fitScaler() and standardize() let NaN through in its own column", () => {
  const x = matrix([[NaN, 1], [2, 2]]), scaler = fitScaler(x);
  assertSameNumbers(scaler.mean.toFloat64Array(), [NaN, 1.5]);
  assertSameNumbers(scaler.deviation.toFloat64Array(), [NaN, 0.5]);
  const good = fitScaler(matrix([[1, 5], [2, 5]]));
  const [row] = standardize(matrix([NaN, NaN]), good).toArray();
  assertSameNumbers(row!, [NaN, NaN]); // also where the deviation is 0
});

Deno.test("standardize() has a derivative: 1 / deviation", () => {
  const scaler = fitScaler(matrix([[0, 3, 1], [8, 5, 1]]));
  const slope = gradient((x) => sum(standardize(x, scaler)), zeros(1, 3));
  assertEquals(slope.toArray(), [[0.25, 1, 0]]);
});

Deno.test("fitScaler() refuses no sample and no matrix", () => {
  assertRefuses(
    () => fitScaler(zeros(0, 2)),
    RangeError,
    "Cannot fit a scaler: x is 0x2, at least one row is needed",
  );
  assertRefuses(
    () => fitScaler(wrong([[1]])),
    TypeError,
    "Cannot fit a scaler: x is an array of 1, a matrix is needed",
  );
});

Deno.test("standardize() refuses a scaler of other features, and what is none", () => {
  const scaler = fitScaler(matrix([[1, 2], [3, 4]]));
  assertRefuses(
    () => standardize(zeros(2, 3), scaler),
    RangeError,
    "Cannot standardize: x is 2x3 and the scaler's mean is 1x2, 1x3 is needed",
  );
  assertRefuses(
    () => standardize(zeros(2, 2), { ...scaler, deviation: zeros(2, 1) }),
    RangeError,
    "Cannot standardize: x is 2x2 and the scaler's deviation is 2x1, " +
      "1x2 is needed",
  );
  const none: [unknown, string][] = [
    [undefined, "mean is undefined"],
    [{ mean: [1] }, "mean is an array of 1"],
    [{ mean: zeros(1, 2) }, "deviation is undefined"],
  ];
  for (const [value, found] of none) {
    assertRefuses(
      () => standardize(zeros(2, 2), wrong(value)),
      TypeError,
      `Cannot standardize: the scaler's ${found}, a matrix is needed`,
    );
  }
  assertRefuses(
    () => standardize(wrong(5), scaler),
    TypeError,
    "Cannot standardize: x is 5, a matrix is needed",
  );
});
