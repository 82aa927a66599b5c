/**
 * 1-02, the type-token ratio falls as an essay grows.
 *
 * deno run examples/own_lesson/1_02_longer_essays.ts
 */
import { add, divide, exp, log, matrix, multiply } from "kobai";
import { type CellData, defineCell } from "../../scripts/lesson/cell.ts";

/** 1-02, the type-token ratio falls as an essay grows. */
export const cell: CellData = defineCell({
  number: { ja: "図 1", en: "Figure 1" },
  title: { ja: "長い作文ほど比は下がる", en: "Longer essays, lower ratios" },
  text: {
    ja:
      "異なり語数は、延べ語数ほど速くは増えません（ヒープスの法則）。同じ書き手でも、長く書けば比は下がります。",
    en:
      "Types grow more slowly than tokens (Heaps' law): the same writer has a lower ratio in a " +
      "longer essay.",
  },
  formula: "V = K N^{\\beta} \\quad \\mathrm{TTR} = K N^{\\beta - 1}",
  inputs: { K: 4, beta: 0.6, tokens: matrix([50, 100, 200, 400, 800]) },
  run({ K, beta, tokens }) {
    // show
    const types = exp(add(Math.log(K), multiply(beta, log(tokens))));
    const ratio = divide(types, tokens);

    const halved = divide(ratio.at(0, 0), 2);
    const atTwice = ratio.at(0, 1);
    // end
    return { ratio, halved, atTwice };
  },
  results: {
    ratio: {
      label: { ja: "50 語から 800 語まで", en: "From 50 to 800 words" },
      flat: true,
    },
    halved: {
      label: {
        ja: "プリントの説明：長さが 2 倍なら比は半分",
        en: "The handout's claim: twice the length, half the ratio",
      },
    },
    atTwice: { label: { ja: "実際の値", en: "What it is" } },
  },
  errata: [{
    id: "half-the-ratio",
    why: {
      ja:
        "プリントは、長さが 2 倍になると比が半分になると言いますが、そこまでは下がりません。",
      en:
        "The handout says that twice the length means half the ratio; it does not fall so far.",
    },
  }],
  bothNumbers: { "half-the-ratio": [["halved", "atTwice"]] },
  picture({ tokens }, { ratio }) {
    const x = tokens.toArray()[0]!, y = ratio.toArray()[0]!;
    return {
      kind: "curves",
      title: { ja: "作文の長さと比", en: "The ratio against the length" },
      description: {
        ja: `延べ語数が ${x[0]} から ${x.at(-1)} に増えると、比は ${
          y[0]!.toFixed(2)
        } から ${y.at(-1)!.toFixed(2)} に下がる。`,
        en: `From ${x[0]} to ${x.at(-1)} words the ratio falls from ${
          y[0]!.toFixed(2)
        } to ${y.at(-1)!.toFixed(2)}.`,
      },
      x: { label: { ja: "延べ語数", en: "tokens" } },
      y: { label: { ja: "比", en: "ratio" } },
      lines: [{ label: { ja: "比", en: "ratio" }, x, y }],
    };
  },
});

if (import.meta.main) {
  await (await import("../../scripts/terminal/main.ts")).cellMain(
    import.meta.url,
    cell,
  );
}
