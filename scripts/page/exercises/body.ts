/** Exercises as they stand in a page; `main.ts` makes them live. */
import { type Language, message, type Text } from "../../cli/message.ts";
import { type Course, type Task, tasksOf } from "../../exercise/exercise.ts";
import { templateText } from "../../exercise/sheet.ts";
import { Markup, markup } from "../../figures/markup.ts";
import { textMarkup } from "../text.ts";
import { splitParts } from "./parts.ts";

const words = {
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

/** Which headings stand over tasks: those of a page, or of a part of it. */
export type Level = "h2" | "h3";

/** All that there is to read, to write and to press. */
export function exercisesBody(
  course: Course,
  level: Level,
  language: Language,
): Markup {
  const tasks = tasksOf(course), name = new Markup(level);
  const names = tasks.map(({ functions }) => Object.keys(functions));
  const parts = splitParts(templateText(course), names);
  const say = (text: Text) => text[language];
  return markup`<p>${say(words.how)}</p>
<section class="file" aria-labelledby="file">
<${name} id="file">${say(words.file)}</${name}>
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
${tasks.map((task, i) => section(task, parts.tasks[i]!, name, language))}`;
}

const area = new Markup(
  'spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off"',
);

function section(
  task: Task,
  template: string,
  level: Markup,
  language: Language,
): Markup {
  const { number, text } = task, title = task.heading ?? task.title;
  const at = { number };
  return markup`<section class="task" aria-labelledby="task-${number}">
<${level} id="task-${number}">${heading({ number, title })[language]} <small>${
    points(task)[language]
  }</small></${level}>
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
