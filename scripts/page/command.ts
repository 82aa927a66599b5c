/** What can be written behind `deno task page`. */
import type { Command } from "../cli/command.ts";
import { text } from "../cli/option.ts";
import { lessonOption } from "../check/load.ts";
import { exercisesOption } from "../exercise/course_option.ts";

const options = {
  out: text({
    takes: "FILE",
    help: { ja: "書き出すファイル", en: "the file to write" },
    shown: {
      ja: "lesson.ja.html か exercises.ja.html",
      en: "lesson.en.html or exercises.en.html",
    },
  }),
  lesson: lessonOption,
  exercises: {
    ...exercisesOption,
    shown: { ja: "レッスンのページ", en: "the page of a lesson" },
  },
};

/** What can be written behind `deno task page`. */
export const pageCommand: Command<typeof options> = {
  call: {
    ja: "deno task page [オプション]",
    en: "deno task page [options]",
  },
  about: [{
    ja:
      "レッスンを、表示の言語で 1 枚のウェブページにします。ネットワークなしで、ファイルのまま開けます。講義のページの終わりには、課題もあります。",
    en:
      "Makes a web page of a lesson in the language on screen: one file, which opens from disk without a network. The lecture's ends with its exercises.",
  }, {
    ja:
      "--exercises を付けると、課題だけのページを作ります。学生はページの中で書き、確かめ、提出するファイルを保存します。",
    en:
      "With --exercises it is a page of exercises alone, in which students write, check themselves, and save the file to hand in.",
  }],
  options,
};
