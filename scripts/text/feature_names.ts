/** What the features of a text are called, in tables and on screen. */
import type { Text } from "../cli/message.ts";
import { WINDOW } from "./diversity.ts";
import { hasPieces } from "./split_text.ts";
import type { TextFeatures } from "./text_features.ts";

/** A feature: its key, the name of its column, and its name on screen. */
export interface FeatureName {
  readonly key: keyof TextFeatures;
  readonly column: string;
  readonly shown: Text;
}

const guiraud: FeatureName = {
  key: "guiraud",
  column: "guiraud",
  shown: { ja: "ギロー指数", en: "Guiraud" },
};
const mattr: FeatureName = {
  key: "mattr",
  column: `mattr_${WINDOW}`,
  shown: { ja: "MATTR-50", en: "MATTR-50" },
};
const sentences: FeatureName = {
  key: "sentences",
  column: "sentences",
  shown: { ja: "文", en: "sentences" },
};

const ofWords: readonly FeatureName[] = [
  { key: "words", column: "words", shown: { ja: "語", en: "words" } },
  sentences,
  { key: "types", column: "types", shown: { ja: "異なり語", en: "types" } },
  guiraud,
  mattr,
  {
    key: "sentenceLength",
    column: "sentence_length",
    shown: { ja: "語/文", en: "words/sentence" },
  },
  {
    key: "wordLength",
    column: "word_length",
    shown: { ja: "字/語", en: "letters/word" },
  },
  {
    key: "longWords",
    column: "long_words",
    shown: { ja: "長い語", en: "long words" },
  },
];

const ofPieces: readonly FeatureName[] = [
  { key: "words", column: "pieces", shown: { ja: "断片", en: "pieces" } },
  sentences,
  {
    key: "types",
    column: "piece_types",
    shown: { ja: "異なり断片", en: "types" },
  },
  guiraud,
  mattr,
  {
    key: "sentenceLength",
    column: "sentence_length",
    shown: { ja: "断片/文", en: "pieces/sentence" },
  },
  {
    key: "wordLength",
    column: "piece_length",
    shown: { ja: "字/断片", en: "letters/piece" },
  },
  {
    key: "longWords",
    column: "long_pieces",
    shown: { ja: "長い断片", en: "long pieces" },
  },
];

/** The features of texts in a language: of words, or of pieces (断片). */
export function featureNames(language: string): readonly FeatureName[] {
  return hasPieces(language) ? ofPieces : ofWords;
}

/** The column of the errors in a hundred words, or pieces. */
export function errorsName(
  language: string,
): Pick<FeatureName, "column" | "shown"> {
  return hasPieces(language)
    ? {
      column: "errors_per_100_pieces",
      shown: { ja: "誤り/100 断片", en: "errors/100 pieces" },
    }
    : {
      column: "errors_per_100_words",
      shown: { ja: "誤り/100 語", en: "errors/100 words" },
    };
}
