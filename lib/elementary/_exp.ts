/**
 * The exponential. With n the whole number nearest to x · 128 / ln 2, and
 * r = x - n · ln 2 / 128,
 *
 *     e^x = 2^(n / 128) · e^r,   |r| ≤ ln 2 / 256,
 *
 * where 2^(n / 128) is a power of two times one of 128 numbers from a table,
 * and e^r - 1 a polynomial, 1/369 at most. What is rounded is small beside the
 * result, but for the last addition: 0.52 units in the last place at most.
 *
 * This, the logarithm, the sigmoid and the hyperbolic tangent use nothing but
 * additions, multiplications and divisions of doubles, which every engine
 * rounds alike; none of them is fused. A compiled loop that does the same in
 * the same order gives the same bits: all is straight on, and what is no common
 * number goes to a function of its own.
 *
 * Sources: P. T. P. Tang, "Table-driven implementation of the exponential
 * function in IEEE floating-point arithmetic" (1989); S. Gal and B. Bachelis,
 * "An accurate elementary mathematical library for the IEEE floating point
 * standard" (1991), for tables of more digits than a double has.
 *
 * @module
 */
import type { Parts } from "./_parts.ts";
import { partOfLog2, powersOfTwo, rootsOfTwo } from "./_tables.ts";

/** Into how many steps a doubling is divided. */
const STEPS = 128;
const STEPS_PER_UNIT = STEPS / Math.LN2;
/** ln 2 / 128; the head times a whole number below 2¹⁸ is exact. */
const { head: STEP_HEAD, tail: STEP_TAIL } = partOfLog2(STEPS, 42);
const ROOTS = rootsOfTwo(STEPS), POWERS = powersOfTwo(), ZEROTH = 1022;
/** What this is added to and taken from again becomes the nearest whole. */
const TO_WHOLE = 1.5 * 2 ** 52;

/** The number of steps of ln 2 / 128 that comes nearest to x. */
function stepsTo(x: number): number {
  return (x * STEPS_PER_UNIT + TO_WHOLE) - TO_WHOLE;
}

/** What n steps leave of x. */
function restAfter(n: number, x: number): number {
  return (x - n * STEP_HEAD) - n * STEP_TAIL;
}

/** e^r - 1 of a small r. */
function growthOver(r: number): number {
  const square = r * r;
  return r +
    square * ((1 / 2 + r * (1 / 6)) + square * (1 / 24 + r * (1 / 120)));
}

/** e^x. */
export function expOf(x: number): number {
  // Beyond them the result is no normal double, or nearly.
  if (!(x > -708 && x < 709)) return extremeExp(x);
  const n = stepsTo(x), growth = growthOver(restAfter(n, x));
  const j = n & STEPS - 1, k = n >> 7;
  const head = ROOTS[2 * j]!, tail = ROOTS[2 * j + 1]! + head * growth;
  return (head + tail) * POWERS[ZEROTH + k]!;
}

/** It stays outside: V8 is faster where this name stands in the way. */
function extremeExp(x: number): number {
  return expOfSum(x, 0);
}

/** e^x before the last addition, for x from -708 to 709. */
export function expParts(x: number): Parts {
  const n = stepsTo(x), growth = growthOver(restAfter(n, x));
  const j = n & STEPS - 1, k = n >> 7;
  const head = ROOTS[2 * j]!, tail = ROOTS[2 * j + 1]! + head * growth;
  const power = POWERS[ZEROTH + k]!;
  return { head: head * power, tail: tail * power };
}

/** The numbers that a compiled loop of e^x looks up. */
export function expNumbers(): readonly [roots: Float64Array, step: Parts] {
  return [ROOTS, { head: STEP_HEAD, tail: STEP_TAIL }];
}

/** What is added to it, and is smaller, becomes a multiple of 2⁻¹⁰¹⁰. */
const TO_GRID = 2 ** -958;

/** e^(x + more) of any x, and a far smaller one beside it. */
export function expOfSum(x: number, more: number): number {
  if (!(x < 710)) return x === x ? Infinity : NaN;
  if (x < -746) return 0;
  const n = stepsTo(x), growth = growthOver(restAfter(n, x) + more);
  const j = n & STEPS - 1, k = n >> 7;
  const head = ROOTS[2 * j]!, tail = ROOTS[2 * j + 1]! + head * growth;
  // 2^k alone may be too large already.
  if (k > 0) return 2 * (head + tail) * POWERS[ZEROTH + k - 1]!;
  if (k > -1022) return (head + tail) * POWERS[ZEROTH + k]!;
  // Numbers below 2^-1022 are multiples of 2^-1074. It is made one here, 2^64
  // times larger, before anything else rounds it.
  const power = POWERS[ZEROTH + k + 64]!;
  const large = head * power, small = tail * power;
  if (large + small >= TO_GRID) return (large + small) * 2 ** -64;
  const sum = TO_GRID + large, left = (TO_GRID - sum) + large;
  return ((sum + (left + small)) - TO_GRID) * 2 ** -64;
}
