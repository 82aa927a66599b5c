/**
 * Numbers with 77 digits after the point: whole multiples of 2⁻²⁵⁶. What is
 * computed from them is right to far more digits than a double has, so that it
 * can judge what was computed in doubles.
 *
 * @module
 */

/** A number in units of 2⁻²⁵⁶. */
export type Fixed = bigint;

const BITS = 256n;
/** The number 1. */
export const ONE: Fixed = 1n << BITS;

/** Exactly this double; one with digits below 2⁻²⁰⁰ is refused. */
export function fixed(x: number): Fixed {
  return BigInt(x * 2 ** 200) << (BITS - 200n);
}

/** The double nearest to it. */
export function numberOf(x: Fixed): number {
  return Number(x) / 2 ** Number(BITS);
}

/** The product. */
export function times(a: Fixed, b: Fixed): Fixed {
  return (a * b) >> BITS;
}

/** The quotient. */
export function over(a: Fixed, b: Fixed): Fixed {
  return (a << BITS) / b;
}

/** The sum. */
export function total(terms: readonly Fixed[]): Fixed {
  return terms.reduce((sum, term) => sum + term, 0n);
}

/** The distance from 0. */
export function size(x: Fixed): Fixed {
  return x < 0n ? -x : x;
}

/** `e^x`: the power series of x / 256, which is short, squared eight times. */
export function exponential(x: Fixed): Fixed {
  const small = x >> 8n;
  let sum = ONE, term = ONE;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = times(term, small) / k;
    sum += term;
  }
  for (let k = 0; k < 8; k++) sum = times(sum, sum);
  return sum;
}

/** The square root of a number of 0 or more, by Newton's steps on integers. */
export function root(x: Fixed): Fixed {
  if (x === 0n) return 0n;
  const square = x << BITS;
  let guess = 1n << BigInt(square.toString(2).length / 2 + 1 | 0);
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** `ln x` of a number above 0: Halley's steps from the nearest double's. */
export function logarithm(x: Fixed): Fixed {
  let y = fixed(Math.log(numberOf(x)));
  for (let k = 0; k < 5; k++) {
    const power = exponential(y);
    y += 2n * over(x - power, x + power);
  }
  return y;
}
