/** Exercises as one HTML file that needs no other, and no network. */
import type { Language, Text } from "../../cli/message.ts";
import type { Course } from "../../exercise/exercise.ts";
import { Markup, markup } from "../../figures/markup.ts";
import { policyOf } from "../policy.ts";
import { exercisesBody } from "./body.ts";

const skip: Text = { ja: "本文へ", en: "Skip to the exercises" };

/** What a page is made of besides the exercises. */
export interface ExercisesPage {
  readonly language: Language;
  /** The style sheet. */
  readonly style: string;
  /** The program that makes the page live. */
  readonly script: string;
}

/** Exercises as a page: the same bytes for the same exercises. */
export async function exercisesHtml(
  course: Course,
  { language, style, script }: ExercisesPage,
): Promise<string> {
  const title = course.title[language];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policyOf(
    [script],
    "blob:",
  )}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body class="exercises">
<a class="skip" href="#exercises">${skip[language]}</a>
<header class="top">
<h1>${title}</h1>
<p class="lead">${course.text[language]}</p>
</header>
<main id="exercises" tabindex="-1">
${exercisesBody(course, "h2", language)}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`.toString();
}
