/**
 * Lines to the grader, signed: a submission shares its process with the
 * harness, and may find ways to read, to hold back and to change all that is
 * written. It cannot write what the grader takes for the harness's.
 *
 * Each line has a key of its own. The signature is the text as a polynomial
 * over a prime field, at a point that only the key tells, and behind a pad from
 * the key (J. L. Carter and M. N. Wegman, "Universal classes of hash
 * functions", 1979; "New hash functions and their use in authentication and set
 * equality", 1981). Who has seen a text with its signature guesses that of
 * another with a probability of `(length / prime) ** 4`, below 2**-55 for the
 * longest line.
 */
import { apply, Bytes, codeAt } from "../../exercise/intrinsics.ts";

/** The largest below 2**26, so that products are exact. */
const prime = 67_108_859;

/** So many polynomials make a signature. */
const polynomials = 4;

/**
 * How many numbers of 32 bits the key of a line has: their points, then their
 * pads.
 */
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

/**
 * The longest line: a pipe takes so many bytes in one piece, whatever other
 * threads write.
 */
const longestLine = 4096;

const { stdout } = Deno;
const { writeSync } = stdout;

/**
 * Makes the function that writes lines to the grader, each with its signature.
 *
 * @param keys A key for each line. They lie outside the heap: what is in it
 * stands in a heap snapshot, and those need no permission.
 * @returns Writes one line of ASCII text.
 */
export function signedLines(keys: Uint32Array): (text: string) => void {
  const line = new Uint8Array(longestLine), memory = line.buffer;
  line[0] = 10; // whatever was printed before ends here
  let lines = 0, end = 1;
  const put = (text: string): void => {
    for (let i = 0; i < text.length; i++) line[end++] = codeAt(text, i);
  };
  return (text) => {
    end = 1;
    put(text);
    put(signatureOf(line, 1, end, keys, lines++));
    line[end++] = 10;
    for (let written = 0; written < end;) {
      const rest = [new Bytes(memory, written, end - written)];
      written += apply(writeSync, stdout, rest) as number;
    }
  };
}
