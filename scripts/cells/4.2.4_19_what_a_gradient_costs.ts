/**
 * 4.2.4-19, what a gradient costs, counted in evaluations of the loss.
 *
 * deno run scripts/cells/4.2.4_19_what_a_gradient_costs.ts
 */
import {
  affine,
  gradient,
  type Matrix,
  matrix,
  numericalGradient,
  numpyRandom,
  randn,
  sigmoid,
  softmaxCrossEntropy,
  zeros,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { t, x } from "./_lecture.ts";

/** 4.2.4-19, what a gradient costs, counted in evaluations of the loss. */
export const cell: CellData = defineCell({
  number: { ja: "勾配の計算の手間", en: "The cost" },
  beyond: true,
  title: {
    ja: "勾配は損失の計算何回分か",
    en: "Counted in losses computed",
  },
  text: {
    ja:
      "それぞれの行に並ぶのは、中間層の大きさ、重みの個数、数値微分が損失を計算した回数、誤差逆伝播が計算した回数です。" +
      "数値微分は重み 1 個につき 2 回、誤差逆伝播は重みがいくつあっても 1 回（と、逆向きに 1 回）です。",
    en:
      "Each row has the size of the hidden layer, the number of weights, how often the numerical " +
      "gradient evaluated the loss, and how often backpropagation did: twice for each weight, and " +
      "once (and once backwards) whatever their number.",
  },
  inputs: { x, t, hidden: matrix([1, 4, 16, 64]) },
  limits: { hidden: { least: 1, most: 128, whole: true, count: 8 } },
  run({ x, t, hidden }) {
    // show
    const rows = hidden.toArray()[0]!.map((size) => {
      const random = numpyRandom(0);
      const at = {
        W1: randn(random, x.columns, size),
        b1: zeros(1, size),
        W2: randn(random, size, t.columns),
        b2: zeros(1, t.columns),
      };
      const weights = (x.columns + 1) * size + (size + 1) * t.columns;
      let evaluations = 0;
      const loss = ({ W1, b1, W2, b2 }: Record<keyof typeof at, Matrix>) => {
        evaluations++;
        return softmaxCrossEntropy(
          affine(sigmoid(affine(x, W1, b1)), W2, b2),
          t,
        );
      };
      numericalGradient(loss, at);
      const numerical = evaluations;
      evaluations = 0;
      gradient(loss, at);
      return [size, weights, numerical, evaluations];
    });
    const costs = matrix(rows);
    // end
    return { costs };
  },
  results: {
    costs: {
      label: {
        ja: "中間層、重み、数値微分の回数、誤差逆伝播の回数",
        en:
          "Hidden units, weights, evaluations numerically, by backpropagation",
      },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
