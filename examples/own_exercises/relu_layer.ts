/** Exercise: a layer with ReLU. */
import { abs, add, exp, matmul, type Matrix, maximum } from "kobai";
import {
  type Exercise,
  mistake,
  takes,
} from "../../scripts/exercise/exercise.ts";

/** A solution that is wrong. */
const as = (reluLayer: (x: Matrix, W: Matrix, b: Matrix) => Matrix) => ({
  reluLayer,
});

/** `max(0, xW + b)`. */
export const reluLayer: Exercise = {
  title: { ja: "ReLU の層", en: "A layer with ReLU" },
  points: 20,
  text: {
    ja:
      "`reluLayer(x, W, b)` は `max(0, xW + b)` です。`x` は `[N, D]`、`W` は `[D, M]`、`b` は M 個の数が並んだ 1 行で、`max` は要素ごとに 0 と比べます。x = (1, -2)、W の列が (1, 1) と (0, -1)、b = (0, 0.5) なら 0, 2.5 です。",
    en:
      "`reluLayer(x, W, b)` is `max(0, xW + b)`. `x` is `[N, D]`, `W` is `[D, M]`, `b` is one row of M, and `max` compares each element with 0. For x = (1, -2), the columns (1, 1) and (0, -1) of W, and b = (0, 0.5) it is 0, 2.5.",
  },
  functions: {
    reluLayer: {
      about: "ReLU の層 / a layer with ReLU: max(0, xW + b)",
      parameters: {
        x: takes.matrix("N", "D"),
        W: takes.matrix("D", "M"),
        b: takes.matrix(1, "M"),
      },
      gives: "matrix",
      solution: (x: Matrix, W: Matrix, b: Matrix) =>
        maximum(add(matmul(x, W), b), 0),
      cases: [
        [[[1, -2]], [[1, 0], [1, -1]], [[0, 0.5]]],
        [[[2, 3]], [[0.5], [-1]], [[0.25]]],
        [[[1, 0], [0, 1]], [[1, -2], [-3, 4]], [[0.5, 0.5]]],
      ],
      draw({ integer, rows }) {
        const N = integer(2, 3), D = integer(2, 3), M = integer(3, 4);
        return [rows(N, D, -2, 2), rows(D, M, -2, 2), rows(1, M, -1, 1)];
      },
    },
  },
  mistakes: [
    mistake({
      name: "noRelu",
      title: { ja: "ReLU を通していない", en: "there is no ReLU" },
      hint: {
        ja: "負の数は 0 になります：maximum(h, 0)。",
        en: "Negative numbers become 0: maximum(h, 0).",
      },
    }, as((x, W, b) => add(matmul(x, W), b))),
    mistake({
      name: "biasAfterRelu",
      title: {
        ja: "ReLU の後でバイアスを足している",
        en: "the bias comes after ReLU",
      },
      hint: {
        ja: "先に b を足してから、0 と比べます。",
        en: "Add b first, then compare with 0.",
      },
    }, as((x, W, b) => add(maximum(matmul(x, W), 0), b))),
    mistake({
      name: "noBias",
      title: { ja: "バイアスを足していない", en: "the bias is not added" },
      hint: {
        ja: "xW に b を足してから、0 と比べます。",
        en: "Add b to xW, then compare with 0.",
      },
    }, as((x, W) => maximum(matmul(x, W), 0))),
    mistake({
      name: "reluOfInputs",
      title: { ja: "x に ReLU を掛けている", en: "ReLU is taken of x" },
      hint: {
        ja: "0 と比べるのは、入力 x ではなく xW + b です。",
        en: "It is xW + b that is compared with 0, and not x.",
      },
    }, as((x, W, b) => add(matmul(maximum(x, 0), W), b))),
    mistake(
      {
        name: "otherActivation",
        title: {
          ja: "別の活性化関数になっている",
          en: "another activation function",
        },
        hint: {
          ja: "ReLU は、正の数はそのまま、負の数は 0 にします。",
          en: "ReLU leaves positive numbers as they are and makes 0 of others.",
        },
      },
      as((x, W, b) => abs(add(matmul(x, W), b))),
      as((x, W, b) => exp(add(matmul(x, W), b))),
    ),
  ],
};
