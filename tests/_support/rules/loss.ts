/**
 * The rules of `lib/formula/squared_error.ts`, `cross_entropy.ts` and
 * `sigmoid_cross_entropy.ts`.
 */
import * as kobai from "../../../mod.ts";
import type { Matrix } from "../../../mod.ts";
import { exponential, fixed, ONE, over, times, total } from "../fixed_point.ts";
import { build, drawOneHot } from "../matrices.ts";
import type { Draw } from "../seeded.ts";
import { softmaxOf } from "./activation.ts";
import {
  drawFullSizes,
  drawNumbers,
  type Grid,
  type RuleCase,
  type Terms,
} from "./rule.ts";

interface Loss {
  readonly name: string;
  readonly detail?: string;
  readonly call: (y: Matrix, t: Matrix) => Matrix;
  readonly y?: typeof drawNumbers;
  readonly t?: typeof drawNumbers;
  readonly rules: RuleCase["rules"];
}

/** The mean over rows of predictions and targets. */
function loss(
  { name, detail = "", call, y = drawNumbers, t = drawOneHot, rules }: Loss,
): RuleCase {
  return {
    name,
    detail,
    rules,
    call: (a, b) => call(a!, b!),
    draw(draw) {
      const [rows, columns] = drawFullSizes(draw);
      return [y(draw, rows, columns), t(draw, rows, columns)];
    },
  };
}

/** What arrives at each row. */
const arriving = (dy: Grid, y: Grid) => over(dy[0]![0]!, fixed(y.length));

const isHot = (i: number, j: number, t: Grid) => t[i]![j] === ONE;

const squaredError = (sign: bigint): Terms => (i, j, dy, [y, t]) => [
  sign * times(arriving(dy, y!), y![i]![j]! - t![i]![j]!),
];

const crossEntropy = (delta: number): Terms => (i, j, dy, [y, t]) =>
  isHot(i, j, t!) ? [-over(arriving(dy, y!), y![i]![j]! + fixed(delta))] : [];

/** From softmax - t, without taking 1 from what may be near 1. */
const fused: Terms = (i, k, dy, [z, t]) => {
  const p = softmaxOf(z![i]!), factor = arriving(dy, z!);
  return isHot(i, k, t!)
    ? p.flatMap((share, j) => j === k ? [] : [-times(factor, share)])
    : [times(factor, p[k]!)];
};

/** Numbers of many sizes from 0.001 to 1, the two not among them. */
function drawProbabilities(draw: Draw, rows: number, columns: number): Matrix {
  return build(rows, columns, () => 10 ** draw.number(-2.9, -0.001));
}

/** Rows of probabilities with the sum 1, some of which are 0. */
function drawShares(draw: Draw, rows: number, columns: number): Matrix {
  const x = build(rows, columns, (_, k) => k === 0 ? 1 : draw.integer(0, 4));
  return kobai.normalize(x);
}

const softCrossEntropy = (delta: number): Terms => (i, j, dy, [y, t]) => [
  -over(times(arriving(dy, y!), t![i]![j]!), y![i]![j]! + fixed(delta)),
];

const softFused: Terms = (i, k, dy, [z, t]) => {
  const p = softmaxOf(z![i]!), factor = arriving(dy, z!);
  return [
    times(factor, times(p[k]!, total(t![i]!))),
    -times(factor, t![i]![k]!),
  ];
};

/** Yes, no, and what lies between. */
const drawAnswers = (draw: Draw, rows: number, columns: number) =>
  build(rows, columns, () => draw.integer(0, 4) / 4);

const binaryFused: Terms = (i, k, dy, [z, t]) => {
  const factor = arriving(dy, z!), yes = t![i]![k]!;
  const e = exponential(-z![i]![k]!), y = over(ONE, ONE + e);
  return [
    times(factor, times(ONE - yes, y)),
    -times(factor, times(yes, over(e, ONE + e))),
  ];
};

export const LOSS: readonly RuleCase[] = [
  loss({
    name: "sumSquaredError",
    call: kobai.sumSquaredError,
    t: drawNumbers,
    rules: [squaredError(1n), squaredError(-1n)],
  }),
  ...[0, 1e-7, 0.5].map((delta) =>
    loss({
      name: "crossEntropyError",
      detail: `delta ${delta}`,
      call: (y, t) => kobai.crossEntropyError(y, t, { delta }),
      y: drawProbabilities,
      rules: [crossEntropy(delta), null],
    })
  ),
  loss({
    name: "softmaxCrossEntropy",
    call: kobai.softmaxCrossEntropy,
    rules: [fused, null],
  }),
  ...[0, 0.5].map((delta) =>
    loss({
      name: "crossEntropyError",
      detail: `soft targets, delta ${delta}`,
      call: (y, t) => kobai.crossEntropyError(y, t, { delta }),
      y: drawProbabilities,
      t: drawShares,
      rules: [softCrossEntropy(delta), null],
    })
  ),
  loss({
    name: "softmaxCrossEntropy",
    detail: "soft targets",
    call: kobai.softmaxCrossEntropy,
    t: drawShares,
    rules: [softFused, null],
  }),
  loss({
    name: "sigmoidCrossEntropy",
    call: kobai.sigmoidCrossEntropy,
    t: drawAnswers,
    rules: [binaryFused, null],
  }),
];
