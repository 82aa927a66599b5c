/**
 * Where the numbers of a matrix live.
 *
 * A new `Float64Array` costs about 300 ns however short it is, which is more
 * than the lecture's whole forward pass. So short results are carved, one after
 * the other, out of a chunk that is never used twice; the collector takes a
 * chunk when the last matrix in it is gone. A long result gets an array of its
 * own, so that keeping it keeps nothing else alive.
 */
const chunkLength = 2048;
const longestCarved = 256;

let chunk = new Float64Array(chunkLength);
let used = 0;

/** The array that the last call of {@linkcode carve} carved from. */
export let carved: Float64Array = chunk;

/**
 * Reserves
 * `length` zeros in {@linkcode carved}, and returns where they begin. Read `carved`
 * right after the call: the next one may replace it.
 */
export function carve(length: number): number {
  if (length > longestCarved) {
    carved = new Float64Array(length);
    return 0;
  }
  if (used + length > chunkLength) {
    chunk = new Float64Array(chunkLength);
    used = 0;
  }
  carved = chunk;
  const offset = used;
  used += length;
  return offset;
}
