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

/** How often each word of the vocabulary stands next to this one: a row. */
export function neighboursOf(word: string, text: string): Matrix {
  const vocabulary = vocabularyOf(text), place = vocabulary.indexOf(word);
  if (place < 0) {
    throw new RangeError(
      `Cannot count the neighbours of "${word}": the text needs this word`,
    );
  }
  const row = Array<number>(vocabulary.length).fill(0);
  for (const [a, b] of neighboursIn(text)) if (a === place) row[b]! += 1;
  return matrix(row);
}
