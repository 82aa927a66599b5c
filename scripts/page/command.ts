/** What can be written behind `deno task page`. */
import type { Command } from "../cli/command.ts";
import { text } from "../cli/option.ts";
import { lessonOption } from "../check/load.ts";

const options = {
  out: text({
    takes: "FILE",
    help: { ja: "書き出すファイル", en: "the file to write" },
    shown: { ja: "lesson.ja.html", en: "lesson.en.html" },
  }),
  lesson: lessonOption,
};

/** What can be written behind `deno task page`. */
export const pageCommand: Command<typeof options> = {
  call: {
    ja: "deno task page [オプション]",
    en: "deno task page [options]",
  },
  about: [{
    ja:
      "レッスンを、表示の言語で 1 枚のウェブページにします。ネットワークなしで、ファイルのまま開けます。",
    en:
      "Makes a web page of a lesson in the language on screen: one file, which opens from disk without a network.",
  }],
  options,
};
