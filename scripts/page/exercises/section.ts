/** Exercises at the end of a lesson's page. */
import { gzipSync } from "node:zlib";
import type { Language, Text } from "../../cli/message.ts";
import type { Course } from "../../exercise/exercise.ts";
import { type Markup, markup } from "../../figures/markup.ts";
import { toBase85 } from "./base85.ts";
import { exercisesBody } from "./body.ts";

/** What they are called, in the contents too. */
export const exercisesTitle: Text = { ja: "課題", en: "Exercises" };
const begin: Text = { ja: "課題を始める", en: "Begin the exercises" };
const noScript: Text = {
  ja: "JavaScript が使えないので、ここでは確かめられません。",
  en: "Without JavaScript nothing can be checked here.",
};

/** Exercises that a lesson's page holds. */
export interface ExercisesInside {
  readonly course: Course;
  /** Their program. */
  readonly script: string;
}

/** The section; `live/exercises.ts` starts what is packed in it. */
export function exercisesSection(
  { course, script }: ExercisesInside,
  language: Language,
): Markup {
  const packed = toBase85(gzipSync(script, { level: 9 }));
  return markup`
<section class="section exercises" id="exercises" aria-labelledby="exercises-title">
<h2 id="exercises-title">${exercisesTitle[language]}</h2>
<p>${course.text[language]}</p>
<noscript><p class="live-missing">${noScript[language]}</p></noscript>
<details data-exercises><summary>${begin[language]}</summary>
${exercisesBody(course, "h3", language)}</details>
<script type="application/gzip" id="exercises-program">${packed}</script>
</section>`;
}
