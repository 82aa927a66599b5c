/** A source of random numbers: a function that draws uniformly from [0, 1). */
import { describe } from "../matrix/_require.ts";
import type { Twister } from "./_mersenne_twister.ts";

/** Requires a random source; `action` is for the error. */
export function requireRandom(random: () => number, action: string): void {
  if (typeof random === "function") return;
  throw new TypeError(
    `Cannot ${action}: random is ${describe(random)}, ` +
      "a function that returns numbers in [0, 1) is needed",
  );
}

/** The next number of a source, which must lie in [0, 1). */
export function drawUniform(random: () => number, action: string): number {
  const draw = random();
  if (draw >= 0 && draw < 1 && typeof draw === "number") return draw;
  const Kind = typeof draw === "number" ? RangeError : TypeError;
  throw new Kind(
    `Cannot ${action}: the source returned ${describe(draw)}, ` +
      "a number in [0, 1) is needed",
  );
}

/** The words of those sources that are made of such: see NumPy's integers. */
const wordsOf = new WeakMap<() => number, () => number>();

/** A source that can be asked for words of 32 bits, too. */
export function sourceOf({ word, draw }: Twister): () => number {
  wordsOf.set(draw, word);
  return draw;
}

/**
 * An integer from 0 to `most`, all equally probable; `most` is a safe integer.
 * From a source of words it is drawn as NumPy draws it: as many bits of a word,
 * or of two, as `most` has, and again where that is more.
 */
export function drawInteger(
  random: () => number,
  most: number,
  action: string,
): number {
  if (most === 0) return 0; // draws nothing
  const word = wordsOf.get(random);
  if (word === undefined) {
    return Math.floor(drawUniform(random, action) * (most + 1));
  }
  const high = Math.floor(most / 2 ** 32);
  const mask = maskOf(high > 0 ? high : most);
  for (;;) {
    const drawn = high > 0
      ? ((word() & mask) >>> 0) * 2 ** 32 + word()
      : (word() & mask) >>> 0;
    if (drawn <= most) return drawn;
  }
}

/** As many ones as a word of at most 32 bits takes. */
function maskOf(word: number): number {
  return 0xffffffff >>> Math.clz32(word);
}
