/** What the pictures and the report say, in both languages. */
import type { Text } from "../cli/command_line.ts";

export const figureMessages = {
  lossTitle: { ja: "損失の推移", en: "Loss during training" },
  lossDescription: {
    ja:
      "横軸はエポック、縦軸は損失。学習の損失は {first} から {last} になりました。",
    en:
      "Epochs from left to right, loss upwards. The training loss went from {first} to {last}.",
  },
  lossKept: {
    ja: "使われたのはエポック {epoch} の重みです。",
    en: "The weights of epoch {epoch} were kept.",
  },
  epoch: { ja: "エポック", en: "epoch" },
  loss: { ja: "損失", en: "loss" },
  lossByPowers: { ja: "損失（対数目盛）", en: "loss (logarithmic scale)" },
  training: { ja: "学習", en: "training" },
  validation: { ja: "検証", en: "validation" },
  kept: { ja: "エポック {epoch} を採用", en: "epoch {epoch} kept" },

  mapTitle: {
    ja: "どこがどのバンドと予測されるか",
    en: "Which band is predicted where",
  },
  mapDescription: {
    ja:
      "横軸は {x}、縦軸は {y}。面は予測されるバンド、印は {count} 編の作文と、人がつけたバンド。",
    en:
      "{x} from left to right, {y} upwards. Areas are predicted bands, signs are {count} essays with the band that people gave.",
  },
  mapSome: {
    ja: "{count} 編のうち {shown} 編を描いています。",
    en: "{shown} of {count} essays are drawn.",
  },
  mapLegend: { ja: "人がつけたバンド", en: "band given by people" },
  mapArea: { ja: "予測：{band}", en: "predicted: {band}" },

  confusionTitle: { ja: "混同行列", en: "Confusion matrix" },
  confusionDescription: {
    ja:
      "行は人がつけたバンド、列は予測されたバンド。{total} 編のうち {right} 編が一致。",
    en:
      "Rows are the bands that people gave, columns the predicted ones. {right} of {total} essays agree.",
  },
  rows: { ja: "行：人がつけたバンド", en: "rows: band given by people" },
  columns: { ja: "列：予測されたバンド", en: "columns: predicted band" },
  share: {
    ja: "%：行（人がつけたバンド）の中での割合",
    en: "%: share of its row",
  },
  total: { ja: "計", en: "total" },

  networkTitle: { ja: "ネットワーク", en: "The network" },
  networkDescription: {
    ja:
      "{sizes} のネットワーク。線は重み：太いほど絶対値が大きく、実線は正、破線は負。",
    en:
      "A {sizes} network. Lines are weights: the thicker the larger, solid if positive, dashed if negative.",
  },
  positive: { ja: "正の重み", en: "positive weight" },
  negative: { ja: "負の重み", en: "negative weight" },
  widest: {
    ja: "最も太い線：|w| = {most}",
    en: "thickest line: |w| = {most}",
  },
  inputLayer: { ja: "入力層", en: "input" },
  hiddenLayer: { ja: "隠れ層", en: "hidden layer" },
  hiddenLayerOf: { ja: "隠れ層 {layer}", en: "hidden layer {layer}" },
  outputLayer: { ja: "出力層", en: "output" },
  moreUnits: { ja: "ほか {count} 個", en: "{count} more" },
  biases: {
    ja: "1 の丸からの線はバイアス",
    en: "lines from the circles with 1 are biases",
  },

  warnings: { ja: "注意", en: "Beware" },
} as const satisfies Record<string, Text>;
