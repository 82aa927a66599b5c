/** Exercise: the cross entropy of one sample. */
import { add, log, type Matrix, multiply, negate, sum } from "kobai";
import { type Exercise, takes } from "../exercise/exercise.ts";
import { inCrossEntropy } from "./_in_cross_entropy.ts";
import { closeToDelta, withZeros } from "./_probabilities.ts";

/** How many classes there are, and which is the right one. */
const targets = [[3, 0], [4, 3], [3, 1], [5, 4], [4, 0], [3, 2]] as const;

/** `-Σ t ln(y + δ)`. */
export const crossEntropy: Exercise = {
  title: {
    ja: "1 件の交差エントロピー誤差",
    en: "Cross entropy of one sample",
  },
  points: 10,
  text: {
    ja:
      "`crossEntropy(y, t)` は `E = -Σ t ln(y + δ)` です。`δ = 1e-7` を足すのは、0 の対数を避けるためです。課題 3 の数なら 0.3566748 です。",
    en:
      `\`crossEntropy(y, t)\`: \`E = -Σ t ln(y + δ)\` with \`δ = 1e-7\`, so that there is no
logarithm of 0. For the numbers of task 3: 0.3566748.`,
  },
  functions: {
    crossEntropy: {
      about: "1 件の交差エントロピー誤差 / cross entropy of one sample",
      parameters: { y: takes.matrix(1, "K"), t: takes.matrix(1, "K") },
      gives: "number",
      close: closeToDelta,
      solution: (y: Matrix, t: Matrix) =>
        negate(sum(multiply(t, log(add(y, 1e-7))))),
      cases: [
        [[[0.2, 0.7, 0.1]], [[0, 1, 0]]],
        [[[0.5, 0.3, 0.2]], [[0, 1, 0]]],
        [[[0, 0.5, 0.5]], [[0, 1, 0]]],
      ],
      draw({ index, probabilities }) {
        const [K, at] = targets[index % targets.length]!;
        const t = [Array.from({ length: K }, (_, i) => i === at ? 1 : 0)];
        const y = probabilities(1, K);
        return [index % 3 === 0 ? withZeros(y, t) : y, t];
      },
    },
  },
  mistakes: inCrossEntropy("crossEntropy", "one"),
};
