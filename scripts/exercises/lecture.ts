/** The lecture's nine exercises, from a forward pass to gradient descent. */
import type { Course } from "../exercise/exercise.ts";
import { categories } from "./categories.ts";
import { crossEntropy } from "./cross_entropy.ts";
import { crossEntropyOfBatch } from "./cross_entropy_of_batch.ts";
import { descent } from "./descent.ts";
import { forward } from "./forward.ts";
import { numericalGradient } from "./gradient.ts";
import { loss } from "./loss.ts";
import { softmax } from "./softmax.ts";
import { sumSquaredError } from "./squares.ts";

/** The exercises in their order. */
export const course: Course = {
  title: {
    ja: "課題：順伝播から勾配降下法まで",
    en: "Exercises: from a forward pass to gradient descent",
  },
  text: {
    ja:
      "全部そろうと、講義のネットワークになります。スコアを計算し、確率に直し、どれだけ間違っているかを測り、学習します。",
    en:
      "Together they are the network of the lecture: it computes scores, makes probabilities of them, measures how wrong they are, and learns.",
  },
  exercises: [
    forward,
    categories,
    sumSquaredError,
    crossEntropy,
    crossEntropyOfBatch,
    softmax,
    loss,
    numericalGradient,
    descent,
  ],
};
