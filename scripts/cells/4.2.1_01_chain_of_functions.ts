/**
 * 4.2.1-01, a network is a chain of functions such as y = ax + b.
 *
 * deno run scripts/cells/4.2.1_01_chain_of_functions.ts
 */
import { add, multiply } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";
import { operand, short } from "../lesson/worked.ts";

/**
 * 4.2.1-01, a network is a chain of functions such as y = ax + b.
 */
export const cell: CellData = defineCell({
  number: { ja: "本文", en: "Text" },
  title: {
    ja: "学習と推論、そして関数",
    en: "Learning, inference, and functions",
  },
  text: {
    ja: "ニューラルネットワークには**学習**と**推論**の二つの段階があります。" +
      "この節で扱うのは推論で、前回までは「予測」と呼んでいたものです。\n\n" +
      "ネットワークは**関数**の集まりです。$y = ax + b$ のような式がつながっていて、一つの式の出力が次の式の入力になります。",
    en: "A neural network has two phases, **learning** and **inference**. " +
      "This section is about inference, which earlier sessions called prediction.\n\n" +
      "A network is a collection of **functions** such as $y = ax + b$, joined so that the output of one is the " +
      "input of the next.",
  },
  formula: "y = a x + b \\quad z = c y + d",
  inputs: { x: 3, a: 2, b: 1, c: 0.5, d: -1 },
  run({ x, a, b, c, d }) {
    // show
    const y = add(multiply(a, x), b);
    const z = add(multiply(c, y), d);
    // end
    return { y, z };
  },
  worked: ({ x, a, b, c, d }, { y, z }) =>
    `${operand(a)} × ${operand(x)} + ${operand(b)} = ${short(y)}\n` +
    `${operand(c)} × ${operand(y)} + ${operand(d)} = ${short(z)}`,
  results: {
    y: {
      label: { ja: "一つ目の関数の出力", en: "What the first function gives" },
    },
    z: {
      label: { ja: "二つ目の関数の出力", en: "What the second makes of it" },
    },
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
