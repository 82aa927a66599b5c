/**
 * Lines to the grader, signed: a submission shares its process with the
 * harness, and may find ways to read, to hold back and to change all that is
 * written. It cannot write what the grader takes for the harness's.
 *
 * Each line has a key of its own. The signature is the text, three letters a
 * coefficient and its length before them, as a polynomial over a prime field,
 * at a point that only the key tells, and behind a pad from the key (J. L.
 * Carter and M. N. Wegman, "Universal classes of hash functions", 1979; "New
 * hash functions and their use in authentication and set equality", 1981). Who
 * has seen a text with its signature guesses that of another with a probability
 * of `(coefficients / prime) ** 4`, below 2**-60 for the longest line.
 */
import { apply, Bytes } from "../../exercise/intrinsics.ts";

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
 * Signs a line. (Nothing here is compiled, so that the four polynomials go side
 * by side, three letters at a time: that takes a quarter of the time.)
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
  const at = index * keyLength;
  const p = keys[at]! % prime, q = keys[at + 1]! % prime;
  const r = keys[at + 2]! % prime, s = keys[at + 3]! % prime;
  const length = end - start;
  let a = length, b = length, c = length, d = length;
  for (let i = start; i < end; i += 3) {
    let letters = bytes[i]! << 16;
    if (i + 1 < end) letters |= bytes[i + 1]! << 8;
    if (i + 2 < end) letters |= bytes[i + 2]!;
    a = (a * p + letters) % prime;
    b = (b * q + letters) % prime;
    c = (c * r + letters) % prime;
    d = (d * s + letters) % prime;
  }
  return ` ${(a + keys[at + 4]!) % prime} ${(b + keys[at + 5]!) % prime}` +
    ` ${(c + keys[at + 6]!) % prime} ${(d + keys[at + 7]!) % prime}`;
}

/**
 * The longest line: a pipe takes so many bytes in one piece, whatever other
 * threads write.
 */
const longestLine = 4096;

const { stdout } = Deno;
const { writeSync } = stdout;
const encoder = new TextEncoder();
const { encodeInto } = encoder;

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
    apply(encodeInto, encoder, [text, new Bytes(memory, end)]);
    end += text.length;
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
