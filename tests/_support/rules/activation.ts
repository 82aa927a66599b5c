/** The rules of `lib/formula/activation.ts` and `probability.ts`. */
import * as kobai from "../../../mod.ts";
import {
  exponential,
  type Fixed,
  ONE,
  over,
  times,
  total,
} from "../fixed_point.ts";
import { drawSize } from "../matrices.ts";
import {
  drawAway,
  drawNumbers,
  drawPositive,
  drawSizes,
  type RuleCase,
  unary,
} from "./rule.ts";

/** The slope of 1 / (1 + e^-x). */
function logisticSlope(x: Fixed): Fixed {
  const e = exponential(-x), below = ONE + e;
  return over(e, times(below, below));
}

/** The softmax of a row. */
export function softmaxOf(row: readonly Fixed[]): Fixed[] {
  const powers = row.map(exponential), all = total(powers);
  return powers.map((power) => over(power, all));
}

export const ACTIVATION: readonly RuleCase[] = [
  unary("sigmoid", kobai.sigmoid, (dy, x) => times(dy, logisticSlope(x))),
  // tanh x = 2 sigmoid(2x) - 1
  unary("tanh", kobai.tanh, (dy, x) => 4n * times(dy, logisticSlope(2n * x))),
  unary("relu", kobai.relu, (dy, x) => x > 0n ? dy : 0n, drawAway),
  {
    name: "softmax",
    detail: "",
    call: (x) => kobai.softmax(x!),
    draw: (draw) => [drawNumbers(draw, ...drawSizes(draw))],
    rules: [(i, k, dy, [x]) => {
      const y = softmaxOf(x![i]!), d = dy[i]!;
      return [
        times(y[k]!, d[k]!),
        ...y.map((value, j) => -times(times(y[k]!, value), d[j]!)),
      ];
    }],
  },
  {
    name: "logSoftmax",
    detail: "",
    call: (x) => kobai.logSoftmax(x!),
    draw: (draw) => [drawNumbers(draw, ...drawSizes(draw))],
    rules: [(i, k, dy, [x]) => {
      const y = softmaxOf(x![i]!), d = dy[i]!;
      return [d[k]!, ...d.map((each) => -times(y[k]!, each))];
    }],
  },
  {
    name: "normalize",
    detail: "",
    call: (x) => kobai.normalize(x!),
    draw: (draw) => [drawPositive(draw, drawSize(draw), draw.integer(1, 9))],
    rules: [(i, k, dy, [x]) => {
      const all = total(x![i]!), d = dy[i]!;
      return [
        over(d[k]!, all),
        ...x![i]!.map((value, j) =>
          -over(times(value, d[j]!), times(all, all))
        ),
      ];
    }],
  },
];
