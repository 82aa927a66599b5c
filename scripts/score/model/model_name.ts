/** What a model is called. */
import { message, type Text } from "../../cli/message.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";

const softmaxRegression = message({
  ja: "ソフトマックス回帰 {layers}",
  en: "softmax regression {layers}",
});
const network = message({
  ja: "ネットワーク {layers}",
  en: "network {layers}",
});

/** What a model is called: `network 2-16-3`. */
export function modelName(
  { settings, layers }: Pick<Evaluation, "settings" | "layers">,
): Text {
  const name = settings.hidden.length > 0 ? network : softmaxRegression;
  return name({ layers });
}
