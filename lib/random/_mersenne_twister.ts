/**
 * MT19937, the Mersenne Twister, seeded by an integer: the generator below
 * NumPy's legacy random numbers.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM Transactions
 * on Modeling and Computer Simulation 8 (1998), in the version of 2002.
 *
 * @module
 */

/** Words of state, and how far ahead a word is mixed in. */
const STATE_WORDS = 624;
const SHIFT_WORDS = 397;

/** What comes out of the twister, in one stream. */
export interface Twister {
  /** The next word, an unsigned 32-bit integer. */
  word(): number;
  /** The next number in [0, 1), made of 53 bits of two words. */
  draw(): number;
}

/** A twister; `seed` is an unsigned 32-bit integer. */
export function mersenneTwister(seed: number): Twister {
  const state = seededState(seed);
  const words = new Uint32Array(STATE_WORDS);
  let next = STATE_WORDS;
  const word = () => {
    if (next === STATE_WORDS) {
      advanceInPlace(state);
      for (let i = 0; i < STATE_WORDS; i++) words[i] = tempered(state[i]!);
      next = 0;
    }
    return words[next++]!;
  };
  const draw = () => {
    // Where both words are there, asking twice for one takes a third longer.
    const areThere = next < STATE_WORDS - 1;
    const high = (areThere ? words[next++]! : word()) >>> 5;
    const low = (areThere ? words[next++]! : word()) >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
  return { word, draw };
}

/** The state that an integer seed stands for: Knuth's linear recurrence. */
function seededState(seed: number): Int32Array {
  const state = new Int32Array(STATE_WORDS);
  state[0] = seed;
  for (let i = 1; i < STATE_WORDS; i++) {
    const last = state[i - 1]!;
    state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
  }
  return state;
}

/**
 * Replaces all words of the state by the words that follow. The state is a
 * ring; three runs, so that no index needs a remainder, take 2/3 of the time.
 */
function advanceInPlace(state: Int32Array): void {
  const back = STATE_WORDS - SHIFT_WORDS;
  const last = STATE_WORDS - 1;
  for (let i = 0; i < back; i++) {
    state[i] = twisted(state[i]!, state[i + 1]!, state[i + SHIFT_WORDS]!);
  }
  for (let i = back; i < last; i++) {
    state[i] = twisted(state[i]!, state[i + 1]!, state[i - back]!);
  }
  state[last] = twisted(state[last]!, state[0]!, state[SHIFT_WORDS - 1]!);
}

/** The recurrence: a word, the one that follows it, and one further ahead. */
function twisted(word: number, following: number, ahead: number): number {
  const joined = (word & 0x80000000) | (following & 0x7fffffff);
  const matrixRow = -(joined & 1) & 0x9908b0df; // where its last bit is 1
  return ahead ^ (joined >>> 1) ^ matrixRow;
}

/** Mixes the bits of one word, so that every part of it looks random. */
function tempered(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}
