/**
 * Signatures of lines: a submission shares its process with the harness, and may find ways to read, to
 * hold back and to change all that is written. It cannot write what the grader takes for the harness's.
 *
 * Each line has a key of its own. The signature is the text as a polynomial over a prime field, at a
 * point that only the key tells, and behind a pad from the key (J. L. Carter and M. N. Wegman,
 * "Universal classes of hash functions", 1979; "New hash functions and their use in authentication and
 * set equality", 1981). Who has seen a text with its signature guesses that of another with a
 * probability of `(length / prime) ** 4`, below 2**-55 for the longest line.
 */

/** The largest below 2**26, so that products are exact. */
const prime = 67_108_859;

/** How many numbers of 32 bits the key of a line has. */
export const keyLength = 8;

/**
 * Signs a line.
 *
 * @param bytes Holds the line.
 * @param start Where it begins.
 * @param end Where it has ended.
 * @param keys The keys of all lines.
 * @param index Which of them is this line's; no other line may have it.
 * @returns Four numbers, with a space before each.
 */
export function signatureOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  keys: Uint32Array,
  index: number,
): string {
  const key = index * keyLength;
  let a = 1, b = 1, c = 1, d = 1; // not 0, so that the length counts
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    a = (a * (keys[key]! % prime) + byte) % prime;
    b = (b * (keys[key + 1]! % prime) + byte) % prime;
    c = (c * (keys[key + 2]! % prime) + byte) % prime;
    d = (d * (keys[key + 3]! % prime) + byte) % prime;
  }
  a = (a + keys[key + 4]!) % prime;
  b = (b + keys[key + 5]!) % prime;
  c = (c + keys[key + 6]!) % prime;
  d = (d + keys[key + 7]!) % prime;
  return ` ${a} ${b} ${c} ${d}`;
}
