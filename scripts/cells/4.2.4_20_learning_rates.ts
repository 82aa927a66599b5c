/**
 * 4.2.4-20, a hundred steps with three learning rates, one of them too large.
 *
 * deno run scripts/cells/4.2.4_20_learning_rates.ts
 */
import {
  gradient,
  type Matrix,
  matrix,
  multiply,
  SimpleNet,
  subtract,
} from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { W } from "./_lecture.ts";

/**
 * 4.2.4-20, a hundred steps with three learning rates, one of them too large.
 */
export const cell: CellData = defineCell({
  number: { ja: "学習率", en: "Rates" },
  beyond: true,
  title: {
    ja: "学習率が大きすぎると",
    en: "A learning rate that is too large",
  },
  text: {
    ja:
      "同じ作文 (2, 3) を、ある人は「悪い」、別の人は「普通」と評価しました。損失は log 2 = 0.693 より" +
      "下がりません。学習率 0.01 ではそこまで時間がかかり、0.1 ではすぐに近づき、1 では谷を飛び越え続けて、" +
      "100 歩たっても下がりません。各行が一つの学習率、各列が `shown` の歩数での損失です。",
    en:
      "One person rated the essay (2, 3) 悪い (bad), another the same essay 普通 (ordinary); " +
      "the loss cannot fall below log 2 = 0.693. A rate of 0.01 takes long to get there, 0.1 is soon " +
      "near, and 1 keeps leaping across the valley: after 100 steps nothing is gained. Each row is " +
      "a learning rate, each column the loss after so many steps as `shown` says.",
  },
  formula: "W \\leftarrow W - \\eta \\frac{\\partial L}{\\partial W}",
  inputs: {
    x: matrix([[2, 3], [2, 3]]),
    t: matrix([[0, 0, 1], [0, 1, 0]]),
    W,
    rates: matrix([0.01, 0.1, 1]),
    shown: matrix([0, 1, 2, 5, 10, 20, 50, 100]),
  },
  limits: {
    rates: { least: 0, most: 100, count: 4 },
    shown: { least: 0, most: 1000, whole: true, count: 20 },
  },
  run({ x, t, W, rates, shown }) {
    // show
    const E = (W: Matrix) => new SimpleNet(W).loss(x, t);
    const steps = shown.toArray()[0]!;
    const rows = rates.toArray()[0]!.map((rate) => {
      const row: number[] = [];
      let w = W;
      for (let step = 0; step <= Math.max(...steps); step++) {
        if (steps.includes(step)) row.push(E(w).item());
        w = subtract(w, multiply(rate, gradient(E, w)));
      }
      return row;
    });
    const losses = matrix(rows);
    // end
    return { losses };
  },
  results: {
    losses: {
      label: {
        ja: "学習率 rates ごとの損失",
        en: "The losses for each of rates",
      },
    },
  },
  picture(inputs, _values, run) {
    const steps = Array.from({ length: 101 }, (_, step) => step);
    const { losses } = run({ ...inputs, shown: matrix(steps) });
    const least = Math.log(inputs.x.rows);
    return {
      kind: "curves",
      title: {
        ja: "三つの学習率での損失の変化",
        en: "The loss along 100 steps, for three learning rates",
      },
      description: {
        ja: "横軸は歩数、縦軸は損失（対数目盛り）。",
        en:
          "Steps from left to right, the loss upwards on a logarithmic scale.",
      },
      x: { label: { ja: "歩数", en: "steps" } },
      y: { label: { ja: "損失", en: "loss" }, logarithmic: true },
      lines: inputs.rates.toArray()[0]!.map((rate, i) => ({
        label: { ja: `学習率 ${rate}`, en: `learning rate ${rate}` },
        x: steps,
        y: losses.toArray()[i]!,
      })),
      levels: [{
        label: { ja: "これ以上は下がらない", en: "it cannot fall further" },
        y: least,
      }],
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
