/**
 * MT19937, the Mersenne Twister, seeded by an integer and read 53 bits at a
 * time: the generator below NumPy's legacy random numbers.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM Transactions
 * on Modeling and Computer Simulation 8 (1998), in the version of 2002.
 *
 * @module
 */

/** Words of state, and how far ahead a word is mixed in. */
const STATE_WORDS = 624;
const SHIFT_WORDS = 397;
/** A double takes two words, so that one state gives a whole block of them. */
const BLOCK_DRAWS = STATE_WORDS / 2;

/**
 * A source that draws uniformly from [0, 1); `seed` is an unsigned 32-bit
 * integer.
 */
export function mersenneTwister(seed: number): () => number {
  const state = seededState(seed);
  const draws = new Float64Array(BLOCK_DRAWS);
  let next = BLOCK_DRAWS;
  return () => {
    if (next === BLOCK_DRAWS) {
      advanceInPlace(state);
      drawBlockInPlace(draws, state);
      next = 0;
    }
    return draws[next++]!;
  };
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

/** Turns each two words of the state into a double in [0, 1). */
function drawBlockInPlace(draws: Float64Array, state: Int32Array): void {
  for (let i = 0; i < BLOCK_DRAWS; i++) {
    const high = tempered(state[2 * i]!) >>> 5;
    const low = tempered(state[2 * i + 1]!) >>> 6;
    draws[i] = (high * 2 ** 26 + low) / 2 ** 53;
  }
}

/** Mixes the bits of one word, so that every part of it looks random. */
function tempered(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}
