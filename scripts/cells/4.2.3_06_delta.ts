/**
 * 4.2.3-06, what delta does to a perfect prediction, and to a probability of 0.
 *
 * deno run scripts/cells/4.2.3_06_delta.ts
 */
import { crossEntropyError, matrix } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { errata } from "./_errata.ts";

/**
 * 4.2.3-06, what delta does to a perfect prediction, and to a probability of 0.
 */
export const cell: CellData = defineCell({
  number: { ja: "delta", en: "delta" },
  title: { ja: "delta の効き目", en: "What delta does" },
  text: {
    ja:
      "delta は log 0 を防ぎますが、その代わり、完全に正しい予測の損失が 0 ではなく負になります。",
    en:
      "delta prevents log 0; the price is that a perfect prediction has a loss below 0.",
  },
  formula: "E = -\\sum_k t_k \\ln(y_k + \\delta)",
  inputs: {
    hit: matrix([0, 1, 0]),
    miss: matrix([1, 0, 0]),
    t: matrix([0, 1, 0]),
    delta: 1e-7,
  },
  run({ hit, miss, t, delta }) {
    // show
    const perfect = crossEntropyError(hit, t, { delta });
    const perfectWithout = crossEntropyError(hit, t);
    const hopeless = crossEntropyError(miss, t, { delta });
    const hopelessWithout = crossEntropyError(miss, t);
    // end
    return { perfect, perfectWithout, hopeless, hopelessWithout };
  },
  results: {
    perfect: {
      label: {
        ja: "完全に正しい予測の損失",
        en: "The loss of a perfect prediction",
      },
      golden: "cee-delta-perfect",
    },
    perfectWithout: { label: { ja: "delta がないとき", en: "Without delta" } },
    hopeless: {
      label: {
        ja: "正解の確率を 0 とした予測の損失",
        en: "The loss where the right class got 0",
      },
      golden: "cee-delta-zero",
    },
    hopelessWithout: { label: { ja: "delta がないとき", en: "Without delta" } },
  },
  errata: errata("delta-below-zero"),
  bothNumbers: { "delta-below-zero": [["perfect", "perfectWithout"]] },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
