/**
 * The natural logarithm. With x = 2^k · z, z between √½ and √2, c = j / 256 the
 * such number nearest to z, and r = (z - c) / c,
 *
 *     ln x = k · ln 2 + ln c + ln(1 + r),   |r| ≤ 1/361,
 *
 * where ln 2 and ln c are heads and tails from a table, and ln(1 + r) is r and
 * a polynomial. The heads (that of r has so few digits that r · c is exact) add
 * up without rounding. What is rounded is small beside them, but for the last
 * addition: 0.51 units in the last place at most. Next to 1, where the heads
 * vanish, r is x - 1 itself.
 *
 * The arithmetic is that of the exponential.
 *
 * Sources: P. T. P. Tang, "Table-driven implementation of the logarithm
 * function in IEEE floating-point arithmetic" (1990); S. Gal and B. Bachelis,
 * "An accurate elementary mathematical library for the IEEE floating point
 * standard" (1991).
 *
 * @module
 */
import { firstBitsOf } from "./_exponent.ts";
import { firstDigits, type Parts } from "./_parts.ts";
import { logsOfParts, partOfLog2, powersOfTwo } from "./_tables.ts";

const PARTS = 256;
/** The parts of 1 that are nearest to √½ and to √2. */
const FIRST_PART = 181, LAST_PART = 362;
const LOGS = logsOfParts(PARTS, FIRST_PART, LAST_PART, 40);
/** ln 2; the head times a whole number below 2¹³ is exact. */
const { head: LN2_HEAD, tail: LN2_TAIL } = partOfLog2(1, 40);
const POWERS = powersOfTwo(), ZEROTH = 1022;
/** What √½ begins with. */
const HALF_ROOT = 0x3fe6a09e;
/** What this is added to and taken from again becomes a multiple of 2⁻⁴⁰. */
const TO_HEAD = 1.5 * 2 ** 12;

/** The numbers that a compiled loop of ln x looks up. */
export function logNumbers(): readonly [logs: Float64Array, ln2: Parts] {
  return [LOGS, { head: LN2_HEAD, tail: LN2_TAIL }];
}

/** ln(1 + r) - r of a small r. */
function bendOver(r: number): number {
  const square = r * r;
  return square * ((-1 / 2 + r * (1 / 3)) +
    square * ((-1 / 4 + r * (1 / 5)) + square * (-1 / 6 + r * (1 / 7))));
}

/** ln x. */
export function logOf(x: number): number {
  if (!(x >= 2 ** -1022 && x <= 2 ** 1022)) return extremeLog(x);
  if (x >= 1 - 2 ** -9 && x <= 1 + 2 ** -9) return x - 1 + bendOver(x - 1);
  return scaledLog(x, 0);
}

/** ln(2^exponent · x) for an x that is not next to 1. */
function scaledLog(x: number, exponent: number): number {
  const own = (firstBitsOf(x) - HALF_ROOT) >> 20, k = own + exponent;
  const z = x * POWERS[ZEROTH - own]!;
  const j = (z * PARTS + 0.5) | 0, c = j / PARTS;
  const i = 3 * (j - FIRST_PART), inverse = LOGS[i]!;
  const r = (z - c) * inverse;
  const first = (r + TO_HEAD) - TO_HEAD;
  const second = ((z - c) - first * c) * inverse;
  const head = (k * LN2_HEAD + LOGS[i + 1]!) + first;
  const tail = (k * LN2_TAIL + LOGS[i + 2]!) + second;
  return head + (tail + bendOver(r));
}

/** ln x of the smallest and the largest, and of what has no logarithm. */
function extremeLog(x: number): number {
  if (x > 0 && x < 1) return scaledLog(x * 2 ** 54, -54);
  if (x > 1 && x < Infinity) return scaledLog(x * 2 ** -54, 54);
  return x === 0 ? -Infinity : x > 0 ? x : NaN;
}

/**
 * ln x of a finite x above 0, to 20 digits: the square of r counts in full, and
 * so does what each sum of heads rounds away.
 */
export function logParts(x: number): Parts {
  const far = x < 2 ** -1022 ? -54 : x > 2 ** 1022 ? 54 : 0;
  const near = x * POWERS[ZEROTH - far]!;
  const own = (firstBitsOf(near) - HALF_ROOT) >> 20, k = own + far;
  const z = near * POWERS[ZEROTH - own]!;
  const j = (z * PARTS + 0.5) | 0, c = j / PARTS;
  const i = 3 * (j - FIRST_PART), inverse = LOGS[i]!;
  const r = (z - c) * inverse, first = firstDigits(r);
  const second = ((z - c) - first * c) * inverse;
  const whole = k * LN2_HEAD + LOGS[i + 1]!, bend = -0.5 * first * first;
  const sum = whole + first, bent = sum + bend;
  const left = ((whole - sum) + first) + ((sum - bent) + bend);
  const rest = (k * LN2_TAIL + LOGS[i + 2]!) +
    (second - (first + 0.5 * second) * second) + r * r * r * cubicOver(r);
  const head = bent + (left + rest);
  return { head, tail: (bent - head) + (left + rest) };
}

/** ln(1 + r) - r + r²/2 of a small r, without its factor r³. */
function cubicOver(r: number): number {
  const square = r * r;
  return (1 / 3 - r * (1 / 4)) + square * ((1 / 5 - r * (1 / 6)) +
        square * ((1 / 7 - r * (1 / 8)) + square * (1 / 9)));
}
