/**
 * 4.2.3-02, Out [5]: mean_squared_error(y1, t).
 *
 * deno run scripts/cells/4.2.3_02_sum_of_squared_errors.ts
 */
import { matrix, sumSquaredError } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/** 4.2.3-02, Out [5]: mean_squared_error(y1, t). */
export const cell: CellData = defineCell({
  number: { ja: "Out [5]", en: "Out [5]" },
  title: { ja: "二乗和誤差", en: "The sum of squared errors" },
  text: {
    ja:
      "予測 y と正解 t の差を二乗して足し、半分にします。予測が良いほど 0 に近くなります。",
    en:
      "The differences of prediction y and target t are squared, added and halved. The better " +
      "the prediction, the nearer to 0.",
  },
  formula: "E = \\frac{1}{2} \\sum_k (y_k - t_k)^2",
  inputs: { y: matrix([0.2, 0.7, 0.1]), t: matrix([0, 1, 0]) },
  run({ y, t }) {
    // show
    const E = sumSquaredError(y, t);
    // end
    return { E };
  },
  results: {
    E: {
      label: { ja: "y1 の損失", en: "The loss of y1" },
      printed: "0.07000000000000002",
      expected: "identical",
      golden: "Out5-mse-y1",
    },
  },
  errata: errata("no-mean"),
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
