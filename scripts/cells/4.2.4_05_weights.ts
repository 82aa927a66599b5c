/**
 * 4.2.4-05, Out [7]: the weights of simpleNet.
 *
 * deno run scripts/cells/4.2.4_05_weights.ts
 */
import { SimpleNet } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { W } from "./_lecture.ts";

/**
 * 4.2.4-05, Out [7]: the weights of simpleNet.
 */
export const cell: CellData = defineCell({
  number: { ja: "Out [7]", en: "Out [7]" },
  title: { ja: "重み sn.W", en: "The weights sn.W" },
  text: {
    ja:
      "講義で初期化された重みです。種が決められていないので、同じ乱数は引けません。" +
      "ここから先は、講義に出ている小数 8 桁の `W` を使います。" +
      "その先の数はすべて、丸めの分だけ講義とずれることがあります。",
    en:
      "These are the weights that the lecture started from. It set no seed, so the same numbers cannot be drawn again. " +
      "From here on its printed `W` is used, which has 8 decimals; all that follows may be off by what that rounding does.",
  },
  inputs: { W },
  run({ W }) {
    // show
    const sn = new SimpleNet(W);
    const weights = sn.W;
    // end
    return { weights };
  },
  results: {
    weights: {
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
