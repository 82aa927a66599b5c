/** Taking an essay apart into sentences and words. */
import process from "node:process";
import { goesOn } from "./abbreviations.ts";
import { paragraphsOf } from "./plain_essay.ts";

/** A text in parts. */
export interface Parts {
  /**
   * Its words in small letters, in their order; where a language is written
   * without spaces, the pieces (断片) that a word list finds.
   */
  readonly words: readonly string[];
  /** How many sentences have a word. */
  readonly sentences: number;
}

/** How a text was taken apart: another version may count otherwise. */
export interface SplitVersion {
  /** The version of Unicode's library, with its word lists. */
  readonly icu: string;
  /** The version of what is mended here. */
  readonly rules: number;
}

/** What this program takes texts apart with. */
export const splitVersion: SplitVersion = {
  icu: process.versions.icu ?? "unknown",
  rules: 1,
};

/** Languages without spaces: what is found are pieces, smaller than words. */
const WITHOUT_SPACES = ["ja", "zh", "yue", "th", "lo", "km", "my"];

/** The language of a name such as `de-AT`: `de`. */
export function baseLanguage(name: string): string {
  return new Intl.Locale(name).language;
}

/** Whether what is counted in a language are pieces (断片), not words. */
export function hasPieces(language: string): boolean {
  return WITHOUT_SPACES.includes(baseLanguage(language));
}

/**
 * Makes a function that takes texts apart: by Unicode's rules, and mended where
 * these are known to err. `don't` is one word and `E-Mail` two; a number is a
 * word, a sign is none.
 *
 * @param language The language of the texts, such as `de`.
 * @throws {RangeError} If the language's name is none.
 */
export function splitter(language: string): (text: string) => Parts {
  const base = baseLanguage(language);
  const words = new Intl.Segmenter(language, { granularity: "word" });
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" });
  const wordsOf = (text: string): string[] =>
    Array.from(words.segment(text))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment.toLowerCase());
  return (text) => {
    const found: string[] = [];
    let count = 0;
    for (const paragraph of paragraphsOf(text)) {
      for (const sentence of sentencesOf(paragraph, sentences, base)) {
        const own = wordsOf(sentence);
        if (own.length > 0) count++;
        for (const word of own) found.push(word);
      }
    }
    return { words: found, sentences: count };
  };
}

/** Speech inside a sentence that goes on: `「行こう。」と言った。` */
const SPEECH = /「[^「」]*」(?=\p{Script=Hiragana})/gu;

function sentencesOf(
  paragraph: string,
  segmenter: Intl.Segmenter,
  language: string,
): string[] {
  // Of the same length, so that the places are those of the paragraph.
  const cuttable = paragraph.replace(
    SPEECH,
    (speech) => speech.replace(/[。.!?]/g, "、"),
  );
  const sentences: string[] = [];
  let begin = 0;
  for (const { segment, index } of segmenter.segment(cuttable)) {
    const end = index + segment.length;
    const before = paragraph.slice(begin, end), after = paragraph.slice(end);
    if (after !== "" && goesOn(before, after, language)) continue;
    sentences.push(before);
    begin = end;
  }
  return sentences;
}
