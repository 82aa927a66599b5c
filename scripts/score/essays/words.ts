/** Counting words. */

/**
 * How many words a text has, by Unicode's rules and for languages without
 * spaces by a dictionary: `don't` is one word, 私は二つ.
 *
 * @param text The text.
 * @param language Its language, such as `de`.
 * @returns The number of words; signs and spaces are none.
 * @throws {RangeError} If the language's name is none.
 */
export function countWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words++;
  }
  return words;
}
