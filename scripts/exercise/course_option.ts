/** The option for exercises of somebody's own. */
import { type Option, text } from "../cli/option.ts";

/** The option of whatever reads the lecture's exercises, or others. */
export const exercisesOption: Option<string | undefined> = text({
  takes: "FILE",
  help: {
    ja: "自分で作った課題のファイル",
    en: "the file of exercises of your own",
  },
  shown: { ja: "講義の課題", en: "those of the lecture" },
});
