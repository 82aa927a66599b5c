/**
 * What every function of the library owes its caller, whatever it computes. A
 * new export needs a line in one of the two lists below.
 */
import { assert, assertEquals } from "@std/assert";
import * as kobai from "../../../mod.ts";
import { type Matrix, type MatrixLike, multiply, sum } from "../../../mod.ts";
import {
  assertSame,
  columnByColumn,
  drawMatrix,
  drawOneHot,
  rowByRow,
} from "../../_support/matrices.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

/** Exports that compute nothing from a matrix, or are given a function. */
const OTHERS = Object.values({
  values:
    "Matrix matrix zeros ones fromFloat64Array formatNpy parseNpy equals allClose",
  randomness:
    "numpyRandom randn permutation choice randint uniform dropoutMask",
  gradients: "gradient valueAndGradient numericalGradientWithError",
  judges: "checkGradient",
  networks: "xavierWeights heWeights train trainParameters DivergenceError",
  optimizers: "gradientDescent momentum nesterov adaGrad rmsProp adam",
  models: "formatNetwork parseNetwork formatModel parseModel ModelError",
  data: "fitScaler oneHot stratifiedSplit stratifiedFolds",
  counts: "confusionMatrix accuracy majorityAccuracy classScores",
  agreement: "quadraticWeightedKappa pearsonCorrelation",
}).join(" ").split(" ");

interface Case {
  /** How it is called. */
  readonly call: (...operands: Matrix[]) => Matrix | string;
  /** Operands that it accepts, all numbers above 0. */
  readonly operands: (draw: Draw) => Matrix[];
  /** How many of the operands, from the first, may hold NaN; default all. */
  readonly floating?: number;
}

const some = (draw: Draw) => drawMatrix(draw, 4, 3, 0.1, 2);
const one = (draw: Draw) => [some(draw)];
const pair = (draw: Draw) => [some(draw), some(draw)];
const withRow = (draw: Draw) => [some(draw), drawMatrix(draw, 1, 3, 0.1, 2)];
const withColumn = (draw: Draw) => [drawMatrix(draw, 4, 1, 0.1, 2), some(draw)];
const shares = (draw: Draw) => drawMatrix(draw, 4, 3, 0.1, 0.9);
const targets = (draw: Draw) => [some(draw), drawOneHot(draw, 4, 3)];

const binary = (f: (a: MatrixLike, b: MatrixLike) => Matrix): Case[] => [
  { call: f, operands: pair },
  { call: f, operands: withRow },
  { call: f, operands: withColumn },
];
const unary = (f: (x: MatrixLike) => Matrix): Case[] => [
  { call: f, operands: one },
];
const reduction = (f: typeof sum): Case[] => [
  { call: (x) => f(x!), operands: one },
  { call: (x) => f(x!, { by: "row" }), operands: one },
  { call: (x) => f(x!, { by: "column" }), operands: one },
];

const FUNCTIONS: Record<string, Case[]> = {
  add: binary(kobai.add),
  subtract: binary(kobai.subtract),
  multiply: binary(kobai.multiply),
  divide: binary(kobai.divide),
  power: binary(kobai.power),
  maximum: binary(kobai.maximum),
  minimum: binary(kobai.minimum),
  greater: binary(kobai.greater),
  less: binary(kobai.less),
  greaterEqual: binary(kobai.greaterEqual),
  lessEqual: binary(kobai.lessEqual),
  where: [{
    call: (c, a, b) => kobai.where(c!, a!, b!),
    operands: (draw) => [some(draw), some(draw), withRow(draw)[1]!],
    floating: 1, // a NaN that is not chosen is not seen
  }],
  clip: unary((x) => kobai.clip(x, 0.5, 1)),
  sqrt: unary(kobai.sqrt),
  abs: unary(kobai.abs),
  negate: unary(kobai.negate),
  exp: unary(kobai.exp),
  log: unary(kobai.log),
  transpose: unary(kobai.transpose),
  detach: unary((x) => kobai.detach(x as Matrix)),
  sigmoid: unary(kobai.sigmoid),
  tanh: unary(kobai.tanh),
  relu: unary(kobai.relu),
  softmax: unary(kobai.softmax),
  logSoftmax: unary(kobai.logSoftmax),
  normalize: unary(kobai.normalize),
  cumulativeLogit: [{
    call: (score, thresholds) => kobai.cumulativeLogit(score!, thresholds!),
    operands: (
      draw,
    ) => [drawMatrix(draw, 4, 1, -2, 2), kobai.matrix([-1, 0.5, 2])],
  }],
  sum: reduction(kobai.sum),
  mean: reduction(kobai.mean),
  max: reduction(kobai.max),
  min: reduction(kobai.min),
  variance: reduction(kobai.variance),
  standardDeviation: reduction(kobai.standardDeviation),
  argMin: reduction(kobai.argMin).map((one) => ({ ...one, floating: 0 })),
  // The place of a NaN is a number.
  argMax: reduction(kobai.argMax).map((one) => ({ ...one, floating: 0 })),
  matmul: [{
    call: (a, b) => kobai.matmul(a!, b!),
    operands: (draw) => [some(draw), drawMatrix(draw, 3, 6, 0.1, 2)],
  }],
  affine: [{
    call: (x, W, b) => kobai.affine(x!, W!, b!),
    operands: (draw) => [
      some(draw),
      drawMatrix(draw, 3, 6, 0.1, 2),
      drawMatrix(draw, 1, 6, 0.1, 2),
    ],
  }],
  takeRows: [{ call: (x) => kobai.takeRows(x!, [3, 0, 1, 2]), operands: one }],
  takeColumns: [{
    call: (x) => kobai.takeColumns(x!, [2, 0, 1]),
    operands: one,
  }],
  concatenate: (["rows", "columns"] as const).map((join) => ({
    call: (...parts) => kobai.concatenate(parts, { join }),
    operands: (draw) => [some(draw), some(draw), some(draw)],
  })),
  cosineSimilarity: [pair, withRow].map((operands) => ({
    call: (a, b) => kobai.cosineSimilarity(a!, b!),
    operands,
  })),
  sumSquaredError: [{
    call: (y, t) => kobai.sumSquaredError(y!, t!),
    operands: targets,
  }],
  crossEntropyError: [0, 1e-7].map((delta) => ({
    call: (y, t) => kobai.crossEntropyError(y!, t!, { delta }),
    operands: (draw) => [shares(draw), drawOneHot(draw, 4, 3)],
    floating: 1, // NaN in t is not one-hot, and refused
  })),
  softmaxCrossEntropy: [{
    call: (z, t) => kobai.softmaxCrossEntropy(z!, t!),
    operands: targets,
    floating: 1,
  }],
  sigmoidCrossEntropy: [{
    call: (z, t) => kobai.sigmoidCrossEntropy(z!, t!),
    operands: targets,
    floating: 1,
  }],
  numericalGradient: [{
    call: (W) => kobai.numericalGradient((W) => sum(multiply(W, W)), W!),
    operands: one,
  }],
  SimpleNet: [{
    call: (x, W) => new kobai.SimpleNet(W!).predict(x!),
    operands: (draw) => [
      drawMatrix(draw, 4, 2, 0.1, 2),
      drawMatrix(draw, 2, 3, 0.1, 2),
    ],
  }, {
    call: (x, t, W) => new kobai.SimpleNet(W!).loss(x!, t!),
    operands: (draw) => [
      drawMatrix(draw, 4, 2, 0.1, 2),
      drawOneHot(draw, 4, 3),
      drawMatrix(draw, 2, 3, 0.1, 2),
    ],
    floating: 1,
  }],
  Network: (["sigmoid", "tanh", "relu"] as const).map((activation) => ({
    call: (x, W1, b1, W2, b2) =>
      new kobai.Network(
        [3, 4, 2],
        { W1: W1!, b1: b1!, W2: W2!, b2: b2! },
        { activation },
      ).probabilities(x!),
    operands: (draw) => [
      some(draw),
      drawMatrix(draw, 3, 4, 0.1, 2),
      drawMatrix(draw, 1, 4, 0.1, 2),
      drawMatrix(draw, 4, 2, 0.1, 2),
      drawMatrix(draw, 1, 2, 0.1, 2),
    ],
  })),
  standardize: [{
    call: (x, mean, deviation) =>
      kobai.standardize(x!, { mean: mean!, deviation: deviation! }),
    operands: (draw) => [
      some(draw),
      drawMatrix(draw, 1, 3, 0.1, 2),
      drawMatrix(draw, 1, 3, 0.1, 2),
    ],
  }],
  formatArray: [{ call: (x) => kobai.formatArray(x!), operands: one }],
};

/** Calls `check` with each case of each function, a few times. */
function forEveryCase(
  law: string,
  check: (name: string, one: Case, operands: Matrix[], draw: Draw) => void,
): void {
  for (const [name, cases] of Object.entries(FUNCTIONS)) {
    for (const one of cases) {
      forSeeds(`${law} ${name}`, 4, (draw) => {
        check(name, one, one.operands(draw), draw);
      });
    }
  }
}

function assertSameResult(
  actual: Matrix | string,
  expected: Matrix | string,
  label: string,
): void {
  if (typeof actual === "string" || typeof expected === "string") {
    assertEquals(actual, expected, label);
  } else assertSame(actual, expected, label);
}

Deno.test("mod.ts exports no function that these laws leave out", () => {
  const covered = [...OTHERS, ...Object.keys(FUNCTIONS)];
  assertEquals(Object.keys(kobai).sort(), covered.sort());
});

Deno.test("every function leaves its operands as they were", () => {
  forEveryCase("unchanged", (name, { call }, operands) => {
    const before = operands.map(rowByRow);
    call(...operands);
    operands.forEach((x, i) => assertSame(x, before[i]!, name));
  });
});

Deno.test("every function gives the same for a transposed matrix and its copy", () => {
  forEveryCase("orders", (name, { call }, operands) => {
    const expected = call(...operands.map(rowByRow));
    for (let across = 1; across < 2 ** operands.length; across++) {
      const mixed = operands.map((x, i) =>
        across >> i & 1 ? columnByColumn(x) : rowByRow(x)
      );
      assertSameResult(call(...mixed), expected, `${name}, ${across}`);
    }
  });
});

Deno.test("every function gives the same again, and results stay as they were", () => {
  const kept: [string, Matrix | string, Matrix | string][] = [];
  forEveryCase("again", (name, { call }, operands) => {
    const first = call(...operands);
    const copy = typeof first === "string" ? first : rowByRow(first);
    kept.push([name, first, copy]);
    assertSameResult(call(...operands), copy, name);
  });
  for (const [name, result, copy] of kept) {
    assertSameResult(result, copy, name);
  }
});

Deno.test("every function shares no memory that its caller can write to", () => {
  forEveryCase("memory", (name, { call }, operands) => {
    const result = call(...operands);
    if (typeof result === "string") return;
    const copy = rowByRow(result);
    for (const x of [...operands, result]) {
      x.toFloat64Array().fill(99);
      x.toArray()[0]!.fill(99);
    }
    assertSame(result, copy, name);
  });
});

Deno.test("every function lets NaN through, from every place of every operand", () => {
  let tried = 0;
  forEveryCase("NaN", (name, { call, floating }, operands) => {
    operands.slice(0, floating).forEach((operand, k) => {
      for (let place = 0; place < operand.rows * operand.columns; place++) {
        const values = operand.toFloat64Array();
        values[place] = NaN;
        const spoiled = kobai.fromFloat64Array(
          values,
          operand.rows,
          operand.columns,
        );
        for (const x of [spoiled, columnByColumn(spoiled)]) {
          const result = call(...operands.map((y, i) => i === k ? x : y));
          const label = `${name}, operand ${k}, place ${place}`;
          if (typeof result === "string") assert(result.includes("nan"), label);
          else assert(result.toFloat64Array().some(Number.isNaN), label);
          tried++;
        }
      }
    });
  });
  assert(tried > 2000, `only ${tried} tried`);
});
