/**
 * 4.2.1-02, the figure of the network: neurons, arrows and layers.
 *
 * deno run scripts/cells/4.2.1_02_layers.ts
 */
import { matrix, sum, zeros } from "kobai";
import { type CellData, defineCell } from "../lesson/cell.ts";

/**
 * 4.2.1-02, the figure of the network: neurons, arrows and layers.
 */
export const cell: CellData = defineCell({
  number: { ja: "図", en: "Figure" },
  title: { ja: "ニューロンと層", en: "Neurons and layers" },
  text: {
    ja:
      "2 個の入力から 3 個の出力を計算するネットワークの図です。○ が**ニューロン**、→ がニューロンどうしのつながりを表します。\n\n" +
      "左の列を**入力層**、右の列を**出力層**、その間を**中間層**と呼びます。",
    en:
      "The figure of a network that makes 3 outputs of 2 inputs. A circle is a **neuron**, an arrow a connection " +
      "between two of them.\n\n" +
      "The column on the left is the **input layer**, the one on the right the **output layer**, and between them " +
      "is the **hidden layer**.",
  },
  inputs: { input: 2, hidden: 4, output: 3 },
  run({ input, hidden, output }) {
    // show
    const neurons = sum(matrix([input, hidden, output])).item();
    const arrows = input * hidden + hidden * output;
    // end
    return { neurons, arrows };
  },
  results: {
    neurons: { label: { ja: "ニューロンの数", en: "How many neurons" } },
    arrows: { label: { ja: "矢印の数", en: "How many arrows" } },
  },
  picture({ input, hidden, output }, { neurons, arrows }) {
    const units = (letter: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `${letter}_${i + 1}` }));
    return {
      kind: "network",
      title: { ja: "ネットワークの図", en: "The figure of the network" },
      description: {
        ja:
          `左から、入力層に ${input} 個、中間層に ${hidden} 個、出力層に ${output} 個、あわせて ${neurons} 個のニューロンが並ぶ。` +
          `隣り合う層のニューロンはすべてつながり、矢印は ${arrows} 本ある。`,
        en:
          `From left to right: ${input} neurons in the input layer, ${hidden} in the hidden layer, ${output} in ` +
          `the output layer, ${neurons} in all. Each is joined to every neuron of the next layer, by ${arrows} arrows.`,
      },
      layers: [
        {
          label: { ja: "入力層", en: "input layer" },
          units: units("x", input),
        },
        {
          label: { ja: "中間層", en: "hidden layer" },
          units: units("h", hidden),
        },
        {
          label: { ja: "出力層", en: "output layer" },
          units: units("y", output),
        },
      ],
      weights: [zeros(input, hidden), zeros(hidden, output)],
      arrows: true,
    };
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
