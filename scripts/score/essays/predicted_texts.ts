/** New essays for a model whose features are counted in texts. */
import type { TextSource } from "kobai";
import { type Language, message, type Text } from "../../cli/message.ts";
import { UsageError } from "../../cli/usage_error.ts";
import { WINDOW } from "../../text/diversity.ts";
import { splitVersion } from "../../text/split_text.ts";
import { isShort } from "../../text/text_features.ts";
import { readEssayFile } from "./essay_files.ts";
import {
  type EssayTexts,
  requireFeatures,
  textFeatureColumns,
  textFeatureValues,
} from "./essay_texts.ts";

/** The features that have to be given, and the errors if they were counted. */
export function givenFeatures(
  features: readonly string[],
  source: TextSource | undefined,
): readonly string[] {
  if (source === undefined) return features;
  const { errors } = source, counted = countedColumns(source);
  const others = features.filter((name) => !counted.includes(name));
  return errors === null || others.includes(errors)
    ? others
    : [...others, errors];
}

/** The features that a model counts in texts. */
export function countedColumns({ language, errors }: TextSource): string[] {
  return textFeatureColumns({
    language,
    ...(errors === null ? {} : { errors }),
  });
}

const noTexts = message({
  ja: "{option} は、本文から数えた特徴量で学習したモデルに使います。",
  en: "{option} needs a model that was trained with --text-column or --texts.",
});
const ownLanguage = message({
  ja:
    "--text-language は書けません。モデルは {language} の作文で学習しました。",
  en:
    "--text-language cannot be used: the model was trained with essays in {language}.",
});
const needsFolder: Text = {
  ja:
    "このモデルは作文のファイルで学習しました。--texts FOLDER か、本文の列 --text-column を書いてください。",
  en:
    "The model was trained with files: name their folder (--texts) or a column of texts (--text-column).",
};
const notWithEssay = message({
  ja: "{option} は作文 1 編の予測では使えません。",
  en: "{option} cannot be used with a single essay.",
});

/** Where the texts of a table are that is to be predicted. */
export function predictedTexts(
  { values }: {
    readonly values: {
      readonly textColumn: string | undefined;
      readonly texts: string | undefined;
      readonly textLanguage: string | undefined;
    };
  },
  source: TextSource | undefined,
  isEssay: boolean,
): EssayTexts | undefined {
  const { textColumn, texts: folder, textLanguage } = values;
  const option = textColumn !== undefined
    ? "--text-column"
    : folder !== undefined
    ? "--texts"
    : undefined;
  if (source === undefined) {
    if (option === undefined) return undefined;
    throw new UsageError(noTexts({ option }));
  }
  const { language, errors, files, column } = source;
  if (textLanguage !== undefined) {
    throw new UsageError(ownLanguage({ language }));
  }
  if (isEssay) {
    if (option === undefined) return undefined;
    throw new UsageError(notWithEssay({ option }));
  }
  if (files && option === undefined) throw new UsageError(needsFolder);
  const other = folder !== undefined && !files ? "file" : column;
  return {
    column: textColumn ?? other,
    language,
    ...(folder === undefined ? {} : { folder }),
    ...(errors === null ? {} : { errors }),
  };
}

const needsText: Text = {
  ja: "このモデルで作文 1 編を予測するには、--text FILE が必要です。",
  en: "To predict one essay, this model needs its text: --text FILE.",
};
const needsMore = message({
  ja: "作文 1 編の予測には {list} も必要です。",
  en: "To predict one essay, {list} is needed too.",
});
const shortEssay = message({
  ja: "{file} は {window} 語（断片）より短いので、MATTR は全体での割合です。",
  en:
    "{file} has fewer than {window} words (or pieces): its MATTR is the share in the whole text.",
});

/**
 * The features of one essay: those given, and those counted in its text.
 *
 * @throws {UsageError} If something is missing.
 * @throws {FileError} If the text cannot be read, or has no word.
 */
export async function countedEssay(
  { given, text }: {
    readonly given: ReadonlyMap<string, number>;
    readonly text: string | undefined;
  },
  features: readonly string[],
  source: TextSource,
  language: Language,
): Promise<number[]> {
  if (text === undefined) throw new UsageError(needsText);
  const missing = givenFeatures(features, source)
    .filter((name) => !given.has(name));
  if (missing.length > 0) {
    const list = missing.map((name) => `--${name}`).join(", ");
    throw new UsageError(needsMore({ list }));
  }
  const file = await readEssayFile(text);
  const found = requireFeatures(file, source.language);
  if (isShort(found)) {
    console.error(shortEssay({ file: text, window: WINDOW })[language]);
  }
  const { errors } = source;
  const counted = textFeatureValues(
    found,
    source.language,
    errors === null ? undefined : given.get(errors)!,
  );
  const columns = countedColumns(source);
  return features.map((name) => {
    const at = columns.indexOf(name);
    return at < 0 ? given.get(name)! : counted[at]!;
  });
}

const otherVersion = message({
  ja:
    "このモデルは、語を別の版で数えて学習しました（ICU {icu}、規則 {rules}。今は ICU {icuNow}、規則 {rulesNow}）。数が少し変わるかもしれません。train で作り直すと、そろいます。",
  en:
    "The model was trained with words counted by another version (ICU {icu}, rules {rules}; now ICU {icuNow}, rules {rulesNow}): counts may differ a little. Make it again with train.",
});

/** What is to be said where words are counted otherwise than in training. */
export function versionNotice({ icu, rules }: TextSource): Text | undefined {
  if (icu === splitVersion.icu && rules === splitVersion.rules) {
    return undefined;
  }
  return otherVersion({
    icu,
    rules,
    icuNow: splitVersion.icu,
    rulesNow: splitVersion.rules,
  });
}
