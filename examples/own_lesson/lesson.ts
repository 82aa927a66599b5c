/** Words and their neighbours, a lesson of six cells: see README.md. */
import { type Lesson, lessonOf } from "kobai/lesson";
import { cell as wordsAsNumbers } from "./1_01_words_as_numbers.ts";
import { cell as wordCounts } from "./1_02_word_counts.ts";
import { cell as neighbours } from "./1_03_co_occurrence.ts";
import { cell as cosine } from "./2_01_cosine_similarity.ts";
import { cell as food } from "./2_02_exercise_food.ts";
import { cell as network } from "./3_01_small_network.ts";

/** The lesson, which `--lesson` finds by its name. */
export const lesson: Lesson = await lessonOf(import.meta.url, {
  title: { ja: "語の近さを測る", en: "How near are two words?" },
  lead: {
    ja:
      "学習者の書いた文で、語を数え、隣り合う語を数え、語どうしの近さを測ります。最後に小さなネットワークに同じことを学習させます。",
    en:
      "In sentences of learners we count words and their neighbours, measure how near two words are, and let a small " +
      "network learn the same.",
  },
  sections: {
    "1": { ja: "語を数える", en: "Counting words" },
    "2": { ja: "近さを測る", en: "How near?" },
    "3": { ja: "ネットワークに学習させる", en: "A network learns it" },
  },
  cells: {
    "1_01_words_as_numbers": wordsAsNumbers,
    "1_02_word_counts": wordCounts,
    "1_03_co_occurrence": neighbours,
    "2_01_cosine_similarity": cosine,
    "2_02_exercise_food": food,
    "3_01_small_network": network,
  },
});
