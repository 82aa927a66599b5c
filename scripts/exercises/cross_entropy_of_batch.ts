/** Exercise: the mean cross entropy of a batch. */
import { add, divide, log, type Matrix, multiply, negate, sum } from "kobai";
import { type Exercise, takes } from "../exercise/exercise.ts";
import { inCrossEntropy } from "./_in_cross_entropy.ts";
import { closeToDelta, withZeros } from "./_probabilities.ts";

/** `-1/N Σ Σ t ln(y + δ)`. */
export const crossEntropyOfBatch: Exercise = {
  title: {
    ja: "バッチの交差エントロピー誤差",
    en: "Cross entropy of a batch",
  },
  points: 10,
  text: {
    ja:
      `\`crossEntropyOfBatch(y, t)\` は、N 行のそれぞれについて同じものを求め、平均を取ります：\`E = -1/N Σ Σ t ln(y + δ)\`。

y = ((0.1, 0.2, 0.7), (0.5, 0.2, 0.3)) で、正解がどちらも一つ目のクラスなら 1.4978655 です。`,
    en:
      `\`crossEntropyOfBatch(y, t)\`: the same for N rows, and the mean over them,
\`E = -1/N Σ Σ t ln(y + δ)\`.

For y = ((0.1, 0.2, 0.7), (0.5, 0.2, 0.3)) where both are of the first class:
1.4978655.`,
  },
  functions: {
    crossEntropyOfBatch: {
      about: "バッチの交差エントロピー誤差 / cross entropy of a batch",
      parameters: { y: takes.matrix("N", "K"), t: takes.matrix("N", "K") },
      gives: "number",
      close: closeToDelta,
      solution: (y: Matrix, t: Matrix) =>
        divide(negate(sum(multiply(t, log(add(y, 1e-7))))), y.rows),
      cases: [
        [[[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]], [[1, 0, 0], [1, 0, 0]]],
        [
          [[0, 0.7, 0.3], [0.8, 0.1, 0.1], [0.2, 0.2, 0.6], [0.25, 0.5, 0.25]],
          [[0, 1, 0], [1, 0, 0], [1, 0, 0], [0, 0, 1]],
        ],
        [[[0.2, 0.7, 0.1]], [[0, 1, 0]]],
      ],
      draw({ index, integer, probabilities, oneHot }) {
        const N = index === 1 ? 1 : integer(2, 4), K = N === 3 ? 4 : 3;
        const t = oneHot(N, K), y = probabilities(N, K);
        return [index % 3 === 0 ? withZeros(y, t) : y, t];
      },
    },
  },
  buildsOn: ["crossEntropy"],
  mistakes: inCrossEntropy("crossEntropyOfBatch", "many"),
};
