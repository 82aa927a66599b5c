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

/** So many polynomials make a signature. */
const polynomials = 4;

/** How many numbers of 32 bits the key of a line has: their points, then their pads. */
export const keyLength: number = 2 * polynomials;

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
  let signature = "";
  for (let i = 0; i < polynomials; i++) {
    const at = index * keyLength + i;
    const point = keys[at]! % prime, pad = keys[at + polynomials]!;
    let sum = 1; // not 0, so that the length counts
    for (let j = start; j < end; j++) sum = (sum * point + bytes[j]!) % prime;
    signature += ` ${(sum + pad) % prime}`;
  }
  return signature;
}
