/** A lesson as one HTML file that needs no other, and no network. */
import type { Language, Text } from "../cli/message.ts";
import { type Lesson, sectionsOf } from "../lesson/lesson.ts";
import { runCell } from "../lesson/run.ts";
import { numberOf } from "../lesson/heading.ts";
import { Markup, markup } from "../figures/markup.ts";
import { anchorOf, cellSection } from "./cell_section.ts";
import { essaysSection, essaysTitle } from "./essays_section.ts";
import {
  type ExercisesInside,
  exercisesSection,
  exercisesTitle,
} from "./exercises/section.ts";
import { liveSection } from "./live_section.ts";
import { policyOf } from "./policy.ts";

const contents: Text = { ja: "目次", en: "Contents" };
const skip: Text = { ja: "本文へ", en: "Skip to the lesson" };
const footer: Text = {
  ja:
    "このページは Kobai が作りました。はじめの値も、入力を変えたときの値も、Kobai のライブラリが倍精度で計算しています。",
  en:
    "Made by Kobai. All numbers, here and while you change them, are computed by its library, in double precision.",
};

/** What a page is made of besides the lesson. */
export interface PageParts {
  readonly language: Language;
  /** The style sheet. */
  readonly style: string;
  /** The program that makes the page live. */
  readonly script: string;
  /** What stands at its end. */
  readonly exercises?: ExercisesInside;
}

/**
 * A lesson as a page.
 *
 * @param lesson The lesson.
 * @param parts What else goes into it.
 * @returns HTML, the same bytes for the same lesson.
 */
export async function pageHtml(
  lesson: Lesson,
  { language, style, script, exercises }: PageParts,
): Promise<string> {
  const sections = sectionsOf(lesson);
  const title = lesson.title[language];
  const policy = exercises
    ? await policyOf([script, exercises.script], "blob:")
    : await policyOf([script]);
  const live = lesson.live && liveSection(lesson, lesson.live, language);
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${lesson.lead[language]}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#lesson">${skip[language]}</a>
<header class="top">
<h1>${title}</h1>
<p class="lead">${lesson.lead[language]}</p>
</header>
${live}
<div class="columns">
<nav aria-labelledby="contents">
<h2 id="contents">${contents[language]}</h2>
<ol>${
    sections.map(([section, cells]) =>
      markup`
<li><a href="#section-${section}"><span class="number">${section}</span> ${
        lesson.sections[section]?.[language]
      }</a>
<ol>${
        cells.map((cell) =>
          markup`
<li><a href="#${anchorOf(cell)}"><span class="number">${
            numberOf(cell).slice(section.length + 1)
          }</span> ${cell.title[language]}</a></li>`
        )
      }
</ol></li>`
    )
  }${
    lesson.essays &&
    markup`
<li><a href="#essays">${essaysTitle[language]}</a></li>`
  }${
    exercises &&
    markup`
<li><a href="#exercises">${exercisesTitle[language]}</a></li>`
  }
</ol>
</nav>
<main id="lesson" tabindex="-1">
${
    sections.map(([section, cells]) =>
      markup`<section class="section" aria-labelledby="section-${section}">
<h2 id="section-${section}"><span class="number">${section}</span> ${
        lesson.sections[section]?.[language]
      }</h2>
${cells.map((cell) => cellSection(runCell(cell), language))}
</section>
`
    )
  }${lesson.essays && essaysSection(lesson.essays, language)}${
    exercises && exercisesSection(exercises, language)
  }
</main>
</div>
<footer><p>${footer[language]}</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`.toString();
}
