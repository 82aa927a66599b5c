/**
 * The numbers that the elementary functions look up. They are worked out at the
 * start with whole numbers of 128 binary digits after the point, so every
 * engine has the same ones and there is no list of digits to believe. What is
 * longer than a double is kept in two: a head, and the tail that is left of it.
 *
 * They come from functions, because V8 knows a constant of a module only where
 * it is the module's own.
 *
 * @module
 */
import type { Parts } from "./_parts.ts";

/** A number in units of 2⁻¹²⁸. */
type Fixed = bigint;

const BITS = 128n, ONE: Fixed = 1n << BITS, UNIT = 2 ** 128;

/** The nearest multiple of 2⁻ᵇⁱᵗˢ, and what that leaves. */
function split(x: Fixed, bits: number): Parts {
  const rest = BigInt.asIntN(128 - bits, x);
  return { head: Number(x - rest) / UNIT, tail: Number(rest) / UNIT };
}

/** `2 (t + t³/3 + t⁵/5 + …)` with t = 1/m, which is `ln((m + 1) / (m - 1))`. */
function logOfRatio(m: bigint): Fixed {
  const square = m * m;
  let power = 2n * ONE / m, sum = power;
  for (let k = 3n; power !== 0n; k += 2n) sum += (power /= square) / k;
  return sum;
}

const known: Fixed[] = [0n, 0n, logOfRatio(3n)];

/**
 * ln n: of a product the sum of its factors', of a prime p halfway between
 * those of p - 1 and p + 1, and a little more.
 */
function logOfWhole(n: number): Fixed {
  if (known[n] !== undefined) return known[n];
  let p = 2;
  while (n % p !== 0 && p * p < n) p++;
  return known[n] = n % p === 0
    ? logOfWhole(p) + logOfWhole(n / p)
    : (logOfWhole(n - 1) + logOfWhole(n + 1) +
      logOfRatio(BigInt(2 * n * n - 1))) / 2n;
}

/** e^x - 1 by its series; x is small. */
function growthOf(x: Fixed): Fixed {
  let term = x, sum = x;
  for (let k = 2n; term !== 0n; k++) sum += term = term * x / k >> BITS;
  return sum;
}

/** `ln 2 / steps`, the head a multiple of 2⁻ᵇⁱᵗˢ. */
export function partOfLog2(steps: number, bits: number): Parts {
  return split(logOfWhole(2) / BigInt(steps), bits);
}

/** 2^(j / steps) for every j from 0 on: head, tail, head, tail, … */
export function rootsOfTwo(steps: number): Float64Array {
  const growth = growthOf(logOfWhole(2) / BigInt(steps));
  const table = new Float64Array(2 * steps);
  for (let i = 0, root = ONE; i < table.length; i += 2) {
    const { head, tail } = split(root, 52);
    table[i] = head;
    table[i + 1] = tail;
    root += root * growth >> BITS;
  }
  return table;
}

/**
 * For every j from `first` to `last`: parts / j, then ln(j / parts), head and
 * tail; the heads are multiples of 2⁻ᵇⁱᵗˢ.
 */
export function logsOfParts(
  parts: number,
  first: number,
  last: number,
  bits: number,
): Float64Array {
  const table = new Float64Array(3 * (last - first + 1));
  const logOfParts = logOfWhole(parts);
  for (let j = first, i = 0; j <= last; j++, i += 3) {
    const { head, tail } = split(logOfWhole(j) - logOfParts, bits);
    table[i] = parts / j;
    table[i + 1] = head;
    table[i + 2] = tail;
  }
  return table;
}

let powers: Float64Array | undefined;

/** The powers of two that are normal doubles, 2⁻¹⁰²² to 2¹⁰²³: 2ᵏ is the
 * (1022 + k)th. */
export function powersOfTwo(): Float64Array {
  if (powers !== undefined) return powers;
  powers = new Float64Array(2046);
  for (let i = 0, power = 2 ** -1022; i < powers.length; i++, power *= 2) {
    powers[i] = power;
  }
  return powers;
}
