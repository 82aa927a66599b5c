/** 1-01, what this lesson is about. */
import { type CellData, defineText } from "kobai/lesson";

/** 1-01, what this lesson is about. */
export const cell: CellData = defineText({
  number: { ja: "本文", en: "Text" },
  title: { ja: "語を数で表す", en: "Words as numbers" },
  text: {
    ja:
      "「語の意味は、**まわりに現れる語**で決まる」という考え方があります。このレッスンでは、学習者が書いた文でそれを試します。\n\n" +
      "1. 語を数えます。\n" +
      "2. 隣り合う語を数えて、一つの語を数の並び $v = (v_1, v_2, \\ldots)$ にします。\n" +
      "3. 並びどうしの近さを、コサイン類似度で測ります。\n" +
      "4. 同じことを、小さなネットワークに学習させます。",
    en:
      "A word is known by **the words around it**: this lesson tries that on sentences of learners.\n\n" +
      "1. We count words.\n" +
      "2. We count neighbours, so that a word becomes a row of numbers, $v = (v_1, v_2, \\ldots)$.\n" +
      "3. We measure how near two rows are, by their cosine.\n" +
      "4. We let a small network learn the same.",
  },
});
