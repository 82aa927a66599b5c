/**
 * The operations at their awkward points: 0, ties, limits, ±1000, one row and
 * none. What the rule gives there is written down, and `checkGradient` must say
 * of it what is true: right, or that it lies on a kink.
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import * as kobai from "../../../mod.ts";
import {
  checkGradient,
  detach,
  gradient,
  type Matrix,
  matrix,
  type MatrixLike,
  multiply,
  numpyRandom,
  sum,
  zeros,
} from "../../../mod.ts";
import { assertSame } from "../../_support/matrices.ts";
import { assertClose } from "../../_support/close.ts";

interface Point {
  readonly name: string;
  readonly f: (x: Matrix) => Matrix;
  readonly at: number[][];
  /** The gradient of the sum of f. */
  readonly slopes: number[][];
  readonly verdict?: "right" | "kink";
}

const t = matrix([[1, 0]]);

const POINTS: readonly Point[] = [
  {
    name: "sqrt at 0, -0, 4 and below",
    f: kobai.sqrt,
    at: [[0, -0, 4, -1]],
    slopes: [[Infinity, Infinity, 0.25, NaN]],
  },
  {
    name: "abs at 0",
    f: kobai.abs,
    at: [[0, -0, 5, -1000]],
    slopes: [[0, 0, 1, -1]],
    verdict: "kink",
  },
  {
    name: "a square at 0 and ±1000",
    f: (x) => kobai.power(x, 2),
    at: [[0, 1000, -1000]],
    slopes: [[0, 2000, -2000]],
    verdict: "right",
  },
  {
    name: "the powers 0 and 1 at 0",
    f: (x) => kobai.power(x, matrix([0, 1])),
    at: [[0, 0]],
    slopes: [[0, 1]],
    verdict: "right",
  },
  {
    name: "a root at 0",
    f: (x) => kobai.power(x, 0.5),
    at: [[0]],
    slopes: [[Infinity]],
  },
  {
    name: "0 to a followed power",
    f: (x) => kobai.power(0, x),
    at: [[2, 0.5]],
    slopes: [[0, 0]],
    verdict: "right",
  },
  {
    name: "maximum of a tie, on the left",
    f: (x) => kobai.maximum(x, 3),
    at: [[3, 2, 4]],
    slopes: [[1, 0, 1]],
    verdict: "kink",
  },
  {
    name: "maximum of a tie, on the right",
    f: (x) => kobai.maximum(3, x),
    at: [[3, 2, 4]],
    slopes: [[0, 0, 1]],
    verdict: "kink",
  },
  {
    name: "minimum of a tie, on the left",
    f: (x) => kobai.minimum(x, 3),
    at: [[3, 2, 4]],
    slopes: [[1, 1, 0]],
    verdict: "kink",
  },
  {
    name: "minimum of a tie, on the right",
    f: (x) => kobai.minimum(3, x),
    at: [[3, 2, 4]],
    slopes: [[0, 1, 0]],
    verdict: "kink",
  },
  {
    name: "maximum beside a NaN",
    f: (x) => kobai.maximum(x, matrix([1, NaN])),
    at: [[NaN, 1]],
    slopes: [[NaN, NaN]],
  },
  {
    name: "clip at its limits",
    f: (x) => kobai.clip(x, -1, 1),
    at: [[-1, 1, 0, 1000, -1000]],
    slopes: [[1, 1, 1, 0, 0]],
    verdict: "kink",
  },
  {
    name: "clip without limits, and of a NaN",
    f: (x) => kobai.clip(x, -Infinity, Infinity),
    at: [[1000, NaN]],
    slopes: [[1, NaN]],
  },
  {
    name: "comparisons away from a tie",
    f: (x) => kobai.add(kobai.greater(x, 0), kobai.lessEqual(x, 7)),
    at: [[1, -1000, 1000]],
    slopes: [[0, 0, 0]],
    verdict: "right",
  },
  {
    name: "where, with a condition that is followed too",
    f: (x) => kobai.where(kobai.greater(x, 0), multiply(3, x), multiply(2, x)),
    at: [[1, -1, 1000]],
    slopes: [[3, 2, 3]],
    verdict: "right",
  },
  {
    name: "where at its corner",
    f: (x) => kobai.where(kobai.greater(x, 0), x, 0),
    at: [[0, 5]],
    slopes: [[0, 1]],
    verdict: "kink",
  },
  {
    name: "where does not see what it does not choose",
    f: (x) => kobai.where(matrix([1, 0]), x, kobai.log(detach(x))),
    at: [[-1, 1]],
    slopes: [[1, 0]],
  },
  {
    name: "min of a tie, by row",
    f: (x) => kobai.min(x, { by: "row" }),
    at: [[2, 1, 1], [0, 0, 5]],
    slopes: [[0, 1, 0], [1, 0, 0]],
    verdict: "kink",
  },
  {
    name: "min of a tie, by column",
    f: (x) => kobai.min(x, { by: "column" }),
    at: [[2, 1], [2, 0]],
    slopes: [[1, 0], [0, 1]],
    verdict: "kink",
  },
  {
    name: "the variance of equal numbers, and of one row",
    f: (x) => kobai.variance(x, { by: "column" }),
    at: [[1000, -1000]],
    slopes: [[0, 0]],
    verdict: "right",
  },
  {
    name: "the variance of equal numbers",
    f: (x) => kobai.variance(x),
    at: [[7, 7], [7, 7]],
    slopes: [[0, 0], [0, 0]],
    verdict: "right",
  },
  {
    name: "the standard deviation of equal numbers",
    f: (x) => kobai.standardDeviation(x, { by: "row" }),
    at: [[7, 7], [3, 7]],
    slopes: [[0, 0], [-0.5, 0.5]],
    verdict: "kink",
  },
  {
    name: "the standard deviation of one row",
    f: (x) => kobai.standardDeviation(x, { by: "column" }),
    at: [[7, -1000]],
    slopes: [[0, 0]],
    verdict: "right",
  },
  {
    name: "logSoftmax at ±1000",
    f: (x) => multiply(matrix([1, 2]), kobai.logSoftmax(x)),
    at: [[1000, -1000], [-1000, 1000], [0, 0]],
    slopes: [[-2, 2], [1, -1], [-0.5, 0.5]],
    verdict: "right",
  },
  {
    name: "softmaxCrossEntropy with soft targets at ±1000",
    f: (x) => kobai.softmaxCrossEntropy(x, matrix([[0.25, 0.75], [1, 0]])),
    at: [[1000, -1000], [-1000, 1000]],
    slopes: [[0.375, -0.375], [-0.5, 0.5]],
    verdict: "right",
  },
  {
    name: "crossEntropyError with soft targets, a share of 0 given 0",
    f: (x) => kobai.crossEntropyError(x, matrix([0.25, 0.75, 0])),
    at: [[0.5, 0.5, 0]],
    slopes: [[-0.5, -1.5, 0]],
  },
  {
    name: "sigmoidCrossEntropy at ±1000 and 0",
    f: (x) => kobai.sigmoidCrossEntropy(x, matrix([1, 0, 1, 0, 1, 0])),
    at: [[1000, 1000, -1000, -1000, 0, 0]],
    slopes: [[0, 1, -1, 0, -0.5, 0.5]],
    verdict: "right",
  },
  {
    name: "sigmoidCrossEntropy at infinite scores",
    f: (x) => kobai.sigmoidCrossEntropy(x, matrix([1, 0])),
    at: [[Infinity, -Infinity]],
    slopes: [[0, 0]],
  },
  {
    name: "cosineSimilarity of vectors of zeros",
    f: (x) => kobai.cosineSimilarity(x, matrix([3, 4])),
    at: [[0, 0], [3, 4]],
    slopes: [[NaN, NaN], [0, 0]],
  },
  {
    name: "cosineSimilarity of vectors of zeros with delta",
    f: (x) => kobai.cosineSimilarity(x, matrix([3, 0]), { delta: 1 }),
    at: [[0, 0]],
    slopes: [[0.75, 0]],
    verdict: "right",
  },
];

for (const { name, f, at, slopes, verdict } of POINTS) {
  Deno.test(`gradient() is what it should be: ${name}`, () => {
    const loss = (x: Matrix) => sum(f(x)), x = matrix(at);
    assertClose(
      gradient(loss, x).toArray().flat().map((y) => Object.is(y, NaN) ? 99 : y),
      slopes.flat().map((y) => Object.is(y, NaN) ? 99 : y),
      { rtol: 1e-15, atol: 1e-300 },
    );
    if (verdict !== undefined) {
      const report = checkGradient(loss, x, { random: numpyRandom(0) });
      assertEquals(report.verdict, verdict, String(report));
    }
  });
}

Deno.test("gradient() of 0 to the power of 0 by the power is that of ln 0", () => {
  assertSame(
    gradient((p) => sum(kobai.power(0, p)), zeros(1, 1)),
    matrix([-Infinity]),
  );
  assertSame(
    gradient((p) => sum(kobai.power(-2, p)), matrix([3])),
    matrix([NaN]),
  );
});

type Operation = (x: MatrixLike) => Matrix;

const EMPTY: Record<string, Operation> = {
  sqrt: kobai.sqrt,
  abs: kobai.abs,
  power: (x) => kobai.power(x, 2),
  maximum: (x) => kobai.maximum(x, 0),
  minimum: (x) => kobai.minimum(x, 0),
  clip: (x) => kobai.clip(x, 0, 1),
  greater: (x) => kobai.greater(x, 0),
  where: (x) => kobai.where(kobai.greater(x, 0), x, 1),
  logSoftmax: kobai.logSoftmax,
  takeColumns: (x) => kobai.takeColumns(x, []),
  concatenate: (x) => kobai.concatenate([x, x]),
  "concatenate columns": (x) => kobai.concatenate([x, x], { join: "columns" }),
  cosineSimilarity: (x) => kobai.cosineSimilarity(x, x),
};

Deno.test("gradient() of no rows, and of no columns, is as empty", () => {
  for (const [name, f] of Object.entries(EMPTY)) {
    for (const [rows, columns] of [[0, 3], [0, 0], [3, 0]] as const) {
      const x = zeros(rows, columns);
      assertSame(
        gradient((x) => sum(f(x)), x),
        x,
        `${name} ${rows}x${columns}`,
      );
    }
  }
});

Deno.test("reductions and losses of no numbers are refused", () => {
  const none = zeros(0, 3);
  const calls: (() => Matrix)[] = [
    () => kobai.min(none),
    () => kobai.argMin(none, { by: "column" }),
    () => kobai.variance(none),
    () => kobai.standardDeviation(zeros(3, 0), { by: "row" }),
    () => kobai.sigmoidCrossEntropy(none, none),
  ];
  for (const call of calls) assertThrows(call, RangeError);
  assertSame(kobai.min(none, { by: "row" }), zeros(0, 1));
  assertSame(kobai.variance(none, { by: "row" }), zeros(0, 1));
});

Deno.test("a target or a place that depends on the parameters is refused", () => {
  const x = matrix([[0.5, 0.5]]);
  const calls: ((x: Matrix) => Matrix)[] = [
    (x) => kobai.sigmoidCrossEntropy(t, x),
    (x) => kobai.softmaxCrossEntropy(t, x),
    (x) => kobai.argMin(x),
  ];
  for (const f of calls) {
    const error = assertThrows(() => gradient((x) => sum(f(x)), x), TypeError);
    assert(error.message.includes("detach(x)"), error.message);
  }
});
