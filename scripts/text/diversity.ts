/** How many different words a text has for its length. */

/** MATTR looks at so many words at a time. */
export const WINDOW = 50;

/** How many different words there are. */
export function countTypes(words: readonly string[]): number {
  return new Set(words).size;
}

/**
 * Guiraud's index: `types / √words`. It grows with the length of a text, so it
 * compares texts of like length alone.
 */
export function guiraud(words: readonly string[]): number {
  return countTypes(words) / Math.sqrt(words.length);
}

/**
 * The moving-average type-token ratio: the mean of `types / window` over all
 * windows of so many words that follow each other. A text that is shorter is
 * one window of its own: `types / words`.
 */
export function movingTypeTokenRatio(
  words: readonly string[],
  window = WINDOW,
): number {
  if (words.length <= window) return countTypes(words) / words.length;
  const counts = new Map<string, number>();
  let types = 0, windows = 0;
  for (const [i, word] of words.entries()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (i >= window) {
      const gone = words[i - window]!, left = counts.get(gone)! - 1;
      if (left === 0) counts.delete(gone);
      else counts.set(gone, left);
    }
    if (i < window - 1) continue;
    types += counts.size;
    windows++;
  }
  return types / (window * windows);
}
