/**
 * 4.2.4-02, Out [7]: the weights of simpleNet.
 *
 * deno run scripts/cells/4.2.4_02_weights.ts
 */
import { SimpleNet } from "kobai";
import seedrandom from "seedrandom";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { W } from "./_lecture.ts";

/** 4.2.4-02, Out [7]: the weights of simpleNet. */
export const cell: CellData = defineCell({
  number: { ja: "Out [7]", en: "Out [7]" },
  title: { ja: "simpleNet の重み", en: "The weights of simpleNet" },
  text: {
    ja:
      "重みは乱数から始まります。講義は種を決めていないので、ここから先は、講義に出ている小数 8 桁の W を" +
      "使います。その先の数はすべて、丸めの分だけ講義とずれることがあります。",
    en:
      "Weights begin at random. The lecture sets no seed, so from here on its printed W is used, " +
      "which has 8 decimals; all that follows may be off by what that rounding does.",
  },
  inputs: { W, seed: "lesson" },
  run({ W, seed }) {
    // show
    const drawn = new SimpleNet(seedrandom(seed)).W;
    const printed = new SimpleNet(W).W;
    // end
    return { drawn, printed };
  },
  results: {
    drawn: {
      label: { ja: "種を決めて引いた重み", en: "Weights drawn from a seed" },
      printed: "array([[ 1.72265811,  0.68672941,  1.10772301],\n" +
        "       [ 0.60344169,  0.60322389, -0.3536039 ]])",
      expected: "not reproducible",
      reason: { ja: "種が決められていません", en: "no seed was set" },
    },
    printed: {
      label: { ja: "講義に出ている重み", en: "The weights as printed" },
      printed: "array([[ 1.72265811,  0.68672941,  1.10772301],\n" +
        "       [ 0.60344169,  0.60322389, -0.3536039 ]])",
      expected: "identical",
      golden: "Out7-W",
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
