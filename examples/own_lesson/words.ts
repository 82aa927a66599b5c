/** Words and their neighbours, for the cells of this lesson. */
import { type Matrix, matrix } from "kobai";

/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z']+/g) ?? [];
}

/** Each word once, in the order in which they appear. */
export function vocabularyOf(text: string): string[] {
  return [...new Set(wordsOf(text))];
}

/** The places in the vocabulary of words that stand next to each other. */
export function neighboursIn(text: string): [number, number][] {
  const vocabulary = vocabularyOf(text);
  return text.split(/[.!?]/).flatMap((sentence) => {
    const places = wordsOf(sentence).map((word) => vocabulary.indexOf(word));
    return places.slice(1).flatMap((place, i): [number, number][] => [
      [places[i]!, place],
      [place, places[i]!],
    ]);
  });
}

/** How often two words stand next to each other: a row for each word. */
export function coOccurrence(text: string): Matrix {
  const size = vocabularyOf(text).length;
  const rows = Array.from({ length: size }, () => Array<number>(size).fill(0));
  for (const [a, b] of neighboursIn(text)) rows[a]![b]! += 1;
  return matrix(rows);
}
