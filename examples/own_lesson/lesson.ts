/**
 * Lexical richness, a lesson of three cells: see README.md for how it is made.
 */
import { type Lesson, lessonOf } from "../../scripts/lesson/lesson.ts";
import { cell as ratio } from "./1_01_type_token_ratio.ts";
import { cell as longer } from "./1_02_longer_essays.ts";
import { cell as guiraud } from "./1_03_exercise_guiraud.ts";

/**
 * The lesson: `--lesson examples/own_lesson/lesson.ts` finds it by this name.
 */
export const lesson: Lesson = await lessonOf(import.meta.url, {
  title: { ja: "語彙の豊かさを測る", en: "Measuring lexical richness" },
  lead: {
    ja:
      "作文にどれだけ多くの種類の語が使われているかを、異なり語数と延べ語数から計算します。",
    en:
      "How many different words does an essay use? Two measures from its types and tokens.",
  },
  sections: { "1": { ja: "異なり語数と延べ語数", en: "Types and tokens" } },
  cells: {
    "1_01_type_token_ratio": ratio,
    "1_02_longer_essays": longer,
    "1_03_exercise_guiraud": guiraud,
  },
});
