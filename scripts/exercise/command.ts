/** What can be written behind `deno task exercises`. */
import type { Command } from "../cli/command.ts";
import { text } from "../cli/option.ts";

const options = {
  out: text({
    takes: "FOLDER/",
    help: {
      ja: "学生に渡すファイルを書き出すフォルダ",
      en: "folder for what students are handed out",
    },
    shown: { ja: "確かめるだけ", en: "nothing is written" },
  }),
};

/** What can be written behind `deno task exercises`. */
export const exercisesCommand: Command<typeof options> = {
  call: {
    ja: "deno task exercises 課題のファイル [オプション]",
    en: "deno task exercises FILE [options]",
  },
  about: [{
    ja:
      "課題が使えるかを確かめ、課題のシート、書き込むファイル、自分で確かめるテストを書き出します。",
    en:
      "Sees whether exercises work, and writes the sheet, the file to fill in, and the test with which students check themselves.",
  }],
  word: { ja: "課題のファイル", en: "file of exercises" },
  options,
};
