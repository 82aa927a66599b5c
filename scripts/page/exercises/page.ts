/** Exercises as one HTML file that needs no other, and no network. */
import { type Language, message, type Text } from "../../cli/message.ts";
import { type Course, type Task, tasksOf } from "../../exercise/exercise.ts";
import { templateText } from "../../exercise/sheet.ts";
import { Markup, markup } from "../../figures/markup.ts";
import { policyOf } from "../policy.ts";
import { textMarkup } from "../text.ts";
import { splitParts } from "./parts.ts";

const words = {
  skip: { ja: "本文へ", en: "Skip to the exercises" },
  head: {
    ja: "はじめの部分（import）",
    en: "The beginning: what is imported",
  },
  check: { ja: "確かめる", en: "Check" },
  reset: { ja: "はじめに戻す", en: "Begin anew" },
  all: { ja: "全部を確かめる", en: "Check all" },
  save: {
    ja: "提出するファイルを保存（exercises.ts）",
    en: "Save the file to hand in (exercises.ts)",
  },
  load: { ja: "ファイルを読み込む", en: "Load a file" },
  forget: {
    ja: "書いたものをこのブラウザから消す",
    en: "Remove what I wrote from this browser",
  },
  how: {
    ja:
      "それぞれの課題の関数を書いて、「確かめる」を押します。書いたものはこのブラウザに残りますが、ファイルに保存すると確かです。Tab で字下げ、Esc の後の Tab で次へ移ります。型は調べません。",
    en:
      "Write the functions of each task and press “Check”. This browser keeps what you write, and a file of yours keeps it safely. Tab indents, Esc and then Tab moves on. Types are not checked here.",
  },
  file: { ja: "ファイル", en: "Your file" },
} as const satisfies Record<string, Text>;

const heading = message({
  ja: "課題 {number}　{title}",
  en: "Task {number}: {title}",
});
const points = message({ ja: "{points} 点", en: "{points} points" });
const code = message({
  ja: "課題 {number} のプログラム",
  en: "Program of task {number}",
});
const checkOne = message({
  ja: "確かめる：課題 {number}",
  en: "Check: task {number}",
});
const resetOne = message({
  ja: "はじめに戻す：課題 {number}",
  en: "Begin anew: task {number}",
});

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
  const tasks = tasksOf(course), title = course.title[language];
  const names = tasks.map(({ functions }) => Object.keys(functions));
  const parts = splitParts(templateText(course), names);
  const say = (text: Text) => text[language];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policyOf(
    script,
    "blob:",
  )}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body class="exercises">
<a class="skip" href="#exercises">${say(words.skip)}</a>
<header class="top">
<h1>${title}</h1>
<p class="lead">${course.text[language]}</p>
</header>
<main id="exercises" tabindex="-1">
<p>${say(words.how)}</p>
<section class="file" aria-labelledby="file">
<h2 id="file">${say(words.file)}</h2>
<p><button type="button" id="check-all">${say(words.all)}</button>
<button type="button" id="save">${say(words.save)}</button>
<label class="button">${say(words.load)}
<input type="file" id="load" accept=".ts,.js,.txt"></label>
<button type="button" id="forget">${say(words.forget)}</button></p>
<p id="said" role="status"></p>
</section>
<details class="head"><summary>${say(words.head)}</summary>
<textarea id="part-0" class="code" aria-label="${
    say(words.head)
  }" ${area}>${`\n${parts.head}`}</textarea></details>
${tasks.map((task, i) => section(task, parts.tasks[i]!, language))}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`.toString();
}

const area = new Markup(
  'spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off"',
);

function section(task: Task, template: string, language: Language): Markup {
  const { number, text } = task, title = task.heading ?? task.title;
  const at = { number };
  return markup`<section class="task" aria-labelledby="task-${number}">
<h2 id="task-${number}">${heading({ number, title })[language]} <small>${
    points(task)[language]
  }</small></h2>
${textMarkup(text[language])}
<textarea id="part-${number}" class="code" aria-label="${
    code(at)[language]
  }" ${area}>${`\n${template}`}</textarea>
<p><button type="button" id="check-${number}" aria-label="${
    checkOne(at)[language]
  }">${words.check[language]}</button>
<button type="button" id="reset-${number}" aria-label="${
    resetOne(at)[language]
  }">${words.reset[language]}</button></p>
<div id="verdict-${number}" class="verdict" role="status"></div>
</section>
`;
}
