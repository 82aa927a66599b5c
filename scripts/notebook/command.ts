/** What can be written behind `deno task notebook`. */
import type { Command } from "../cli/command.ts";
import { choice, text } from "../cli/option.ts";
import { lessonOption } from "../check/load.ts";

const options = {
  out: text({
    takes: "DIR",
    help: { ja: "書き出すフォルダ", en: "the folder to write to" },
    preset: "examples",
  }),
  kit: text({
    takes: "URL",
    help: { ja: "Kobai の mod.ts の URL", en: "the URL of Kobai's mod.ts" },
    shown: {
      ja: "このフォルダの mod.ts への相対パス",
      en: "the relative path to the mod.ts of this folder",
    },
  }),
  lesson: lessonOption,
  answers: choice(["fold", "omit"], {
    takes: "fold|omit",
    help: {
      ja: "問題の答えを折りたたむか、載せないか",
      en: "whether the answers to exercises are folded or left out",
    },
    preset: "fold",
  }),
};

/** What can be written behind `deno task notebook`. */
export const notebookCommand: Command<typeof options> = {
  call: {
    ja: "deno task notebook [オプション]",
    en: "deno task notebook [options]",
  },
  about: [{
    ja:
      "レッスンを Jupyter（Deno カーネル）のノートブックにします。lesson.ja.ipynb と lesson.en.ipynb の二つを書き出します。",
    en:
      "Makes notebooks of a lesson for Jupyter with Deno's kernel: lesson.ja.ipynb and lesson.en.ipynb.",
  }],
  options,
};
