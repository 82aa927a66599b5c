/** What can be counted in an essay. */
import {
  countTypes,
  guiraud,
  movingTypeTokenRatio,
  WINDOW,
} from "./diversity.ts";
import { hasPieces, type Parts, splitter } from "./split_text.ts";

/** What was counted in an essay. */
export interface TextFeatures {
  readonly words: number;
  readonly sentences: number;
  /** Different words. */
  readonly types: number;
  /** `types / √words`, which grows with the length. */
  readonly guiraud: number;
  /** The moving-average type-token ratio, with a window of 50 words. */
  readonly mattr: number;
  /** Words in a sentence. */
  readonly sentenceLength: number;
  /** Letters and digits in a word. */
  readonly wordLength: number;
  /** The share of words of 7 letters or more, of pieces of 4 or more. */
  readonly longWords: number;
}

/** From so many letters on, a word or a piece is long. */
export const LONG_WORD = 7, LONG_PIECE = 4;

/** Whether a text is shorter than the window of its MATTR. */
export function isShort({ words }: TextFeatures): boolean {
  return words < WINDOW;
}

/**
 * Makes a function that counts in texts.
 *
 * @param language The language of the texts, such as `de`.
 * @returns What a text has; undefined if there is no word in it.
 * @throws {RangeError} If the language's name is none.
 */
export function featureCounter(
  language: string,
): (text: string) => TextFeatures | undefined {
  const split = splitter(language);
  const long = hasPieces(language) ? LONG_PIECE : LONG_WORD;
  return (text) => {
    const parts = split(text);
    return parts.words.length === 0 ? undefined : featuresOf(parts, long);
  };
}

/** The features of a text that was taken apart. */
function featuresOf({ words, sentences }: Parts, long: number): TextFeatures {
  const lengths = words.map(lettersIn), count = words.length;
  return {
    words: count,
    sentences,
    types: countTypes(words),
    guiraud: guiraud(words),
    mattr: movingTypeTokenRatio(words),
    sentenceLength: count / sentences,
    wordLength: lengths.reduce((sum, length) => sum + length, 0) / count,
    longWords: lengths.filter((length) => length >= long).length / count,
  };
}

/** Letters and digits: `isn't` has 4. */
function lettersIn(word: string): number {
  return word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
