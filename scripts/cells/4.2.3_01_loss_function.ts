/**
 * 4.2.3-01, what a loss function is, and the sum of squared errors.
 *
 * deno run scripts/cells/4.2.3_01_loss_function.ts
 */
import { type CellData, defineText } from "../lesson/cell.ts";

/**
 * 4.2.3-01, what a loss function is, and the sum of squared errors.
 */
export const cell: CellData = defineText({
  number: { ja: "本文", en: "Text" },
  title: { ja: "人の評価との差を測る", en: "How far from people's ratings" },
  text: {
    ja: "教師あり学習では、作文の一つ一つに人が付けた**評価**があります。" +
      "モデルの出力と人の評価がどれだけ離れているかを測るのが**損失関数**です。\n\n" +
      "まず 2 乗和誤差です。式の $y$ はネットワークの出力、$t$ は人の評価、$k$ は何次元目かを表します。",
    en:
      "In supervised learning every essay has a **rating** that people gave. " +
      "A **loss function** measures how far the output of the model and the rating are apart.\n\n" +
      "The first one is the sum of squared errors. In the formula $y$ is the output of the network, $t$ the rating " +
      "that people gave, and $k$ counts the dimensions.",
  },
  formula: "E = \\frac{1}{2} \\sum_k (y_k - t_k)^2",
});

if (import.meta.main) {
  await (await import("../terminal/main.ts")).cellMain(import.meta.url, cell);
}
