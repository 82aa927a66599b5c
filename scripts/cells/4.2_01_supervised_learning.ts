/**
 * 4.2-01, where neural networks stand: supervised learning, distributed
 * representations.
 *
 * deno run scripts/cells/4.2_01_supervised_learning.ts
 */
import { type CellData, defineText } from "../lesson/cell.ts";

/**
 * 4.2-01, where neural networks stand: supervised learning, distributed
 * representations.
 */
export const cell: CellData = defineText({
  number: { ja: "本文", en: "Text" },
  title: {
    ja: "教師あり機械学習の手法の一つ",
    en: "Another supervised technique",
  },
  text: {
    ja:
      "ニューラルネットワークも、前回までに学んだ手法と同じく、**教師あり**機械学習の手法の一つです。\n\n" +
      "第 4 回でこれを学ぶのには、もう一つ理由があります。語や文を数の並びで表す**分散表現**のうち、" +
      "推論に基づくものは、ニューラルネットワークの上に成り立っています。",
    en:
      "A neural network is one more technique of **supervised** machine learning, like those of the earlier " +
      "sessions.\n\n" +
      "There is a second reason to learn it. **Distributed representations** write words or texts as rows of " +
      "numbers, and those of the inference-based kind build on neural networks.",
  },
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
