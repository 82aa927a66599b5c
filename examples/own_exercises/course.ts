/** Three exercises of a course author's own. */
import type { Course } from "../../scripts/exercise/exercise.ts";
import { cosineSimilarity } from "./cosine_similarity.ts";
import { reluLayer } from "./relu_layer.ts";
import { typeTokenRatio } from "./type_token_ratio.ts";

/** The exercises in their order. */
export const course: Course = {
  title: {
    ja: "課題：語彙・類似度・層",
    en: "Exercises: words, likeness, a layer",
  },
  text: {
    ja: "語彙の豊かさと意味の近さを測り、ネットワークの層を一つ作ります。",
    en:
      "You measure richness and likeness of words, and make one layer of a net.",
  },
  exercises: [typeTokenRatio, cosineSimilarity, reluLayer],
};
