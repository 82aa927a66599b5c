/**
 * 4.2.4-02, what a partial derivative says, with a single weight.
 *
 * deno run scripts/cells/4.2.4_02_partial_derivative.ts
 */
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.4-02, what a partial derivative says, with a single weight.
 */
export const cell: CellData = defineCell({
  number: { ja: "本文", en: "Text" },
  title: {
    ja: "重みが変わると損失はどれだけ変わるか",
    en: "When a weight changes",
  },
  text: {
    ja:
      "たとえば $\\frac{\\partial L}{\\partial w_{11}}$ は、$w_{11}$ が変わると損失 $L$ がどれだけ変わるかを表します。\n\n" +
      "4.2.3 節で重みを探した例で確かめます。重み `w` を `h` だけ増やして損失をもう一度測り、変化を `h` で割ります。" +
      "答えが負なら、その重みを増やすと損失は減ります。",
    en:
      "$\\frac{\\partial L}{\\partial w_{11}}$, for one, says how much the loss $L$ changes when $w_{11}$ changes.\n\n" +
      "Take the example of section 4.2.3 where we looked for a weight: raise the weight `w` by `h`, measure the loss " +
      "again, and divide the change by `h`. If the answer is negative, raising the weight lowers the loss.",
  },
  formula:
    "L = \\frac{1}{2} (w x - t)^2 \\quad \\frac{\\partial L}{\\partial w} \\approx \\frac{L(w + h) - L(w)}{h}",
  inputs: { x: 2, t: 3, w: 1, h: 0.01 },
  run({ x, t, w, h }) {
    // show
    const L = (w: number) => 0.5 * (w * x - t) ** 2;
    const before = L(w);
    const after = L(w + h);
    const slope = (after - before) / h;
    // end
    return { before, after, slope };
  },
  worked: ({ h }, { before, after, slope }) =>
    `(${operand(after)} - ${operand(before)}) / ${operand(h)} = ${
      short(slope)
    }`,
  results: {
    before: { label: { ja: "今の損失", en: "The loss now" } },
    after: {
      label: {
        ja: "w を h だけ増やしたときの損失",
        en: "The loss with w raised by h",
      },
    },
    slope: { label: { ja: "h あたりの変化", en: "The change, divided by h" } },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
