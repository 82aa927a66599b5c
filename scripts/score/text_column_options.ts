/** Where the texts of essays are. */
import type { Line } from "../cli/command.ts";
import { message, type Text } from "../cli/message.ts";
import { Misfit, type Option, text, valued } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { EssayTexts } from "./essays/essay_texts.ts";

const aLanguage: Text = {
  ja: "de、en、ja などの言語",
  en: "a language such as de, en or ja",
};

/** The language of essays, by its name. */
export const textLanguage: Option<string | undefined> = valued<string>({
  takes: "NAME",
  help: {
    ja: "作文の言語（de、en、ja など）",
    en: "language of the essays, such as de, en or ja",
  },
}, (written) => {
  try {
    const [name] = Intl.getCanonicalLocales(written.normalize("NFKC").trim());
    if (Intl.Segmenter.supportedLocalesOf(name!).length > 0) return name!;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Misfit(aLanguage);
});

/** Which texts are meant, and what was counted in them. */
export const textColumnOptions = {
  textColumn: text({
    takes: "COLUMN",
    help: {
      ja: "作文の本文の列。数えたものを特徴量にする",
      en: "column of the texts, in which features are counted",
    },
  }),
  textLanguage,
  texts: text({
    takes: "FOLDER",
    help: {
      ja:
        "作文（.txt）のフォルダ。本文の列（なければ列 file）をファイル名と見る",
      en:
        "folder of the essays (.txt), whose names stand in the column of the texts (file, if none is named)",
    },
  }),
  errorsColumn: text({
    takes: "COLUMN",
    help: {
      ja: "人が数えた誤りの列。100 語あたりの数にする",
      en:
        "column of the errors that somebody counted, for errors per 100 words",
    },
  }),
} satisfies Record<string, Option<unknown>>;

const needsLanguage: Text = {
  ja:
    "本文から数えるには、--text-language に言語を書いてください（de、en、ja など）。",
  en: "To count in texts, --text-language is needed (de, en or ja, say).",
};
const needsTexts = message({
  ja: "{option} は --text-column または --texts と一緒に使います。",
  en: "{option} needs --text-column or --texts.",
});

/** Which texts a command line means; none if it names none. */
export function essayTexts(
  line: Line<typeof textColumnOptions>,
): EssayTexts | undefined {
  const { textColumn, textLanguage: language, texts, errorsColumn } =
    line.values;
  if (textColumn === undefined && texts === undefined) {
    const unused = language !== undefined
      ? "--text-language"
      : errorsColumn !== undefined
      ? "--errors-column"
      : undefined;
    if (unused === undefined) return undefined;
    throw new UsageError(needsTexts({ option: unused }));
  }
  if (language === undefined) throw new UsageError(needsLanguage);
  return {
    column: textColumn ?? "file",
    language,
    ...(texts === undefined ? {} : { folder: texts }),
    ...(errorsColumn === undefined ? {} : { errors: errorsColumn }),
  };
}
